"""Sets of characters, as a pattern's literals and classes name them, and as RE2 writes them.

ASCII is kept exactly. Outside it, only what a pattern names plainly is; of the rest a set knows that
it holds all of it (`BEYOND`), or all of it that is no letter (`BEYOND_MARKS`).
"""

from __future__ import annotations

import re
from re import _constants as op  # type: ignore[attr-defined]
from typing import Any

BEYOND = "\N{REPLACEMENT CHARACTER}beyond ASCII"
"""Stands for every character outside ASCII, in a set."""
BEYOND_MARKS = "\N{REPLACEMENT CHARACTER}marks beyond ASCII"
"""Stands for every character outside ASCII that is no letter, figure or the like."""
_SPACES_BEYOND = frozenset(it for it in map(chr, range(128, 0x3001)) if it.isspace())


_FOLDS = {
    "i": "\N{LATIN CAPITAL LETTER I WITH DOT ABOVE}\N{LATIN SMALL LETTER DOTLESS I}",
    "s": "\N{LATIN SMALL LETTER LONG S}",
    "k": "\N{KELVIN SIGN}",
}
"""What matches an ASCII letter where case is ignored, beyond its other case."""


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
    if flags & re.IGNORECASE:
        found = _folded(found)
    if negated:
        plain = {it for it in found if len(it) == 1 and it.isascii()}
        if flags & re.IGNORECASE:
            plain = {it for it in plain if it.lower() not in _FOLDS}
        return frozenset(_ASCII - plain) | {BEYOND}
    return frozenset(found)


def _folded(members: set[str]) -> set[str]:
    """The members in either case; what folds to a character outside ASCII is not looked into."""
    if any(len(it) == 1 and it.isalpha() and not it.isascii() for it in members):
        members = members | {BEYOND} | {letter for letter, others in _FOLDS.items() if members & set(others)}
    cases = {form for it in members if len(it) == 1 for form in (it.lower(), it.upper()) if len(form) == 1}
    return members | cases | {form for it in cases for form in _FOLDS.get(it, "")}


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


_CATEGORIES_BEYOND = {op.CATEGORY_SPACE: _SPACES_BEYOND, op.CATEGORY_NOT_WORD: frozenset((BEYOND_MARKS,))}


def written(members: frozenset[str]) -> str:
    """A set of characters in RE2's syntax; lone surrogates are scanned as U+FFFD."""
    wide = members & {BEYOND, BEYOND_MARKS}
    points = sorted({_point(it) for it in members - wide})
    runs: list[list[int]] = []
    for point in points:
        if runs and point == runs[-1][1] + 1:
            runs[-1][1] = point
        else:
            runs.append([point, point])
    if wide:
        runs = [[low, min(high, 127)] for low, high in runs if low < 128] + [[128, 0x10FFFF]]
    if len(runs) == 1 and runs[0][0] == runs[0][1]:
        return _quoted(runs[0][0])
    return "[" + "".join(_quoted(a) if a == b else f"{_quoted(a)}-{_quoted(b)}" for a, b in runs) + "]"


def _point(character: str) -> int:
    point = ord(character)
    return 0xFFFD if 0xD800 <= point <= 0xDFFF else point


def _quoted(point: int) -> str:
    plain = chr(point)
    if plain.isascii() and plain.isalnum():
        return plain
    return f"\\x{point:02x}" if point < 256 else f"\\x{{{point:x}}}"
