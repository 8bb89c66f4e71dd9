"""Take out marks of direction that direct nothing: those of a line without a letter that runs right to left."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from cleantext.document import Document
from cleantext.edits import Proposal
from cleantext.remedies.matching import on_lines
from cleantext.rule import Rule

_OPENERS = {
    "\N{LEFT-TO-RIGHT EMBEDDING}": "\N{POP DIRECTIONAL FORMATTING}",
    "\N{RIGHT-TO-LEFT EMBEDDING}": "\N{POP DIRECTIONAL FORMATTING}",
    "\N{LEFT-TO-RIGHT OVERRIDE}": "\N{POP DIRECTIONAL FORMATTING}",
    "\N{RIGHT-TO-LEFT OVERRIDE}": "\N{POP DIRECTIONAL FORMATTING}",
    "\N{LEFT-TO-RIGHT ISOLATE}": "\N{POP DIRECTIONAL ISOLATE}",
    "\N{RIGHT-TO-LEFT ISOLATE}": "\N{POP DIRECTIONAL ISOLATE}",
    "\N{FIRST STRONG ISOLATE}": "\N{POP DIRECTIONAL ISOLATE}",
}
_MARK = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u061b\u061d-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
"""Letters and figures of Hebrew, Arabic, Syriac, Thaana, N'Ko and the like."""


def line_test(_: Rule) -> Callable[[str], bool]:
    """Ask for a mark of direction where no letter needs one."""
    return lambda line: next(_strays(line), None) is not None


def propose(document: Document, lines: Sequence[int], rule: Rule) -> Iterator[Proposal]:
    """Propose to take each stray mark out."""
    for start, place in on_lines(_strays, document, lines):
        yield Proposal(start + place, start + place + 1, "", rule.summary)


def _strays(line: str) -> Iterator[int]:
    """Where a mark stands that neither directs a letter nor belongs to a pair."""
    if _RIGHT_TO_LEFT.search(line):
        return
    marks = [(match.start(), match.group()) for match in _MARK.finditer(line)]
    paired: set[int] = set()
    opened: list[tuple[int, str]] = []
    for place, mark in marks:
        if mark in _OPENERS:
            opened.append((place, _OPENERS[mark]))
        elif opened and opened[-1][1] == mark:
            paired |= {place, opened.pop()[0]}
    yield from (place for place, mark in marks if place not in paired)
