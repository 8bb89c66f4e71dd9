"""Chinese, Japanese or Korean that was read as Latin letters; `cleantext.misreading.eastern` decides."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cleantext.document import Document
from cleantext.edits import Proposal
from cleantext.misreading import eastern
from cleantext.remedies.matching import on_lines
from cleantext.rule import Rule
from cleantext.triggers import Trigger, of_pattern


def trigger(_: Rule) -> Trigger:
    """Letters with accents in a row."""
    return of_pattern(eastern.SUSPECT)


def propose(document: Document, lines: Sequence[int], rule: Rule) -> Iterator[Proposal]:
    """Propose the characters that were written, run by run."""
    for start, (first, last, characters) in on_lines(eastern.changes, document, lines):
        yield Proposal(start + first, start + last, characters, rule.summary)
