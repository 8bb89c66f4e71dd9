"""Where a line stands on its page: whole numbers, each with the bounds of the bins that points are given for.

What it stands beside is counted by lengths and places alone; `neighbours` adds what the lines around tell.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import accumulate

from cleantext.article.alone import SHARES
from cleantext.article.page import Page
from cleantext.article.sums import LARGEST

Column = Sequence[int]

_STEPS = (1, 2, 3, 4, 5, 7, 10, 15, 22, 35, 60)
_MEANS = (2, 3, 4, 5, 6, 8, 10, 13, 16, 20, 25, 32, 42, 60, 90)
_TWENTIETHS = tuple(range(1, 20))
_BOTH_WAYS = (*(-step for step in reversed(_STEPS)), 0, *_STEPS)

BINS: Mapping[str, Sequence[int]] = {
    "copies": (2, 3, 4), "shared words": SHARES, "from first": _BOTH_WAYS, "above": _STEPS, "below": _STEPS,
    "lines passed": _TWENTIETHS,
    "closers": (1, 2, 3, 4, 5, 6),
    "ended near": (1, 2, 3, 4, 5, 6, 7), "same start": (1, 2, 3, 4),
    "long lines": _STEPS, "long share": SHARES, "mean words": _MEANS, "page lines": _MEANS, "live share": _TWENTIETHS,
}  # fmt: skip
"""The lower bounds of each feature's bins after the first; one table of points each."""

OF_PAGE = frozenset(["long lines", "long share", "mean words", "page lines", "live share"])
"""The features that are one number for all lines of a page."""

LONG_WORDS = 20
"""A line of this many words with a sentence mark is a long one: what positions are counted from."""

_LEAST_SHARED = 5
"""Bytes; shorter words are in every text."""

_ENDS_SENTENCE = frozenset(".。।!！?？؟")
_QUOTES_AND_BRACKETS = frozenset("\"“„«'‘「([")


def columns(
    page: Page, read: Sequence[Sequence[bytes]], closing: Sequence[int]
) -> tuple[dict[str, Column], dict[str, int]]:
    """The features of the live lines, and those that all lines of a page have in common.

    `read` holds the words of each live line, `closing` the places of the lines that close articles.
    """
    texts, words, live, total = page.texts, page.words, page.live, len(page.words)
    long = long_places(page)
    above, below = _distances(long, live)
    everything = sum(words)
    return {
        "copies": _copies(texts, live),
        "shared words": _shared_words(live, frozenset(long), read),
        "from first": _from(long[0], live),
        "above": above,
        "below": below,
        "lines passed": [20 * place // total for place in live],
        "closers": _passed(closing, live),
        "ended near": _ended_near(texts, live),
        "same start": _same_start(texts, live),
    }, {
        "long lines": min(len(long), LARGEST),
        "long share": 100 * sum([words[place] for place in long]) // everything,
        "mean words": everything // total,
        "page lines": min(total // 4, LARGEST),
        "live share": 20 * len(live) // total,
    }


def long_places(page: Page) -> Sequence[int]:
    """Where the long lines stand, or the longest where none is long."""
    texts, words = page.texts, page.words
    long = [place for place in page.live if words[place] >= LONG_WORDS and _has_sentence_mark(texts[place])]
    return long or [max(range(len(words)), key=words.__getitem__)]


def _has_sentence_mark(text: str) -> bool:
    return "." in text or "!" in text or "?" in text or "。" in text or "।" in text


def _ended_near(texts: Sequence[str], live: Column) -> Column:
    """How many of the line and the three above and below it end as sentences do."""
    ended = [text[-1] in _ENDS_SENTENCE for text in texts]
    passed = [0, 0, 0, *accumulate(ended, initial=0), *[sum(ended)] * 3]
    return [passed[place + 7] - passed[place] for place in live]


def _same_start(texts: Sequence[str], live: Column) -> Column:
    """How many of the two lines above and below a line begin with the same mark as it does; all digits are one."""
    starts = ["", "", *[_mark(text[0]) for text in texts], "", ""]
    if not any(starts):
        return [0] * len(live)
    return [
        (start == starts[place])
        + (start == starts[place + 1])
        + (start == starts[place + 3])
        + (start == starts[place + 4])
        if (start := starts[place + 2])
        else 0
        for place in live
    ]


def _mark(char: str) -> str:
    return "" if char.isalpha() or char in _QUOTES_AND_BRACKETS else "0" if char.isdigit() else char


def _copies(texts: Sequence[str], live: Column) -> Column:
    if len(set(texts)) == len(texts):
        return [1] * len(live)
    copies = Counter(texts)
    return [min(copies[texts[place]], LARGEST) for place in live]


def _from(origin: int, live: Column) -> Column:
    """The lines from one line to each live one, negative above it."""
    low, high = origin - LARGEST, origin + LARGEST
    return [place - origin if low < place < high else LARGEST if place > origin else -LARGEST for place in live]


def _distances(long: Sequence[int], live: Column) -> tuple[list[int], list[int]]:
    """Lines from the nearest long line above each live one, and to the nearest below; `LARGEST` where there is none.

    >>> _distances([1, 4], [1, 2])
    ([400, 1], [3, 2])
    """
    above, below = [], []
    for place in live:
        at = bisect_left(long, place)
        above.append(place - long[at - 1] if at else LARGEST)
        at = bisect_right(long, place, at)
        below.append(long[at] - place if at < len(long) else LARGEST)
    return [min(lines, LARGEST) for lines in above], [min(lines, LARGEST) for lines in below]


def _passed(closing: Sequence[int], live: Column) -> Column:
    """How many lines that close articles stand above each live line, itself included; 6 are many."""
    if not closing:
        return [0] * len(live)
    passed = [bisect_left(closing, place + 1) for place in live]
    return [min(count, 6) for count in passed]


def _shared_words(live: Column, long: frozenset[int], read: Sequence[Sequence[bytes]]) -> Column:
    """How many of a line's words are longer ones that other long lines have too, in per cent."""
    once: set[bytes] = set()
    twice: set[bytes] = set()
    for place, words in zip(live, read, strict=True):
        if place in long:
            line = {word for word in words if len(word) >= _LEAST_SHARED}
            twice |= line & once
            once |= line
    in_others, in_long = twice.intersection, once.intersection
    return [
        100 * len((in_others if place in long else in_long)(words)) // len(words)
        for place, words in zip(live, read, strict=True)
    ]
