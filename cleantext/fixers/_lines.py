"""What the fixers of the boilerplate stage share: neighbours of a line, and dropping lines.

It is no fixer itself: it has no `propose`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cleantext.document import Document
from cleantext.edits import Fact, Proposal
from cleantext.facts.layout import is_prose
from cleantext.fixers._stamps import STAMP

FINAL_MARKS = tuple(".!?…:;,。！？")
"""What ends a sentence or leads to the next line; a name, a menu entry or a teaser's headline ends in none."""


def filled(document: Document, number: int, step: int, most: int = 1) -> Iterator[int]:
    """Yield the numbers of the next lines that are not blank, upwards or downwards, at most so many."""
    number += step
    while most and 0 <= number < len(document.lines):
        if document.line(number).strip():
            yield number
            most -= 1
        number += step


def head_lines(document: Document) -> range:
    """Give the numbers of the lines above the first paragraph of prose, where a stamp is none.

    "Published on February 18, 2019 at 6:12 p.m. - Updated on …" has a paragraph's length and final mark.
    """
    if document.prose is None:
        return range(0)
    first = document.prose[0]
    numbers = range(first, len(document.lines))
    is_text = (n for n in numbers if is_prose(document.line(n)) and not STAMP.match(document.line(n)))
    return range(next(is_text, len(document.lines)) if STAMP.match(document.line(first)) else first)


def in_head(document: Document, number: int) -> bool:
    """Does a line stand above the first paragraph of prose?"""
    return number in head_lines(document)


def drop(document: Document, number: int, reason: str, facts: Sequence[Fact] = (), held: str = "") -> Proposal:
    """Propose to drop one line."""
    start, end, _ = document.lines[number]
    return Proposal(start, end, "", reason, held_back=held, whole_lines=True, facts=tuple(facts))


def fact(document: Document, number: int, name: str, start: int, end: int) -> Fact:
    """Give the fact that stands at `start:end` of a line, without the white space around it."""
    said = document.line(number)[start:end]
    begin = document.lines[number].start + start + len(said) - len(said.lstrip())
    return Fact(name, said.strip(), begin, begin + len(said.strip()))
