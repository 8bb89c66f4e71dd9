"""The smallest edits between two versions of a line, for repairs that hand back whole lines.

The pieces that stay are those that `difflib.SequenceMatcher` keeps: the longest block that both
versions have, the first one in `before` and then in `after` where several are as long, and so on to
the left and right of it. Here each piece is written as one character, so that blocks are found as
substrings; difflib takes the cube of the number of spaces where little else stayed as it was.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate, repeat

_PIECE = re.compile(r"\w+|\s+|[^\w\s]+")
_OLD, _NEW = "\x00", "\x01"  # stand for every piece that the other version has not got
_CODES = range(2, 0x110000)  # a text of more pieces than that gets coarser edits
_OLD_RUN, _NEW_RUN, _SHARED_RUN = (re.compile(it) for it in (f"{_OLD}+", f"{_NEW}+", f"[^{_OLD}]+"))


def differences(before: str, after: str) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, replacement) in `before`, word by word, each trimmed to what differs.

    >>> list(differences("a lionâ€™s back", "a lion’s back"))
    [(6, 9, '’')]
    """
    if before == after:
        return
    start = other = 0
    for end, other_end in _parts(before, after):
        for first, last, replacement in _differences(before[start:end], after[other:other_end]):
            yield start + first, start + last, replacement
        start, other = end, other_end


def _differences(before: str, after: str) -> Iterator[tuple[int, int, str]]:
    old, new = _PIECE.findall(before), _PIECE.findall(after)
    ends = [0, *accumulate(map(len, old))]
    a, b = _coded(old, new)
    for i, j, k, m in _in_place(a, b) or _gaps(a, b):
        yield _trimmed(before, ends[i], ends[j], "".join(new[k:m]))


_PART = 1 << 17
"""Characters; pieces take fifty times the memory of their text, so that longer lines are compared part by part."""
_ANCHOR = 48
_LEAST_KEPT = 4
"""A repair leaves at least one character of so many: what four codecs in a row make of one."""


def _parts(before: str, after: str) -> Iterator[tuple[int, int]]:
    """Yield the ends of parts in both versions, each at the beginning of a stretch that stands once near it in both."""
    start = other = 0
    while len(before) - start > 2 * _PART:
        cut = _next_cut(before, start + _PART, after, other + _PART // _LEAST_KEPT, other + 2 * _PART)
        if cut is None:
            break
        start, other = cut
        yield cut
    yield len(before), len(after)


def _next_cut(before: str, start: int, after: str, low: int, high: int) -> tuple[int, int] | None:
    for space in _WORD_AFTER_SPACE.finditer(before, start, start + _PART // 2):
        place = space.start() + 1
        anchor = before[place - 1 : place + _ANCHOR]
        found = after.find(anchor, low, high)
        if found >= 0 and after.find(anchor, found + 1, high) < 0 and before.count(anchor, start, start + _PART) == 1:
            return place, found + 1
    return None


_WORD_AFTER_SPACE = re.compile(r"\s\w")


def _coded(old: Sequence[str], new: Sequence[str]) -> tuple[str, str]:
    """Both versions with each piece as one character, the same for the same piece."""
    a = "".join(map(dict(zip(new, map(chr, _CODES), strict=False)).get, old, repeat(_OLD)))
    b = "".join(map(dict(zip(old, a, strict=True)).get, new, repeat(_NEW)))
    return a, b.replace(_OLD, _NEW)


def _in_place(a: str, b: str) -> list[tuple[int, int, int, int]] | None:
    """The gaps, where foreign pieces alone differ, each run of them in the place of one; else None.

    No block can reach over such a run, and of equal blocks the first is the one that stayed in its place.
    """
    if _OLD_RUN.sub(_NEW, a) != _NEW_RUN.sub(_NEW, b):
        return None
    return [(*x.span(), *y.span()) for x, y in zip(_OLD_RUN.finditer(a), _NEW_RUN.finditer(b), strict=True)]


def _gaps(a: str, b: str) -> Iterator[tuple[int, int, int, int]]:
    """Yield (start, end) in `a` and (start, end) in `b` of what lies between the blocks that stay."""
    i = j = 0
    for start, other, length in [*sorted(_blocks(a, b)), (len(a), len(b), 0)]:
        if start > i or other > j:
            yield i, start, j, other
        i, j = start + length, other + length


def _blocks(a: str, b: str) -> Iterator[tuple[int, int, int]]:
    """Yield the blocks that stay, in no order: start in `a`, start in `b`, length."""
    regions = [(0, len(a), 0, len(b), len(a))]
    while regions:
        low, high, other_low, other_high, most = regions.pop()
        i, j, length = _longest(a, b, low, high, other_low, other_high, most)
        if length:
            yield i, j, length
            if low < i and other_low < j:
                regions.append((low, i, other_low, j, length - 1))  # one as long would have been the first
            if i + length < high and j + length < other_high:
                regions.append((i + length, high, j + length, other_high, length))


def _longest(a: str, b: str, low: int, high: int, other_low: int, other_high: int, most: int) -> tuple[int, int, int]:
    """The longest block between the bounds, the first in `a` and then in `b`; none is longer than `most`."""
    found, length = (low, other_low, 0), 0
    for run in _SHARED_RUN.finditer(a, low, high):
        i, end = run.span()
        if length < end - i <= most and (j := b.find(run[0], other_low, other_high)) >= 0:
            found, length = (i, j, end - i), end - i  # most runs stand in the other version as they are
        while i + length < end and length < most:
            if (j := b.find(a[i : i + length + 1], other_low, other_high)) >= 0:
                found, length = (i, j, length + 1), length + 1
            else:
                i += 1
        if length == most:
            break  # in a line that says the same over and over, at its first run
    return found


def _trimmed(before: str, start: int, end: int, after: str) -> tuple[int, int, str]:
    """An edit without what it would replace by the same at its beginning and its end."""
    first, most = 0, min(end - start, len(after))
    while first < most and before[start + first] == after[first]:
        first += 1
    last, most = len(after), most - first
    while most and before[end - 1] == after[last - 1]:
        end, last, most = end - 1, last - 1, most - 1
    return start + first, end, after[first:last]
