"""Drop what stands around the article of a page whose furniture gives itself away.

Landmarks are the rule's phrases, and notices of rights; not a manual's headings, nor names of settings, which are all
in small letters ("locale", "language", "auto"). Three different ones above the article, or below it, show
that a page's menus and lists of other stories stand there; then the short lines near them go too, up to the last
landmark of the head and from the first of the tail. A line stays that could be the article's: one about its subject
(the headline, a caption), one that heads a paragraph, a credit, a byline and the name below it, a list item, a row of a
table, dialogue, a source with its address, a setting; above the article also a date and whatever ends like a clause,
which below it belong to teasers ("Who owns the wall?", "9:57"). Between two landmarks nothing goes where two lines in
five end so, or are figures: those are verse, answers, tables, or what readers wrote. Above the article nothing goes
between a paragraph and the next landmark: those are its list, its table, its captions; below it, nothing between the
heading of a part ("Ingredients") and the next landmark. No page loses the last line that could be its headline. An edge
that is indented, or broken inside its sentences, is a manual's or a licence's, and stays.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence, Set
from itertools import pairwise

from cleantext.document import Document
from cleantext.edits import Proposal
from cleantext.facts.article import article_range
from cleantext.facts.layout import is_small
from cleantext.fixers._edge import Edge, ended_clauses, is_of_rights
from cleantext.fixers._edge_line import is_broken_off, prose
from cleantext.fixers._lines import drop, heads_a_section
from cleantext.fixers._neighbours import is_spoken_of
from cleantext.fixers._remedy import entries_of, remedy_of
from cleantext.remedies.phrases import phrase_key, phrase_test, phrase_trigger
from cleantext.remembering import remembering_each
from cleantext.rule import Fixer, Rule
from cleantext.triggers import Trigger

_LEAST_LANDMARKS = 3
"""Different ones; a list of an author's holds one such word, or two. Where both edges of a page have more than these
between them, two do."""

_LEAST_SHARE = 0.05
"""Of landmarks among the lines of an edge."""

_MOST_RIGHTS = 3
"""Different ones; all together are one landmark, and more stand in a program's licences."""

_NO_LANDMARK = re.compile(r"\A\W{0,9}\w+\.\s*\Z|\A\s*--?\w")
"""The last word of a sentence that is broken into lines ("software."); what a program is told ("-help")."""

_MOST_INDENTED = 1 / 3
"""Of an edge's lines; manuals are laid out with text deeper than its headings, what is scraped has lost that."""

_LEAST_BROKEN, _MOST_BROKEN = 2, 0.2
"""Lines in whose midst a sentence is broken off, of an edge's; of menus there are such too, but fewer."""

_INDENTS = ("   ", "\t")


def trigger(rule: Rule) -> Trigger:
    """Give the phrases, each on its own line."""
    return phrase_trigger(remedy_of(rule))


def line_test(rule: Rule) -> Callable[[str], bool]:
    """Ask whether a line is a phrase."""
    return phrase_test(remedy_of(rule))


def propose(document: Document, lines: Sequence[int], rule: Rule) -> Iterator[Proposal]:
    """Propose to drop the lines around the article that nothing speaks for."""
    is_landmark, contents = line_test(rule), document.contents
    landmarks = [number for number in lines if is_landmark(contents[number])]
    landmarks = [n for n in landmarks if not heads_a_section(document, n) and not _NO_LANDMARK.search(contents[n])]
    if len(landmarks) < _LEAST_LANDMARKS - 1 or all(is_small(contents[number]) for number in landmarks):
        return
    article = article_range(contents, document.fact(prose))
    if article is None or is_spoken_of(document, article[0] - 1):
        return
    first, after = article
    outside = {phrase_key(contents[number]) for number in landmarks if not first <= number < after}
    least = _LEAST_LANDMARKS - (len(outside) > _LEAST_LANDMARKS)
    for numbers in (range(first), range(after, len(contents))):
        edge = _edge(document, numbers, {number for number in landmarks if number in numbers}, least, rule)
        if edge is not None:
            for number in edge.furniture():
                yield drop(document, number, rule.summary)


def _edge(document: Document, numbers: range, phrases: Set[int], least: int, rule: Rule) -> Edge | None:
    """The lines above or below the article, where so many landmarks stand among them."""
    contents = document.contents
    filled = [number for number in numbers if contents[number].strip()]
    rights = {number: phrase_key(contents[number]) for number in filled if is_of_rights(contents[number])}
    marks = [place for place, it in enumerate(filled) if it in phrases or it in rights]
    different = {"" if filled[place] in rights else phrase_key(contents[filled[place]]) for place in marks}
    if len(different) < max(least, _LEAST_SHARE * len(filled)) or len(set(rights.values())) > _MOST_RIGHTS:
        return None
    lines = [contents[number] for number in filled]
    if _is_laid_out(lines):
        return None
    parts = _parts(remedy_of(rule))
    return Edge(document, filled, lines, marks, ended_clauses(lines), parts, in_tail=numbers.start > 0)


@remembering_each
def _parts(remedy: Fixer) -> frozenset[str]:
    """The headings of a text's own parts that the table lists."""
    return frozenset(map(str.casefold, entries_of(remedy.table["parts"])))


def _is_laid_out(lines: Sequence[str]) -> bool:
    """Is much of it indented, or broken inside its sentences?"""
    if sum(line.startswith(_INDENTS) for line in lines) > _MOST_INDENTED * len(lines):
        return True
    broken = sum(is_small(below[:1]) and is_broken_off(above) for above, below in pairwise(lines))
    return broken >= max(_LEAST_BROKEN, _MOST_BROKEN * len(lines))
