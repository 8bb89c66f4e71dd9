"""Text in one one-byte codec that was read as another; the lines of a document confirm one another.

`cleantext.misreading.exchanged` decides by the letters of the languages that are written in each codec.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from cleantext.document import Document
from cleantext.edits import Proposal
from cleantext.fixers._examples import why_shown
from cleantext.fixers._stretches import stretches
from cleantext.misreading import exchanged
from cleantext.rule import Rule


def block_test(rule: Rule) -> Callable[[str], bool]:
    """Tell where letters stand together that no language has together."""
    return exchanged.holds_suspect


def line_test(rule: Rule) -> Callable[[str], bool]:
    """The same of a line."""
    return exchanged.is_suspect


def propose(document: Document, lines: Sequence[int], rule: Rule) -> Iterator[Proposal]:
    """Propose the letters that were written, run by run."""
    contents = document.contents
    suspects = [number for number in lines if exchanged.is_suspect(contents[number])]
    for number, text in sorted(exchanged.rereadings(contents, suspects).items()):
        start = document.lines[number].start
        differing = [place for place, (old, new) in enumerate(zip(contents[number], text, strict=True)) if old != new]
        changes = [(first, last + 1, text[first : last + 1]) for first, last in stretches(differing)]
        held = why_shown(document, contents[number], changes)
        for first, end, letters in changes:
            yield Proposal(start + first, start + end, letters, rule.summary, held)
