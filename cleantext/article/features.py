"""What is counted of a line: whole numbers, each with the bounds of the bins that points are given for.

The columns are made feature by feature for all lines at once: lengths of what is left of a line when
all but some bytes are deleted cost a tenth of a loop over its characters.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from itertools import accumulate
from math import isqrt

from cleantext.article.page import MOST_WORDS, Page, distances
from cleantext.facts.language import FUNCTION_WORDS

Column = Sequence[int]

ENDS = ("other mark", "full stop", "exclamation", "question", "colon", "comma", "bracket", "quote", "arrow", "digit",
        "ellipsis", "small letter", "capital", "other letter")  # fmt: skip
"""Classes of a line's last character, by number."""

STARTS = ("other mark", "quote", "bracket", "digit", "bullet", "arrow", "at or hash", "dot", "", "", "",
          "small letter", "capital", "other letter")  # fmt: skip
"""Classes of a line's first character, by number."""

_LENGTHS = (2, 3, 4, 5, 6, 7, 8, 10, 12, 15, 18, 22, 27, 35, 45, 60, 90)
_FEW = (1, 2, 3, 4, 6, 9, 14)
_STEPS = (1, 2, 3, 4, 5, 7, 10, 15, 22, 35, 60)
_SHARES = (1, 5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 60, 70, 80, 90, 100)
_MEANS = (2, 3, 4, 5, 6, 8, 10, 13, 16, 20, 25, 32, 42, 60, 90)
_TWENTIETHS = tuple(range(1, 20))
_BOTH_WAYS = (*(-step for step in reversed(_STEPS)), 0, *_STEPS)
_POINTS = tuple(range(-50, 51, 2))

BINS: Mapping[str, Sequence[int]] = {
    "words": _LENGTHS, "end": range(1, len(ENDS)), "start": range(1, len(STARTS)),
    "sentence marks": _FEW, "commas": _SHARES, "capitals": _SHARES, "digits": _SHARES, "link marks": _FEW,
    "quotes": _FEW, "brackets": _FEW, "word length": tuple(range(2, 16)), "function words": _SHARES,
    "copies": (2, 3, 4), "vocabulary": _POINTS, "shared words": (*_SHARES, 101),
    "from first": _BOTH_WAYS, "from last": _BOTH_WAYS, "above": _STEPS, "below": _STEPS,
    "lines passed": _TWENTIETHS, "words passed": _TWENTIETHS,
    "around 2": _MEANS, "around 5": _MEANS, "around 12": _MEANS,
    "line before": _LENGTHS, "line after": _LENGTHS, "two before": _LENGTHS,
    "short run": _STEPS, "closers": (1, 2, 3, 4, 5, 6),
    "long lines": _STEPS, "long share": _SHARES, "mean words": _MEANS, "page lines": _MEANS,
}  # fmt: skip
"""The lower bounds of each feature's bins after the first; one table of points each."""

LARGEST = MOST_WORDS
"""No feature is counted beyond this, up or down."""

LONG_WORDS = 20
"""A line of this many words with a sentence mark is a long one: what positions are counted from."""

_SHORT_WORDS = 8
_LINE_WORDS = 5
"""Whole lines of up to this many words are looked up as such."""

_LEAST_SHARED = 5
"""Bytes; shorter words are in every text."""

_MOST_READ = 60
"""Words at the beginning of a line that are looked up; the rest of it tells nothing new."""

_MOST_CAPITALS = 30
"""Words at the beginning of a line that are asked for capitals."""

_DIGITS_AS_ZERO = bytes.maketrans(b"123456789", b"000000000")
_FUNCTION_WORDS = frozenset(
    word.encode()
    for code in "en de fr es it pt nl pl ru el sv da no cs tr hu fi ro uk".split()
    for word in FUNCTION_WORDS[code].split()
)
_PLAINER = (("\xa0", " "), ("…", "..."), ("，", ","), ("、", ","), ("。", ". "), ("！", "!"), ("？", "?"), ("»", "|"),
            ("›", "|"), ("·", "|"), ("•", "|"), ("“", '"'), ("”", '"'), ("„", '"'), ("「", '"'), ("」", '"'),
            ("：", ":"))  # fmt: skip


