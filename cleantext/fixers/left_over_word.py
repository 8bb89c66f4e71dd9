"""Translate a function word that the translator left as it was, between two English words.

The rule's table holds the words. What licenses an edit is that both neighbours are English words in lower case, or
numbers: inside a foreign phrase or a name (`Ortega y Gasset`, `et al.`) at least one is not. The source's own function
words beside it speak for a foreign phrase, too. A word in another script than its neighbours needs no more than those.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from cleantext.document import Document
from cleantext.edits import Proposal
from cleantext.facts.language import function_words
from cleantext.fixers._english import is_english, own_function_words
from cleantext.fixers._remedy import table_of
from cleantext.rule import Rule

_LEFT = re.compile(r"([\w’'-]+)[,;)”%]?\Z")
_RIGHT = re.compile(r"[“‘(]?([\w’'-]+)")
_SMALL_I = re.compile(r"\bi(?:['’](?:m|ve|d|ll)| (?:am|was|have|had|did|do|don|didn|think|know|want|just))\b")
_LATIN = re.compile(r"[A-Za-z0-9]")
_BEFORE_A_LETTER = re.compile(r"(?:the|an?|of|this|that|letter|note|no|each|every|in|on|at|by|to|with|for|is|or|and)\Z")
"""After these a single letter is a letter, not a word: *the y axis*, *of e*."""
_WINDOW = 40
"""Characters; no neighbour is longer."""
_ANY_WORD = re.compile(r"[^\W\d_]+")
_QUOTED = re.compile(r"(?<=[“\"«„‘*_])[^\s“”\"«»„‘’*_]+(?=[”\"»“’*_])")


def propose(document: Document, lines: Sequence[int], rule: Rule) -> Iterator[Proposal]:
    """Propose the English word where both neighbours license it."""
    for start, end, left, right in occurrences(document, lines, rule):
        word = document.text[start:end]
        held = _held_by_text(document, start, word, rule)
        if not held and (held := _held_by_neighbours(word, left, right, rule)) and left[:1].isupper():
            continue  # between names it is another fixer's
        yield Proposal(start, end, table_of(rule)[word], rule.summary, held)


def _held_by_text(document: Document, start: int, word: str, rule: Rule) -> str:
    """Why a word stays, whatever stands beside it; "" if nothing in the text speaks for it."""
    if word == "i" and document.fact(_writes_small_i):
        return "the text writes the pronoun I small"
    if word in document.fact(_quoted_words):
        return "the text speaks of the word itself"
    if document.fact(_is_verse_of, document.line_at(start), rule.requires.source, word):
        return "the line is in the source language"
    return ""


def _writes_small_i(document: Document) -> bool:
    return _SMALL_I.search(document.text) is not None


def _is_verse_of(document: Document, number: int, source: str, word: str) -> bool:
    """Has a line a further word of grammar of the source language, and none of English: an epigraph, a verse?"""
    words = frozenset(map(str.lower, _ANY_WORD.findall(document.line(number)))) - {word}
    return words.isdisjoint(function_words("en")) and not words.isdisjoint(own_function_words(source))


def _quoted_words(document: Document) -> frozenset[str]:
    """The words that stand alone between marks of quotation or emphasis."""
    return frozenset(_QUOTED.findall(document.text))


def occurrences(document: Document, lines: Sequence[int], rule: Rule) -> Iterator[tuple[int, int, str, str]]:
    """Find each left-over word between single spaces: its offsets, the word before it and the word after it."""
    find = _finder(tuple(table_of(rule)))
    for number in lines:
        line, offset = document.line(number), document.lines[number].start
        for match in find.finditer(line):
            left = _LEFT.search(line, max(0, match.start() - _WINDOW), match.start() - 1)
            right = _RIGHT.match(line, match.end() + 1, match.end() + _WINDOW)
            if left and right:
                yield offset + match.start(), offset + match.end(), left[1], right[1]


@lru_cache(maxsize=64)
def _finder(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<=\S )(?:{'|'.join(map(re.escape, sorted(words)))})(?= \S)")


def _held_by_neighbours(word: str, left: str, right: str, rule: Rule) -> str:
    """Why the words around it do not license an edit; "" if they do."""
    if not word.isascii() and not _LATIN.search(word):
        return "" if _LATIN.match(left) and _LATIN.match(right) else "it stands among words of its own script"
    if len(word) == 1 and (_BEFORE_A_LETTER.match(left) or (len(left) < 3 and not left.isdigit())):
        return f"after {left!r} it is a letter"
    for neighbour in (left, right):
        if not is_english(neighbour, rule.requires.source):
            return f"{neighbour!r} beside it is no plain English word"
    return ""
