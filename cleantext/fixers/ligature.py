"""Take the ligatures of Latin print apart: U+FB00 to U+FB06, as Unicode decomposes them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

from cleantext.document import Document
from cleantext.edits import Proposal
from cleantext.rule import Rule

_LIGATURE = re.compile("[\N{LATIN SMALL LIGATURE FF}-\N{LATIN SMALL LIGATURE ST}]")


def propose(document: Document, lines: Sequence[int], rule: Rule) -> Iterator[Proposal]:
    """Propose the letters of each ligature."""
    for number in lines:
        start = document.lines[number].start
        for match in _LIGATURE.finditer(document.line(number)):
            letters = unicodedata.normalize("NFKC", match.group())
            yield Proposal(start + match.start(), start + match.end(), letters, rule.summary)
