"""Numbers that follow one another, taken together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby


def stretches(numbers: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Yield the first and the last of each row of numbers without a gap.

    >>> list(stretches([2, 3, 4, 7]))
    [(2, 4), (7, 7)]
    """
    for _, its in groupby(enumerate(numbers), lambda it: it[1] - it[0]):
        row = [number for _, number in its]
        yield row[0], row[-1]
