"""What a line says of itself, as fixers ask it: a credit, a heading, a line that is set in; and how one is dropped."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

from cleantext.document import Document
from cleantext.edits import Fact, Proposal
from cleantext.facts.sections import capital_headings

FINAL_MARKS = tuple(".!?…:;,。！？؟،۔।։።፣။၊។៖")
"""What ends a sentence or leads to the next line; a name, a menu entry or a teaser's headline ends in none."""

ELLIPSES = ("...", "…")
"""What a line ends in that is cut off."""

_LEAST_IDEOGRAPHS = 8
"""Of a headline in Chinese, Japanese or Korean: about three words."""

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


def has_ideographs(line: str) -> bool:
    """Has it as many characters of Chinese, Japanese or Korean as a headline? There spaces part no words."""
    return not line.isascii() and sum(c > "\u2e80" and c.isalpha() for c in line) >= _LEAST_IDEOGRAPHS


def is_indented(line: str) -> bool:
    """Is it set in as far as the texts of manuals and lists of changes are? What is scraped from pages is not."""
    return line.startswith(("    ", "\t"))


def heads_a_section(document: Document, number: int) -> bool:
    """Is it one of the headings in capitals of a manual ("AUTHOR", "COPYRIGHT", "REPORT AN ERROR")?"""
    return number in document.fact(_capital_headings)


def _capital_headings(document: Document) -> Set[int]:
    return capital_headings(document.contents)


def drop(document: Document, number: int, reason: str, facts: Sequence[Fact] = (), held: str = "") -> Proposal:
    """Propose to drop one line."""
    start, end, _ = document.lines[number]
    return Proposal(start, end, "", reason, held, whole_lines=True, facts=tuple(facts))


def fact(document: Document, number: int, name: str, start: int, end: int) -> Fact:
    """Give the fact that stands at `start:end` of a line, without the white space around it."""
    said = document.line(number)[start:end]
    begin = document.lines[number].start + start + len(said) - len(said.lstrip())
    return Fact(name, said.strip(), begin, begin + len(said.strip()))
