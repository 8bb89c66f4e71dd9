"""Part two words that lost the space between them, where one of them is a function word."""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from importlib import resources

from cleantext.document import Document
from cleantext.edits import Proposal
from cleantext.facts.lexicon import Lexicon, lexicon
from cleantext.facts.seams import best_split, may_be_two
from cleantext.rule import Rule
from cleantext.scanner import Scanner, scanner

_TOKEN = re.compile(r"(?<![\w'’`@#/\\.&+*_~=-])[A-Za-z]?[a-z]{3,24}I?(?![\w'’`@/\\&+*_~=-])")
_ENGLISH = re.compile(r"\b(?:the|of|and|with|that|was|were|for|from|have|this|they|is|his|her|it|I)\b")
_MOST_IN_TEXT = 2
"""A token that stands more often than this in a text is its word, however odd."""


def block_test(_: Rule) -> Callable[[str], bool]:
    """Ask the complement of the lexicon that `scripts/build_seams.py` wrote: no text loads the lexicon for nothing."""
    return _may_hold_glue


def line_test(_: Rule) -> Callable[[str], bool]:
    """Ask the same of a line: a text may hold lines in other languages."""
    return _may_hold_glue


def _may_hold_glue(block: str) -> bool:
    return bool(_complement().hits(block)) and _ENGLISH.search(block) is not None


@cache
def _complement() -> Scanner:
    source = resources.files("cleantext") / "data" / "seams" / "en.txt.gz"
    return scanner([gzip.decompress(source.read_bytes()).decode("ascii")])


def propose(document: Document, lines: Sequence[int], rule: Rule) -> Iterator[Proposal]:
    """Propose a space inside each unknown token that falls apart in one clear way."""
    words = lexicon("en")
    if words is None:
        return
    for number in lines:
        line = document.line(number)
        if not _may_hold_glue(line):
            continue
        start = document.lines[number].start
        for match in _TOKEN.finditer(line):
            token = match.group()
            if not _is_suspect(token, words) or _is_word_of(document, token):
                continue
            split = best_split(token, words, _Words(document))
            if split is None or (token[0].isupper() and split.left != "The"):  # names: Overpeer, Herchen
                continue
            where = start + match.start() + split.place
            yield Proposal(where, where, " ", f"{token!r} is no word; {split.left!r} and {split.right!r} are")


def _is_word_of(document: Document, token: str) -> bool:
    """Does a token stand in a text so often that it is its word?"""
    return document.text.count(token) > _MOST_IN_TEXT and document.words[token] > _MOST_IN_TEXT


class _Words(Mapping[str, int]):
    """The words of a document, which are counted only if one that is asked for stands in it at all."""

    def __init__(self, document: Document) -> None:
        self._document = document

    def __contains__(self, word: object) -> bool:
        return isinstance(word, str) and word in self._document.text and word in self._document.words

    def __getitem__(self, word: str) -> int:
        return self._document.words[word]

    def __iter__(self) -> Iterator[str]:
        return iter(self._document.words)

    def __len__(self) -> int:
        return len(self._document.words)


@lru_cache(maxsize=1 << 14)
def _is_suspect(token: str, words: Lexicon) -> bool:
    """Is a token unknown, no form of a known word, and may it be two words?"""
    if token.islower() and not _complement().hits(token):  # a third of the time of what follows
        return False
    known = token in words and not token.endswith("I")
    return not known and may_be_two(token, words) and not _inflected(token, words)


def _inflected(token: str, words: Lexicon) -> bool:
    """Is it a known word with an English ending, or prefix, which the lexicon happens to lack?"""
    endings = (
        "s",
        "es",
        "ed",
        "d",
        "ing",
        "er",
        "ers",
        "ly",
        "ness",
        "less",
        "like",
        "ism",
        "ist",
        "ists",
        "ish",
        "ity",
        "able",
    )
    if any(token.endswith(end) and words.frequency(token[: -len(end)]) > 0 for end in endings):
        return True
    prefixes = (
        "un",
        "re",
        "non",
        "pre",
        "over",
        "out",
        "sub",
        "anti",
        "mis",
        "dis",
        "de",
        "co",
        "under",
        "super",
        "inter",
        "counter",
    )
    return any(token.startswith(it) and words.frequency(token[len(it) :]) > 0 for it in prefixes)
