"""What the points of the lines around add to a line's own: an article is a run of lines that speak for it.

Lines of a crowd of short ones count with few points, unasked. Means are weighted by length, so that
a caption counts for less than the paragraph beside it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from itertools import accumulate
from math import exp

from cleantext.article.page import Page, distances

Column = Sequence[int]

SCALE = 20
"""Points in one unit of log-odds: 14 points double the odds."""

MOST_POINTS = 100
"""A line's own points count up to this, up or down."""

OF_CROWD = -80
"""The points of a line in a crowd of short ones."""

_EDGE = -101
"""Beyond the page's first and last line."""

_MOST_WORDS = 60
"""A longer line weighs no more than this among its neighbours."""

_STRONG_POINTS, _STRONG_WORDS = 20, 12
"""A line that surely is text."""

_FAR = 60

_POINTS = tuple(range(-90, 91, 6))
_STEPS = (1, 2, 3, 4, 5, 7, 10, 15, 22, 35, 60)
_BOTH_WAYS = (*(-step for step in reversed(_STEPS)), 0, *_STEPS)
_TWENTIETHS = tuple(range(1, 20))

BINS: Mapping[str, Sequence[int]] = {
    "own": _POINTS, "near 1": _POINTS, "near 2": _POINTS, "near 4": _POINTS, "near 10": _POINTS,
    "points before": (-100, *_POINTS), "points after": (-100, *_POINTS), "points two before": (-100, *_POINTS),
    "best on page": _POINTS, "from best run": _BOTH_WAYS, "likely share": _TWENTIETHS,
    "strong above": _STEPS, "strong below": _STEPS,
}  # fmt: skip
"""The lower bounds of each column's bins after the first."""


def columns(page: Page, points: Sequence[int]) -> tuple[dict[str, Column], dict[str, int]]:
    """The columns of the live lines, from the points that those have by themselves; and what is one for all."""
    live, size = page.live, len(page.words)
    every = [OF_CROWD] * size
    for place, count in zip(live, points, strict=True):
        every[place] = count if -MOST_POINTS <= count <= MOST_POINTS else MOST_POINTS if count > 0 else -MOST_POINTS
    weights = [count if count < _MOST_WORDS else _MOST_WORDS for count in page.words]
    found = _means(every, weights, live)
    padded = [_EDGE, _EDGE, *every, _EDGE]
    found["own"] = [every[place] for place in live]
    found["points before"] = [padded[place + 1] for place in live]
    found["points after"] = [padded[place + 3] for place in live]
    found["points two before"] = [padded[place] for place in live]
    start, end = _best_run(every, weights)
    found["from best run"] = [
        max(place - start, -_FAR) if place < start else min(place - end, _FAR) if place > end else 0 for place in live
    ]
    strong = [place for place in live if every[place] >= _STRONG_POINTS and weights[place] >= _STRONG_WORDS]
    found["strong above"], found["strong below"] = distances(strong, live, _FAR)
    chances = _chances()
    likely = sum([chances[every[place]] * weights[place] for place in live])
    return found, {"best on page": max(every), "likely share": 20 * likely // (1000 * sum(weights))}


def _means(every: Column, weights: Column, live: Column) -> dict[str, Column]:
    """The mean points of the lines within some reach, the line itself left out."""
    pad = [0] * 10
    weighted = [count * weight for count, weight in zip(every, weights, strict=True)]
    sums = list(accumulate(pad + weighted + pad, initial=0))
    sizes = list(accumulate(pad + list(weights) + pad, initial=0))
    return {
        f"near {reach}": [
            (sums[place + 11 + reach] - sums[place + 10 - reach] - weighted[place])
            // (sizes[place + 11 + reach] - sizes[place + 10 - reach] - weights[place] or 1)
            for place in live
        ]
        for reach in (1, 2, 4, 10)
    }


def _best_run(every: Column, weights: Column) -> tuple[int, int]:
    """The first and the last line of the run with the largest sum of points, weighted by length."""
    best = current = start = 0
    run = (0, len(every) - 1)
    for place, (count, weight) in enumerate(zip(every, weights, strict=True)):
        if current <= 0:
            current, start = 0, place
        current += count * weight
        if current > best:
            best, run = current, (start, place)
    return run


@cache
def _chances() -> Mapping[int, int]:
    """The chance that a line of so many points is of the article, in thousandths."""
    return {count: round(1000 / (1 + exp(-count / SCALE))) for count in range(-MOST_POINTS, MOST_POINTS + 1)}
