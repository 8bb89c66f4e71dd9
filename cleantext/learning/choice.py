"""Which of the lines that recur are furniture: not the refrain of a column, not a byline, not a date."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from cleantext.fixers._frames import DATE, LONGEST_FRAME, frame_of, says_something
from cleantext.learning.tally import Recurring

MOST_SUSPICIOUS = 0.2
"""The share of a frame's pages on which it may stand between two paragraphs of text, or name an author."""


class Phrase(NamedTuple):
    """A frame that was learned, and on how many pages it stands."""

    frame: str
    pages: int


def chosen(found: Iterable[Recurring]) -> Sequence[Phrase]:
    """Choose the furniture of a site among what recurs there, the commonest first."""
    phrases = {Phrase(frame_of(it.line), it.pages) for it in found if is_furniture(it)}
    return sorted(phrases, key=lambda it: (-it.pages, it.frame))


def is_furniture(it: Recurring) -> bool:
    """Is it short, and where furniture stands, and no fact about the page?

    A date in the head is the page's own, and a byline names its author: rules that lift such facts into the metadata
    take them away.

    >>> is_furniture(Recurring("Menu", 9, 9, 0, 0)), is_furniture(Recurring("And so to bed.", 9, 0, 9, 0))
    (True, False)
    """
    frame, most = frame_of(it.line), MOST_SUSPICIOUS * it.pages
    if len(it.line) > LONGEST_FRAME or not says_something(frame):
        return False
    return it.between <= most and it.signed <= most and not (DATE in frame and it.head)
