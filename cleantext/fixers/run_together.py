"""Part words that were run together, in lines that show other damage; no capital or mark need show the seam."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from cleantext.document import Document
from cleantext.edits import Proposal
from cleantext.fixers._clear_seams import clear_seams
from cleantext.fixers._letters import in_letters, trigger_by
from cleantext.fixers._licence import SHAPES, may_be_licensed
from cleantext.rule import Rule
from cleantext.triggers import Trigger

_SHAPES = re.compile(
    in_letters(
        r"""(?x)
        [{u}.!?,:;)”»]
        (?: (?<=[{l}][{u}]) | (?<=[0-9][{u}])[{l}] | (?<=[{l}][.!?])[{u}] | (?<=[{l}][,:;])[{l}{u}]
          | (?<=[{l}][”»)][,:;])[{l}{u}] | (?<=[)”»])[.!?]?[{l}{u}] | (?<=[ \xa0][:!?])[{l}{u}] )
        """
    )
)
"""The same as `SHAPES`, by the capital or the mark: a pattern that begins with what is rare reads a line fast."""


def line_test(_: Rule) -> Callable[[str], bool]:
    """Ask the same of a line, and whether anything in it could license it."""
    return lambda line: _SHAPES.search(line) is not None and may_be_licensed(line)


def trigger(_: Rule) -> Trigger:
    """What licenses a line, but for words alone, which the fixer glued-words is led by."""
    return trigger_by(SHAPES)


def propose(document: Document, lines: Sequence[int], rule: Rule) -> Iterator[Proposal]:
    """Propose a space at each clear seam of a licensed line."""
    for number in lines:
        if not _SHAPES.search(document.line(number)):
            continue
        start = document.lines[number].start
        for seam in clear_seams(document, number):
            yield Proposal(start + seam.place, start + seam.place, " ", seam.reason)
