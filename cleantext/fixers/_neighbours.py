"""The lines beside a line, and what they say of it: that it is listed, spoken of, or part of a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cleantext.document import Document
from cleantext.facts.layout import is_prose, is_small
from cleantext.fixers._lines import FINAL_MARKS

_COLONS = (":", "：")
_LEAST_ANNOUNCING = 6
"""Words: "Share on:" and "Read also:" are furniture themselves."""

_MOST_ANNOUNCED = 8
"""Lines; a longer run is a page's list of links."""

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


def lines_touching(document: Document, number: int) -> Sequence[str]:
    """The lines right above and below, blank ones too; at an edge of the text there is one."""
    return [document.line(other) for other in (number - 1, number + 1) if 0 <= other < len(document.contents)]


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


def is_spoken_of(document: Document, number: int) -> bool:
    """Does a sentence right below a line, or below its block, speak of it?"""
    below = next_filled(document, number, 1)
    return below is not None and _SPEAKS_OF_LINE.match(document.line(below)) is not None
