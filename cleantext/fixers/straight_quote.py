"""Put the space of a straight quotation mark back on its outer side (`the"ram"of the town`).

The mark does not say whether it opens or closes, but marks of one line take turns. Of the two readings of a line, first
mark opens or first mark closes, the one is taken that agrees with all marks whose own spaces tell. Marks set wrongly
beside those (`Fire "exercise`) are turned where only an even number of marks, the first opening, is left to believe.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from cleantext.document import Document
from cleantext.edits import Proposal
from cleantext.rule import Rule

_MARK = re.compile('"')
_GLUED = re.compile(r"(?:\b[A-Za-zÀ-ÿ]+|[A-Za-zÀ-ÿ][,.:!?…]{1,3})\"[A-Za-zÀ-ÿ]+")
_LETTER = re.compile("[A-Za-zÀ-ÿ]")
_BEFORE_OPENING = " \t\N{NO-BREAK SPACE}([{-–—/“‘'=>|*_"
_AFTER_CLOSING = " \t\N{NO-BREAK SPACE}.,;:!?)]}-–—/”’'…<|*_"
_ENDING = re.compile(r"(?:s|es|d|ed|ing|ish|ers?|like|isms?|ness|n?th)\b")
_LEADS = frozenset(
    "that of the a an in for as called were was named with by on at to from and or is their its his her".split()
)
_SPEAKS = re.compile(r"(?:said|says|added|adds|told|explained|wrote|writes|noted|asked|according|he|she|they|the) ")
_NO_PROSE = re.compile(r"[{}<>\\=;]\S*\"|\"[:=]|\",\"|(?<![.,!?…\w])\"\"(?![\w])|(?<!['’])\b[b-zB-HJ-Z]\"|^\"?\w*,\"")
_FEWEST_WORDS = 3
_TURNED = 1
"""Marks more that may be set wrongly: the other reading lacks a mark at both ends of the line."""


def line_test(_: Rule) -> Callable[[str], bool]:
    """Ask a line for marks that tell which of them open."""
    return lambda line: _may_be_glued(line) and _first_opens(line, _marks(line)) is not None


def _may_be_glued(line: str) -> bool:
    """Does a mark stand between a letter, or a mark after one, and a letter? Most stand beside a space."""
    place = line.find('"', 1)
    while place > 0:
        if _LETTER.match(line, place + 1) and not line[place - 1].isspace():
            return True
        place = line.find('"', place + 1)
    return False


def propose(document: Document, lines: Sequence[int], rule: Rule) -> Iterator[Proposal]:
    """Propose a space on the outer side of each mark that has lost it, and none on the inner side."""
    for number in lines:
        line, offset = document.line(number), document.lines[number].start
        marks = _marks(line)
        first_opens = _first_opens(line, marks)
        if first_opens is None:
            continue
        for turn, place in enumerate(marks):
            opens = first_opens == (turn % 2 == 0)
            if found := _edit(line, place, opens=opens):
                start, end, after = found
                yield Proposal(offset + start, offset + end, after, rule.summary)


def _marks(line: str) -> Sequence[int]:
    """The places of the marks; of an odd number, those between two spaces are left out, since they have no partner."""
    marks = [match.start() for match in _MARK.finditer(line)]
    if len(marks) % 2 == 0:
        return marks
    return [place for place in marks if line[place - 1 : place + 2] != ' " ']


def _first_opens(line: str, marks: Sequence[int]) -> bool | None:
    """Does the first mark of a line open? None where no mark is glued, or the marks do not tell."""
    glued = [match[0] for match in _GLUED.finditer(line)]
    if not glued or _is_name_with_mark(glued) or len(line.split()) < _FEWEST_WORDS or _NO_PROSE.search(line):
        return None
    shapes = [_shape(line, place) for place in marks]
    against = [_conflicts(shapes, first_opens=first) for first in (True, False)]
    if len(marks) == 1:
        return _lone_mark_opens(line, marks[0])
    if len(marks) % 2 == 0:
        return True if shapes[0] != "closes" and against[0] <= against[1] + _TURNED else None
    if min(against) or max(against) == 0 or shapes.count("") > 1:
        return None
    return against[0] == 0


def _is_name_with_mark(glued: Sequence[str]) -> bool:
    """Does a mark stand inside the same word more than once, as an apostrophe does? Not where it only follows *in*."""
    inside = [found for found in glued if found.partition('"')[0].lower() not in _LEADS]
    return len(set(inside)) < len(inside)


def _lone_mark_opens(line: str, place: int) -> bool | None:
    """A mark without a partner opens after a word that leads to something, and closes before who spoke."""
    before, behind = line[:place], line[place + 1 :]
    if before[-1:] in ",!?" and _SPEAKS.match(behind):
        return False
    word = re.search(r"[a-z]+\Z", before)
    return True if word and word[0] in _LEADS else None


def _shape(line: str, place: int) -> str:
    """What the spaces around a mark say of it: "opens", "closes", or "" for nothing."""
    before, behind = line[place - 1 : place] or " ", line[place + 1 : place + 2] or " "
    outside_before, outside_behind = before in _BEFORE_OPENING, behind in _AFTER_CLOSING
    if outside_before == outside_behind:
        return ""
    return "opens" if outside_before else "closes"


def _conflicts(shapes: Sequence[str], *, first_opens: bool) -> int:
    """How many marks say otherwise of themselves than their turn does."""
    turns = ("closes", "opens") if first_opens else ("opens", "closes")
    return sum(shape == turns[n % 2] for n, shape in enumerate(shapes))


def _edit(line: str, place: int, *, opens: bool) -> tuple[int, int, str] | None:
    """Give what to replace around a mark, and by what; None where its spaces are right or nothing is sure."""
    before, behind = line[max(0, place - 2) : place], line[place + 1 :]
    if opens:
        if not re.search(r"[^\W\d_]\Z|[^\W\d_.][,:!?.…]\Z|\.\.\Z", before):
            return None
        if behind[:1] == " " and behind[1:2].isalnum():
            return place, place + 2, ' "'
        return (place, place, " ") if behind[:1].isalnum() else None
    if not behind[:1].isalpha() or _ENDING.match(behind):
        return None
    if before[-1:] == " ":
        return (place - 1, place + 1, '" ') if before[:1].isalnum() or before[:1] in ",.!?" else None
    return place + 1, place + 1, " "
