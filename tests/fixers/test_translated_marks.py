"""The fixers of marks and figures that a translator leaves: what each does beyond the examples of its rules."""

from __future__ import annotations

import pytest

from cleantext import clean
from cleantext.fixers._spaced import is_spaced

FRAME = "The people of the town and the men of the port were there. {}"


def repaired(text: str, source: str = "") -> str:
    return clean(FRAME.format(text), select=["translation", "glue"], source_lang=source).removeprefix(FRAME.format(""))


@pytest.mark.parametrize(
    "code", ["ro", "he", "ha", "et", "ka", "ne", "si", "km", "ps", "iu", "is", "ja", "pt-BR", "zh-Hant"]
)
def test_percent_and_grammar_serve_any_source_language(code: str) -> None:
    """A hint of any language licenses the rules that ask for whichever there is."""
    assert repaired("It was 25 % of the the roof , they said.", code) == "It was 25% of the roof, they said."


@pytest.mark.parametrize(
    ("before", "source", "after"),
    [
        ("It had 3.254 tanks.", "ro", "It had 3,254 tanks."),
        ("It had 3.254 tanks.", "id-ID", "It had 3,254 tanks."),
        ("The rate is about 1,4 now.", "et", "The rate is about 1.4 now."),
        ("Some 4 823 deaths were counted.", "uk", "Some 4,823 deaths were counted."),
        ('He wrote a "letter"to the "mayor"of it.', "", 'He wrote a "letter" to the "mayor" of it.'),
        ('In the "hall" and at the"gate it is cold.', "", 'In the "hall" and at the "gate it is cold.'),
        ("I haven <unk> t seen it <unk>", "", "I haven't seen it"),
        ("It is a steel・framed house.", "", "It is a steel-framed house."),
        ("She saw Clara,the baker.", "uk", "She saw Clara, the baker."),
    ],
)
def test_what_is_repaired(before: str, source: str, after: str) -> None:
    assert repaired(before, source) == after


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("It had a share of 3.254 in the ratio 1.618 of it.", "ja"),
        ("The point is in the rows 1,8 of the table.", "de"),
        ("On April 3 410 people came.", "fr"),
        ('He said "go"s and "no"ed, and set x="y" there.', ""),
        ("He had had it, and the one that he looked for for years is his.", "ru"),
        ("It is sold at chinanews.com and at Yahoo!News there.", "zh"),
    ],
)
def test_what_stays(text: str, source: str) -> None:
    assert repaired(text, source) == text


@pytest.mark.parametrize(
    ("line", "spaced"),
    [("It is late , he said", True), ("It is late .", True), ("It is .5 of it", False), ("It is late ... so", False)],
)
def test_a_spaced_line(line: str, spaced: bool) -> None:
    assert is_spaced(line) is spaced
