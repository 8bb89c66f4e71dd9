"""Drop what stands around the article of a page whose furniture gives itself away.

Landmarks are the rule's phrases, and notices of rights. Three different ones above the article, or below it, show
that a page's menus and lists of other stories stand there; then the short lines near them go too, up to the last
landmark of the head and from the first of the tail. A line stays that could be the article's: one about its subject
(the headline, a caption), one that heads a paragraph, a credit, a byline or a date, a list item, a row of a table,
dialogue, whatever ends like a clause. Between two landmarks nothing goes where two lines in five end so: those are
verse, answers, or what readers wrote.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence, Set
from dataclasses import dataclass
from functools import partial
from itertools import accumulate

from cleantext.document import Document
from cleantext.edits import Proposal
from cleantext.facts.article import article_range, subject_words
from cleantext.facts.layout import UNSPACED, is_dialogue, is_list_item, is_prose, is_table_row
from cleantext.fixers._lines import FINAL_MARKS, drop, is_credit
from cleantext.fixers._stamps import may_be_stamp
from cleantext.remedies.phrases import is_phrase, phrase_key, phrase_keys
from cleantext.rule import Fixer, Rule
from cleantext.triggers import Trigger, of_line_beginnings

_LEAST_LANDMARKS = 3
"""Different ones; a list of an author's holds one such word, or two."""

_LEAST_SHARE = 0.05
"""Of landmarks among the lines of an edge."""

_NEAR = 20
"""Lines that are not blank, between a line of the head and the landmark below it."""

_NEAR_IN_TAIL = 40
"""The same, between a line of the tail and the landmark above it: lists of other stories are long."""

_MOST_CLAUSES = 0.4
"""Of the lines between two landmarks; menus and headlines end in no mark."""

_SHORT, _HEADLINE, _TEASER = (8, 70), (14, 110), (30, 250)
"""Words and characters: a menu's entry; above the article, between two landmarks; below it."""

_MOST_LETTERS = {_SHORT: 8, _HEADLINE: 25, _TEASER: 25}
"""The same, in letters of scripts without spaces."""

_MOST_TO_PROSE = 6
"""Lines from a heading to its paragraph; between them stand who wrote it, when, and the buttons that share it."""

_LEAST_WORDS, _LEAST_ON_SUBJECT = 4, 0.34
"""Words of a line, and the share of them that the article holds too, that make it a line about its subject."""

_CUT = ("...", "…")
_CLAUSE_ENDS = (*FINAL_MARKS, "、", "：", "；", "—", "–")
_RIGHTS = re.compile(r"\W*(?:(?:©|\(c\)|copyright\b).{0,80}?|[^\d©]{3,40}© ?)\b(?:19|20)\d\d\b", re.IGNORECASE)
"""With a year: without one it may be the credit of a photograph."""

_LONGEST_RIGHTS = 300
_BYLINE = re.compile(
    r"\W*(?:posted |written |published )?by\b"
    r"|\W*(?:von|par|por|di|door|av|af|autore?|author|auteur|autorin|szerző|yazan|автор|текст|tekst|text|reporter)\b"
    r"|.*\d:\d\d",
    re.IGNORECASE,
)


def trigger(rule: Rule) -> Trigger:
    """Give the phrases, each on its own line."""
    return of_line_beginnings(_phrases(rule), alone=True)


def line_test(rule: Rule) -> Callable[[str], bool]:
    """Ask whether a line is a phrase."""
    assert isinstance(rule.remedy, Fixer)  # noqa: S101 - for the type checker
    return partial(is_phrase, rule.remedy)


def _phrases(rule: Rule) -> frozenset[str]:
    assert isinstance(rule.remedy, Fixer)  # noqa: S101 - for the type checker
    return phrase_keys(rule.remedy)


def propose(document: Document, lines: Sequence[int], rule: Rule) -> Iterator[Proposal]:
    """Propose to drop the lines around the article that nothing speaks for."""
    is_landmark = line_test(rule)
    landmarks = [number for number in lines if is_landmark(document.line(number))]
    if len(landmarks) < _LEAST_LANDMARKS - 1:
        return
    article = document.fact(_article)
    if article is None:
        return
    first, after = article
    for numbers, in_tail in ((range(first), False), (range(after, len(document.contents)), True)):
        edge = _edge(document, numbers, {number for number in landmarks if number in numbers})
        if edge is not None:
            for number in edge.furniture(document, in_tail=in_tail):
                yield drop(document, number, rule.summary)


