"""Which lines head the sections of a manual: in capitals, each right above its text; or underlined.

    AUTHOR                                      Report an error
    Written by the keeper of the lock.          ---------------

A page's menus and buttons may be in capitals too ("HOME", "COPYRIGHT", "SHARE"), but they stand among their own kind.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

_LEAST, _LEAST_ABOVE_TEXT = 3, 2
"""Headings, and those of them right above text: a page may have "MOST READ" and the like above titles."""

_MOST_WORDS = 6
_TEXT_ENDS = tuple(".!?:…。>)")
"""Of sentences, addresses (<keeper@lock.example>) and names of pages (moor(1))."""


def capital_headings(contents: Sequence[str]) -> Set[int]:
    """Give the numbers of the headings in capitals, each below a blank line and right above its text.

    None where they are fewer than three, or hardly any stands above text.

    >>> sorted(capital_headings(["NAME", "moor", "", "USE", "Moor the ferry.", "", "BUGS", "The goat eats the rope."]))
    [0, 3, 6]
    >>> sorted(capital_headings(["HOME", "NEWS", "", "SHARE", "", "MOST READ", "Goat elected"]))
    []
    """
    capitals = [number for number, line in enumerate(contents) if line.isupper() and number + 1 < len(contents)]
    found = [number for number in capitals if _heads_a_section(contents, number)]
    above_text = sum(contents[number + 1].rstrip().endswith(_TEXT_ENDS) for number in found)
    return frozenset(found if len(found) >= _LEAST and above_text >= _LEAST_ABOVE_TEXT else ())


def _heads_a_section(contents: Sequence[str], number: int) -> bool:
    line = contents[number]
    if not line[:1].isupper() or len(line.split()) > _MOST_WORDS:
        return False
    below = contents[number + 1].strip()
    return bool(below) and not below.isupper() and (not number or not contents[number - 1].strip())


_MARKS = frozenset("=~*^-")
_UNDERLINE = re.compile(r"([=~*^-])\1{2,}\Z")
_MOST_BESIDE = 2


def is_underlined(contents: Sequence[str], number: int) -> bool:
    """Is the next line nothing but one mark, again and again, and about as long?

    >>> is_underlined(["Contact", "======="], 0), is_underlined(["Contact", "-------------------------"], 0)
    (True, False)
    """
    if number + 1 >= len(contents):
        return False
    line = contents[number + 1].strip()
    if line[-1:] not in _MARKS or not _UNDERLINE.match(line):
        return False
    return abs(len(line) - len(contents[number].strip())) <= _MOST_BESIDE
