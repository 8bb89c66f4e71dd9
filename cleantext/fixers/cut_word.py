"""Join words that were cut at the end of a line which is no line any more."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from cleantext.document import Document
from cleantext.edits import Proposal
from cleantext.facts.layout import is_table_row
from cleantext.facts.lexicon import Lexicon
from cleantext.facts.own_words import is_among
from cleantext.facts.seams import ENGLISH_FUNCTION_WORDS
from cleantext.fixers._english import english_lexicon
from cleantext.rule import Rule

_CUT = re.compile(
    r"""(?x)
    (?<![\w/-]) (?P<left> [^\W\d_]{2,} ) (?P<cut> [-\N{HYPHEN}\N{SOFT HYPHEN}] [ \N{NO-BREAK SPACE}] )
    (?! (?:and|or|to|und|oder|bis|sowie|bzw|en|of|et|ou|och|eller|og|e|y|o) \b )     # two words share a part
    (?P<right> [^\W\d_A-Z]{2,} ) (?![\w/-])
    """
)
_COMMON_WHOLE, _LEAST_WORD, _RARE_LEFT, _LEFT_LETTERS = 2.8, 3.0, 1.5, 4
"""On the Zipf scale: *refer- ence*, *implement- ation*, *cau- tionary*, but not *Sa- me* or *th- um*, which stutter."""


def line_test(_: Rule) -> Callable[[str], bool]:
    """Ask for a hyphen between two words of which one could be a part."""
    return lambda line: _CUT.search(line) is not None


def propose(document: Document, lines: Sequence[int], rule: Rule) -> Iterator[Proposal]:
    """Propose to take out the hyphen with its space."""
    words = english_lexicon(document)
    for number in lines:
        start, line = document.lines[number].start, document.line(number)
        if is_table_row(line):
            continue
        for cut in _CUT.finditer(line):
            left, right = cut["left"], cut["right"]
            if right.islower() and (_is_word(left, right, words) if words else _is_written(left, right, document)):
                yield Proposal(start + cut.start("cut"), start + cut.end("cut"), "", rule.summary)


def _is_word(left: str, right: str, words: Lexicon) -> bool:
    """Is the whole a word of English, and a part none?"""
    if right in ENGLISH_FUNCTION_WORDS or words.frequency(left + right) < _COMMON_WHOLE:
        return False
    is_part = words.frequency(right) < _LEAST_WORD
    return is_part or (len(left) >= _LEFT_LETTERS and words.frequency(left) < _RARE_LEFT)


def _is_written(left: str, right: str, document: Document) -> bool:
    """Does the text write the whole in one piece, and a part of it nowhere else?"""
    words = document.words
    return is_among(words, left + right) and (words[right] == 1 or words[left] == 1)
