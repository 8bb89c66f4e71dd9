"""Drop what stands around the article of a page whose furniture gives itself away.

Landmarks are the rule's phrases, and notices of rights; not a manual's headings, nor names of settings, which are all
in small letters ("locale", "language", "auto"). Three different ones above the article, or below it, show
that a page's menus and lists of other stories stand there; then the short lines near them go too, up to the last
landmark of the head and from the first of the tail. A line stays that could be the article's: one about its subject
(the headline, a caption), one that heads a paragraph, a credit, a byline, a list item, a row of a table, dialogue;
above the article also a date and whatever ends like a clause, which below it belong to teasers ("Who owns the wall?",
"9:57"). Between two landmarks nothing goes where two lines in five end so: those are verse, answers, or what readers
wrote. Above the article nothing goes between a paragraph and the next landmark: those are its list, its table, its
captions. No page loses the last line that could be its headline.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Sequence, Set
from dataclasses import dataclass
from itertools import accumulate, pairwise, repeat

from cleantext.document import Document
from cleantext.edits import Proposal
from cleantext.facts.article import article_range, subject_words, word_count
from cleantext.facts.layout import (
    PROSE_WORDS,
    UNSPACED,
    is_dialogue,
    is_list_item,
    is_prose,
    is_table_row,
    prose_lines,
)
from cleantext.fixers._lines import CREDIT_BEGINNINGS, FINAL_MARKS, drop, heads_a_section, is_credit
from cleantext.fixers._stamps import may_be_stamp
from cleantext.remedies.phrases import phrase_key, phrase_keys, phrase_test
from cleantext.rule import Fixer, Rule
from cleantext.triggers import Trigger, of_line_beginnings

_LEAST_LANDMARKS = 3
"""Different ones; a list of an author's holds one such word, or two. Where both edges of a page have more than these
between them, two do."""

_LEAST_SHARE = 0.05
"""Of landmarks among the lines of an edge."""

_NEAR = 20
"""Lines that are not blank, between a line of the head and the landmark below it."""

_NEAR_IN_TAIL = 70
"""The same, between a line of the tail and the landmark above it: lists of stories and of months are long."""

_MOST_CLAUSES = 0.4
"""Of the lines between two landmarks; menus and headlines end in no mark."""

_SHORT, _HEADLINE, _TEASER = (8, 70), (14, 110), (60, 500)
"""Words and characters: a menu's entry; above the article, between two landmarks; below it, where tags are one line."""

_MOST_LETTERS = {_SHORT: 8, _HEADLINE: 25, _TEASER: 25}
"""The same, in letters of scripts without spaces."""

_MOST_TO_PROSE = 6
"""Lines from a heading to its paragraph; between them stand who wrote it, when, and the buttons that share it."""

_LEAST_WORDS, _LEAST_ON_SUBJECT, _LEAST_IN_TAIL = 4, 0.34, 0.6
"""Words of a line, and the share of them that the article holds too, that make it a line about its subject; the same
below the article, where a site's other stories speak of nearly the same."""

_LEAST_OF_HEADLINE, _LEAST_OF_TWIN = 5, 4
"""Words of a line that could be the headline where no other is; and of one that stands twice, close together."""

_LEAST_STAYING = 3
"""Words of a line near the article that stays and may be the headline itself."""

_MOST_BETWEEN_TWINS = 3
"""Lines from a page's title to its headline."""

_PATH = re.compile(r"[>»›→|]")
"""Where the article stands on its site ("Home › News › Harbour"), or a row of links."""

_CUT = ("...", "…")
_CLAUSE_ENDS = (*FINAL_MARKS, "、", "：", "；", "—", "–")
_RIGHTS = re.compile(r"\W*(?:(?:©|\(c\)|copyright\b).{0,80}?|[^\d©]{3,40}© ?)\b(?:19|20)\d\d\b", re.IGNORECASE)
"""With a year: without one it may be the credit of a photograph."""

_LONGEST_RIGHTS = 300
_MOST_RIGHTS = 3
"""Different ones; all together are one landmark, and more stand in a program's licences."""

_BYLINE = re.compile(
    r"\W*(?:posted |written |published )?by\b"
    r"|\W*(?:von|par|por|di|door|av|af|autore?|author|auteur|autorin|szerző|yazan|автор|текст|tekst|text|reporter)\b",
    re.IGNORECASE,
)
_BEGINNINGS = CREDIT_BEGINNINGS.union("po wr pu by vo pa di do av af au sz ya te re".split())
"""The first two letters of credits and bylines, in so far as they are ASCII."""

_ENDS_SENTENCE = re.compile(r"\A\W{0,9}\w+\.\s*\Z")
"""The last word of one that is broken into lines ("software.")."""

_TIME = re.compile(r"\d:\d\d")

