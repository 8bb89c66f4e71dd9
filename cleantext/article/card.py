"""The scorecard: points for every bin of every feature, read from a file, and added up for the lines of a page.

The file is JSON that a person can read: for each feature the lower bound of a bin and its points
(`"words": {"": -31, "2": -20, …}`, "" being all below). `scripts/fit_scorecard.py` writes it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, cast

from cleantext.article import alone, neighbours, placed
from cleantext.article.page import TEXT_WORDS, Page, page_of
from cleantext.article.sums import Sum
from cleantext.article.wrapped import wrapped

Column = Sequence[int]

FROM_ALONE = ("words", "end", "commas", "capitals", "vocabulary")
FROM_PLACED = ("copies", "shared words", "same start", "long lines", "long share",
               "mean words", "page lines", "live share")  # fmt: skip
"""The features of the first sum that are weighed once more beside the points around a line."""

LINE_BINS: Mapping[str, Sequence[int]] = {**alone.BINS, **placed.BINS}
"""The columns of the first sum."""

BINS: Mapping[str, Sequence[int]] = {
    **neighbours.BINS, **{name: LINE_BINS[name] for name in (*FROM_ALONE, *FROM_PLACED)},
}  # fmt: skip
"""The columns of the second sum."""

OF_PAGE = placed.OF_PAGE | neighbours.OF_PAGE
"""Those that are one number for all lines of a page."""

LEAST_GOING, LEAST_SHARE = 4, 0.3
"""Lines, and their share: where fewer would go, the text is no page but an article, and stays as it is.

Of nine articles in ten given without their pages, fewer than a quarter of the lines are doubted; of
nineteen pages in twenty, more than a third.
"""

Told = tuple[int, int, int, int, int, int, Sequence[bytes]]
"""What a line tells by itself: its points, the values of `FROM_ALONE`, its words."""

_MOST_KNOWN = 150
"""Lines that are remembered with what they tell: those of a page that is judged again, and those that recur."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """The points of a page's lines: `own` and `totals` of the live ones, kept where the total is not below nought.

    `columns` and `of_page` hold what the sums were made of, but for what a line tells by itself.
    """

    page: Page
    own: Column
    totals: Column
    columns: Mapping[str, Column]
    of_page: Mapping[str, int]

    def going(self) -> Sequence[int]:
        """The places of the lines that are not of the article; none where nearly all are, or no longer line is."""
        words = self.page.words
        staying = {place for place, total in zip(self.page.live, self.totals, strict=True) if total >= 0}
        staying.update(wrapped(self.page))
        if len(words) - len(staying) < max(LEAST_GOING, LEAST_SHARE * len(words)):
            return ()
        if all(words[place] < TEXT_WORDS for place in staying):
            return ()
        return [place for place in range(len(words)) if place not in staying]


class Card:
    """Points that were fitted beforehand, ready to be added up."""

    def __init__(self, content: Mapping[str, Any]) -> None:
        line = content["line"]
        self._alone = Sum(0, alone.BINS, {name: line[name] for name in alone.BINS})
        self._placed = Sum(content["base"], placed.BINS, {name: line[name] for name in placed.BINS}, (), placed.OF_PAGE)
        self._around = Sum(content["base around"], BINS, content["around"], content["pairs"], OF_PAGE)
        self._words = {word.encode(): points for word, points in content["words"].items()}
        self._whole = {line.encode(): points for line, points in content["whole lines"].items()}
        self._closers = alone.Closers(line.encode() for line in content["closers"])
        self._known: dict[str, Told] = {}

    def judge_page(self, page: Page) -> Judgement:
        """Add up the points of the lines of a page, some of which are live."""
        points, *told, read = zip(*self._told_of(page), strict=True)
        columns, of_page = placed.columns(page, read, self._closers.places(page.texts))
        own = self._placed.of_lines(columns, of_page, points)
        around, around_page = neighbours.columns(page, own)
        columns |= dict(zip(FROM_ALONE, told, strict=True)) | around
        of_page |= around_page
        return Judgement(page, own, self._around.of_lines(columns, of_page), columns, of_page)

    def going(self, contents: Sequence[str]) -> Sequence[int]:
        """The places among the filled lines of those that are not of the article; none where the text is no page."""
        page = page_of(contents)
        return self.judge_page(page).going() if page.live and page.may_be_mixed else ()

    def of_line(self, judgement: Judgement, row: int) -> tuple[Mapping[str, int], Mapping[str, int]]:
        """The values of the live line `row` and what each feature gives it: the terms of its own points."""
        page = judgement.page
        place = page.live[row]
        alone_columns = self._columns([page.texts[place]], [page.words[place]])[0]
        values = self._values(judgement, row) | {name: column[0] for name, column in alone_columns.items()}
        return values, {**self._alone.terms(values), **self._placed.terms(values)}

    def of_neighbours(self, judgement: Judgement, row: int) -> tuple[Mapping[str, int], Mapping[str, int]]:
        """The same for its own points and those around it: the terms of its total."""
        values = self._values(judgement, row)
        return values, self._around.terms(values)

    def _values(self, judgement: Judgement, row: int) -> dict[str, int]:
        return {name: column[row] for name, column in judgement.columns.items()} | dict(judgement.of_page)

    def _told_of(self, page: Page) -> Sequence[Told]:
        """What each live line tells by itself."""
        known, live, texts = self._known, page.live, page.texts
        told = list(map(known.get, map(texts.__getitem__, live)))
        new = [place for place, it in zip(live, told, strict=True) if it is None]
        if not new:
            return cast("list[Told]", told)
        lines = [texts[place] for place in new]
        columns, read = self._columns(lines, [page.words[place] for place in new])
        points = self._alone.of_lines(columns, {})
        found = list(zip(points, *(columns[name] for name in FROM_ALONE), read, strict=True))
        if len(known) > _MOST_KNOWN:
            known.clear()
        known.update(zip(lines, found, strict=True))
        rest = iter(found)
        return [it or next(rest) for it in told]

    def _columns(self, lines: Sequence[str], lengths: Column) -> tuple[dict[str, Column], Sequence[Sequence[bytes]]]:
        """What lines of so many words tell by themselves, and the words that were read."""
        read = alone.words_of(lines)
        columns = alone.columns(lines, lengths)
        columns["vocabulary"] = alone.vocabulary(read, self._words, self._whole)
        return columns, read


@lru_cache(maxsize=8)
def card_at(path: str) -> Card:
    """The card in a file; read once."""
    return Card(json.loads(Path(path).read_bytes()))
