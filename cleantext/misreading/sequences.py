r"""UTF-8 read as a one-byte codec, beyond what ftfy knows: `MГјnchen`, `k├╢nnen`, `Ă\u00ad`, `Щ„Ш§`.

Each character beyond ASCII became two or three that another codec has for its bytes. Letters of an alphabet stand in
such an order by chance too (`ВІКІ`, `С°`), so that a line is repaired only where nearly all that is odd in it is such
sequences, or where they make words of what is none, or marks where no other letter of that alphabet is.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Sequence
from functools import lru_cache
from typing import NamedTuple

from cleantext.facts.encodings import Change
from cleantext.misreading.codecs import READ_UTF_8
from cleantext.misreading.letters import each_word_of
from cleantext.misreading.readings import best_reading, cost_of, steps_of
from cleantext.misreading.runs import MARKS, Run, runs_of
from cleantext.remembering import remembering

FEWEST = 4
"""Sequences that are proof by themselves, where hardly anything else is beyond ASCII."""
MOST_OUTSIDE = 0.1
"""Of the characters that sequences take: so many odd ones may stand beside them."""
GAIN = 10.0
PLAUSIBLE = 3.6
"""Nats, and nats a step: what a few sequences must gain, and what words they must make."""
MOST_SCRIPTS = 2
"""Alphabets that the characters of a line are of, where their sequences are the proof."""

_OPENING = frozenset("¿¡")
_LATIN = re.compile("[A-Za-z]{2}")
_WITH_CJK = frozenset("HIRAGANA KATAKANA KATAKANA-HIRAGANA IDEOGRAPHIC FULLWIDTH HALFWIDTH".split())


class _Found(NamedTuple):
    """The sequences of a line, as changes, and how many odd characters stand beside them."""

    changes: Sequence[Change]
    odd: int


@remembering
def changes(line: str) -> Sequence[Change]:
    """What stands in a line for other characters: (start, end, character), in order.

    >>> changes("MГјnchen"), changes("ВІКІ, 11-16 С°")
    (((1, 3, 'ü'),), ())
    """
    found = _found(runs_of(line))
    for number in sorted({len(it.changes) for it in found}, reverse=True):
        certain = [it for it in found if len(it.changes) == number and _is_certain(line, it)]
        if certain:  # `┼¥` is ž in one code page of DOS, and ŝ in the other: words decide
            best = min(certain, key=lambda it: best_reading(_text(line, it)).total) if len(certain) > 1 else certain[0]
            return best.changes
    return ()


def _found(runs: Sequence[tuple[int, Run]]) -> Collection[_Found]:
    """What the codecs make of a line, that which several make once."""
    changes: dict[str, list[Change]] = {}
    left = dict.fromkeys(READ_UTF_8, sum(run.odd for _, run in runs))
    for start, run in runs:
        for codec, made, odd in run.made:
            changes.setdefault(codec, []).extend((start + first, start + last, it) for first, last, it in made)
            left[codec] -= odd
    return dict.fromkeys(_Found(tuple(changes[it]), left[it]) for it in READ_UTF_8 if it in changes)


def _text(line: str, found: _Found) -> str:
    """The line with its sequences read."""
    place = 0
    parts: list[str] = []
    for start, end, character in found.changes:
        parts += (line[place:start], character)
        place = end
    return "".join((*parts, line[place:]))


def _is_certain(line: str, found: _Found) -> bool:
    made = [it for *_, it in found.changes]
    taken = sum(end - start for start, end, _ in found.changes)
    if len(made) >= FEWEST and found.odd <= MOST_OUTSIDE * taken and _scripts(made) <= MOST_SCRIPTS:
        read = "".join(line[start:end] for start, end, _ in found.changes)
        if not (read.isalpha() and read.islower()):  # "северносамски" is valid UTF-8 in the bytes of code page 866
            return True
    if not found.odd and MARKS.issuperset(made) and _are_marks_in_place(line, found):
        return True  # the cheaper question first
    if any(map(str.isdecimal, made)):  # figures of another script, amid what is left: ко३сла୨нг of корейсларнинг
        return False
    return _makes_words(line, _text(line, found))


def _scripts(characters: Sequence[str]) -> int:
    """How many alphabets the letters are of."""
    return len(set(map(_script, filter(str.isalpha, set(characters)))))


@lru_cache(4096)
def _script(letter: str) -> str:
    """The alphabet of a letter, as its name tells."""
    name = unicodedata.name(letter, "?").partition(" ")[0]
    return "CJK" if name in _WITH_CJK else name


def _makes_words(before: str, after: str) -> bool:
    old = {it for it in each_word_of(before) if not it.isascii()}
    made = [it for it in each_word_of(after) if not it.isascii() and it not in old]
    if not made:
        return False
    now, then = best_reading(before), best_reading(after)
    return now.total - then.total >= GAIN and cost_of(made, then.language) <= PLAUSIBLE * steps_of(made)


def _are_marks_in_place(line: str, found: _Found) -> bool:
    """Are these marks in a line of Latin letters, each where such a mark stands?"""
    if not _LATIN.search(line):
        return False
    opening = [it for *_, it in found.changes if it in _OPENING]
    text = _text(line, found) if opening else ""
    return all(re.search(f"{it}[A-Za-z]", text) for it in opening)
