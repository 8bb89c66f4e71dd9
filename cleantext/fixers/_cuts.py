"""Tell whether the two parts of a word that print or a scan has cut belong together."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

from cleantext.document import Document
from cleantext.facts.lexicon import Lexicon
from cleantext.facts.seams import ENGLISH_FUNCTION_WORDS
from cleantext.fixers._english import english_lexicon

_COMMON_WHOLE = 2.3
_MOST_ENDING = 2
"""Letters: the endings by which another form of a word in the text may differ (*Reservoir*, *Reservoirs*)."""
_LEAST_BEYOND = 3


class Judge(NamedTuple):
    """What can be said of two parts of a word: do they make one, or a compound with a hyphen?"""

    joins: Callable[[str, str], bool]
    is_compound: Callable[[str, str], bool]


def judge_for(document: Document) -> Judge:
    """Give the judge by the lexicon of English, or by the words of the text itself."""
    words = english_lexicon(document)
    if words is not None:
        return Judge(partial(_english_joins, words), partial(_english_compound, words))
    vocabulary = document.fact(_vocabulary_of)
    return Judge(partial(_is_known_from, vocabulary), lambda *_: False)


def _vocabulary_of(document: Document) -> Sequence[str]:
    """The words that the text writes in one piece, in lower case, sorted."""
    return sorted({word.lower() for word in document.words})


def _english_joins(words: Lexicon, left: str, right: str) -> bool:
    """Is the whole a word, and not merely two that somebody wrote as one (*twentythree*)?"""
    whole = words.frequency(left + right)
    return whole >= _COMMON_WHOLE or (whole > 0 and not _english_compound(words, left, right))


def _english_compound(words: Lexicon, left: str, right: str) -> bool:
    """Are both parts words that a hyphen may join, and neither one that carries grammar?"""
    parts = (left.lower(), right)
    return all(part in words and len(part) > 2 and part not in ENGLISH_FUNCTION_WORDS for part in parts)


def _is_known_from(vocabulary: Sequence[str], left: str, right: str) -> bool:
    """Does the text write the whole in one piece, or another form of it?"""
    whole = (left + right).lower()
    stem = whole[: max(len(whole) - _MOST_ENDING, len(left) + _LEAST_BEYOND)]
    place = bisect_left(vocabulary, stem)
    while place < len(vocabulary) and vocabulary[place].startswith(stem):
        if len(vocabulary[place]) <= len(whole) + _MOST_ENDING:
            return True
        place += 1
    return False
