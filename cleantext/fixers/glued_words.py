"""Part two words that lost the space between them, where one of them is a function word."""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from importlib import resources

from cleantext.document import Document
from cleantext.edits import Proposal
from cleantext.facts.lexicon import Lexicon, lexicon
from cleantext.facts.seams import best_split, may_be_two
from cleantext.rule import Rule
from cleantext.scanner import Scanner, scanner

_TOKEN = re.compile(r"(?<![\w'’`@#/\\.&+*_~=-])[A-Za-z]?[a-z]{3,24}I?(?![\w'’`@/\\&+*_~=-])")
_ENGLISH = re.compile(r"\b(?:the|of|and|with|that|was|were|for|from|have|this|they|is|his|her|it|I)\b")
_BLOCK = 8
_MOST_IN_TEXT = 2
"""A token that stands more often than this in a text is its word, however odd."""


def gate(_: Rule) -> Callable[[Document], bool]:
    """Ask the complement of the lexicon that `scripts/build_seams.py` wrote: no text loads the lexicon for nothing."""
    return _may_hold_glue


def _may_hold_glue(document: Document) -> bool:
    return bool(_complement().hits(document.text))


@cache
def _complement() -> Scanner:
    source = resources.files("cleantext") / "data" / "seams" / "en.txt.gz"
    return scanner([gzip.decompress(source.read_bytes()).decode("ascii")])


def propose(document: Document, lines: Sequence[int], rule: Rule) -> Iterator[Proposal]:
    """Propose a space inside each unknown token that falls apart in one clear way."""
    words = lexicon("en")
    if words is None:
        return
    for number in _suspects(document, lines):
        line = document.line(number)
        if not _ENGLISH.search(line):  # a text may hold lines in other languages
            continue
        start = document.lines[number].start
        for match in _TOKEN.finditer(line):
            token = match.group()
            known = token in words and not token.endswith("I")
            if (
                known
                or not may_be_two(token, words)
                or document.words[token] > _MOST_IN_TEXT
                or _inflected(token, words)
            ):
                continue
            split = best_split(token, words, document.words)
            if split is None or (token[0].isupper() and split.left != "The"):  # names: Overpeer, Herchen
                continue
            where = start + match.start() + split.place
            yield Proposal(where, where, " ", f"{token!r} is no word; {split.left!r} and {split.right!r} are")


def _suspects(document: Document, lines: Sequence[int]) -> Iterator[int]:
    """Yield the lines that the complement hits; two in a hundred, so that it is asked of blocks first."""
    hits = _complement().hits
    for first in range(0, len(lines), _BLOCK):
        block = lines[first : first + _BLOCK]
        if hits("\n".join(map(document.line, block))):
            yield from (number for number in block if hits(document.line(number)))


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
