"""The filled lines of a page with their lengths, and which of them stand in a crowd of short lines.

Half the lines of the web's pages are menus: short, among short. They are told by their lengths alone,
so that the costlier features are asked of the other half only.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import compress

from cleantext.facts.layout import UNSPACED

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
        short = sum(count < TEXT_WORDS for count in self.words)
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


_ODD_SPACES = ("  ", "\t", "\v", "\f", "\x1c", "\x1d", "\x1e", "\x1f")
"""Where an ASCII text holds none of these, its words are one more than its spaces."""

_NO_UNSPACED = bytes(sorted({*range(256)} - {0xE0, *range(0xE3, 0xEA)}))
"""Bytes that no letter of a script without spaces begins with; quotation marks and dashes begin with others too."""


def _words(texts: Sequence[str]) -> list[int]:
    """The words of each line; where words are not spaced, two characters count as one."""
    joined = "\n".join(texts)
    if any(map(joined.__contains__, _ODD_SPACES)):
        words = [len(text.split(None, MOST_WORDS)) for text in texts]
    else:
        words = [text.count(" ") + 1 if text.isascii() else len(text.split(None, MOST_WORDS)) for text in texts]
        if max(words, default=0) > MOST_WORDS:
            words = [min(count, MOST_WORDS + 1) for count in words]
    if not joined.isascii() and joined.encode("utf-8", "surrogatepass").translate(None, _NO_UNSPACED):
        for place, text in enumerate(texts):
            if not text.isascii():
                words[place] = min(MOST_WORDS, words[place] + len(UNSPACED.findall(text)) // 2)
    return words


def _live(words: Sequence[int]) -> list[int]:
    alive = bytearray([count >= MENU_WORDS for count in words])
    for place, count in enumerate(words):
        if count >= TEXT_WORDS:
            start = max(0, place - NEAR)
            alive[start : place + NEAR + 1] = b"\1" * (min(place + NEAR + 1, len(words)) - start)
    return list(compress(range(len(words)), alive))


def distances(marked: Sequence[int], places: Sequence[int], most: int) -> tuple[list[int], list[int]]:
    """Lines from the nearest marked one above each place, and to the nearest below; `most` where none is nearer.

    >>> distances([1, 4], [1, 2], 9)
    ([9, 1], [3, 2])
    """
    above, below = [], []
    at, count = 0, len(marked)
    for place in places:
        while at < count and marked[at] < place:
            at += 1
        above.append(min(place - marked[at - 1], most) if at else most)
        after = at + 1 if at < count and marked[at] == place else at
        below.append(min(marked[after] - place, most) if after < count else most)
    return above, below
