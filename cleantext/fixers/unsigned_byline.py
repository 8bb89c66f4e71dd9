"""Drop an author's bare name that shares its line with a stamp or stands right above one.

What licenses it: the stamp holds a time of day (or is a reading time), which letters and diaries do not
print, and the name's own line is not the first of the text, where a headline may be a name.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from cleantext.document import Document
from cleantext.edits import Proposal
from cleantext.fixers._ages import READING_TIME
from cleantext.fixers._bylines import PERSON, PERSON_LINE, is_name
from cleantext.fixers._head import in_head, may_hold_stamp, stamp_lines
from cleantext.fixers._lines import drop, fact
from cleantext.fixers._neighbours import filled
from cleantext.fixers._stamps import STAMP, is_timed
from cleantext.rule import Rule

_NAME_AND_REST = re.compile(rf"\s*(?P<author>{PERSON})\s*[,|·•–-]?\s+(?=\d|[A-Z])")
_LEAST_HEADLINE, _MOST_OF_NAME = 4, 4
"""Words."""


def gate(_: Rule) -> Callable[[Document], bool]:
    """Ask for what a stamp holds in a line above the text."""
    return may_hold_stamp


def propose(document: Document, lines: Sequence[int], rule: Rule) -> Iterator[Proposal]:
    """Propose to drop names that a stamp marks as an author's."""
    for number in stamp_lines(document):
        line = document.line(number)
        if _is_strong_stamp(line):
            yield from _name_above(document, number, rule)
        elif match := _signed_stamp(line):
            facts = [fact(document, number, name, *span) for name, span in match]
            yield drop(document, number, rule.summary, facts)


def _is_strong_stamp(line: str) -> bool:
    stamp = STAMP.match(line)
    return is_timed(stamp) if stamp else READING_TIME.match(line) is not None


def _signed_stamp(line: str) -> list[tuple[str, tuple[int, int]]]:
    """The spans of name and date in a line like "Jane Doe 23 June 2016, 05:30"."""
    match = _NAME_AND_REST.match(line)
    if match is None or not is_name(match["author"]):
        return []
    stamp = STAMP.match(line[match.end() :])
    if stamp is None or not is_timed(stamp):
        return []
    start, end = stamp.span("date1")
    return [("author", match.span("author")), ("date", (match.end() + start, match.end() + end))]


def _name_above(document: Document, number: int, rule: Rule) -> Iterator[Proposal]:
    above = [n for n in filled(document, number, -1, 3) if in_head(document, n)]
    if not above or above[0] != number - 1 or (match := PERSON_LINE.compiled.match(document.line(above[0]))) is None:
        return
    if len(match["author"].split()) > _MOST_OF_NAME or not is_name(match["author"]):
        return
    headline = any(_is_headline(document.line(n)) for n in above[1:])
    held = "" if headline else "it may be the headline"
    yield drop(document, above[0], rule.summary, [fact(document, above[0], "author", *match.span("author"))], held)


def _is_headline(line: str) -> bool:
    """Is it of some words, and no sentence? A blog tells in one what it is about, right above its headline."""
    return len(line.split()) >= _LEAST_HEADLINE and not line.rstrip().endswith(".")