def _article(document: Document) -> tuple[int, int] | None:
    return article_range(document.contents)


def _edge(document: Document, numbers: Sequence[int], phrases: set[int]) -> _Edge | None:
    """The lines above or below the article, where enough landmarks stand among them."""
    contents = document.contents
    filled = [number for number in numbers if contents[number] and not contents[number].isspace()]
    marks = [place for place, it in enumerate(filled) if it in phrases or _RIGHTS.match(contents[it])]
    different = {phrase_key(contents[filled[place]]) for place in marks}
    if len(different) < max(_LEAST_LANDMARKS, _LEAST_SHARE * len(filled)):
        return None
    ends = [contents[number].rstrip().endswith(_CLAUSE_ENDS) for number in filled]
    return _Edge(filled, marks, list(accumulate(ends, initial=0)))


@dataclass(frozen=True, slots=True)
class _Edge:
    """The lines of one edge that are not blank, the places of landmarks among them, and how many clauses end before."""

    lines: Sequence[int]
    marks: Sequence[int]
    clauses: Sequence[int]

    def furniture(self, document: Document, *, in_tail: bool) -> Iterator[int]:
        """Yield the lines that go with the landmarks near them."""
        marks = set(self.marks)
        for place, number in enumerate(self.lines):
            line = document.line(number)
            if place in marks and _RIGHTS.match(line) and not is_credit(line):
                if in_tail and len(line) <= _LONGEST_RIGHTS:
                    yield number
                continue
            most = self._most(place, in_tail=in_tail)
            if most is None or not _may_go(line, most):
                continue
            if place in marks or not (
                self._heads_prose(document, place, marks) or _speaks_for_itself(document, number)
            ):
                yield number

    def _heads_prose(self, document: Document, place: int, marks: Set[int]) -> bool:
        """Does a paragraph follow, but for a byline, a date or buttons? A page may hold more than one article."""
        for below in range(place + 1, min(place + 1 + _MOST_TO_PROSE, len(self.lines))):
            line = document.line(self.lines[below])
            if is_prose(line):
                return True
            if below not in marks and not _is_beside_headline(line):
                return False
        return False

    def _most(self, place: int, *, in_tail: bool) -> tuple[int, int] | None:
        """The words and characters that a line at a place may have, to go; None where none may."""
        following = bisect_left(self.marks, place)
        below = self.marks[following] if following < len(self.marks) else None
        if below == place:
            return _SHORT
        above = self.marks[following - 1] if following else None
        nearest = place - above if above is not None else None
        if self._is_text((above if above is not None else -1) + 1, len(self.lines) if below is None else below):
            return None
        if in_tail:
            return _TEASER if nearest is not None and nearest <= _NEAR_IN_TAIL else None
        if below is None or below - place > _NEAR:
            return None
        return _HEADLINE if nearest is not None and nearest <= _NEAR else _SHORT

    def _is_text(self, start: int, end: int) -> bool:
        """Do the lines between two landmarks end like clauses?"""
        return end - start > 2 and self.clauses[end] - self.clauses[start] >= _MOST_CLAUSES * (end - start)


def _may_go(line: str, most: tuple[int, int]) -> bool:
    """Is it no longer than furniture, and neither prose, dialogue, a list item nor a row of a table?"""
    said = line.strip()
    words, characters = most
    if len(said) > characters or len(said.split()) > words:
        return False
    if said.endswith(FINAL_MARKS) and not said.endswith(_CUT):
        return False
    if is_list_item(line) or is_dialogue(line) or is_table_row(line) or is_prose(line):
        return False
    return said.isascii() or len(UNSPACED.findall(said)) <= _MOST_LETTERS[most]


def _is_beside_headline(line: str) -> bool:
    return is_credit(line) or _BYLINE.match(line) is not None or may_be_stamp(line)


def _speaks_for_itself(document: Document, number: int) -> bool:
    """Is it a credit, a byline, a date, or about the article's subject?"""
    line = document.line(number)
    if _is_beside_headline(line):
        return True
    words = subject_words(line)
    if len(words) < 2 or (len(line.split()) < _LEAST_WORDS and not UNSPACED.search(line)):
        return False
    return len(words & document.fact(_subject)) >= _LEAST_ON_SUBJECT * len(words)


def _subject(document: Document) -> set[str]:
    """The words of all prose, that of the page's other stories too: what it speaks of stays."""
    return subject_words("\n".join(filter(is_prose, document.contents)))
