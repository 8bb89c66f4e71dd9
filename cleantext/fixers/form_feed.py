"""Turn form feeds into paragraph breaks, in the text's own line ends."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cleantext.document import Document
from cleantext.edits import Proposal
from cleantext.rule import Rule

_FILLED = re.compile(r"\S")
_FEED = re.compile(r"(?<![ \t])[ \t]*\f[ \t\f]*")


def propose(document: Document, lines: Sequence[int], rule: Rule) -> Iterator[Proposal]:
    """Propose a blank line for each form feed, as much of it as does not stand there already."""
    end = document.line_end
    for number in lines:
        start, line = document.lines[number].start, document.line(number)
        for match in _FEED.finditer(line):
            before = end if _FILLED.search(line, 0, match.start()) else ""
            after = end if _FILLED.search(line, match.end()) else ""
            yield Proposal(start + match.start(), start + match.end(), before + after or end, rule.summary)
