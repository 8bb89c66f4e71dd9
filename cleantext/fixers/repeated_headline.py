"""Drop the copy of a headline that stands after the article."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from cleantext.document import Document
from cleantext.edits import Proposal
from cleantext.facts.layout import is_list_item, is_table_row
from cleantext.remedies.phrases import phrase_key
from cleantext.rule import Rule

_LEAST_WORDS = 4
_LEAST_IDEOGRAPHS = 8
_LEAST_LENGTH, _MOST_LENGTH = 8, 250


def gate(_: Rule) -> Callable[[Document], bool]:
    """Ask whether anything stands before the first paragraph and after the last; most articles have no tail."""
    return _has_head_and_tail


def _has_head_and_tail(document: Document) -> bool:
    if len(document.contents) < 3:  # a head, a body and a tail
        return False
    return document.prose is not None and document.prose[0] > 0 and document.prose[1] < len(document.contents)


def propose(document: Document, lines: Sequence[int], rule: Rule) -> Iterator[Proposal]:
    """Propose to drop each line of the tail that repeats one of the head."""
    if document.prose is None:
        return
    first, after = document.prose
    headlines = {phrase_key(line) for line in map(document.line, lines[:first]) if _is_headline(line)}
    for number in lines[after:] if headlines else ():
        line = document.line(number)
        if _is_headline(line) and phrase_key(line) in headlines:
            start, end, _ = document.lines[number]
            yield Proposal(start, end, "", rule.summary, whole_lines=True)


def _is_headline(line: str) -> bool:
    """Is it of words enough to be no accident, and no part of a list or table?"""
    if not _LEAST_LENGTH <= len(line) <= _MOST_LENGTH:
        return False
    long = len(line.split()) >= _LEAST_WORDS or (
        not line.isascii() and sum(c > "\u2e80" for c in line) >= _LEAST_IDEOGRAPHS
    )
    return long and not line[:1].isspace() and not is_list_item(line) and not is_table_row(line)
