"""Chinese, Japanese or Korean that was read as Latin letters; `cleantext.misreading.eastern` decides."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from cleantext.document import Document
from cleantext.edits import Proposal
from cleantext.misreading import eastern
from cleantext.rule import Rule


def block_test(rule: Rule) -> Callable[[str], bool]:
    """Tell where letters with accents stand in a row."""
    return eastern.is_suspect


def line_test(rule: Rule) -> Callable[[str], bool]:
    """The same of a line."""
    return eastern.is_suspect


def propose(document: Document, lines: Sequence[int], rule: Rule) -> Iterator[Proposal]:
    """Propose the characters that were written, run by run."""
    for number in lines:
        start = document.lines[number].start
        for first, last, characters in eastern.changes(document.contents[number]):
            yield Proposal(start + first, start + last, characters, rule.summary)
