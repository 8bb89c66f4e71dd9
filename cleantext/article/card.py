"""The scorecard: points for every bin of every feature, read from a file, and added up for the lines of a page.

The file is JSON that a person can read: for each feature the lower bound of a bin and its points
(`"words": {"": -31, "2": -20, …}`, "" being all below). `scripts/fit_scorecard.py` writes it.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import add
from pathlib import Path
from typing import Any

from cleantext.article import features, neighbours
from cleantext.article.features import Words
from cleantext.article.page import TEXT_WORDS, Page, page_of

Column = Sequence[int]

FROM_LINE = ("words", "end", "sentence marks", "from first", "vocabulary", "shared words", "above", "below",
             "long share", "mean words")  # fmt: skip
"""The features of the line itself that are weighed once more beside the points around it."""

BINS: Mapping[str, Sequence[int]] = {**neighbours.BINS, **{name: features.BINS[name] for name in FROM_LINE}}
"""The columns of the second sum."""

LEAST_GOING, LEAST_SHARE = 4, 0.3
"""Lines, and their share: where fewer would go, the text is no page but an article, and stays as it is.

Of nine articles in ten given without their pages, fewer than a quarter of the lines are doubted; of
nineteen pages in twenty, more than a third.
"""


@dataclass(frozen=True, slots=True)
class Judgement:
    """The points of a page's lines: `totals` of the live ones, kept where they are not below nought.

    `columns` and `around` hold what the two sums were made of.
    """

    page: Page
    own: Column
    totals: Column
    columns: Mapping[str, Column]
    around: Mapping[str, Column]

    def going(self) -> Sequence[int]:
        """The places of the lines that are not of the article; none where nearly all are, or no longer line is."""
        words = self.page.words
        staying = {place for place, total in zip(self.page.live, self.totals, strict=True) if total >= 0}
        going = [place for place in range(len(words)) if place not in staying]
        if len(going) < max(LEAST_GOING, LEAST_SHARE * len(words)):
            return ()
        return going if any(words[place] >= TEXT_WORDS for place in staying) else ()


class Card:
    """Points that were fitted beforehand, ready to be added up."""

    def __init__(self, content: Mapping[str, Any]) -> None:
        self._line = {name: _spread(points, features.BINS[name]) for name, points in content["line"].items()}
        self._around = {name: _spread(points, BINS[name]) for name, points in content["around"].items()}
        self._pairs = [(*it["of"], _row_by_row(it["points"])) for it in content["pairs"]]
        paired = {name for first, second, _ in self._pairs for name in (first, second)}
        self._bin = {name: _spread(range(len(BINS[name]) + 1), BINS[name]) for name in sorted(paired)}
        self._base: int = content["base"]
        self._base_around: int = content["base around"]
        self._words = {word.encode(): points for word, points in content["words"].items()}
        self._whole = {line.encode(): points for line, points in content["whole lines"].items()}
        self._closers = frozenset(line.encode() for line in content["closers"])

    def judge(self, contents: Sequence[str]) -> Judgement | None:
        """Add up the points of the lines; None where all of them are a crowd of short lines."""
        page = page_of(contents)
        return self.judge_page(page) if page.live else None

    def judge_page(self, page: Page) -> Judgement:
        """Add up the points of the lines of a page, some of which are live."""
        columns = self.columns(page)
        own = self._own(columns)
        around = {**neighbours.columns(page, own), **{name: columns[name] for name in FROM_LINE}}
        return Judgement(page, own, self._totals(around), columns, around)

    def going(self, contents: Sequence[str]) -> Sequence[int]:
        """The places among the filled lines of those that are not of the article; none where the text is no page."""
        page = page_of(contents)
        return self.judge_page(page).going() if page.live and page.may_be_mixed else ()

    def columns(self, page: Page) -> dict[str, Column]:
        """The features of the live lines."""
        words = Words([page.texts[place] for place in page.live])
        found = features.columns(page, words, self._closers)
        found["vocabulary"] = features.vocabulary(words, self._words, self._whole)
        return found

    def _own(self, columns: Mapping[str, Column]) -> Column:
        base = self._base
        rows = zip(*(map(table.__getitem__, columns[name]) for name, table in self._line.items()), strict=True)
        return [total + base for total in map(sum, rows)]

    def _totals(self, around: Mapping[str, Column]) -> Column:
        base = self._base_around
        terms = [map(table.__getitem__, around[name]) for name, table in self._around.items()]
        bins = {name: list(map(table.__getitem__, around[name])) for name, table in self._bin.items()}
        rows = {name: list(map(_ROW.__mul__, column)) for name, column in bins.items()}
        for first, second, points in self._pairs:
            terms.append(map(points.__getitem__, map(add, rows[first], bins[second])))
        return [total + base for total in map(sum, zip(*terms, strict=True))]

    def of_line(self, judgement: Judgement, row: int) -> dict[str, int]:
        """What each feature gives the live line `row`: the terms of its own points."""
        return {name: table[judgement.columns[name][row]] for name, table in self._line.items()} | {"base": self._base}

    def of_neighbours(self, judgement: Judgement, row: int) -> dict[str, int]:
        """What its own points and those around it give the live line `row`: the terms of its total."""
        around = judgement.around
        terms = {name: table[around[name][row]] for name, table in self._around.items()}
        for first, second, points in self._pairs:
            place = _ROW * self._bin[first][around[first][row]] + self._bin[second][around[second][row]]
            terms[f"{first} & {second}"] = points[place]
        return terms | {"base": self._base_around}


_ROW = 64
"""More than any feature has bins."""


def _row_by_row(points: Sequence[Sequence[int]]) -> Sequence[int]:
    """A table as one list, each row at a multiple of `_ROW`."""
    return [count for row in points for count in (*row, *[0] * (_ROW - len(row)))]


def _spread(points: Mapping[str, int] | Sequence[int], bounds: Sequence[int]) -> Sequence[int]:
    """The points of every whole number that a feature can be; those of negative ones count from the end."""
    by_bin = [points[""], *(points[str(low)] for low in bounds)] if isinstance(points, Mapping) else points
    largest = max(features.LARGEST, neighbours.LARGEST)
    return [by_bin[bisect_right(bounds, value)] for value in (*range(largest + 1), *range(-largest, 0))]


@lru_cache(maxsize=8)
def card_at(path: str) -> Card:
    """The card in a file; read once."""
    return Card(json.loads(Path(path).read_bytes()))
