"""Where the article of a page stands, and what it speaks of.

`layout.prose_range` ends with the last line of prose, and the terms of use below a page's menus are prose too;
here a line of prose counts for the article, any other line a little against it, and the best run of lines wins.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from cleantext.facts.layout import UNSPACED

_COST = 6
"""Words of prose that one other line outweighs: between an article and a footer's paragraph stand dozens of lines."""

_MOST_WORDS = 60
"""Words that one line can count for; a footer's one long paragraph is no article."""

_OF_CONSENT = re.compile(r"cookie|куки|クッキー|쿠키|الارتباط", re.IGNORECASE)
"""Prose that asks for consent is long, on pages whose article is short; an article about cookies is not looked for."""

_CONSENT_HINTS = ("cook", "куки", "クッキー", "쿠키", "الارتباط")
"""One of them, in lower case, is quickly looked for in all of the prose."""

_SIGNS = r"\u0300-\u036f\u05b0-\u05c7\u064b-\u065f\u0900-\u0dff"
_WORD = re.compile(rf"(?:[^\W\d_]|[{_SIGNS}]){{4,}}")
"""With the vowel signs of Indic scripts and the points of Hebrew and Arabic, which are no letters to `re`."""

_VOWEL_SIGN, _PLAIN_WORD = re.compile(f"[{_SIGNS}]"), re.compile(r"[^\W\d_]{4,}")
_ASCII_WORD = re.compile(r"[a-z]{4,}")
_UNSPACED = re.compile(f"{UNSPACED.pattern}+")


def article_range(contents: Sequence[str], prose: Sequence[int]) -> tuple[int, int] | None:
    """Give the number of the article's first line and of the line after its last; None in a text without prose.

    `prose` are the numbers of the lines of prose.

    >>> line = "The harbour was quiet on the morning that the last of the ferries left it."
    >>> article_range(["Home", "News", line, line, "Shop"], [2, 3])
    (2, 4)
    """
    best, found = 0, None
    worth, first, below = 0, 0, 0
    of_consent = _may_ask_consent("\n".join([contents[number] for number in prose]))
    for number in prose:
        line = contents[number]
        if of_consent and _OF_CONSENT.search(line):
            continue
        if worth > 0:
            worth -= _COST * sum(map(bool, map(str.strip, contents[below:number])))
        if worth <= 0:
            worth, first = 0, number
        worth, below = worth + word_count(line), number + 1
        if worth > best:
            best, found = worth, (first, below)
    return found


def _may_ask_consent(said: str) -> bool:
    folded = said.casefold()
    return any(hint in folded for hint in _CONSENT_HINTS)


def word_count(line: str) -> int:
    """Count the words of a line, up to sixty; of scripts without spaces two letters are one."""
    count = len(line.split(maxsplit=_MOST_WORDS))
    if count < _MOST_WORDS and not line.isascii():
        count = max(count, sum(map(len, _UNSPACED.findall(line))) // 2)
    return min(_MOST_WORDS, count)


def subject_words(said: str) -> set[str]:
    """Give the words of four letters and more, and of scripts without spaces the pairs of letters.

    >>> sorted(subject_words("The Harbour of 3 ferries"))
    ['ferries', 'harbour']
    """
    if said.isascii():
        return set(_ASCII_WORD.findall(said.lower()))
    folded = said.casefold()
    spaced = _UNSPACED.search(folded) is None
    if spaced and _VOWEL_SIGN.search(folded) is None:
        return set(_PLAIN_WORD.findall(folded))
    words = set(_WORD.findall(folded if spaced else _UNSPACED.sub(" ", folded)))
    for run in _UNSPACED.findall(folded):
        words.update(map("".join, pairwise(run)))
    return words
