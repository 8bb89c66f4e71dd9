"""Restore the letters of a ligature that a PDF's text layer lost, where one ligature alone makes a word."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from cleantext.document import Document
from cleantext.edits import Proposal
from cleantext.facts.lexicon import Lexicon, lexicon
from cleantext.remedies.matching import on_lines
from cleantext.rule import Rule

_LOST = re.compile(r"(?<![\w\ufffd’'-])([A-Za-z]*)(\ufffd)([a-z]+)(?![\w\ufffd’'-])")
_LIGATURES = ("fi", "fl", "ff", "ffi", "ffl")
_COMMON, _LEAD, _RARE = 3.0, 2.0, 2.0
"""On the Zipf scale: *signicant* is a rare slip, and *significant* stands some thousand times as often."""


def line_test(_: Rule) -> Callable[[str], bool]:
    """Ask for a word with one lost character."""
    return lambda line: _LOST.search(line) is not None


def propose(document: Document, lines: Sequence[int], rule: Rule) -> Iterator[Proposal]:
    """Propose the letters that make the one word there can be."""
    words = lexicon("en")
    if words is None:
        return
    for start, match in on_lines(_LOST.finditer, document, lines):
        if letters := _letters(match[1], match[3], words):
            yield Proposal(start + match.start(2), start + match.end(2), letters, rule.summary)


def _letters(left: str, right: str, words: Lexicon) -> str:
    """The one ligature that makes a word; "" if none or several do, or if a mark or an accented letter may be lost."""
    others = (left + right, f"{left}'{right}", right if not left else "")
    if max(map(words.frequency, others)) >= _RARE:
        return ""
    known = sorted((words.frequency(left + letters + right), letters) for letters in _LIGATURES)
    (rival, _), (best, letters) = known[-2:]
    return letters if best >= _COMMON and best - rival >= _LEAD else ""
