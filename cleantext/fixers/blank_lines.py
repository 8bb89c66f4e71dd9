"""Let one blank line stand between paragraphs, and none at the edges of the text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from cleantext.document import Document
from cleantext.edits import Proposal
from cleantext.rule import Rule

_DOUBLED = re.compile(r"\n[^\S\n]*\n[^\S\n]*\n")


def gate(_: Rule) -> Callable[[Document], bool]:
    """Ask for two blank lines together, or one at an edge; ends of lines of other kinds are looked into anyway."""
    return _may_be_doubled


def _may_be_doubled(document: Document) -> bool:
    text = document.text
    if "\r" in text:
        return True
    return "\n" in text and (text[:1].isspace() or text[-2:].isspace() or _DOUBLED.search(text) is not None)


def propose(document: Document, lines: Sequence[int], rule: Rule) -> Iterator[Proposal]:
    """Propose to take away all but the first blank line of each run; at the edges, all of them.

    The text's own last line end stays: it belongs to the last line that is not blank.
    """
    all_lines = document.lines
    for blank, run in groupby(lines, key=lambda number: not document.line(number).strip()):
        numbers = list(run)
        if not blank or len(numbers) == len(all_lines):
            continue
        first, last = numbers[0], numbers[-1]
        inside = first > 0 and last < len(all_lines) - 1
        if inside and len(numbers) < 2:
            continue
        keep = all_lines[first].next if inside else all_lines[first].start
        if keep < all_lines[last].next:
            yield Proposal(keep, all_lines[last].next, "", rule.summary)
