"""Drop the second copy of a paragraph, and pull quotes taken from a longer one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cleantext.document import Document
from cleantext.edits import Proposal
from cleantext.facts.layout import is_dialogue, is_list_item, is_prose, is_table_row
from cleantext.rule import Rule

_LEAST_WORDS = 20
_LEAST_WORDS_OF_QUOTE = 8
_MOST_COPIES = 2
"""A text that repeats more paragraphs than this does so on purpose: laws, liturgies, forms."""

_SENTENCE_END = re.compile(r"[.!?…][”\"')]*\s*\Z")


def propose(document: Document, lines: Sequence[int], rule: Rule) -> Iterator[Proposal]:
    """Propose to drop the copies, if they are few."""
    copies = list(_copies(document, lines))
    held = "the text repeats many paragraphs, as laws and liturgies do" if len(copies) > _MOST_COPIES else ""
    for number in copies:
        start, end, _ = document.lines[number]
        yield Proposal(start, end, "", rule.summary, held, whole_lines=True)


def _copies(document: Document, lines: Sequence[int]) -> Iterator[int]:
    seen: set[str] = set()
    for number in lines:
        line = document.line(number).strip()
        words = len(line.split())
        if words < _LEAST_WORDS_OF_QUOTE or is_list_item(line) or is_table_row(line) or is_dialogue(line):
            continue
        if line in seen or _is_pull_quote(document, number, line):
            yield number
        elif words >= _LEAST_WORDS and is_prose(line):
            seen.add(line)


def _is_pull_quote(document: Document, number: int, line: str) -> bool:
    """Does a whole sentence stand as a line of its own and inside another paragraph too?"""
    if not _SENTENCE_END.search(line) or not _stands_apart(document, number):
        return False
    text = document.text
    place = text.find(line)
    while place != -1:
        around = document.line_at(place)
        inside = around != number and len(document.line(around)) > len(line) + 40
        if inside and (place == document.lines[around].start or text[place - 1].isspace()):
            return True
        place = text.find(line, place + 1)
    return False


def _stands_apart(document: Document, number: int) -> bool:
    """Do blank lines stand on both sides? Verse and dialogue run on."""
    near = (n for n in (number - 1, number + 1) if 0 <= n < len(document.lines))
    return not any(document.line(n).strip() for n in near)
