"""Keep the article of a page and drop what stands beside it: menus, teasers, comments, forms.

Each line gets points, from a card of them that lies beside the rule's file (`cleantext.article`). Below
nought it is not of the article, and goes, but only where the text is a page at all: where many lines
would go, and a longer one would stay. Lines around the article that could hold its date or author stay
for the rules that lift such facts.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from functools import lru_cache
from pathlib import Path

from cleantext.article.card import Card, Judgement, card_at
from cleantext.article.neighbours import OF_CROWD
from cleantext.article.page import Page, page_of
from cleantext.article.placed import LONG_WORDS
from cleantext.document import Document
from cleantext.edits import Proposal
from cleantext.fixers._ages import AGE, READING_TIME
from cleantext.fixers._remedy import phrases_in
from cleantext.fixers._stamps import STAMP, may_be_stamp
from cleantext.fixers._stretches import stretches
from cleantext.rule import Rule

_ABOVE = 4
"""Filled lines above the first of the article that may hold its date and author; so may those above its first
paragraph."""

_MOST_FACTS = 4
"""Where more lines hold a date, they are a list of other stories."""

_MOST_WORDS_OF_BYLINE = 6

_ITEM = re.compile(r"(\d{1,3})([.)])\s")
"""The number of an item of a list, and its mark."""


def gate(rule: Rule) -> Callable[[Document], bool]:
    """Ask whether anything would go."""
    return lambda document: bool(_going(document, rule))


def card_of(rule: Rule) -> Card:
    """The card that lies beside the rule's file."""
    return _card_beside(rule.file)


@lru_cache(maxsize=8)
def _card_beside(file: str) -> Card:
    return card_at(str(Path(file).with_name("scorecard.json")))


def propose(document: Document, _: Sequence[int], rule: Rule) -> Iterator[Proposal]:
    """Propose to drop the runs of lines that are not of the article."""
    going = _going(document, rule)
    judgement = _judged(document, rule)
    if judgement is None or not going:
        return
    points = dict(zip(judgement.page.live, judgement.totals, strict=True))
    numbers, lines = judgement.page.numbers, document.lines
    for first, last in stretches(going):
        totals = [points.get(place, OF_CROWD) for place in range(first, last + 1)]
        span = (lines[numbers[first]].start, lines[numbers[last]].end)
        yield Proposal(*span, "", f"{rule.summary}: {_said(totals)}", whole_lines=True)


def _said(totals: Sequence[int]) -> str:
    if len(totals) == 1:
        return f"{totals[0]} points"
    return f"{len(totals)} lines of {min(totals)} to {max(totals)} points"


def _judged(document: Document, rule: Rule) -> Judgement | None:
    return document.fact(_judgement, card_of(rule))


def _judgement(document: Document, card: Card) -> Judgement | None:
    page = page_of(document.contents)
    return card.judge_page(page) if page.live and page.may_be_mixed else None


def _going(document: Document, rule: Rule) -> Sequence[int]:
    return document.fact(_lines_to_go, card_of(rule), phrases_in(rule))


def _lines_to_go(document: Document, card: Card, openers: tuple[str, ...]) -> Sequence[int]:
    """The places among the filled lines of those that go; code stays, and what may hold a fact of the article."""
    judgement = document.fact(_judgement, card)
    if judgement is None or not (going := judgement.going()):
        return ()
    numbers, lines = judgement.page.numbers, document.lines
    going = _without_items(judgement.page, going)
    facts = _facts(judgement.page, frozenset(going), openers)
    if document.protector(0, len(document.text), dropping=True) is None:
        return [place for place in going if place not in facts]
    spans = ((place, lines[numbers[place]]) for place in going if place not in facts)
    return [place for place, (start, end, _) in spans if document.protector(start, end, dropping=True) is None]


def _without_items(page: Page, going: Sequence[int]) -> Sequence[int]:
    """Those that go, but for items of a numbered list whose item before stays: it is the same list."""
    gone = set(going)
    for place in going:
        item = _ITEM.match(page.texts[place])
        above = _ITEM.match(page.texts[place - 1]) if item and place and place - 1 not in gone else None
        if item and above and int(item[1]) == int(above[1]) + 1 and item[2] == above[2]:
            gone.discard(place)
    return sorted(gone)


def _facts(page: Page, going: frozenset[int], openers: tuple[str, ...]) -> Collection[int]:
    """The places of the lines that could be the article's stamp or byline: the rules for those lift the facts."""
    staying = [place for place in page.live if place not in going]
    paragraph = next((place for place in staying if page.words[place] >= LONG_WORDS), staying[0])
    head = range(max(0, staying[0] - _ABOVE), paragraph)
    found = [place for place in head if place in going and _holds_fact(page.texts[place], page.words[place], openers)]
    return found if len(found) <= _MOST_FACTS else ()


def _holds_fact(line: str, words: int, openers: tuple[str, ...]) -> bool:
    """Is a line a date, an age or a reading time, or does it begin as a byline does?"""
    stamped = may_be_stamp(line)
    if stamped and any(shape.match(line) for shape in (STAMP, AGE, READING_TIME)):
        return True
    most = 2 * _MOST_WORDS_OF_BYLINE if stamped else _MOST_WORDS_OF_BYLINE
    return words <= most and line.lower().startswith(openers)
