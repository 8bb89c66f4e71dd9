"""Take out joiners and non-joiners that stand where no script joins letters."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from cleantext.document import Document
from cleantext.edits import Proposal
from cleantext.remedies.matching import on_lines
from cleantext.rule import Rule

_PLAIN = (
    "\\x00-\u024f"  # Latin, its marks, and figures
    "\u0370-\u052f\u1e00-\u1fff"  # Greek, Cyrillic, and more of Latin and Greek
    "\u2010-\u2027\u2030-\u205e\u20a0-\u20bf"  # marks and currencies
    "\u3000-\u9fff\uac00-\ud7a3\uff00-\uff60"  # the scripts of East Asia, and their marks
)
"""Characters that nothing joins. All others are taken for ones that something does: emoji, Arabic, Indic scripts."""

_STRAY = re.compile(f"(?:(?<![^{_PLAIN}])|^)(?<!f)[\u200c\u200d]+(?:(?=[{_PLAIN}])|$)")
"""After an f, typographers of German part a ligature by a non-joiner: "Auf\u200clage"."""


def line_test(_: Rule) -> Callable[[str], bool]:
    """Ask for a joiner between characters that nothing joins."""
    return lambda line: _STRAY.search(line) is not None


def propose(document: Document, lines: Sequence[int], rule: Rule) -> Iterator[Proposal]:
    """Propose to take each run out."""
    for start, match in on_lines(_STRAY.finditer, document, lines):
        yield Proposal(start + match.start(), start + match.end(), "", rule.summary)
