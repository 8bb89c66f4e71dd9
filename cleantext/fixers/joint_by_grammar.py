"""Part words that were run together in other languages than English, where one is a word of grammar.

In a line in which one such seam leaves no doubt, those that are clear are parted, too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from cleantext.document import Document
from cleantext.edits import Proposal
from cleantext.fixers._by_grammar import joints_by_grammar, may_hold_joints
from cleantext.fixers._clear_seams import clear_seams
from cleantext.rule import Rule


def gate(_: Rule) -> Callable[[Document], bool]:
    """Ask a text in such a language for a seam: no pattern tells what its lexicon lacks."""
    return may_hold_joints


def propose(document: Document, lines: Sequence[int], rule: Rule) -> Iterator[Proposal]:
    """Propose a space at each sure seam, and at the clear ones beside it."""
    for number in lines:
        if not (sure := joints_by_grammar(document, number)):
            continue
        start = document.lines[number].start
        found = {seam.place: seam for seam in (*sure, *clear_seams(document, number))}
        for place, seam in sorted(found.items()):
            yield Proposal(start + place, start + place, " ", seam.reason)
