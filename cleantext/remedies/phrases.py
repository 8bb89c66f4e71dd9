"""The remedy `phrases`: a line that is nothing but one of them is dropped.

Lines and phrases are compared by `phrase_key`; the ruleset looks the keys up before this runs.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cleantext.document import Document
from cleantext.edits import Proposal

LONGEST = 120
"""Characters; a longer line is never compared with phrases."""

_OUTER_MARKS = (
    " \t\N{NO-BREAK SPACE}\N{IDEOGRAPHIC SPACE}\N{ZERO WIDTH NO-BREAK SPACE}.…:!。！：»›>→▼▾▸►▶«‹<←|·•×✕+-–—*[]()【】"
)


def phrase_key(line: str) -> str:
    """What counts of a line: no case, no outer marks, straight apostrophes, single spaces.

    >>> phrase_key("» Skip to  main content …")
    'skip to main content'
    """
    key = line.strip(_OUTER_MARKS).casefold().replace("’", "'")
    return " ".join(key.split())


def propose(document: Document, lines: Sequence[int]) -> Iterator[Proposal]:
    """Propose to drop each of the lines, which the look-up found to be phrases."""
    for number in lines:
        start, end, _ = document.lines[number]
        reason = f"{document.line(number).strip()!r} is a phrase of page furniture"
        yield Proposal(start, end, "", reason, whole_lines=True)
