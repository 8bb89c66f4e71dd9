"""What a text says of its names: which words stand behind another name, as surnames and parts of longer names do."""

from __future__ import annotations

import re
from collections.abc import Iterator

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


def is_later_part(document: Document, word: str) -> bool:
    """Does a word stand in a document right behind a capitalised word of its own sentence?"""
    return document.fact(_is_later_part, word)


def is_part(document: Document, word: str) -> bool:
    """Does it stand right behind or before one?"""
    return document.fact(_is_part, word)


def _is_later_part(document: Document, word: str) -> bool:
    return any(second == word for _, second in _pairs_with(document.text, word))


def _is_part(document: Document, word: str) -> bool:
    return any(True for _ in _pairs_with(document.text, word))


def _pairs_with(text: str, word: str) -> Iterator[tuple[str, str]]:
    """Find the pairs of capitalised words of one sentence that a word belongs to; only where it stands is looked.

    >>> list(_pairs_with("Then Russell Brand spoke to a Brand New crowd. In Brand a Brand was sold.", "Brand"))
    [('Russell', 'Brand'), ('Brand', 'New')]
    """
    start = text.find(word)
    while start >= 0:
        pairs: list[re.Match[str]] = []
        if start and text[start - 1] == " ":
            before = max(text.rfind(" ", 0, start - 1), 0)
            found = _PAIR.finditer(text, before, start + len(word) + 1)
            pairs += (pair for pair in found if pair.end() == start and pair[2] == word)
        if (pair := _PAIR.match(text, start)) and pair[1] == word:
            pairs.append(pair)
        yield from ((pair[1], pair[2]) for pair in pairs if pair[1] not in SENTENCE_WORDS)
        start = text.find(word, start + 1)
