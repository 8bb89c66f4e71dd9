"""The lines above or below an article, and which of them go with the landmarks of furniture among them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from itertools import accumulate, pairwise, repeat

from cleantext.document import Document
from cleantext.fixers._edge_headline import headings, names, titles
from cleantext.fixers._edge_line import (
    HEADLINE,
    SHORT,
    TEASER,
    may_go,
    prose,
    speaks_for_itself,
)
from cleantext.fixers._lines import FINAL_MARKS, is_credit

_NEAR = 20
"""Lines that are not blank, between a line of the head and the landmark below it."""

_NEAR_IN_TAIL = 70
"""The same, between a line of the tail and the landmark above it: lists of stories and of months are long."""

_MOST_CLAUSES = 0.4
"""Of the lines between two landmarks; menus and headlines end in no mark."""

_LEAST_OF_TEXT = 3
"""Lines between two landmarks; of fewer nothing can be told."""

_CLAUSE_ENDS = (*FINAL_MARKS, "、", "：", "；", "—", "–")

_AMOUNT = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+[.,]\d\d?"
_FIGURE = re.compile(
    rf"[(+−-]?[€$£]?(?:(?:{_AMOUNT})\s?[%€$£]?|\d+\s?[%€$£])\)?"
    r"|\(?\d{3}\)?[/ -]\d{3}[ -]\d{4}|1[0-8]\d\d|19[0-8]\d"
)
"""A cell of a table ("58%", "25,091", "0.125"), a number to call ("(213) 740-5762"), or a year before there were pages;
single whole numbers are counters, and days of a calendar count on."""

_LONGEST_CELL = 3
_FIGURE_ENDS = frozenset("0123456789%€$£)")

_RIGHTS = re.compile(r"\W*(?:(?:©|\(c\)|copyright\b).{0,80}?|[^\d©]{3,40}© ?)\b(?:199[3-9]|20\d\d)\b", re.IGNORECASE)
"""With a year: without one it may be the credit of a photograph. Pages of the web have none before 1993."""

_RECORD = re.compile(r"[A-Z][A-Za-z]*(?:-[A-Za-z]+)*:(?:\s|\Z)")
"""The field of a record ("Copyright:"), whose value goes on in lines that are set in."""

_LONGEST_RIGHTS = 300

_LONGEST_HEADING = 24
_AROUND_HEADING = " \t:：*#"


def is_of_rights(line: str) -> bool:
    """Is it a notice of rights with its year?"""
    return ("20" in line or "19" in line) and _RIGHTS.match(line) is not None


def ended_clauses(lines: Sequence[str]) -> Sequence[int]:
    """Count the lines that end like a clause, or hold a figure of a table: how many stand before each place."""
    said = [line.strip() for line in lines]
    ends = [it.endswith(_CLAUSE_ENDS) or (it[-1:] in _FIGURE_ENDS and bool(_FIGURE.fullmatch(it))) for it in said]
    for place in _cells(said):
        ends[place] = True
    return list(accumulate(ends, initial=0))


def _cells(said: Sequence[str]) -> Iterator[int]:
    """Yield the places of whole numbers in a row that do not count on, as in tables of results ("3", "0", "2*")."""
    places = [place for place, it in enumerate(said) if len(it) <= _LONGEST_CELL and it.rstrip("*").isdecimal()]
    for place, below in pairwise(places):
        if below == place + 1 and int(said[below].rstrip("*")) != int(said[place].rstrip("*")) + 1:
            yield from (place, below)


def _values(lines: Sequence[str]) -> Iterator[int]:
    """Yield the places of lines that are set in below the field of a record."""
    inside = False
    for place, line in enumerate(lines):
        inside = inside if line[:1].isspace() else _RECORD.match(line) is not None
        if inside and line[:1].isspace():
            yield place


@dataclass(frozen=True, slots=True)
class Edge:
    """The lines of one edge that are not blank, the places of landmarks among them, and how many clauses end before.

    `parts` are what heads a part of the text ("ingredients"), in small letters: what stands below it stays. The edge is
    the page's head, or else its tail.
    """

    document: Document
    numbers: Sequence[int]
    lines: Sequence[str]
    marks: Sequence[int]
    clauses: Sequence[int]
    parts: Set[str]
    in_tail: bool

    def furniture(self) -> Iterator[int]:
        """Yield the lines that go with the landmarks near them."""
        going = list(self._going())
        staying = set() if self.in_tail or not going else titles(self.lines, self.marks, frozenset(going))
        return (self.numbers[place] for place in going if place not in staying)

    def _going(self) -> Iterator[int]:
        """Yield the places of lines that nothing speaks for."""
        lines, paragraphs = self.lines, self._prose_places()
        values = set(_values(lines))
        staying = headings(lines, self.marks, paragraphs) | set(names(lines)) | values
        ends = self._headings_of_parts() if self.in_tail else paragraphs
        for above, below in pairwise((-1, *self.marks, len(lines))):
            if not self._is_text(above + 1, below):
                following = bisect_right(ends, above)
                end = ends[following] if following < len(ends) else below
                for place, most in self._near(above, below):
                    if place >= end:
                        break
                    line = lines[place]
                    if place not in staying and self._line_goes(line, most):
                        yield place
            if below < len(lines) and below not in values and self._mark_goes(lines[below]):
                yield below

    def _prose_places(self) -> Sequence[int]:
        found = self.document.fact(prose)
        inside = found[bisect_left(found, self.numbers[0]) : bisect_right(found, self.numbers[-1])]
        return [bisect_left(self.numbers, number) for number in inside]

    def _headings_of_parts(self) -> Sequence[int]:
        short = [(place, line) for place, line in enumerate(self.lines) if len(line) <= _LONGEST_HEADING]
        return [place for place, line in short if line.strip(_AROUND_HEADING).casefold() in self.parts]

    def _near(self, above: int, below: int) -> Iterator[tuple[int, tuple[int, int]]]:
        """Yield the places between two landmarks that are near one, each with the words and characters that may go."""
        if self.in_tail:
            last = min(below, above + _NEAR_IN_TAIL + 1) if above >= 0 else 0
            return zip(range(above + 1, last), repeat(TEASER))
        first = max(above + 1, below - _NEAR) if below < len(self.lines) else below
        most = (HEADLINE if above >= 0 and place - above <= _NEAR else SHORT for place in range(first, below))
        return zip(range(first, below), most, strict=True)

    def _line_goes(self, line: str, most: tuple[int, int]) -> bool:
        in_tail = self.in_tail
        return may_go(line, most, in_tail=in_tail) and not speaks_for_itself(self.document, line, in_tail=in_tail)

    def _mark_goes(self, line: str) -> bool:
        if is_of_rights(line) and not is_credit(line):
            return self.in_tail and len(line) <= _LONGEST_RIGHTS
        return may_go(line, SHORT)

    def _is_text(self, start: int, end: int) -> bool:
        """Do the lines between two landmarks end like clauses?"""
        count = end - start
        return count >= _LEAST_OF_TEXT and self.clauses[end] - self.clauses[start] >= _MOST_CLAUSES * count
