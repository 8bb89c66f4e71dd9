"""Collapse runs of spaces in running text; leave columns, verse and indents as they are laid out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cleantext.document import Document
from cleantext.edits import Proposal
from cleantext.facts.layout import is_prose, is_table_row, list_marker_end
from cleantext.rule import Rule

_RUN = re.compile(r"(?<=\S)[ \N{NO-BREAK SPACE}\u2000-\u200a\N{NARROW NO-BREAK SPACE}\N{IDEOGRAPHIC SPACE}]{2,}(?=\S)")


def propose(document: Document, lines: Sequence[int], rule: Rule) -> Iterator[Proposal]:
    """Propose one space for each run."""
    for number in lines:
        line, start = document.line(number), document.lines[number].start
        aligned = _is_aligned(document, number, line)
        for match in _RUN.finditer(line, list_marker_end(line)):
            held = "the line is laid out in columns" if aligned else _native(match.group(), document)
            yield Proposal(start + match.start(), start + match.end(), " ", rule.summary, held)


def _is_aligned(document: Document, number: int, line: str) -> bool:
    """Do a line's runs look like layout: a row of a table, or like its neighbours' and not prose?"""
    if is_table_row(line):
        return True
    if is_prose(line):
        return False
    near = (n for n in (number - 1, number + 1) if 0 <= n < len(document.lines))
    return any(_RUN.search(other) and not is_prose(other) for other in map(document.line, near))


def _native(run: str, document: Document) -> str:
    if "\N{IDEOGRAPHIC SPACE}" in run and document.language in ("ja", "zh", "ko"):
        return "ideographic spaces are the text's own"
    if run.strip(" ") and document.language == "fr":
        return "French sets no-break spaces beside its marks"
    return ""
