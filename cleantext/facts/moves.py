"""Where lines of a text stand in the text that edits make of it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from cleantext.facts.lines import numbers_to


class Moves:
    """Where lines stand after edits; `fresh` are the numbers of the lines that edits made, in order.

    >>> moves = Moves(most=9)
    >>> moves.add(2, 5, now=1)
    >>> list(moves.of([0, 3, 4, 5]))
    [2, 3]
    """

    def __init__(self, most: int) -> None:
        """`most`: no number of a line is larger, in neither text."""
        self._starts, self._ends, self._now = numbers_to(most), numbers_to(most), numbers_to(most)
        self.fresh = numbers_to(most)

    def add(self, start: int, end: int, now: int) -> None:
        """Take down that lines stay as they are, and where the first of them stands now; those after others later."""
        if start < end:
            self._starts.append(start)
            self._ends.append(end)
            self._now.append(now)

    def of(self, numbers: Iterable[int]) -> Iterator[int]:
        """Yield the numbers that lines have now, without those of lines that are no more; both in order."""
        start = end = now = 0
        for number in numbers:
            if number >= end:
                at = bisect_right(self._starts, number) - 1
                if at < 0:
                    continue
                start, end, now = self._starts[at], self._ends[at], self._now[at]
                if number >= end:
                    continue
            yield number - start + now


def unmoved(count: int) -> Moves:
    """Moves of so many lines that all stay where they stand."""
    moves = Moves(count)
    moves.add(0, count, 0)
    return moves
