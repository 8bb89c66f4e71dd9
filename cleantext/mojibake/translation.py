r"""Ftfy's pattern for mojibake in RE2's syntax, so that a match somewhere in a text is one in a line of it.

Every class is written out, without the ends of lines; `^` is the start of any line. RE2 and Python
know different versions of Unicode, so `\w` is written out too, as far as that takes no time: what
could match a letter from U+3000 on makes a pattern of its own, whose matches prove nothing yet.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

Spans = Sequence[tuple[int, int]]
"""Code points from the first to the last of each, both included."""

LAST_POINT = 0x10FFFF
_LAST_OF_ASCII = 0x7F
FIRST_UNKNOWN = 0x3000
"""From here on it would take a tenth of a second to ask Python which characters are letters."""

_LINE_ENDS = [(0x0A, 0x0A), (0x0D, 0x0D)]
_LINE_START = r"(?:\A|[\n\r])"


def translated(pattern: re.Pattern[str]) -> tuple[str, str]:
    r"""Two patterns for RE2: where it matches some line does `pattern`, and where it matches some line may.

    The second is "" where the first says all. Raises ValueError for syntax that ftfy does not use.

    >>> translated(re.compile("(?:^|a)[bc]"))
    ('(?:(?:\\A|[\\n\\r])|[\\x{61}])[\\x{62}-\\x{63}]', '')
    >>> translated(re.compile(r"[a-z]\w"))[1]
    '[\\x{61}-\\x{7a}][\\x{3000}-\\x{10ffff}]'
    """
    alternatives = _alternatives(pattern)
    surely = [_sequence(it, _known_letters()) for it in alternatives]
    perhaps = [_sequence(it, [(FIRST_UNKNOWN, LAST_POINT)]) for it in alternatives]
    return "|".join(surely), "|".join(it for it in perhaps if it not in surely)


def needed(pattern: re.Pattern[str]) -> Sequence[Sequence[frozenset[str]]]:
    r"""For each alternative of a pattern, sets of characters beyond ASCII of each of which a match has one.

    Places where ASCII may stand need nothing.

    >>> needed(re.compile("[éè]x|ab?ç[a-zé]")) == [[{"é", "è"}], [{"ç"}]]
    True
    """
    return [list(_needed(it)) for it in _alternatives(pattern)]


def _needed(items: Iterable[tuple[Any, Any]]) -> Iterator[frozenset[str]]:
    for code, argument in items:
        if code is op.SUBPATTERN:
            yield from _needed(argument[3])
        elif code in (op.LITERAL, op.NOT_LITERAL, op.ANY, op.IN):
            spans = _members(code, argument, _known_letters())
            if all(first > _LAST_OF_ASCII for first, _ in spans):
                yield frozenset(chr(it) for first, last in spans for it in range(first, last + 1))


def _alternatives(pattern: re.Pattern[str]) -> Sequence[Iterable[tuple[Any, Any]]]:
    items = list(parser.parse(pattern.pattern, pattern.flags))
    return items[0][1][1] if len(items) == 1 and items[0][0] is op.BRANCH else [items]


def _sequence(items: Iterable[tuple[Any, Any]], letters: Spans) -> str:
    return "".join(_item(code, argument, letters) for code, argument in items)


def _item(code: Any, argument: Any, letters: Spans) -> str:
    r"""One part of a parsed pattern; `letters` are what `\w` stands for."""
    if code in (op.LITERAL, op.NOT_LITERAL, op.ANY, op.IN):
        return _written(_members(code, argument, letters))
    if code is op.BRANCH:
        return f"(?:{'|'.join(_sequence(it, letters) for it in argument[1])})"
    if code is op.SUBPATTERN:
        return f"(?:{_sequence(argument[3], letters)})"
    if code is op.MAX_REPEAT and argument[:2] == (0, 1):
        return f"(?:{_sequence(argument[2], letters)})?"
    if code is op.AT and argument is op.AT_BEGINNING:
        return _LINE_START
    raise ValueError(f"nothing in RE2 is known for {code} {argument}")


def _members(code: Any, argument: Any, letters: Spans) -> Spans:
    """The characters that one place of the pattern can match."""
    if code is op.LITERAL:
        return [(argument, argument)]
    if code is op.NOT_LITERAL:
        return _others([(argument, argument)])
    if code is op.ANY:
        return [(0, LAST_POINT)]
    spans: list[tuple[int, int]] = []
    for kind, value in argument:
        if kind is op.LITERAL:
            spans.append((value, value))
        elif kind is op.RANGE:
            spans.append(value)
        elif kind is op.CATEGORY and value is op.CATEGORY_SPACE:
            spans += _spaces()
        elif kind is op.CATEGORY and value is op.CATEGORY_WORD and argument[0][0] is not op.NEGATE:
            spans += letters
        elif kind is not op.NEGATE:
            raise ValueError(f"nothing in RE2 is known for {kind} {value} in {argument}")
    return _others(spans) if argument[0][0] is op.NEGATE else spans


def _others(spans: Spans) -> Spans:
    """All the characters outside the spans."""
    others, start = [], 0
    for first, last in sorted(spans):
        if first > start:
            others.append((start, first - 1))
        start = max(start, last + 1)
    return [*others, (start, LAST_POINT)] if start <= LAST_POINT else others


def _written(spans: Spans) -> str:
    within_a_line = _others([*_others(spans), *_LINE_ENDS])
    return f"[{''.join(_span(first, last) for first, last in within_a_line)}]"


def _span(first: int, last: int) -> str:
    return f"\\x{{{first:x}}}" if first == last else f"\\x{{{first:x}}}-\\x{{{last:x}}}"


@cache
def _known_letters() -> Spans:
    return _found(r"\w+")


@cache
def _spaces() -> Spans:
    return [*_found(r"\s+"), (FIRST_UNKNOWN, FIRST_UNKNOWN)]  # the ideographic space is the last of all


def _found(pattern: str) -> Spans:
    """The characters below `FIRST_UNKNOWN` that a class of `re` matches."""
    every = "".join(map(chr, range(FIRST_UNKNOWN)))
    return [(it.start(), it.end() - 1) for it in re.finditer(pattern, every)]
