"""The points of every line of a text, in words: what each feature gave, and what the lines around added."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cleantext.article import features, neighbours
from cleantext.article.card import Card, Judgement
from cleantext.facts.layout import lines_of


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


def points_of(text: str, contents: Sequence[str], card: Card) -> tuple[LinePoints, ...]:
    """The points of the filled lines of a text, in order; `contents` are its lines."""
    judgement, lines = card.judge(contents), lines_of(text)
    rows = {place: row for row, place in enumerate(judgement.page.live)} if judgement else {}
    filled = [number for number, line in enumerate(contents) if line.strip()]
    found = []
    for place, number in enumerate(filled):
        start, end, _ = lines[number]
        row = rows.get(place)
        if judgement is None or row is None:
            crowd = {CROWD: neighbours.OF_CROWD}
            found.append(LinePoints(start, end, neighbours.OF_CROWD, neighbours.OF_CROWD, crowd, crowd))
        else:
            found.append(_of_live_line(start, end, judgement, row, card))
    return tuple(found)


def _of_live_line(start: int, end: int, judgement: Judgement, row: int, card: Card) -> LinePoints:
    alone = {_named(name, judgement.columns, row): count for name, count in card.of_line(judgement, row).items()}
    around = {
        " & ".join(_named(part, judgement.around, row) for part in name.split(" & ")): count
        for name, count in card.of_neighbours(judgement, row).items()
    }
    return LinePoints(start, end, judgement.totals[row], judgement.own[row], alone, around)


def _named(name: str, columns: Mapping[str, Sequence[int]], row: int) -> str:
    """The feature with its value: "words 14", "end full stop"."""
    if name not in columns:
        return name
    value = columns[name][row]
    if name in ("end", "start"):
        return f"{name}: {(features.ENDS if name == 'end' else features.STARTS)[value]}"
    return f"{name} {value:+d}" if name in neighbours.BINS else f"{name} {value}"
