"""Tables of points, added up for the lines of a page: one term a feature, or a pair of features."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from operator import add
from typing import Any

Column = Sequence[int]

LARGEST = 400
"""No feature is counted beyond this, up or down."""

_ROW = 64
"""More than any feature has bins."""


class Sum:
    """The points of features by the bins that their values lie in; of pairs of features by both."""

    def __init__(
        self,
        base: int,
        bins: Mapping[str, Sequence[int]],
        tables: Mapping[str, Mapping[str, int]],
        pairs: Sequence[Mapping[str, Any]] = (),
    ) -> None:
        self._base = base
        self._tables = {name: _spread(_in_order(points, bins[name]), bins[name]) for name, points in tables.items()}
        self._pairs = [_Pair(it["of"], it["points"], bins) for it in pairs]

    def of_lines(self, columns: Mapping[str, Column], of_page: Mapping[str, int], *more: Column) -> list[int]:
        """The sum for each line: `columns` hold a value for each, `of_page` one for all; `more` are points already."""
        base = self._base
        terms: list[Iterable[int]] = [*more]
        for name, table in self._tables.items():
            if name in columns:
                terms.append(map(table.__getitem__, columns[name]))
            else:
                base += table[of_page[name]]
        for pair in self._pairs:
            if pair.first in columns:
                terms.append(pair.of_lines(columns[pair.first], columns[pair.second]))
            else:
                base += pair.of_values(of_page)
        return [total + base for total in map(sum, zip(*terms, strict=True))]

    def terms(self, values: Mapping[str, int]) -> dict[str, int]:
        """What each term gives a line with these values."""
        found = {name: table[values[name]] for name, table in self._tables.items()}
        found |= {f"{pair.first} & {pair.second}": pair.of_values(values) for pair in self._pairs}
        return found | {"base": self._base} if self._base else found


class _Pair:
    """The points of two features by the bins of both: one list, each row at a multiple of `_ROW`."""

    def __init__(
        self, names: tuple[str, str], points: Sequence[Sequence[int]], bins: Mapping[str, Sequence[int]]
    ) -> None:
        self.first, self.second = first, second = names
        self._points = [count for row in points for count in (*row, *[0] * (_ROW - len(row)))]
        self._row = _spread(range(0, _ROW * (len(bins[first]) + 1), _ROW), bins[first])
        self._bin = _spread(range(len(bins[second]) + 1), bins[second])

    def of_lines(self, first: Column, second: Column) -> map[int]:
        places = map(add, map(self._row.__getitem__, first), map(self._bin.__getitem__, second))
        return map(self._points.__getitem__, places)

    def of_values(self, values: Mapping[str, int]) -> int:
        return self._points[self._row[values[self.first]] + self._bin[values[self.second]]]


def _in_order(points: Mapping[str, int], bounds: Sequence[int]) -> Sequence[int]:
    return [points[""], *(points[str(low)] for low in bounds)]


def _spread(by_bin: Sequence[int], bounds: Sequence[int]) -> Sequence[int]:
    """What belongs to every whole number that a feature can be; negative ones count from the end."""
    return [by_bin[bisect_right(bounds, value)] for value in (*range(LARGEST + 1), *range(-LARGEST, 0))]