class _Classes(dict[str, int]):
    """The class of a character by its place in groups; letters by their case."""

    def __init__(self, *groups: str) -> None:
        super().__init__({char: number for number, group in enumerate(groups, 1) for char in group})

    def __missing__(self, char: str) -> int:
        self[char] = 0 if not char.isalnum() else 12 if char.isupper() else 11 if char.islower() else 13
        return self[char]


_END_CLASS = _Classes(".。।", "!！", "?？؟", ":：", ",;，", ")]）", "\"”’'“」", "|>»›→", "0123456789", "…")
_START_CLASS = _Classes("\"“„«'‘「", "([", "0123456789", "-–—*•·►", "|>»›/", "@#", ".…")


def _all_but(chars: bytes) -> bytes:
    return bytes(sorted(set(range(256)) - set(chars) - {10}))


_KEPT = {"sentence marks": b".!?", "commas": b",;", "digits": b"0123456789", "link marks": b"|>/*~#@=_",
         "quotes": b'"', "brackets": b"()[]"}  # fmt: skip
_DELETED = {name: _all_but(chars) for name, chars in _KEPT.items()}


class Words:
    """The lines' first words in lower case, digits as zeros: `13:45` and `09:30` are one word, `00:00`."""

    def __init__(self, texts: Sequence[str]) -> None:
        low = "\n".join(texts).lower().encode("utf-8", "surrogatepass").translate(_DIGITS_AS_ZERO)
        self.words = [line.split(None, _MOST_READ)[:_MOST_READ] for line in low.split(b"\n")]
        self.content = [frozenset([word for word in line if len(word) >= _LEAST_SHARED]) for line in self.words]


def columns(page: Page, words: Words, closers: Collection[bytes]) -> dict[str, Column]:
    """The features of the live lines, but for `vocabulary`; `words` are those of the live lines."""
    texts, live = page.texts, page.live
    lines = [texts[place] for place in live]
    found = {**_alone(lines, [page.words[place] for place in live], words)}
    copies = Counter(texts)
    found["copies"] = [min(copies[line], LARGEST) for line in lines] if len(copies) < len(texts) else [1] * len(lines)
    found.update(_around(page, closers))
    found["shared words"] = _shared_words(page, words)
    return found


