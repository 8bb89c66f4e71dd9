"""Read a zero-width character between two whole words as the space that was lost there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cleantext.document import Document
from cleantext.edits import Proposal
from cleantext.facts.lexicon import lexicon
from cleantext.remedies.matching import on_lines
from cleantext.rule import Rule

_SEAM = re.compile(r"(?<![\w’'-])([A-Za-z]{2,})([\u200b\ufeff\u2060]+)([A-Za-z]{2,})(?![\w’'-])")
_KNOWN = 2.5


def propose(document: Document, lines: Sequence[int], rule: Rule) -> Iterator[Proposal]:
    """Propose a space for each seam between two words."""
    words = lexicon("en")
    if words is None:
        return
    for start, match in on_lines(_SEAM.finditer, document, lines):
        left, _, right = match.groups()
        if left + right not in words and min(map(words.frequency, (left, right))) >= _KNOWN:
            yield Proposal(start + match.start(2), start + match.end(2), " ", rule.summary)
