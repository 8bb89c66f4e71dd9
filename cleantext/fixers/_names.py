"""What a text says of its names: which words stand behind another name, as surnames and parts of longer names do."""

from __future__ import annotations

import re

from cleantext.document import Document
from cleantext.facts.language import FUNCTION_WORDS

_MORE = """
A An I We He She They You Since Between Before After Near Through Towards Toward Outside Inside Within Beyond
Across Over Under Until While When Where If Although Like Unlike Only Even About Around Against During Into
But Or How Now Then There Here Today Yesterday Tomorrow Last Later Once Also Both Some Many Most All No Not
Our Their
"""
SENTENCE_WORDS = frozenset((FUNCTION_WORDS["en"].title() + _MORE).split())
"""Words whose capital comes from the start of a sentence, not from a name."""

_PAIR = re.compile(r"\b([^\W\d_a-z][a-zà-ÿ]+) (?=([^\W\d_a-z][^\W\d_]+))")


def later_parts(document: Document) -> frozenset[str]:
    """The words of a document that stand right behind a capitalised word of their own sentence, found once."""
    return document.fact(_later_parts)


def _later_parts(document: Document) -> frozenset[str]:
    return later_parts_of(document.text)


def later_parts_of(text: str) -> frozenset[str]:
    """Give the words that stand right behind a capitalised word of their own sentence.

    >>> sorted(later_parts_of("Then Russell Brand spoke. In Prague the Moskva Hotel was full."))
    ['Brand', 'Hotel']
    """
    return frozenset(second for first, second in _PAIR.findall(text) if first not in SENTENCE_WORDS)


def parts_of_longer_names(document: Document) -> frozenset[str]:
    """The words of a document that stand right behind or before a capitalised word of their own sentence."""
    return document.fact(_parts_of_longer_names)


def _parts_of_longer_names(document: Document) -> frozenset[str]:
    pairs = [pair for pair in _PAIR.findall(document.text) if pair[0] not in SENTENCE_WORDS]
    return frozenset(word for pair in pairs for word in pair)
