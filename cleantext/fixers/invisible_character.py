"""Take out invisible characters that shape nothing in the script around them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cleantext.document import Document
from cleantext.edits import Proposal
from cleantext.rule import Rule

_INVISIBLE = re.compile("[\N{ZERO WIDTH SPACE}\N{ZERO WIDTH NO-BREAK SPACE}\N{SOFT HYPHEN}\N{WORD JOINER}]+")
_UNSPACED_SCRIPT = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u19e0-\u19ff]")
"""Thai, Lao, Burmese and Khmer."""


def propose(document: Document, lines: Sequence[int], rule: Rule) -> Iterator[Proposal]:
    """Propose to take each run out."""
    for number in lines:
        start, line = document.lines[number].start, document.line(number)
        for match in _INVISIBLE.finditer(line):
            around = line[max(0, match.start() - 1) : match.end() + 1]
            parts_words = "\N{ZERO WIDTH SPACE}" in around and _UNSPACED_SCRIPT.search(around)
            held = "zero-width spaces part the words of this script" if parts_words else ""
            yield Proposal(start + match.start(), start + match.end(), "", rule.summary, held)
