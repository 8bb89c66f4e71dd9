"""Drop the byline between headline and text, with the site's name and the date that stand beside it.

A byline alone may be a title page's ("By Jane Doe"), so it goes only where a stamp, an age or a
reading time stands near it, or where its own line goes on with a date or a counter of comments.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from cleantext.document import Document
from cleantext.edits import Fact, Proposal
from cleantext.fixers._ages import AGE, READING_TIME
from cleantext.fixers._bylines import SHARING, is_name, signed
from cleantext.fixers._head import head_lines, in_head
from cleantext.fixers._lines import FINAL_MARKS, drop, fact
from cleantext.fixers._neighbours import filled
from cleantext.fixers._remedy import phrases_of, remedy_of
from cleantext.fixers._stamps import LONGEST, STAMP
from cleantext.remedies.literals import longest_first
from cleantext.remembering import remembering_each
from cleantext.rule import Fixer, Rule

_NEAR = 3
_LONGEST_SITE = 4


def line_test(rule: Rule) -> Callable[[str], bool]:
    """Ask whether a line is a byline."""
    return lambda line: len(line) <= LONGEST and _pattern(remedy_of(rule)).match(line) is not None


def propose(document: Document, lines: Sequence[int], rule: Rule) -> Iterator[Proposal]:
    """Propose to drop bylines of the head, their dates and the site's name between the two."""
    pattern = _pattern(remedy_of(rule))
    head = head_lines(document)
    for number in lines:
        line = document.line(number)
        if len(line) > LONGEST or number not in head:
            continue
        if (match := pattern.match(line)) is None or not is_name(match["author"]):
            continue
        facts = [fact(document, number, "author", *match.span("author"))]
        if match["more"].strip():
            named = (name for name in ("date", "comments") if match[name])
            facts += (fact(document, number, name, *match.span(name)) for name in named)
            yield drop(document, number, rule.summary, facts)
        elif match["person"]:
            yield from _block(document, number, rule.summary, facts)


@remembering_each
def _pattern(remedy: Fixer) -> re.Pattern[str]:
    """The pattern of the lines that one of the remedy's phrases opens."""
    openers = longest_first(phrases_of(remedy))
    words = (re.escape(it) + ("" if it.endswith((":", "：")) else r"(?=\s)") for it in openers)
    return signed("|".join(words))


def _block(document: Document, number: int, reason: str, facts: Sequence[Fact]) -> Iterator[Proposal]:
    """The byline and what belongs to it, if anything near it shows that it is no title page's."""
    near = [
        (other, step)
        for step in (1, -1)
        for other in filled(document, number, step, _NEAR)
        if in_head(document, other) and len(document.line(other)) <= LONGEST
    ]
    stamps = [(other, step) for other, step in near if _kind(document.line(other))]
    held = "" if stamps else "no date, age, reading time or share bar stands near it"
    yield drop(document, number, reason, facts, held)
    for other, step in stamps:
        line = document.line(other)
        between = [n for n in filled(document, number, step, _NEAR) if min(number, other) < n < max(number, other)]
        kind = _kind(line)
        if kind == "age" and step > 0 and len(between) == 1 and _is_site(document.line(between[0])):
            site = fact(document, between[0], "site", 0, len(document.line(between[0])))
            yield drop(document, between[0], reason, [site])
            between = []
        if kind in ("age", "date") and not between:
            yield drop(document, other, reason, [_date(document, other)])


def _kind(line: str) -> str:
    """What a line of the head is: "age", "date", "reading", "sharing" or ""."""
    for kind, pattern in (("age", AGE), ("date", STAMP), ("reading", READING_TIME), ("sharing", SHARING)):
        if pattern.match(line):
            return kind
    return ""


def _date(document: Document, number: int) -> Fact:
    line = document.line(number)
    match = STAMP.match(line)
    start, end = match.span("date1") if match else (0, len(line))
    return fact(document, number, "date", start, end)


def _is_site(line: str) -> bool:
    """Is it short and without a final mark, as a station's or a paper's name is?"""
    return len(line.split()) <= _LONGEST_SITE and not line.rstrip().endswith(FINAL_MARKS) and line.strip()[0].isupper()
