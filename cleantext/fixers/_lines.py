"""What the fixers of the boilerplate stage share: neighbours of a line, and dropping lines.

It is no fixer itself: it has no `propose`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set

from cleantext.document import Document
from cleantext.edits import Fact, Proposal
from cleantext.facts.layout import is_prose, is_small
from cleantext.facts.sections import capital_headings
from cleantext.fixers._stamps import STAMP, may_be_stamp

FINAL_MARKS = tuple(".!?…:;,。！？؟،۔।։።፣။၊។៖")
"""What ends a sentence or leads to the next line; a name, a menu entry or a teaser's headline ends in none."""

_COLONS = (":", "：")
_LEAST_ANNOUNCING = 6
"""Words: "Share on:" and "Read also:" are furniture themselves."""

_MOST_ANNOUNCED = 8
"""Lines; a longer run is a page's list of links."""


_CREDIT = re.compile(
    r"\s*(?:[(\[©]\s*)?(?:photos?|pictures?|images?|source|credits?|foto|bild(?:quelle)?|quelle|crédits?|imagen|fuente|beeld"
    r"|bron|fotó|forrás|zdjęcie|źródło|zdroj|фото|источник|джерело|fotoğraf|kaynak|φωτογραφία|πηγή|kuva|写真|图片|圖片|来源|來源)\b",
    re.IGNORECASE,
)


CREDIT_BEGINNINGS = frozenset("ph pi im so cr fo bi qu fu be br zd ku ka".split())
"""The first two letters of each, in so far as they are ASCII; of nearly all lines they tell enough."""


def is_credit(line: str) -> bool:
    """Does it begin like the credit of a photograph or the name of a source?"""
    beginning = line[:2]
    if beginning.isascii() and beginning.isalpha() and beginning.lower() not in CREDIT_BEGINNINGS:
        return False
    return _CREDIT.match(line) is not None


def filled(document: Document, number: int, step: int, most: int = 1) -> Iterator[int]:
    """Yield the numbers of the next lines that are not blank, upwards or downwards, at most so many."""
    contents = document.contents
    for other in range(number + step, len(contents) if step > 0 else -1, step):
        if (line := contents[other]) and not line.isspace():
            yield other
            most -= 1
            if not most:
                return


def next_filled(document: Document, number: int, step: int) -> int | None:
    """The number of the next line that is not blank, upwards or downwards; None at the end of the text."""
    return next(filled(document, number, step), None)


def said_at(document: Document, number: int | None) -> str:
    """What a line says, "" for none."""
    return "" if number is None else document.line(number).strip()


def lines_beside(document: Document, number: int) -> Sequence[str]:
    """The nearest lines above and below that are not blank, as they are set; at an edge of the text there is one."""
    return [document.line(other) for step in (-1, 1) for other in filled(document, number, step)]


def is_announced(document: Document, number: int) -> bool:
    """Does a sentence with a colon lead to the block of short lines that a line stands in?"""
    contents = document.contents
    above, least = number - 1, max(0, number - _MOST_ANNOUNCED)
    while above >= least and (line := contents[above].strip()) and not line.endswith(_COLONS) and not is_prose(line):
        above -= 1
    leader = next_filled(document, above + 1, -1)
    if leader is None:
        return False
    said = contents[leader].rstrip()
    return said.endswith(_COLONS) and len(said.split()) >= _LEAST_ANNOUNCING


def is_inside_sentence(document: Document, number: int) -> bool:
    """Does a sentence that is broken into lines run on through a line?"""
    if not 0 < number < len(document.contents) - 1:
        return False
    above, below = document.line(number - 1).strip(), document.line(number + 1).lstrip()
    return is_small(below[:1]) and len(above.split()) >= _LEAST_ANNOUNCING and not above.endswith(FINAL_MARKS)


_INDENTS = ("    ", "\t")

_SPEAKS_OF_LINE = re.compile(
    r"\s*(?:th(?:is|ese|at|ose) (?:\w+ )?"
    r"(?:one|links?|lines?|buttons?|words?|sentences?|phrases?|messages?|notices?|labels?|entr(?:y|ies))"
    r"|diese[rs]? (?:\w+ )?(?:link|zeile|knopf|satz|hinweis|meldung|wörter|worte)"
    r"|c(?:e|ette|es) (?:\w+ )?(?:liens?|lignes?|boutons?|mots|phrases?|messages?)"
    r"|these (?:\w+ )?(?:pages|parts|points|items|sections|chapters|headings|topics)"
    r"|diese (?:\w+ )?(?:seiten|teile|punkte|kapitel|abschnitte|überschriften|rubriken|themen)"
    r"|ces (?:\w+ )?(?:pages|parties|points|rubriques|sections|chapitres|titres)"
    r"|est[ao]s (?:\w+ )?(?:páginas|partes|puntos|secciones|capítulos|títulos))\b",
    re.IGNORECASE,
)
"""A sentence about the line above it ("This link is for those who use a keyboard") or the list ("These four pages")."""


def is_indented(line: str) -> bool:
    """Is it set in as far as the texts of manuals and lists of changes are? What is scraped from pages is not."""
    return line.startswith(_INDENTS)


def is_spoken_of(document: Document, number: int) -> bool:
    """Does a sentence right below a line, or below its block, speak of it?"""
    below = next_filled(document, number, 1)
    return below is not None and _SPEAKS_OF_LINE.match(document.line(below)) is not None


def heads_a_section(document: Document, number: int) -> bool:
    """Is it one of the headings in capitals of a manual ("AUTHOR", "COPYRIGHT", "REPORT AN ERROR")?"""
    return number in document.fact(_capital_headings)


def _capital_headings(document: Document) -> Set[int]:
    return capital_headings(document.contents)


def head_lines(document: Document) -> range:
    """Give the numbers of the lines above the first paragraph of prose, where a stamp is none."""
    return document.fact(_head_lines)


def stamp_lines(document: Document) -> Sequence[int]:
    """Give the numbers of the lines of the head that could be a stamp."""
    return document.fact(_stamp_lines)


def _stamp_lines(document: Document) -> Sequence[int]:
    contents = document.contents
    return [number for number in head_lines(document) if may_be_stamp(contents[number])]


def _head_lines(document: Document) -> range:
    """Give the numbers of the lines above the first paragraph of prose, where a stamp is none.

    "Published on February 18, 2019 at 6:12 p.m. - Updated on …" has a paragraph's length and final mark.
    """
    if document.prose is None:
        return range(0)
    first, after = document.prose[0], len(document.contents)
    if not _is_stamp(document.line(first)):
        return range(first)
    return range(next((n for n in range(first, after) if _is_text(document.line(n))), after))


def _is_stamp(line: str) -> bool:
    return may_be_stamp(line) and STAMP.match(line) is not None


def _is_text(line: str) -> bool:
    return is_prose(line) and not _is_stamp(line)


def in_head(document: Document, number: int) -> bool:
    """Does a line stand above the first paragraph of prose?"""
    return number in head_lines(document)


def drop(document: Document, number: int, reason: str, facts: Sequence[Fact] = (), held: str = "") -> Proposal:
    """Propose to drop one line."""
    start, end, _ = document.lines[number]
    return Proposal(start, end, "", reason, held, True, tuple(facts))


def fact(document: Document, number: int, name: str, start: int, end: int) -> Fact:
    """Give the fact that stands at `start:end` of a line, without the white space around it."""
    said = document.line(number)[start:end]
    begin = document.lines[number].start + start + len(said) - len(said.lstrip())
    return Fact(name, said.strip(), begin, begin + len(said.strip()))