_OF_CHRONICLE = re.compile(r"\W?(?:\w{1,10}\W{1,2}){0,2}(?:19|20)\d\d\)?\s?[:–—]\s")
"""An entry of an author's list ("21 June 2016: the mason, again"); dates of teasers stand alone, or with a time."""


def trigger(rule: Rule) -> Trigger:
    """Give the phrases, each on its own line."""
    return of_line_beginnings(phrase_keys(_remedy(rule)), alone=True)


def line_test(rule: Rule) -> Callable[[str], bool]:
    """Ask whether a line is a phrase."""
    return phrase_test(_remedy(rule))


def _remedy(rule: Rule) -> Fixer:
    assert isinstance(rule.remedy, Fixer)  # noqa: S101 - for the type checker
    return rule.remedy


def propose(document: Document, lines: Sequence[int], rule: Rule) -> Iterator[Proposal]:
    """Propose to drop the lines around the article that nothing speaks for."""
    is_landmark, contents = line_test(rule), document.contents
    landmarks = [number for number in lines if is_landmark(contents[number])]
    landmarks = [n for n in landmarks if not heads_a_section(document, n) and not _ENDS_SENTENCE.search(contents[n])]
    if len(landmarks) < _LEAST_LANDMARKS - 1 or all(contents[number].islower() for number in landmarks):
        return
    article = article_range(contents, document.fact(_prose))
    if article is None:
        return
    first, after = article
    outside = {phrase_key(contents[number]) for number in landmarks if not first <= number < after}
    least = _LEAST_LANDMARKS - (len(outside) > _LEAST_LANDMARKS)
    for numbers, in_tail in ((range(first), False), (range(after, len(contents)), True)):
        edge = _edge(document, numbers, {number for number in landmarks if number in numbers}, least)
        if edge is not None:
            for number in edge.furniture(in_tail=in_tail):
                yield drop(document, number, rule.summary)


def _edge(document: Document, numbers: range, phrases: Set[int], least: int) -> _Edge | None:
    """The lines above or below the article, where so many landmarks stand among them."""
    contents = document.contents
    edge = contents[numbers.start : numbers.stop]
    filled = [number for number, line in enumerate(edge, numbers.start) if line.strip()]
    rights = {number: phrase_key(contents[number]) for number in filled if _is_of_rights(contents[number])}
    marks = [place for place, it in enumerate(filled) if it in phrases or it in rights]
    different = {"" if filled[place] in rights else phrase_key(contents[filled[place]]) for place in marks}
    if len(different) < max(least, _LEAST_SHARE * len(filled)) or len(set(rights.values())) > _MOST_RIGHTS:
        return None
    lines = [contents[number] for number in filled]
    ends = [line.rstrip().endswith(_CLAUSE_ENDS) for line in lines]
    return _Edge(document, filled, lines, marks, list(accumulate(ends, initial=0)))


def _is_of_rights(line: str) -> bool:
    return ("20" in line or "19" in line) and _RIGHTS.match(line) is not None


@dataclass(frozen=True, slots=True)
class _Edge:
    """The lines of one edge that are not blank, the places of landmarks among them, and how many clauses end before."""

    document: Document
    numbers: Sequence[int]
    lines: Sequence[str]
    marks: Sequence[int]
    clauses: Sequence[int]

    def furniture(self, *, in_tail: bool) -> Iterator[int]:
        """Yield the lines that go with the landmarks near them."""
        going = list(self._going(in_tail=in_tail))
        staying = set() if in_tail or not going else self._titles(frozenset(going))
        return (self.numbers[place] for place in going if place not in staying)

    def _going(self, *, in_tail: bool) -> Iterator[int]:
        """Yield the places of lines that nothing speaks for."""
        lines, prose = self.lines, self._prose_places()
        headings = self._headings(prose)
        for above, below in pairwise((-1, *self.marks, len(lines))):
            if not self._is_text(above + 1, below):
                paragraph = bisect_right(prose, above)
                end = below if in_tail or paragraph == len(prose) else prose[paragraph]
                for place, most in self._near(above, below, in_tail=in_tail):
                    if place >= end:
                        break
                    line = lines[place]
                    if place in headings or not _may_go(line, most, in_tail=in_tail):
                        continue
                    if not _speaks_for_itself(self.document, line, in_tail=in_tail):
                        yield place
            if below < len(lines) and self._mark_goes(lines[below], in_tail=in_tail):
                yield below

    def _prose_places(self) -> Sequence[int]:
        prose = self.document.fact(_prose)
        inside = prose[bisect_left(prose, self.numbers[0]) : bisect_right(prose, self.numbers[-1])]
        return [bisect_left(self.numbers, number) for number in inside]

    def _titles(self, going: Set[int]) -> Set[int]:
        """The places of lines that go though the page would be left without a headline; and of title and headline."""
        lines, found = self.lines, _twins(self.lines)
        for place in range(len(lines) - 1, max(-1, len(lines) - 1 - _NEAR), -1):
            line = lines[place]
            if _is_beside_headline(line):
                continue
            if place not in going or place in found:
                if word_count(line) >= _LEAST_STAYING:
                    break
            elif place not in self.marks and word_count(line) >= _LEAST_OF_HEADLINE and not _PATH.search(line):
                return found | {place}
        return found

    def _headings(self, prose: Sequence[int]) -> Set[int]:
        """The places of lines that head a paragraph: only a byline, a date or buttons stand between.

        A page may hold more than one article.
        """
        headings: set[int] = set()
        for paragraph in prose:
            for place in range(paragraph - 1, max(-1, paragraph - 1 - _MOST_TO_PROSE), -1):
                headings.add(place)
                if place not in self.marks and not _is_beside_headline(self.lines[place]):
                    break
        return headings

    def _near(self, above: int, below: int, *, in_tail: bool) -> Iterator[tuple[int, tuple[int, int]]]:
        """Yield the places between two landmarks that are near one, each with the words and characters that may go."""
        if in_tail:
            last = min(below, above + _NEAR_IN_TAIL + 1) if above >= 0 else 0
            return zip(range(above + 1, last), repeat(_TEASER))
        first = max(above + 1, below - _NEAR) if below < len(self.lines) else below
        most = (_HEADLINE if above >= 0 and place - above <= _NEAR else _SHORT for place in range(first, below))
        return zip(range(first, below), most, strict=True)

    def _mark_goes(self, line: str, *, in_tail: bool) -> bool:
        if _is_of_rights(line) and not is_credit(line):
            return in_tail and len(line) <= _LONGEST_RIGHTS
        return _may_go(line, _SHORT)

    def _is_text(self, start: int, end: int) -> bool:
        """Do the lines between two landmarks end like clauses?"""
        return end - start > 2 and self.clauses[end] - self.clauses[start] >= _MOST_CLAUSES * (end - start)


