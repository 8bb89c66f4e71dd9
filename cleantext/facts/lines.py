"""Where the lines of a text lie, and what they are without their ends.

A string a line takes several times the room of its characters: of a large text lines are cut out when asked for.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple, overload

LARGE = 1 << 20
"""Characters of a text of which no list of lines is kept, and that is scanned a block of lines at a time."""

BLOCK = 1 << 18
"""Characters of such a block: what is found in it is several times as large."""


class Line(NamedTuple):
    """Offsets of a line: its start, the end of its content, and the start of the next line."""

    start: int
    end: int
    next: int


class Lines(Sequence[Line]):
    r"""The offsets of the lines of a text, computed when asked for.

    >>> list(Lines("a\r\nb"))
    [Line(start=0, end=1, next=3), Line(start=3, end=4, next=4)]
    """

    def __init__(self, text: str, contents: Sequence[str] | None = None) -> None:
        r"""Split at `\n`, `\r\n` and `\r`; an empty text is one empty line. `contents` are the lines, where known."""
        self._text, self._of_one = text, "\r" not in text  # character, the ends of lines
        self._starts: Sequence[int]
        if self._of_one and contents is not None:
            self._starts = list(accumulate([len(content) + 1 for content in contents], initial=0))
        else:
            self._starts = _starts(text)
        self._count = len(self._starts) - 1

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, number: int) -> Line: ...
    @overload
    def __getitem__(self, number: slice) -> list[Line]: ...
    def __getitem__(self, number: int | slice) -> Line | list[Line]:
        if isinstance(number, int) and self._of_one and 0 <= number < self._count - 1:  # nearly always
            starts = self._starts
            after = starts[number + 1]
            return _tuple(Line, (starts[number], after - 1, after))
        if isinstance(number, slice):
            return [self[n] for n in range(*number.indices(self._count))]
        number = range(self._count)[number]
        start, after = self._starts[number], min(self._starts[number + 1], len(self._text))
        end = after
        for mark in "\n\r":
            if end > start and self._text[end - 1] == mark:
                end -= 1
        return Line(start, end, after)

    def at(self, offset: int) -> int:
        """The number of the line that an offset lies in."""
        return bisect_right(self._starts, offset, 0, self._count) - 1


_tuple = tuple.__new__


def _starts(text: str) -> Sequence[int]:
    """Where the lines of a text begin, and where the last one ends."""
    starts = numbers_to(len(text))
    starts.append(0)
    if "\r" in text:
        starts.extend(match.end() for match in _LINE_END.finditer(text))
    else:
        for begin in range(0, len(text), BLOCK):
            lengths = [len(line) + 1 for line in text[begin : begin + BLOCK].split("\n")]
            starts.extend(list(accumulate(lengths, initial=begin))[1:-1])
    if len(starts) == 1 or starts[-1] < len(text):
        starts.append(len(text))
    return starts


_LINE_END = re.compile(r"\r\n|\n|\r")


def numbers_to(most: int) -> array[int]:
    """An array for numbers up to this one: they take a tenth of the room of those in a list, or less."""
    return array("I" if most < 1 << 32 else "Q")


class Contents(Sequence[str]):
    r"""The lines of a text without their ends, cut out when asked for.

    >>> list(Contents("a\r\nb", Lines("a\r\nb")))
    ['a', 'b']
    """

    def __init__(self, text: str, lines: Lines) -> None:
        self._text, self._lines = text, lines
        self._first, self._near = 0, list[str]()  # lines round the one that was asked for last, and their first number
        self._long: dict[int, str] = {}

    def __len__(self) -> int:
        return len(self._lines)

    @overload
    def __getitem__(self, number: int) -> str: ...
    @overload
    def __getitem__(self, number: slice) -> list[str]: ...
    def __getitem__(self, number: int | slice) -> str | list[str]:
        if isinstance(number, int) and 0 <= number - self._first < len(self._near):
            return self._near[number - self._first]
        if isinstance(number, slice):
            first, after, step = number.indices(len(self))
            return [*self._between(first, after)] if step == 1 else [self[n] for n in range(first, after, step)]
        number = range(len(self))[number]
        first = number - number % _NEAR
        start, after = self._lines[first].start, self._lines[min(first + _NEAR, len(self)) - 1].next
        if after - start <= _LONG:
            self._first, self._near = first, contents_of(self._text[start:after])
            return self._near[number - first]
        return self._long.get(number) or self._cut(number)

    def _cut(self, number: int) -> str:
        start, end, _ = self._lines[number]
        content = self._text[start:end]
        if end - start > _LONG:
            self._long[number] = content
        return content

    def __iter__(self) -> Iterator[str]:
        return self._between(0, len(self))

    def _between(self, number: int, after: int) -> Iterator[str]:
        """Yield the lines from one to another; short ones are cut out many at a time."""
        lines = self._lines
        while number < after:
            start = lines[number].start
            then = min(after, max(number + 1, lines.at(start + _PART)))
            if then == number + 1:
                yield self[number]
            else:
                yield from contents_of(self._text[start : lines[then - 1].next])
            number = then


_NEAR = 1 << 6
"""Lines that are cut out together, if they are short: most are asked for in their order."""

_PART = 1 << 16
_LONG = 1 << 14
"""Characters of a line that is cut out once: it is asked for again and again, and most of what it takes is the text."""


def contents_of(text: str) -> list[str]:
    r"""Give the lines without their ends.

    >>> contents_of("a\r\nb\n")
    ['a', 'b']
    """
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    contents = text.split("\n")
    if len(contents) > 1 and not contents[-1]:
        contents.pop()
    return contents


def in_parts(text: str) -> Iterator[tuple[int, str]]:
    """Part a long text at spaces, each part with its place: a list of all words of a text takes ten times its room."""
    start = 0
    while len(text) - start > _LONGEST_PART and (end := text.find(" ", start + _LONGEST_PART)) >= 0:
        yield start, text[start:end]
        start = end
    yield start, text[start:]


_LONGEST_PART = 1 << 16
