"""Tables of points, added up for the lines of a page: one term a feature, or a pair of features.

Tables are bytes, with the least of their points taken out and added once: as lists they are eight times as
large, and what other work has meanwhile driven out of the processor's cache costs more than the sums.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Mapping, Sequence
from operator import getitem
from typing import Any

Column = Sequence[int]
Bins = Mapping[str, Sequence[int]]

LARGEST = 400
"""No feature is counted beyond this, up or down."""


class Sum:
    """The points of features by the bins that their values lie in; of pairs of features by both.

    `of_page` names the features that are one number for all lines of a page: what they give alone is
    added once, and of a table that pairs one with a feature of lines, one row is read.
    """

    def __init__(
        self,
        base: int,
        bins: Bins,
        tables: Mapping[str, Mapping[str, int]],
        pairs: Sequence[Mapping[str, Any]] = (),
        of_page: Collection[str] = (),
    ) -> None:
        self._base = base
        self._tables = {name: _Table(_in_order(points, bins[name]), bins[name]) for name, points in tables.items()}
        self._pairs = {(*it["of"],): it["points"] for it in pairs}
        used = sorted({name for names in self._pairs for name in names})
        self._bin = {name: _spread(range(len(bins[name]) + 1), bins[name]) for name in used}
        self._of_line = [name for name in tables if name not in of_page]
        self._of_page = [name for name in tables if name in of_page]
        of_line = [names for names in self._pairs if names[0] not in of_page]
        self._rows = {names: _rows(self._pairs[names]) for names in of_line}
        self._pairs_of_page = [names for names in self._pairs if names[1] in of_page]
        self._by_page: dict[str, list[str]] = {}
        for first, second in self._pairs:
            if first in of_page and second not in of_page:
                self._by_page.setdefault(second, []).append(first)
        self._binned = sorted({*self._by_page, *(name for names in of_line for name in names)})
        self._least = sum(self._tables[name].least for name in self._of_line) + sum(it for _, it in self._rows.values())

    def of_lines(self, columns: Mapping[str, Column], of_page: Mapping[str, int], *more: Column) -> list[int]:
        """The sum for each line: `columns` hold a value for each, `of_page` one for all; `more` are points already."""
        terms: list[Iterable[int]] = [*more]
        terms += [map(self._tables[name].points.__getitem__, columns[name]) for name in self._of_line]
        bins = {name: list(map(self._bin[name].__getitem__, columns[name])) for name in self._binned}
        for (first, second), (rows, _) in self._rows.items():
            terms.append(map(getitem, map(rows.__getitem__, bins[first]), bins[second]))
        for second, firsts in self._by_page.items():
            of_bins = [self._pairs[first, second][self._bin[first][of_page[first]]] for first in firsts]
            terms.append(map(list(map(sum, zip(*of_bins, strict=True))).__getitem__, bins[second]))
        base = self._base + self._least
        base += sum([self._tables[name].of(of_page[name]) for name in self._of_page])
        base += sum([self._of_pair(names, of_page) for names in self._pairs_of_page])
        return [total + base for total in map(sum, zip(*terms, strict=True))]

    def _of_pair(self, names: tuple[str, str], values: Mapping[str, int]) -> int:
        first, second = (self._bin[name][values[name]] for name in names)
        return int(self._pairs[names][first][second])

    def terms(self, values: Mapping[str, int]) -> dict[str, int]:
        """What each term gives a line with these values."""
        found = {name: table.of(values[name]) for name, table in self._tables.items()}
        found |= {" & ".join(names): self._of_pair(names, values) for names in self._pairs}
        return found | {"base": self._base} if self._base else found


class _Table:
    """Points above the `least` of them, for every whole number that a feature can be."""

    def __init__(self, by_bin: Sequence[int], bounds: Sequence[int]) -> None:
        self.least = min(by_bin)
        self.points = _spread([count - self.least for count in by_bin], bounds)

    def of(self, value: int) -> int:
        return self.points[value] + self.least


def _rows(points: Sequence[Sequence[int]]) -> tuple[Sequence[bytes], int]:
    """The rows of a table, less the least of its points; and that."""
    least = min(map(min, points))
    return [bytes([count - least for count in row]) for row in points], least


def _in_order(points: Mapping[str, int], bounds: Sequence[int]) -> Sequence[int]:
    return [points[""], *(points[str(low)] for low in bounds)]


def _spread(by_bin: Sequence[int], bounds: Sequence[int]) -> bytes:
    """What belongs to every whole number that a feature can be; negative ones count from the end."""
    return bytes([by_bin[bisect_right(bounds, value)] for value in (*range(LARGEST + 1), *range(-LARGEST, 0))])
