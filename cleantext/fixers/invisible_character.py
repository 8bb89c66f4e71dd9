"""Take out invisible characters that shape nothing in the script around them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cleantext.document import Document
from cleantext.edits import Proposal
from cleantext.remedies.matching import on_lines
from cleantext.rule import Rule

_INVISIBLE = re.compile("[\N{ZERO WIDTH SPACE}\N{ZERO WIDTH NO-BREAK SPACE}\N{SOFT HYPHEN}\N{WORD JOINER}]+")
_UNSPACED_SCRIPT = re.compile(
    "[\u0e00-\u0fff"  # Thai, Lao and Tibetan
    "\u1000-\u109f\ua9e0-\ua9ff\uaa60-\uaa7f"  # Burmese
    "\u1780-\u17ff\u19e0-\u19ff"  # Khmer
    "\u1950-\u19df\u1a20-\u1aaf\uaa80-\uaadf"  # the scripts of the Tai languages
    "\u1b00-\u1b7f\ua980-\ua9df]"  # Balinese and Javanese
)
_JOINERS = frozenset("\N{WORD JOINER}")


def propose(document: Document, lines: Sequence[int], rule: Rule) -> Iterator[Proposal]:
    """Propose to take each run out."""
    for offset, match in on_lines(_INVISIBLE.finditer, document, lines):
        line, start, end = match.string, *match.span()
        held = _why_kept(match[0], line[max(0, start - 1) : start], line[end : end + 1])
        yield Proposal(offset + start, offset + end, "", rule.summary, held)


def _why_kept(run: str, before: str, after: str) -> str:
    if "\N{ZERO WIDTH SPACE}" in run and _UNSPACED_SCRIPT.search(before + after):
        return "zero-width spaces part the words of this script"
    if _JOINERS.issuperset(run) and not (before.isalnum() and after.isalnum()):
        return "beside a mark a word joiner may forbid a line break on purpose"
    return ""
