"""Part two words that lost the space between them, where one of them is a function word."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from cleantext.document import Document
from cleantext.edits import Proposal
from cleantext.fixers._clear_seams import clear_seams
from cleantext.fixers._splits import complement, looks_english, may_hold_glue, sure_joints, sure_splits
from cleantext.rule import Rule
from cleantext.triggers import Trigger, of_pattern


def trigger(_: Rule) -> Trigger:
    """The complement of the lexicon."""
    return of_pattern(complement())


def line_test(_: Rule) -> Callable[[str], bool]:
    """Ask for an English word."""
    return looks_english


def propose(document: Document, lines: Sequence[int], rule: Rule) -> Iterator[Proposal]:
    """Propose a space inside each unknown token that falls apart in one clear way; after one, in the line's others."""
    for number in lines:
        if not may_hold_glue(document.line(number)):
            continue
        start = document.lines[number].start
        found = {place: f"{token!r} is no word; {split.left!r} and {split.right!r} are"
                 for place, token, split in sure_splits(document, number)}  # fmt: skip
        for seam in (*sure_joints(document, number), *clear_seams(document, number)):
            found.setdefault(seam.place, seam.reason)
        yield from (Proposal(start + place, start + place, " ", found[place]) for place in sorted(found))
