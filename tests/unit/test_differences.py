"""The small edits between two lines are those that difflib's blocks leave over, piece by piece."""

from __future__ import annotations

import difflib
import random
import re
from collections.abc import Iterator

import pytest

from cleantext import differences as module
from cleantext.differences import differences

PIECE = re.compile(r"\w+|\s+|[^\w\s]+")
ALPHABETS = ["ab ", "abc  ", "abXY .,", "aéÃ© b.", "ab c d e f ’"]


def by_difflib(before: str, after: str) -> Iterator[tuple[int, int, str]]:
    old, new = PIECE.findall(before), PIECE.findall(after)
    for tag, i, j, k, m in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            start, end, said = len("".join(old[:i])), len("".join(old[:j])), "".join(new[k:m])
            while start < end and said and before[start] == said[0]:
                start, said = start + 1, said[1:]
            while start < end and said and before[end - 1] == said[-1]:
                end, said = end - 1, said[:-1]
            yield start, end, said


def changed(pieces: list[str], alphabet: str, rng: random.Random) -> list[str]:
    for _ in range(rng.randint(0, 4)):
        place = rng.randrange(len(pieces) + 1)
        here = [rng.choice(alphabet) for _ in range(rng.randint(0, 4))]
        pieces = pieces[:place] + here + pieces[place + rng.randint(0, 4) :]
    return pieces


@pytest.mark.parametrize("alphabet", ALPHABETS)
def test_differences_are_those_of_difflib(alphabet: str) -> None:
    rng = random.Random(alphabet)  # noqa: S311 - no secret, the same each time
    for _ in range(2_000):
        pieces = [rng.choice(alphabet) * rng.randint(1, 2) for _ in range(rng.choice([3, 8, 20, 60]))]
        before, after = "".join(pieces), "".join(changed(pieces, alphabet, rng))
        assert list(differences(before, after)) == list(by_difflib(before, after)), (before, after)


@pytest.mark.parametrize(
    "after",
    ["Привет мир, это длинная строка.", "“I’m here” and I said it’s “here”.", "à la carte à la mode"],
    ids=["words between spaces", "words that stand twice", "lost spaces"],
)
def test_differences_of_mojibake_are_those_of_difflib(after: str) -> None:
    before = after.encode().decode("latin-1")
    assert list(differences(before, after)) == list(by_difflib(before, after))
    assert list(differences(after, before)) == list(by_difflib(after, before))


def test_a_long_line_of_words_that_all_changed_takes_no_time() -> None:
    """Difflib takes the cube of the number of spaces: most of a minute for a thousand."""
    after = " ".join(f"слово{number}" for number in range(1_000))
    assert len(list(differences(after.encode().decode("latin-1"), after))) == 1_000


def test_long_lines_are_compared_part_by_part(monkeypatch: pytest.MonkeyPatch) -> None:
    rng = random.Random(5)  # noqa: S311 - repeatable on purpose
    words = ["quay", "harbour", "caf\N{LATIN SMALL LETTER E WITH ACUTE}", "theakimat", "1is", "ferry"]
    text = " ".join(f"{rng.choice(words)}{rng.randrange(1000)}" for _ in range(4_000))
    before, after = text.replace("\N{LATIN SMALL LETTER E WITH ACUTE}", "\N{LATIN CAPITAL LETTER A WITH TILDE}©"), text
    whole = list(differences(before, after))
    monkeypatch.setattr(module, "_PART", 3_000)
    assert list(differences(before, after)) == whole
    parts = list(module._parts(before, after))
    assert len(parts) > 8
    assert parts[-1] == (len(before), len(after))


def test_a_long_line_without_a_place_to_part_it_is_compared_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_PART", 100)
    before, after = "a b " * 500, "a  b " * 500
    place, parts = 0, []
    for start, end, replacement in differences(before, after):
        parts += [before[place:start], replacement]
        place = end
    assert "".join([*parts, before[place:]]) == after
