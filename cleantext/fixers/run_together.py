"""Part words that were run together, in lines that show other damage; no capital or mark need show the seam."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from cleantext.document import Document
from cleantext.edits import Proposal
from cleantext.facts.joints import is_clear
from cleantext.fixers._licence import SHAPES, is_licensed, may_be_licensed
from cleantext.fixers._runs import Seam, has_camel, in_letters, is_beside_hyphen, own_vocabulary, seams_of, trigger_by
from cleantext.rule import Rule
from cleantext.triggers import Trigger

_LEAST_IN_COMPOUND = 4.5
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
            place = start + seam.place
            yield Proposal(place, place, " ", f"{seam.run!r} is {seam.cut.left!r} and {seam.cut.right!r}")


def clear_seams(document: Document, number: int) -> Sequence[Seam]:
    """The clear seams of a licensed line."""
    words = own_vocabulary(document) if is_licensed(document, number) else None
    if words is None:
        return ()
    clear = (seam for seam in seams_of(document, number) if is_clear(seam.cut, seam.run, words))
    return tuple(seam for seam in clear if not _is_doubtful(seam, document.line(number)))


def _is_doubtful(seam: Seam, line: str) -> bool:
    """Is it part of a compound with a hyphen, and neither a capital nor much else speaks for it?"""
    if seam.cut.saved >= _LEAST_IN_COMPOUND or has_camel(seam.run):
        return False
    return is_beside_hyphen(line, seam.place - seam.cut.place, seam.run)
