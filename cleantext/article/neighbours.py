"""What the points of the lines around add to a line's own: an article is a run of lines that speak for it.

Lines of a crowd of short ones count with few points, unasked. Means are weighted by length, so that
a caption counts for less than the paragraph beside it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from itertools import accumulate
from math import exp
from operator import mul

from cleantext.article.page import Page
from cleantext.article.sums import LARGEST

Column = Sequence[int]

SCALE = 20
"""Points in one unit of log-odds: 14 points double the odds."""

MOST_POINTS = 100
"""A line's own points count up to this, up or down."""

OF_CROWD = -80
"""The points of a line in a crowd of short ones."""

_EDGE = -101
"""Beyond the page's last line."""

_MOST_WORDS = 60
"""A longer line weighs no more than this among its neighbours."""

_FARTHEST = 100

_POINTS = tuple(range(-90, 91, 6))
_STEPS = (1, 2, 4, 6, 9, 13, 18, 25, 35, 50, 70, 100)
_TWENTIETHS = tuple(range(1, 20))

BINS: Mapping[str, Sequence[int]] = {
    "own": _POINTS, "near 1": _POINTS, "near 3": _POINTS, "near 10": _POINTS, "points after": (-100, *_POINTS),
    "from best run": (*(-step for step in reversed(_STEPS)), 0, *_STEPS),
    "best on page": _POINTS, "likely share": _TWENTIETHS,
    "run points": _POINTS, "run lines": (2, 3, 4, 5, 7, 9, 12, 16, 22, 30, 45), "run share": _TWENTIETHS,
}  # fmt: skip
"""The lower bounds of each column's bins after the first."""

OF_PAGE = frozenset(["best on page", "likely share", "run points", "run lines", "run share"])
"""The columns that are one number for all lines of a page."""

_REACHES = (1, 3, 10)


def columns(page: Page, points: Sequence[int]) -> tuple[dict[str, Column], dict[str, int]]:
    """The columns of the live lines, from the points that those have by themselves; and what is one for all."""
    live, size = page.live, len(page.words)
    own = [
        count if -MOST_POINTS <= count <= MOST_POINTS else MOST_POINTS if count > 0 else -MOST_POINTS
        for count in points
    ]
    every = [OF_CROWD] * size
    for place, count in zip(live, own, strict=True):
        every[place] = count
    weights = [count if count < _MOST_WORDS else _MOST_WORDS for count in page.words]
    weighted = list(map(mul, every, weights))
    found = _means(weighted, weights, live)
    after = [*every[1:], _EDGE]
    found["own"] = own
    found["points after"] = [after[place] for place in live]
    passed = list(accumulate(weights, initial=0))
    start, end = _best_run(weighted)
    found["from best run"] = _words_from(start, end, passed, live)
    chances = _chances()
    likely = sum([chances[count] * weights[place] for place, count in zip(live, own, strict=True)])
    run = passed[end + 1] - passed[start]
    return found, {
        "best on page": max(every),
        "likely share": 20 * likely // (1000 * passed[-1]),
        "run points": sum(weighted[start : end + 1]) // run,
        "run lines": min(end + 1 - start, LARGEST),
        "run share": 20 * run // passed[-1],
    }


def _means(weighted: Column, weights: Column, live: Column) -> dict[str, Column]:
    """The mean points of the lines within some reach, the line itself left out."""
    pad = [0] * 10
    sums = list(accumulate(pad + list(weighted) + pad, initial=0))
    sizes = list(accumulate(pad + list(weights) + pad, initial=0))
    found: dict[str, Column] = {}
    for reach in _REACHES:
        low, high = 10 - reach, 11 + reach
        found[f"near {reach}"] = [
            (sums[place + high] - sums[place + low] - weighted[place])
            // (sizes[place + high] - sizes[place + low] - weights[place] or 1)
            for place in live
        ]
    return found


def _best_run(weighted: Column) -> tuple[int, int]:
    """The first and the last line of the run with the largest sum of points, weighted by length."""
    best = current = start = 0
    run = (0, len(weighted) - 1)
    for place, points in enumerate(weighted):
        if current <= 0:
            current, start = 0, place
        current += points
        if current > best:
            best, run = current, (start, place)
    return run


def _words_from(start: int, end: int, passed: Column, live: Column) -> Column:
    """The words between the best run and a line, by fours; negative above it, and 0 within."""
    first, last = passed[start], passed[end]
    return [
        0
        if start <= place <= end
        else max((passed[place] - first) // 4, -_FARTHEST)
        if place < start
        else min((passed[place] - last) // 4, _FARTHEST)
        for place in live
    ]


@cache
def _chances() -> Mapping[int, int]:
    """The chance that a line of so many points is of the article, in thousandths."""
    return {count: round(1000 / (1 + exp(-count / SCALE))) for count in range(-MOST_POINTS, MOST_POINTS + 1)}
