"""Give all lines the kind of end that most of them have."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cleantext.document import Document
from cleantext.edits import Proposal
from cleantext.rule import Rule


def propose(document: Document, lines: Sequence[int], rule: Rule) -> Iterator[Proposal]:
    """Propose the commoner line end where a line has another."""
    for number in lines:
        _, end, after = document.lines[number]
        if document.text[end:after] not in ("", document.line_end):
            yield Proposal(end, after, document.line_end, rule.summary)
