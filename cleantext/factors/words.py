"""How often a piece of English stands in English text, by the lexicon's frequencies; words are thought independent."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import cache, lru_cache

from cleantext.facts.lexicon import lexicon

LEAST_ZIPF = 3.0
"""Rarer words are left out: together they are a twentieth of all text."""

CHARACTERS_OF_A_WORD = 5.7
_UNKNOWN = 1e-7


def expected(piece: str) -> float:
    """Hits per character of a piece in lower case, of letters and spaces.

    >>> expected(" the ") > expected("owner") > expected("accesskey")
    True
    """
    tokens = piece.split(" ")
    share = 1 / CHARACTERS_OF_A_WORD
    for number, token in enumerate(tokens):
        if token:
            share *= share_of(token, begins=number > 0, ends=number < len(tokens) - 1)
    return share


@lru_cache(maxsize=1 << 16)
def share_of(token: str, *, begins: bool, ends: bool) -> float:
    """The share of words that hold a token, or begin or end with it, or are it."""
    wanted = " " * begins + token + " " * ends
    return max(_UNKNOWN, sum(share * words.count(wanted) for share, words in _by_share()))


@cache
def _by_share() -> Sequence[tuple[float, str]]:
    """(share of all words that each has, these words between spaces)."""
    known = lexicon("en")
    rows: dict[float, list[str]] = defaultdict(list)
    for word in known.beginning_with("") if known else ():
        if (zipf := known.frequency(word) if known else 0.0) >= LEAST_ZIPF:
            rows[zipf].append(word)
    return [(10 ** (zipf - 9), f" {'  '.join(words)} ") for zipf, words in rows.items()]
