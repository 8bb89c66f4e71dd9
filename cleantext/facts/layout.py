"""How lines are laid out: which are prose, where the head ends and the tail begins.

Furniture clusters outside the first and the last paragraph of prose; a text without prose has
neither head nor tail.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from cleantext.remembering import remembering

PROSE_WORDS = 12
"""A line of prose ends a sentence and has this many words; headlines and captions of wire photos rarely do both."""

PROSE_IDEOGRAPHS = 25
"""The same, counted in characters, for scripts without spaces."""

_PROSE_SIGNS = 75
"""The same, of signs that write less than a syllable each."""

_SHORTEST_PROSE = min(2 * PROSE_WORDS - 1, PROSE_IDEOGRAPHS)

_CLOSERS = "\"'”’»«“„)]）」』】 \t\N{NO-BREAK SPACE}"
_SENTENCE_ENDS = (*".!?…。！？؟۔।።။។։", "፡፡")
_ARMENIAN_END = re.compile(r"[\u0531-\u058f]:\Z")
"""A colon is a full stop there, and what leads on is another mark."""
_INNER_END = re.compile(r"[.!?…]['\"”’»)\]]*\s+['\"“‘«„(\[]*[A-ZÀ-ÞΑ-ΩА-Я]")
UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]")
"""A letter of a script without spaces: Japanese, Chinese, Thai."""

_SELDOM_SPACED = re.compile(r"[\u0e80-\u0eff\u1000-\u109f\u1780-\u17ff]")
"""Lao, Burmese, Khmer: of signs, three or four of which write what is one in Chinese."""

_GEORGIAN = re.compile(r"[\u10d0-\u10ff]")

_LIST_ITEM = re.compile(r"\s*(?:[-*+•‣▪◦·–—▢☐☑✓]|\d{1,3}[.)]|\(?[a-z]\)|#{1,6})\s")
_CELL_GAP = re.compile(r"\t+|[ \N{NO-BREAK SPACE}]{2,}")
_DIALOGUE = re.compile(r"\s*[“\"'‘«„»–—―「『]")


def is_prose(line: str) -> bool:
    """Is it a line of running text: long enough, and a sentence ends in it?

    >>> is_prose("Skip to main content"), is_prose("The harbour was quiet on the morning that the last ferry left it.")
    (False, True)
    """
    return len(line) >= _SHORTEST_PROSE and _is_long_prose(line)


@remembering
def _is_long_prose(line: str) -> bool:
    words = len(line.split(maxsplit=2 * PROSE_WORDS))
    if words < PROSE_WORDS:
        if line.isascii():
            return False
        of_prose = len(UNSPACED.findall(line)) >= PROSE_IDEOGRAPHS or len(_SELDOM_SPACED.findall(line)) >= _PROSE_SIGNS
        return of_prose and any(end in line for end in _SENTENCE_ENDS)
    said = line.rstrip(_CLOSERS)
    if said.endswith(_SENTENCE_ENDS) or _ARMENIAN_END.search(said):
        return True
    return words >= 2 * PROSE_WORDS and _INNER_END.search(line) is not None


def prose_lines(contents: Sequence[str]) -> list[int]:
    """Give the numbers of all lines of prose."""
    return [number for number, line in enumerate(contents) if len(line) >= _SHORTEST_PROSE and _is_long_prose(line)]


def is_small(text: str) -> bool:
    """Is it in small letters, of a script whose sentences begin with capitals?

    >>> is_small("read more"), is_small("Read more"), is_small("მეტი")  # Georgian has capitals for whole lines only
    (True, False, False)
    """
    return text.islower() and _GEORGIAN.search(text) is None


def is_list_item(line: str) -> bool:
    """Does it begin with a bullet, a number with its mark, or a heading mark?"""
    return _LIST_ITEM.match(line) is not None


def list_marker_end(line: str) -> int:
    """Where the content of a list item begins, after its mark and the spaces that indent it; 0 elsewhere.

    >>> list_marker_end("*   four ferries"), list_marker_end("four ferries")
    (4, 0)
    """
    place = 0
    while marker := _LIST_ITEM.match(line, place):
        place = len(line) - len(line[marker.end() :].lstrip())
    return place


def is_table_row(line: str) -> bool:
    """Does it have cells between bars, or three columns and more, parted by tabs or wide gaps?

    >>> is_table_row("Estuary      88.6   81.7"), is_table_row("News   /   More")
    (True, False)
    """
    if not ("\t" in line or "|" in line or "   " in line or "\N{NO-BREAK SPACE}" in line):
        return False
    content = line.strip()
    if content.startswith("|") and content.endswith("|") and len(content) > 1:
        return True
    if not ("\t" in content or "   " in content or "\N{NO-BREAK SPACE}" in content):
        return False
    cells = _CELL_GAP.split(content)
    wide = any(len(gap) > 2 or "\t" in gap for gap in _CELL_GAP.findall(content))
    return len(cells) >= 3 and wide and all(any(map(str.isalnum, cell)) for cell in cells)


def is_dialogue(line: str) -> bool:
    """Does it open with a quotation mark or a dash?"""
    return _DIALOGUE.match(line) is not None


def prose_range(contents: Sequence[str]) -> tuple[int, int] | None:
    """Give (first line of prose, line after the last one), or None where there is none.

    Lines before the first number are the head, lines from the second on the tail.
    """
    for first, line in enumerate(contents):
        if is_prose(line):
            return first, next(last for last in range(len(contents), first, -1) if is_prose(contents[last - 1]))
    return None