def _alone(lines: Sequence[str], lengths: Column, words: Words) -> dict[str, Column]:
    """What a line tells by itself."""
    text = "\n".join(lines)
    if not text.isascii():
        for mark, plain in _PLAINER:
            text = text.replace(mark, plain)
    raw = text.replace("...", "").encode("utf-8", "surrogatepass")
    counts = {name: list(map(len, raw.translate(None, gone).split(b"\n"))) for name, gone in _DELETED.items()}
    small = {
        name: [count if count < LARGEST else LARGEST for count in counts[name]]
        for name in ("sentence marks", "link marks", "quotes", "brackets")
    }
    sizes = list(map(len, lines))
    capitals = [sum(map(str.istitle, line.split(None, _MOST_CAPITALS)[:_MOST_CAPITALS])) for line in lines]
    read = [length if length < _MOST_CAPITALS else _MOST_CAPITALS for length in lengths]
    function = [sum(map(_FUNCTION_WORDS.__contains__, line)) for line in words.words]
    return {
        **small,
        "words": lengths,
        "end": [10 if line.endswith("...") else _END_CLASS[line[-1]] for line in lines],
        "start": [_START_CLASS[line[0]] for line in lines],
        "commas": _shares(counts["commas"], lengths),
        "capitals": _shares(capitals, read),
        "digits": _shares(counts["digits"], sizes),
        "function words": _shares(function, [len(line) or 1 for line in words.words]),
        "word length": [min(size // length, 20) for size, length in zip(sizes, lengths, strict=True)],
    }


def _shares(parts: Column, wholes: Column) -> Column:
    return [100 * part // whole if part < whole else 100 for part, whole in zip(parts, wholes, strict=True)]


def long_places(page: Page) -> Sequence[int]:
    """Where the long lines stand, or the longest where none is long."""
    texts, words = page.texts, page.words
    long = [place for place in page.live if words[place] >= LONG_WORDS and _has_sentence_mark(texts[place])]
    return long or [max(range(len(words)), key=words.__getitem__)]


def _has_sentence_mark(text: str) -> bool:
    return "." in text or "!" in text or "?" in text or "。" in text or "।" in text


def _around(page: Page, closers: Collection[bytes]) -> dict[str, Column]:
    """Where a line stands on the page, and the lengths of the lines around it."""
    words, live, total = page.words, page.live, len(page.words)
    long = long_places(page)
    first, last = long[0], long[-1]
    above, below = distances(long, live, LARGEST)
    passed = [0, *accumulate(words)]
    everything = passed[-1]
    padded = [0] * 12 + list(passed) + [everything] * 12
    long_words = sum(words[place] for place in long)
    found: dict[str, Column] = {
        "from first": _from(first, live),
        "from last": _from(last, live),
        "above": above,
        "below": below,
        "lines passed": [20 * place // total for place in live],
        "words passed": [20 * passed[place] // everything for place in live],
        "line before": [words[place - 1] if place else 0 for place in live],
        "line after": [*(words[place + 1] for place in live[:-1]), words[live[-1] + 1] if live[-1] + 1 < total else 0],
        "two before": [words[place - 2] if place > 1 else 0 for place in live],
        "short run": _short_runs(page),
        "closers": _closers_passed(page, closers),
    }
    for reach in (2, 5, 12):
        size = 2 * reach
        found[f"around {reach}"] = [
            (padded[place + 13 + reach] - padded[place + 12 - reach] - words[place]) // size for place in live
        ]
    of_page = {"long lines": min(len(long), LARGEST), "long share": 100 * long_words // everything,
               "mean words": everything // total, "page lines": min(total // 4, LARGEST)}  # fmt: skip
    return found | {name: [value] * len(live) for name, value in of_page.items()}


def _from(origin: int, live: Sequence[int]) -> Column:
    """The lines from one line to each live one, negative above it."""
    low, high = origin - LARGEST, origin + LARGEST
    return [place - origin if low < place < high else LARGEST if place > origin else -LARGEST for place in live]


def _short_runs(page: Page) -> Column:
    """The length of the run of short lines that each live line stands in; 0 for the others."""
    words = page.words
    ends = [-1, *(place for place, count in enumerate(words) if count >= _SHORT_WORDS), len(words)]
    runs, at = [], 0
    for place in page.live:
        if words[place] >= _SHORT_WORDS:
            runs.append(0)
            continue
        at = bisect_left(ends, place, at)
        runs.append(min(ends[at] - ends[at - 1] - 1, LARGEST))
    return runs


def _closers_passed(page: Page, closers: Collection[bytes]) -> Column:
    """How many lines that close articles (`Leave a reply`) stand above each live line, itself included; 6 are many."""
    low = "\n".join(page.texts).lower().encode("utf-8", "surrogatepass").translate(_DIGITS_AS_ZERO).split(b"\n")
    passed = list(accumulate(line in closers for line in low))
    return [min(passed[place], 6) for place in page.live]


def _shared_words(page: Page, words: Words) -> Column:
    """The share of a line's longer words that other long lines have too, in per cent; 101 where it has none."""
    is_long = frozenset(long_places(page))
    once: set[bytes] = set()
    twice: set[bytes] = set()
    for place, line in zip(page.live, words.content, strict=True):
        if place in is_long:
            twice |= line & once
            once |= line
    return [
        100 * len(line & (twice if place in is_long else once)) // len(line) if line else 101
        for place, line in zip(page.live, words.content, strict=True)
    ]


def vocabulary(words: Words, points: Mapping[bytes, int], whole: Mapping[bytes, int]) -> Column:
    """The points of a line's known words and of the whole line, over the root of their number."""
    found = []
    for words_of_line in words.words:
        known = [points[word] for word in words_of_line if word in points]
        if len(words_of_line) <= _LINE_WORDS and (line := b" ".join(words_of_line)) in whole:
            known.append(whole[line])
        found.append(_over_root(sum(known), len(known)) if known else 0)
    return found


def _over_root(total: int, count: int) -> int:
    """`total` over the root of `count`, rounded towards nought, in whole numbers: the same on every machine."""
    value = isqrt(total * total // count)
    return min(value, LARGEST) if total > 0 else -min(value, LARGEST)


def key_of_line(words: Sequence[bytes]) -> bytes | None:
    """What a short line is looked up by as a whole; None for longer ones."""
    return b" ".join(words) if len(words) <= _LINE_WORDS else None
