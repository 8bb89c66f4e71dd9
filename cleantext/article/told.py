"""The points of every line of a text, in words: what each feature gave, and what the lines around added."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from cleantext.article import alone, neighbours
from cleantext.article.card import Card, Judgement
from cleantext.article.page import page_of
from cleantext.facts.lines import Lines, contents_of


@dataclass(frozen=True, slots=True)
class LinePoints:
    """What speaks for a line being of the article: `total` is the sum of `around`, `own` that of `alone`.

    `start:end` is its span in the input. Below nought it is not of the article; whether it went is told
    by the edits, for a text with few such lines is left as it is.
    """

    start: int
    end: int
    total: int
    own: int
    alone: Mapping[str, int]
    around: Mapping[str, int]


CROWD = "a crowd of short lines"


def points_of(text: str, card: Card) -> tuple[LinePoints, ...]:
    """The points of the filled lines of a text, in order."""
    contents = contents_of(text)
    page, lines = page_of(contents), Lines(text, contents)
    judgement = card.judge_page(page) if page.live else None
    rows = {place: row for row, place in enumerate(page.live)}
    found = []
    for place, number in enumerate(page.numbers):
        start, end, _ = lines[number]
        row = rows.get(place)
        if judgement is None or row is None:
            crowd = {CROWD: neighbours.OF_CROWD}
            found.append(LinePoints(start, end, neighbours.OF_CROWD, neighbours.OF_CROWD, crowd, crowd))
        else:
            found.append(_of_live_line(start, end, judgement, row, card))
    return tuple(found)


def _of_live_line(start: int, end: int, judgement: Judgement, row: int, card: Card) -> LinePoints:
    alone, around = (_named(*found) for found in (card.of_line(judgement, row), card.of_neighbours(judgement, row)))
    return LinePoints(start, end, judgement.totals[row], judgement.own[row], alone, around)


def _named(values: Mapping[str, int], terms: Mapping[str, int]) -> Mapping[str, int]:
    """The terms with the values of their features: "words 14", "end: full stop"."""
    return {" & ".join(_said(name, values) for name in term.split(" & ")): count for term, count in terms.items()}


def _said(name: str, values: Mapping[str, int]) -> str:
    if name not in values:
        return name
    value = values[name]
    if name == "end":
        return f"{name}: {alone.ENDS[value]}"
    return f"{name} {value:+d}" if name in neighbours.BINS else f"{name} {value}"
