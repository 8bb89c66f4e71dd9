"""The lines above the first paragraph of prose, and those of them that could be a stamp."""

from __future__ import annotations

from collections.abc import Sequence

from cleantext.document import Document
from cleantext.facts.layout import is_prose
from cleantext.fixers._stamps import STAMP, may_be_stamp


def head_lines(document: Document) -> range:
    """Give the numbers of the lines above the first paragraph of prose, where a stamp is none."""
    return document.fact(_head_lines)


def stamp_lines(document: Document) -> Sequence[int]:
    """Give the numbers of the lines of the head that could be a stamp."""
    return document.fact(_stamp_lines)


def _stamp_lines(document: Document) -> Sequence[int]:
    contents = document.contents
    return [number for number in head_lines(document) if may_be_stamp(contents[number])]


def _head_lines(document: Document) -> range:
    """Give the numbers of the lines above the first paragraph of prose, where a stamp is none.

    "Published on February 18, 2019 at 6:12 p.m. - Updated on …" has a paragraph's length and final mark.
    """
    if document.prose is None:
        return range(0)
    first, after = document.prose[0], len(document.contents)
    if not _is_stamp(document.line(first)):
        return range(first)
    return range(next((n for n in range(first, after) if _is_text(document.line(n))), after))


def _is_stamp(line: str) -> bool:
    return may_be_stamp(line) and STAMP.match(line) is not None


def _is_text(line: str) -> bool:
    return is_prose(line) and not _is_stamp(line)


def in_head(document: Document, number: int) -> bool:
    """Does a line stand above the first paragraph of prose?"""
    return number in head_lines(document)


def may_hold_stamp(document: Document) -> bool:
    """Could a line above the first paragraph of prose, or that paragraph, be a stamp?"""
    for line in document.contents:
        if may_be_stamp(line):
            return True
        if is_prose(line):
            return False
    return False
