"""The filled lines of a page with their lengths, and which of them stand in a crowd of short lines.

Half the lines of the web's pages are menus: short, among short. They are told by their lengths alone,
so that the costlier features are asked of the other half only.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import compress

MENU_WORDS = 6
"""A line of a crowd has fewer words than this …"""

TEXT_WORDS = 10
"""… and no line of this many stands near it."""

NEAR = 4
"""Lines, up and down."""

LEAST_SHORT = 0.3
"""Of the lines of a page, the share with fewer words than `TEXT_WORDS`: 99 pages in 100 hold more, and 8 articles in 10
fewer."""

MOST_WORDS = 400
"""Longer lines count as this long."""


@dataclass(frozen=True, slots=True)
class Page:
    """Lines of a page: `numbers` of the filled ones, their `texts` and lengths in `words`; `live` are out of the crowd.

    `live` holds places in the other three, in order.
    """

    numbers: Sequence[int]
    texts: Sequence[str]
    words: Sequence[int]
    live: Sequence[int]

    @property
    def may_be_mixed(self) -> bool:
        """Do short lines make up a good part of it, and is there any other? Articles alone rarely hold so many."""
        short = sum([count < TEXT_WORDS for count in self.words])
        return LEAST_SHORT * len(self.words) <= short < len(self.words)


def page_of(contents: Sequence[str]) -> Page:
    """Measure the lines of a page.

    >>> page_of(["Home", "", "The ferry is late again."]).words
    [1, 5]
    """
    stripped = [line.strip() for line in contents]
    numbers = [number for number, line in enumerate(stripped) if line]
    texts = [line for line in stripped if line]
    words = _words(texts)
    return Page(numbers, texts, words, _live(words))


_ODD_SPACES = (b"  ", b"\t", b"\v", b"\f")
"""The words of a line that holds none of these are one more than its spaces; no-break spaces hold words together."""

_NO_IDEOGRAPHS = bytes(sorted({*range(256)} - {*range(0xE3, 0xEA), 0x0A}))
"""Bytes that no letter of Japanese or Chinese begins with; quotation marks and dashes begin with others too."""

_THAI = (b"\xe0\xb8", b"\xe0\xb9")


def _words(texts: Sequence[str]) -> list[int]:
    """The words of each line; where words are not spaced, two characters count as one."""
    words = [text.count(" ") + 1 for text in texts]
    raw = "\n".join(texts).encode("utf-8", "surrogatepass")
    if any(map(raw.__contains__, _ODD_SPACES)):
        for place, line in enumerate(raw.split(b"\n")):
            if any(map(line.__contains__, _ODD_SPACES)):
                words[place] = len(line.split())
    unspaced = raw.translate(None, _NO_IDEOGRAPHS)
    if texts and len(unspaced) >= len(texts):
        words = [count + len(letters) // 2 for count, letters in zip(words, unspaced.split(b"\n"), strict=True)]
    if any(map(raw.__contains__, _THAI)):
        for place, line in enumerate(raw.split(b"\n")):
            words[place] += sum(map(line.count, _THAI)) // 2
    return words if max(words, default=0) <= MOST_WORDS else [min(count, MOST_WORDS) for count in words]


def _live(words: Sequence[int]) -> list[int]:
    alive = bytearray([count >= MENU_WORDS for count in words])
    for place, count in enumerate(words):
        if count >= TEXT_WORDS:
            start = max(0, place - NEAR)
            alive[start : place + NEAR + 1] = b"\1" * (min(place + NEAR + 1, len(words)) - start)
    return list(compress(range(len(words)), alive))