def _twins(lines: Sequence[str]) -> Set[int]:
    """The places of lines that stand twice, close together, and nowhere else."""
    counts, last, found = Counter(lines), dict[str, int](), set[int]()
    for place, line in enumerate(lines):
        near = line in last and place - last[line] <= _MOST_BETWEEN_TWINS
        if near and counts[line] == 2 and word_count(line) >= _LEAST_OF_TWIN:
            found |= {last[line], place}
        last[line] = place
    return found


def _may_go(line: str, most: tuple[int, int], *, in_tail: bool = False) -> bool:
    """Is it no longer than furniture, and neither prose, dialogue, a list item nor a row of a table?"""
    said = line.strip()
    most_words, characters = most
    if len(said) > characters or (words := len(said.split(maxsplit=most_words))) > most_words:
        return False
    if not in_tail and said.endswith(FINAL_MARKS) and not said.endswith(_CUT):
        return False
    if not (line[:1].isalpha() and line[1:2] != ")") and (is_list_item(line) or is_dialogue(line)):
        return False
    if is_table_row(line):
        return False
    if said.isascii():
        return words < PROSE_WORDS or not is_prose(line)
    return not is_prose(line) and len(UNSPACED.findall(said)) <= _MOST_LETTERS[most]


def _speaks_for_itself(document: Document, line: str, *, in_tail: bool) -> bool:
    """Is it a credit, a byline, a date (in the tail one of a chronicle), or about the article's subject?"""
    if _stays_in_tail(line) if in_tail else _is_beside_headline(line):
        return True
    if len(line.split(maxsplit=_LEAST_WORDS)) < _LEAST_WORDS and (line.isascii() or not UNSPACED.search(line)):
        return False
    words = subject_words(line)
    least = _LEAST_IN_TAIL if in_tail else _LEAST_ON_SUBJECT
    return len(words) > 1 and len(words & document.fact(_subject)) >= least * len(words)


def _is_beside_headline(line: str) -> bool:
    """Is it a credit, a byline, a date or a time of day?"""
    return (":" in line and _TIME.search(line) is not None) or _is_signed(line) or may_be_stamp(line)


def _stays_in_tail(line: str) -> bool:
    """Is it a credit, a byline, or an entry of a chronicle?"""
    return _is_signed(line) or (("20" in line or "19" in line) and _OF_CHRONICLE.match(line) is not None)


def _is_signed(line: str) -> bool:
    beginning = line[:2]
    if beginning.isascii() and beginning.isalpha() and beginning.lower() not in _BEGINNINGS:
        return False
    return is_credit(line) or _BYLINE.match(line) is not None


def _subject(document: Document) -> set[str]:
    """The words of all prose, that of the page's other stories too: what it speaks of stays."""
    contents = document.contents
    return set().union(*[subject_words(contents[number]) for number in document.fact(_prose)])


def _prose(document: Document) -> list[int]:
    return prose_lines(document.contents)
