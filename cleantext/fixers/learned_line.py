"""Drop the lines that recur on the pages of one site, as `cleantext learn` wrote them down: by their frames.

They go where furniture stands: above the first line of prose and below the last, where prose is what the rule did
not learn (a site's disclaimer has a sentence's length and mark). Some frames are as long as a headline, since
sites list their newest stories beside each of them; such a line stays in the head where what follows it stays.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from functools import lru_cache

from cleantext.document import Document
from cleantext.edits import Proposal
from cleantext.facts.layout import is_prose
from cleantext.fixers._frames import LONGEST_FRAME, frame_of
from cleantext.fixers._lines import drop, has_ideographs
from cleantext.fixers._neighbours import filled
from cleantext.fixers._remedy import remedy_of
from cleantext.rule import Rule

_LEAST_WORDS = 4
"""What is shorter is no headline, and a menu's entries are."""


def gate(_: Rule) -> Callable[[Document], bool]:
    """Ask whether a text has prose; which sites concern it was asked before."""
    return lambda document: document.prose is not None


def propose(document: Document, lines: Sequence[int], rule: Rule) -> Iterator[Proposal]:
    """Propose to drop the lines with a learned frame."""
    learned = _learned(rule)
    found = {number for number in lines if _is_learned(document.line(number), learned)}
    body = _body(document, found) if found else None
    if body is None:
        return
    kept_below: set[int] = set()
    for number in sorted(found, reverse=True):
        held = ""
        if body[0] < number < body[1]:
            held = "it stands inside the text"
        elif number < body[0] and _is_long(document.line(number)):
            below = next(filled(document, number, 1))
            if below not in found or below in kept_below:
                kept_below.add(number)
                held = "it could be the headline of what follows it"
        yield drop(document, number, rule.summary, held=held)


def _learned(rule: Rule) -> Collection[str]:
    return _frames(tuple(remedy_of(rule).phrases.values()))


@lru_cache(maxsize=1024)
def _frames(rows: Sequence[Sequence[str]]) -> Collection[str]:
    return frozenset(frame_of(phrase) for row in rows for phrase in row)


def _is_learned(line: str, learned: Collection[str]) -> bool:
    return len(line) <= LONGEST_FRAME and frame_of(line) in learned and not line.isspace()


def _body(document: Document, furniture: Collection[int]) -> tuple[int, int] | None:
    """The first and the last line of prose that is no furniture; None without any."""
    if document.prose is None:
        return None
    prose = range(*document.prose)
    first, last = (
        next((n for n in numbers if n not in furniture and is_prose(document.line(n))), None)
        for numbers in (prose, reversed(prose))
    )
    return None if first is None or last is None else (first, last)


def _is_long(line: str) -> bool:
    words = sum(any(map(str.isalnum, word)) for word in line.split())  # the marks of `Quay | Tides | Lamps` are none
    return words >= _LEAST_WORDS or has_ideographs(line)
