"""What a line tells by itself: whole numbers, each with the bounds of the bins that points are given for.

The columns are made feature by feature for all lines at once: lengths of what is left of a line when
all but some bytes are deleted cost a tenth of a loop over its characters.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from math import isqrt
from operator import add
from string import ascii_uppercase

from cleantext.article.sums import LARGEST

Column = Sequence[int]

ENDS = ("other mark", "full stop", "exclamation", "question", "colon", "comma", "bracket", "quote", "arrow", "digit",
        "ellipsis", "small letter", "capital", "other letter")  # fmt: skip
"""Classes of a line's last character, by number."""

LENGTHS = (2, 3, 4, 5, 6, 7, 8, 10, 12, 15, 18, 22, 27, 35, 45, 60, 90)
SHARES = (1, 5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 60, 70, 80, 90, 100)
_POINTS = tuple(range(-50, 51, 2))

BINS: Mapping[str, Sequence[int]] = {
    "words": LENGTHS, "end": range(1, len(ENDS)), "commas": SHARES,
    "capitals": (*SHARES, 120, 140, 160, 180, 200, 250, 300), "vocabulary": _POINTS,
}  # fmt: skip
"""The lower bounds of each feature's bins after the first; one table of points each."""

_LINE_WORDS = 5
"""Whole lines of up to this many words are looked up as such."""

_MOST_READ = 40
"""Words at the beginning of a line that are looked up; the rest of it tells little that is new."""

_PLAIN = bytes(range(256)).lower().translate(bytes.maketrans(b"123456789", b"000000000"))


class _Classes(dict[str, int]):
    """The class of a character by its place in groups; letters by their case."""

    def __init__(self, *groups: str) -> None:
        super().__init__({char: number for number, group in enumerate(groups, 1) for char in group})

    def __missing__(self, char: str) -> int:
        self[char] = 0 if not char.isalnum() else 12 if char.isupper() else 11 if char.islower() else 13
        return self[char]


_END_CLASS = _Classes(".。।", "!！", "?？؟", ":：", ",;，", ")]）", "\"”’'“」", "|>»›→", "0123456789", "…")


_LINE_END = 10


def _all_but(capitals: str, codec: str) -> bytes:
    return bytes(sorted({*range(256)} - {*capitals.encode(codec)} - {_LINE_END}))


_NO_CAPITALS = _all_but(ascii_uppercase, "ascii")
"""All bytes but those that are counted; a capital of any alphabet, asked one by one, costs ten times as much."""

_ALPHABETS = (
    (b"\xd0", "cp1251", _all_but("АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯЁЂЃЄЅІЇЈЉЊЋЌЎЏҐ", "cp1251")),
    (b"\xce", "cp1253", _all_but("ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩΆΈΉΊΌΎΏΪΫ", "cp1253")),
)
"""The byte that capitals of an alphabet begin with in UTF-8, a code of one byte each, and all but its capitals."""


def plain(lines: Sequence[str]) -> Sequence[bytes]:
    """The lines with the letters of ASCII in lower case, digits as zeros: `13:45` and `09:30` are one word, `00:00`."""
    return "\n".join(lines).encode("utf-8", "surrogatepass").translate(_PLAIN).split(b"\n")


def words_of(lines: Sequence[str]) -> Sequence[Sequence[bytes]]:
    """The first words of each line, plain; what is left of a long one stands behind them as if it were a word."""
    return [line.split(None, _MOST_READ) for line in plain(lines)]


class Closers:
    """Lines that close articles (`Leave a reply`), plain."""

    def __init__(self, closers: Iterable[bytes]) -> None:
        self._closers = frozenset(closers)
        self._longest = max(map(len, self._closers), default=0)

    def places(self, texts: Sequence[str]) -> Sequence[int]:
        """Where they stand among the lines."""
        longest = self._longest
        if self._closers.isdisjoint(plain([text for text in texts if len(text) <= longest])):
            return ()
        return [place for place, line in enumerate(plain(texts)) if line in self._closers]


def columns(lines: Sequence[str], lengths: Column) -> dict[str, Column]:
    """The features of lines of so many words, but for `vocabulary`."""
    return {
        "words": lengths,
        "end": [10 if line.endswith("...") else _END_CLASS[line[-1]] for line in lines],
        "commas": _shares(_commas(lines), lengths),
        "capitals": _shares(_capitals(lines), lengths),
    }


def _capitals(lines: Sequence[str]) -> Iterable[int]:
    """Count the capitals of ASCII, of Cyrillic and of Greek; each line's are its own, whatever stands beside it."""
    text = "\n".join(lines)
    raw = text.encode("utf-8", "surrogatepass")
    counts: Iterable[int] = map(len, raw.translate(None, _NO_CAPITALS).split(b"\n"))
    for first_byte, codec, others in _ALPHABETS:
        if first_byte in raw:
            more = text.encode(codec, "ignore").translate(None, others).split(b"\n")
            counts = map(add, counts, map(len, more))
    return counts


def _commas(lines: Sequence[str]) -> Column:
    counts = [line.count(",") for line in lines]
    for mark in "，、":
        if any(mark in line for line in lines):
            counts = [count + line.count(mark) for count, line in zip(counts, lines, strict=True)]
    return counts


def _shares(parts: Iterable[int], wholes: Column) -> Column:
    return [min(100 * part // whole, LARGEST) for part, whole in zip(parts, wholes, strict=True)]


def vocabulary(words: Sequence[Sequence[bytes]], points: Mapping[bytes, int], whole: Mapping[bytes, int]) -> Column:
    """The points of a line's known words and of the whole line, over the root of their number."""
    found = []
    for words_of_line in words:
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
