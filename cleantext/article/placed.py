"""Where a line stands on its page: whole numbers, each with the bounds of the bins that points are given for.

What it stands beside is counted by lengths and places alone; `neighbours` adds what the lines around tell.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import accumulate

from cleantext.article.alone import LENGTHS, SHARES
from cleantext.article.page import Page, distances
from cleantext.article.sums import LARGEST

Column = Sequence[int]

_STEPS = (1, 2, 3, 4, 5, 7, 10, 15, 22, 35, 60)
_MEANS = (2, 3, 4, 5, 6, 8, 10, 13, 16, 20, 25, 32, 42, 60, 90)
_TWENTIETHS = tuple(range(1, 20))
_BOTH_WAYS = (*(-step for step in reversed(_STEPS)), 0, *_STEPS)

BINS: Mapping[str, Sequence[int]] = {
    "copies": (2, 3, 4), "shared words": (*SHARES, 101),
    "from first": _BOTH_WAYS, "from last": _BOTH_WAYS, "above": _STEPS, "below": _STEPS,
    "lines passed": _TWENTIETHS, "words passed": _TWENTIETHS,
    "around 2": _MEANS, "around 5": _MEANS, "around 12": _MEANS,
    "line before": LENGTHS, "line after": LENGTHS, "two before": LENGTHS, "closers": (1, 2, 3, 4, 5, 6),
    "long lines": _STEPS, "long share": SHARES, "mean words": _MEANS, "page lines": _MEANS,
}  # fmt: skip
"""The lower bounds of each feature's bins after the first; one table of points each."""

LONG_WORDS = 20
"""A line of this many words with a sentence mark is a long one: what positions are counted from."""

_REACHES = (2, 5, 12)


def long_places(page: Page) -> Sequence[int]:
    """Where the long lines stand, or the longest where none is long."""
    texts, words = page.texts, page.words
    long = [place for place in page.live if words[place] >= LONG_WORDS and _has_sentence_mark(texts[place])]
    return long or [max(range(len(words)), key=words.__getitem__)]


def _has_sentence_mark(text: str) -> bool:
    return "." in text or "!" in text or "?" in text or "。" in text or "।" in text


def columns(
    page: Page, content: Sequence[frozenset[bytes]], closing: Column
) -> tuple[dict[str, Column], dict[str, int]]:
    """The features of the live lines, and those that all lines of a page have in common.

    `content` holds the longer words of each live line, `closing` the places of the lines that close articles.
    """
    long = long_places(page)
    texts, words, live, total = page.texts, page.words, page.live, len(page.words)
    above, below = distances(long, live, LARGEST)
    passed = [0, *accumulate(words)]
    everything = passed[-1]
    found: dict[str, Column] = {
        "copies": _copies(texts, live),
        "shared words": _shared_words(live, frozenset(long), content),
        "from first": _from(long[0], live),
        "from last": _from(long[-1], live),
        "above": above,
        "below": below,
        "lines passed": [20 * place // total for place in live],
        "words passed": [20 * passed[place] // everything for place in live],
        "line before": [words[place - 1] if place else 0 for place in live],
        "line after": [*(words[place + 1] for place in live[:-1]), words[live[-1] + 1] if live[-1] + 1 < total else 0],
        "two before": [words[place - 2] if place > 1 else 0 for place in live],
        "closers": _passed(closing, live),
    }
    padded = [0] * 12 + passed + [everything] * 12
    for reach in _REACHES:
        size, low, high = 2 * reach, 12 - reach, 13 + reach
        found[f"around {reach}"] = [
            (padded[place + high] - padded[place + low] - words[place]) // size for place in live
        ]
    return found, {
        "long lines": min(len(long), LARGEST),
        "long share": 100 * sum([words[place] for place in long]) // everything,
        "mean words": everything // total,
        "page lines": min(total // 4, LARGEST),
    }


def _copies(texts: Sequence[str], live: Column) -> Column:
    if len(set(texts)) == len(texts):
        return [1] * len(live)
    copies = Counter(texts)
    return [min(copies[texts[place]], LARGEST) for place in live]


def _from(origin: int, live: Column) -> Column:
    """The lines from one line to each live one, negative above it."""
    low, high = origin - LARGEST, origin + LARGEST
    return [place - origin if low < place < high else LARGEST if place > origin else -LARGEST for place in live]


def _passed(closing: Column, live: Column) -> Column:
    """How many lines that close articles stand above each live line, itself included; 6 are many."""
    if not closing:
        return [0] * len(live)
    passed = [bisect_left(closing, place + 1) for place in live]
    return [min(count, 6) for count in passed]


def _shared_words(live: Column, long: frozenset[int], content: Sequence[frozenset[bytes]]) -> Column:
    """The share of a line's longer words that other long lines have too, in per cent; 101 where it has none."""
    once: set[bytes] = set()
    twice: set[bytes] = set()
    for place, line in zip(live, content, strict=True):
        if place in long:
            twice |= line & once
            once |= line
    return [
        100 * len(line & (twice if place in long else once)) // len(line) if line else 101
        for place, line in zip(live, content, strict=True)
    ]
