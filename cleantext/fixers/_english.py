"""The lexicon for texts in English; and which words of a translated text are English, and none of its source."""

from __future__ import annotations

import re
from functools import cache

from cleantext.document import Document
from cleantext.facts.language import function_words
from cleantext.facts.lexicon import Lexicon, lexicon

_ENGLISH = frozenset(("en",))
_LOWER = re.compile(r"[a-z]+(?:[-’'][a-z]+)*\Z")
_FIGURE = re.compile(r"\d+(?:h\d{0,2}|[ap]m|[mck]?[mgl]|km)?\Z|[mck]?m[²³]\Z")
_LEAST_FREQUENCY = 2.3
"""Zipf; the English lexicon knows rarer words of every language."""
_COMMON = 5.5
"""Zipf of an English word that stays one when the source has it, too: *no*, *also*, *me*."""


def english_lexicon(document: Document) -> Lexicon | None:
    """The lexicon of English, for a text in English; None for another."""
    return lexicon("en") if document.is_in(_ENGLISH) else None


def is_english(word: str, source: str) -> bool:
    """Is it a number, or an English word in lower case that is no function word of the source language?"""
    if _FIGURE.match(word):
        return True
    known = lexicon("en")
    if known is None or not _LOWER.match(word):
        return False
    if word in own_function_words(source) and known.frequency(word) < _COMMON:
        return False
    return all(known.frequency(part) >= _LEAST_FREQUENCY for part in re.split(r"[-’']", word) if len(part) > 1)


@cache
def own_function_words(source: str) -> frozenset[str]:
    """The words of grammar of a language that are none in English."""
    return function_words(source) - function_words("en")
