"""Where the article of a page stands, and what it speaks of.

`layout.prose_range` ends with the last line of prose, and the terms of use below a page's menus are prose too;
here a line of prose counts for the article, any other line a little against it, and the best run of lines wins.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from cleantext.facts.layout import UNSPACED, is_prose

_COST = 6
"""Words of prose that one other line outweighs: between an article and a footer's paragraph stand dozens of lines."""

_MOST_WORDS = 60
"""Words that one line can count for; a footer's one long paragraph is no article."""

_OF_CONSENT = re.compile(r"cookie|куки|クッキー|쿠키|الارتباط", re.IGNORECASE)
"""Prose that asks for consent is long, on pages whose article is short; an article about cookies is not looked for."""

_WORD = re.compile(r"(?:[^\W\d_]|[\u0300-\u036f\u05b0-\u05c7\u064b-\u065f\u0900-\u0dff]){4,}")
"""With the vowel signs of Indic scripts and the points of Hebrew and Arabic, which are no letters to `re`."""

_UNSPACED = re.compile(f"{UNSPACED.pattern}+")


def article_range(contents: Sequence[str]) -> tuple[int, int] | None:
    """Give the number of the article's first line and of the line after its last; None in a text without prose.

    >>> line = "The harbour was quiet on the morning that the last of the ferries left it."
    >>> article_range(["Home", "News", line, line, "Shop"])
    (2, 4)
    """
    best, found = 0, None
    worth, first = 0, 0
    for number, line in enumerate(contents):
        if not line or line.isspace():
            continue
        if worth <= 0:
            worth, first = 0, number
        worth += _words(line) if is_prose(line) and not _OF_CONSENT.search(line) else -_COST
        if worth > best:
            best, found = worth, (first, number + 1)
    return found


def _words(line: str) -> int:
    count = len(line.split(maxsplit=_MOST_WORDS))
    if not line.isascii():
        count = max(count, sum(map(len, _UNSPACED.findall(line))) // 2)
    return min(_MOST_WORDS, count)


def subject_words(said: str) -> set[str]:
    """Give the words of four letters and more, and of scripts without spaces the pairs of letters.

    >>> sorted(subject_words("The Harbour of 3 ferries"))
    ['ferries', 'harbour']
    """
    folded = said.casefold()
    words = set(_WORD.findall(_UNSPACED.sub(" ", folded)))
    for run in _UNSPACED.findall(folded):
        words.update(map("".join, pairwise(run)))
    return words
