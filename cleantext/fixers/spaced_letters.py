"""Close up the letters of a word that was set with a space between each two."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from cleantext.document import Document
from cleantext.edits import Proposal
from cleantext.facts.layout import is_table_row
from cleantext.facts.own_words import is_among
from cleantext.facts.seams import ENGLISH_FUNCTION_WORDS
from cleantext.fixers._english import english_lexicon
from cleantext.fixers._neighbours import lines_beside
from cleantext.rule import Rule

_LETTER = "[A-Za-z\u00c0-\u024f\u0370-\u03ff\u0400-\u04ff]"
_RUN = re.compile(
    rf"""(?x)
    (?<! [\w.'’&/-] ) (?<! [\d=+*^<>|] [ ] ) (?<! \w [ ] [.] [ ] )                # no initials, no formula
    {_LETTER} (?: [ \N{{NO-BREAK SPACE}}] {_LETTER} ){{2,}}
    (?! [\w'’&/-] ) (?! [ ] (?: [\d=+*^<>|] | [.] [ ] \w \b ) )
    """
)
_SPELLED = re.compile(
    r"(?:\b(?:spel\w+|letters?|word|alphabet|initials?|vitamins?|grades?|that[’']s|buchstab\w*)\b|[:=])[^.!?\n]{0,25}\Z",
    re.IGNORECASE,
)
"""Says that letters are meant as letters: "it is spelled N E W S"."""

_BEFORE = 40
_LEAST_LETTERS = 4
_COMMON, _COMMON_OF_THREE = 2.8, 5.0
_ALPHABET = "abcdefghijklmnopqrstuvwxyz"
_CELL = re.compile(r"\W*(?:\w{1,2}(?:\W+|\Z)){3,}\Z")
"""A row of cells of one or two characters: a crossword, a sum over the letters of a name."""


def line_test(_: Rule) -> Callable[[str], bool]:
    """Ask for a run of single letters."""
    return lambda line: _RUN.search(line) is not None


def propose(document: Document, lines: Sequence[int], rule: Rule) -> Iterator[Proposal]:
    """Propose to take the spaces out of each word, where the whole is known for one."""
    for number in lines:
        start, line = document.lines[number].start, document.line(number)
        runs = [run for run in _RUN.finditer(line) if _is_word(run.group(), document)]
        if not runs or is_table_row(line) or _is_in_grid(document, number):
            continue
        for run in runs:
            spelled = _SPELLED.search(line[max(0, run.start() - _BEFORE) : run.start()])
            held = "letters are meant as letters" if spelled else ""
            yield Proposal(start + run.start(), start + run.end(), _closed(run.group()), rule.summary, held)


def _closed(run: str) -> str:
    return run.replace(" ", "").replace("\N{NO-BREAK SPACE}", "")


def _is_word(run: str, document: Document) -> bool:
    word = _closed(run)
    lower = word.lower()
    if len(set(lower)) == 1:  # a pattern of crosses
        return False
    if word not in (lower, word.upper(), word.capitalize()):
        return False
    if any(lower[at : at + 3] in _ALPHABET for at in range(len(lower) - 2)):
        return False
    if len(word) >= _LEAST_LETTERS and is_among(document.words, word):
        return True
    words = english_lexicon(document)
    if words is None:
        return False
    if len(word) < _LEAST_LETTERS:
        return words.frequency(word) >= _COMMON_OF_THREE and (lower in ENGLISH_FUNCTION_WORDS or word == lower)
    return words.frequency(word) >= _COMMON


def _is_in_grid(document: Document, number: int) -> bool:
    """Is the line nothing but cells of one character, and so is one beside it?"""
    return _CELL.match(document.line(number)) is not None and any(map(_CELL.match, lines_beside(document, number)))
