"""Take the ligatures of Latin print apart: U+FB00 to U+FB06, as Unicode decomposes them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

from cleantext.document import Document
from cleantext.edits import Proposal
from cleantext.remedies.matching import on_lines
from cleantext.rule import Rule

_LIGATURE = re.compile("[\N{LATIN SMALL LIGATURE FF}-\N{LATIN SMALL LIGATURE ST}]")


def propose(document: Document, lines: Sequence[int], rule: Rule) -> Iterator[Proposal]:
    """Propose the letters of each ligature."""
    for start, match in on_lines(_LIGATURE.finditer, document, lines):
        letters = unicodedata.normalize("NFKC", match.group())
        yield Proposal(start + match.start(), start + match.end(), letters, rule.summary)
