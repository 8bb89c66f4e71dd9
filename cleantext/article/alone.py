"""What a line tells by itself: whole numbers, each with the bounds of the bins that points are given for.

The columns are made feature by feature for all lines at once: lengths of what is left of a line when
all but some bytes are deleted cost a tenth of a loop over its characters.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache
from math import isqrt

from cleantext.article.sums import LARGEST

Column = Sequence[int]

ENDS = ("other mark", "full stop", "exclamation", "question", "colon", "comma", "bracket", "quote", "arrow", "digit",
        "ellipsis", "small letter", "capital", "other letter")  # fmt: skip
"""Classes of a line's last character, by number."""

STARTS = ("other mark", "quote", "bracket", "digit", "bullet", "arrow", "at or hash", "dot", "", "", "",
          "small letter", "capital", "other letter")  # fmt: skip
"""Classes of a line's first character, by number."""

LENGTHS = (2, 3, 4, 5, 6, 7, 8, 10, 12, 15, 18, 22, 27, 35, 45, 60, 90)
SHARES = (1, 5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 60, 70, 80, 90, 100)
_FEW = (1, 2, 3, 4, 6, 9, 14)
_POINTS = tuple(range(-50, 51, 2))

BINS: Mapping[str, Sequence[int]] = {
    "words": LENGTHS, "end": range(1, len(ENDS)), "start": range(1, len(STARTS)),
    "sentence marks": _FEW, "commas": SHARES, "capitals": SHARES, "digits": SHARES, "link marks": _FEW,
    "quotes": _FEW, "brackets": _FEW, "word length": tuple(range(2, 16)), "vocabulary": _POINTS,
}  # fmt: skip
"""The lower bounds of each feature's bins after the first; one table of points each."""

_LINE_WORDS = 5
"""Whole lines of up to this many words are looked up as such."""

_LEAST_SHARED = 5
"""Bytes; shorter words are in every text."""

_MOST_READ = 60
"""Words at the beginning of a line that are looked up; the rest of it tells nothing new."""

_MOST_CAPITALS = 30
"""Words at the beginning of a line that are asked for capitals."""

_MOST_RECURRING = 4_000
"""Short lines that are remembered: every page of a site has the same menus."""

_DIGITS_AS_ZERO = bytes.maketrans(b"123456789", b"000000000")
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

    def __init__(self, lines: Sequence[str]) -> None:
        self.words = [line.split(None, _MOST_READ)[:_MOST_READ] for line in plain(lines).split(b"\n")]
        self.content = [frozenset([word for word in line if len(word) >= _LEAST_SHARED]) for line in self.words]


class Closers:
    """Lines that close articles (`Leave a reply`), by their text in lower case, digits as zeros."""

    def __init__(self, closers: Collection[str]) -> None:
        known = frozenset(line.encode() for line in closers)
        self._longest = max(map(len, closers), default=0)
        self._closes = lru_cache(maxsize=_MOST_RECURRING)(lambda line: plain([line]) in known)

    def places(self, texts: Sequence[str]) -> Sequence[int]:
        """Where they stand among the lines."""
        longest, closes = self._longest, self._closes
        return [place for place, text in enumerate(texts) if len(text) <= longest and closes(text)]


def plain(lines: Sequence[str]) -> bytes:
    """The lines in lower case, digits as zeros."""
    text = "\n".join(lines)
    low = text.lower() if text.isascii() else "\n".join([line.lower() for line in lines])  # not ASCII: 40 times slower
    return low.encode("utf-8", "surrogatepass").translate(_DIGITS_AS_ZERO)


def columns(lines: Sequence[str], lengths: Column) -> dict[str, Column]:
    """The features of lines of so many words, but for `vocabulary`."""
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
    return {
        **small,
        "words": lengths,
        "end": [10 if line.endswith("...") else _END_CLASS[line[-1]] for line in lines],
        "start": [_START_CLASS[line[0]] for line in lines],
        "commas": _shares(counts["commas"], lengths),
        "capitals": _shares(capitals, read),
        "digits": _shares(counts["digits"], sizes),
        "word length": [min(size // length, 20) for size, length in zip(sizes, lengths, strict=True)],
    }


def _shares(parts: Column, wholes: Column) -> Column:
    return [100 * part // whole if part < whole else 100 for part, whole in zip(parts, wholes, strict=True)]


def vocabulary(words: Words, points: Mapping[bytes, int], whole: Mapping[bytes, int]) -> Column:
    """The points of a line's known words and of the whole line, over the root of their number."""
    found = []
    for words_of_line in words.words:
        known = list(filter(None, map(points.get, words_of_line)))
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
