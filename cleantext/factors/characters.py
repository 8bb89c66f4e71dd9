"""Sets of characters, as a pattern's literals and classes name them, and as RE2 writes them.

ASCII is kept exactly. Outside it, only what a pattern names plainly is; of the rest a set knows that
it holds all of it (`BEYOND`), or all of it that is no letter (`BEYOND_MARKS`).
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from re import _constants as op  # type: ignore[attr-defined]
from typing import Any

BEYOND = "\N{REPLACEMENT CHARACTER}beyond ASCII"
"""Stands for every character outside ASCII, in a set."""
BEYOND_MARKS = "\N{REPLACEMENT CHARACTER}marks beyond ASCII"
"""Stands for every character outside ASCII that is no letter, figure or the like."""
BEYOND_LETTERS = "\N{REPLACEMENT CHARACTER}letters beyond ASCII"
"""Stands for every character outside ASCII that is a letter, a figure or the like."""
BEYOND_FIGURES = "\N{REPLACEMENT CHARACTER}figures beyond ASCII"
"""Stands for every decimal figure outside ASCII."""
SOME_BEYOND = frozenset((BEYOND, BEYOND_MARKS, BEYOND_LETTERS, BEYOND_FIGURES))
_SPACES_BEYOND = frozenset(it for it in map(chr, range(128, 0x3001)) if it.isspace())


ON_LINES = 1 << 16
"""Stands among the flags of `re` for a pattern that is run on lines without their ends."""

_LINE_ENDS = frozenset("\n\r")


def are_spaces(members: frozenset[str]) -> bool:
    """Are all of them white space that does not end a line? In the folded text a run of them is one space."""
    return all(len(it) == 1 and it.isspace() for it in members) and not members & _LINE_ENDS


def members_of(code: Any, argument: Any, flags: int) -> frozenset[str]:
    """The characters that a literal or a class matches; everything outside ASCII as one where it is not plain."""
    items = [(op.LITERAL, argument)] if code is op.LITERAL else argument
    negated = items[0][0] is op.NEGATE
    found: set[str] = set()
    for kind, value in items:
        if kind is op.LITERAL:
            found.add(chr(value))
        elif kind is op.RANGE:
            low, high = value
            found.update(map(chr, range(low, min(high, 127) + 1)))
            if high > 127:
                found.update(map(chr, range(max(low, 128), high + 1)) if high - low < 1_000 else [BEYOND])
        elif kind is op.CATEGORY:
            found |= _CATEGORIES[value] | _CATEGORIES_BEYOND.get(value, frozenset((BEYOND,)))
    if flags & ON_LINES and not negated:
        found -= _LINE_ENDS
    if flags & re.IGNORECASE:
        found = {form for it in found for form in (_same_without_case(it) if len(it) == 1 else (it,))}
    if negated:
        plain = {it for it in found if len(it) == 1 and it.isascii()}
        if flags & re.IGNORECASE:  # what is not of one case in ASCII alone may stand for a character outside
            plain = {it for it in plain if all(map(str.isascii, _same_without_case(it)))}
        beyond = BEYOND_LETTERS if (op.CATEGORY, op.CATEGORY_NOT_WORD) in items else BEYOND
        return (frozenset(_ASCII - plain) - (_LINE_ENDS if flags & ON_LINES else frozenset())) | {beyond}
    return frozenset(found)


def is_of_word(character: str) -> bool:
    """Is it a letter, a figure or the underscore? What stands for many characters is none."""
    return len(character) == 1 and (character.isalnum() or character == "_")


def _same_without_case(character: str) -> frozenset[str]:
    """The characters that a pattern's character may match where case is ignored."""
    if character in _DOTLESS:
        return _DOTLESS
    return _forms_of()[character.casefold()] or frozenset((character,))


_DOTLESS = frozenset("iI\N{LATIN CAPITAL LETTER I WITH DOT ABOVE}\N{LATIN SMALL LETTER DOTLESS I}")


@cache
def _forms_of() -> Mapping[str, frozenset[str]]:
    """All characters of one case-folded form, for each such form that differs from one of them."""
    forms: dict[str, set[str]] = defaultdict(set)
    for character in map(chr, range(sys.maxunicode + 1)):
        if (form := character.casefold()) != character:
            forms[form] |= {form, character} if len(form) == 1 else {character}
    return defaultdict(frozenset, {form: frozenset(them) for form, them in forms.items()})


_ASCII = frozenset(map(chr, range(128)))
_CATEGORIES = {
    category: frozenset(it for it in _ASCII if re.match(pattern, it))
    for category, pattern in (
        (op.CATEGORY_DIGIT, r"\d"),
        (op.CATEGORY_NOT_DIGIT, r"\D"),
        (op.CATEGORY_SPACE, r"\s"),
        (op.CATEGORY_NOT_SPACE, r"\S"),
        (op.CATEGORY_WORD, r"\w"),
        (op.CATEGORY_NOT_WORD, r"\W"),
    )
}


_CATEGORIES_BEYOND = {
    op.CATEGORY_SPACE: _SPACES_BEYOND,
    op.CATEGORY_NOT_WORD: frozenset((BEYOND_MARKS,)),
    op.CATEGORY_WORD: frozenset((BEYOND_LETTERS,)),
    op.CATEGORY_DIGIT: frozenset((BEYOND_FIGURES,)),
}


def members_in(members: frozenset[str], tier: int) -> frozenset[str]:
    """Those of the members that texts of a tier (`encoded.TIERS`) can hold."""
    if tier == 2:
        return members
    if tier == 1:
        return frozenset(it for it in members if it.isascii() or not (it == BEYOND_FIGURES or it.isdecimal()))
    lacking = {BEYOND_FIGURES, BEYOND_LETTERS}
    return frozenset(it for it in members if it.isascii() or not (it in lacking or it.isalnum() or it.isspace()))


def written(members: frozenset[str]) -> str:
    """A set of characters in RE2's syntax; lone surrogates are scanned as U+FFFD."""
    wide = members & SOME_BEYOND
    points = sorted({_point(it) for it in members - wide})
    runs: list[list[int]] = []
    for point in points:
        if runs and point == runs[-1][1] + 1:
            runs[-1][1] = point
        else:
            runs.append([point, point])
    if wide:
        no_marks = wide <= {BEYOND_LETTERS, BEYOND_FIGURES}
        named = [it for it in runs if it[1] > 127] if no_marks else []
        beyond = _BEYOND_SOME_MARKS if no_marks else [[128, 0x10FFFF]]
        runs = (
            [[low, min(high, 127)] for low, high in runs if low < 128]
            + beyond
            + [[max(low, 128), high] for low, high in named]
        )
    if len(runs) == 1 and runs[0][0] == runs[0][1]:
        return _quoted(runs[0][0])
    return "[" + "".join(_quoted(a) if a == b else f"{_quoted(a)}-{_quoted(b)}" for a, b in runs) + "]"


_BEYOND_SOME_MARKS = [[0x80, 0x9F], [0xA1, 0xAA], [0xAC, 0xBA], [0xBC, 0x1FFF], [0x2070, 0x10FFFF]]
"""All that is outside ASCII but for the commonest marks: quotation marks, dashes, the ellipsis, odd spaces."""


def _point(character: str) -> int:
    point = ord(character)
    return 0xFFFD if 0xD800 <= point <= 0xDFFF else point


def _quoted(point: int) -> str:
    plain = chr(point)
    if plain.isascii() and plain.isalnum():
        return plain
    return f"\\x{point:02x}" if point < 256 else f"\\x{{{point:x}}}"
