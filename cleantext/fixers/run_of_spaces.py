"""Collapse runs of spaces in running text; leave columns, verse and indents as they are laid out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence, Set

from cleantext.document import Document
from cleantext.edits import Proposal
from cleantext.facts.layout import is_prose, is_table_row, list_marker_end
from cleantext.fixers._lines import is_indented
from cleantext.fixers._neighbours import filled, lines_touching
from cleantext.rule import Rule

_SPACE = r"[ \N{NO-BREAK SPACE}\u2000-\u200a\N{NARROW NO-BREAK SPACE}\N{IDEOGRAPHIC SPACE}]"
_RUN = re.compile(rf"{_SPACE}(?<=\S{_SPACE}){_SPACE}+(?=\S)")  # begins with what is quickly found

_WIDE = re.compile(r"\S {5,}\S")
"""Too wide for a gap left by a tag: a single row may have no neighbour that shows its columns."""

_AFTER_SENTENCE = re.compile(r"[.!?:\"”’)] {2}\Z")
_WIDE_STOP = re.compile(r"[.!?][\"”’)]? {2}(?=[^\W\d_a-z])")
_NARROW_STOP = re.compile(r"[a-z]{3}[.!?][\"”’)]? (?=[^\W\d_a-z])")
_LEAST_WIDE = 3
_NEAR = 3
_IDEOGRAPHIC, _FRENCH = frozenset(("ja", "zh", "ko")), frozenset(("fr",))
_ENTRY = re.compile(r"\s*(?:-[A-Za-z?](?=[,\s=])|--[a-z])")
"""An option and what it does: "  -d, --days=N   print a table for N days"."""
_SIGNED = re.compile(r"  <[^<>\s]+@[^<>\s]+>|<[^<>\s]+@[^<>\s]+>  ")
"""The head or the foot of an entry in a list of changes: "2021-03-02  M. Lind  <marta@quay.example>"."""
_DRAWN = re.compile("[\u2500-\u257f_]")
"""The branches of a tree (`│   └── quay`), the sides of a box, and a line to write on (`Name: ____  Age: ___`)."""
_HALVES = re.compile(r"[\u0590-\u08ff\ufb1d-\ufefc][,،؛!؟]? {3,}[\u0590-\u08ff]")
"""The two halves of a verse in Arabic, Persian or Urdu stand on one line."""
_FIGURE_APART = re.compile(r"\S {2,}[$€£¥]? ?\d[\d.,:]*(?: ?(?:[$€£¥%]|/ .{1,20}))?\s*\Z")
"""A price or a figure at the end of a row: "Fish & chips  14.50"."""


def line_test(_: Rule) -> Callable[[str], bool]:
    """Ask for a run between other characters."""
    return _holds_run


def propose(document: Document, lines: Sequence[int], rule: Rule) -> Iterator[Proposal]:
    """Propose one space for each run."""
    for number in lines:
        line, start = document.line(number), document.lines[number].start
        aligned = _is_aligned(document, number, line)
        for match in _RUN.finditer(line, list_marker_end(line)):
            held = "the line is laid out in columns" if aligned else _native(match, document)
            if (
                not held
                and _AFTER_SENTENCE.match(line, max(0, match.start() - 1), match.end())
                and document.fact(_is_typed)
            ):
                held = "the text sets two spaces after each sentence"
            yield Proposal(start + match.start(), start + match.end(), " ", rule.summary, held)


def _is_aligned(document: Document, number: int, line: str) -> bool:
    """Do a line's runs look like layout: a row of a table, or like its neighbours' and not prose?

    Prose may fill a column too, as messages do in a log: there a run ends where one of the nearest lines' does.
    An indented block is laid out as a whole.
    """
    if is_indented(line) and any(map(is_indented, _nearest(document, number))):
        return True
    if is_table_row(line) or _ENTRY.match(line) or _SIGNED.search(line):
        return True
    ends = _ends(line)
    if any(not ends.isdisjoint(_ends(other)) for other in _nearest(document, number)):
        return True
    if is_prose(line):
        return False
    if _FIGURE_APART.search(line) or _WIDE.search(line) or _HALVES.search(line):
        return True
    return any(_holds_run(other) and not is_prose(other) for other in lines_touching(document, number))


def _holds_run(line: str) -> bool:
    return ("  " in line or not line.isascii()) and _RUN.search(line) is not None


def _ends(line: str) -> Set[int]:
    return frozenset(match.end() for match in _RUN.finditer(line)) if _holds_run(line) else frozenset()


def _nearest(document: Document, number: int) -> Iterator[str]:
    for step in (-1, 1):
        yield from map(document.line, filled(document, number, step, _NEAR))


def _is_typed(document: Document) -> bool:
    """Does the text keep the typists' habit of two spaces after a sentence?"""
    wide = len(_WIDE_STOP.findall(document.text))
    return wide >= _LEAST_WIDE and wide > _LEAST_WIDE * len(_NARROW_STOP.findall(document.text))


def _native(run: re.Match[str], document: Document) -> str:
    spaces = run.group()
    if _DRAWN.match(run.string, run.start() - 1) or _DRAWN.match(run.string, run.end()):
        return "a line of a drawing stands beside it"
    if "\N{IDEOGRAPHIC SPACE}" in spaces and document.is_in(_IDEOGRAPHIC):
        return "ideographic spaces are the text's own"
    between_words = run.string[run.start() - 1].isalpha() and run.string[run.end()].isalpha()
    if spaces.strip(" ") and not between_words and document.is_in(_FRENCH):
        return "French sets no-break spaces beside its marks"
    return ""
