"""Drop lines of furniture, unless what stands around them shows that they are the author's.

The lines are the rule's phrases, or what the pattern `line` in its table matches as a whole. Further patterns in the
table hold an edit back: `above` and `below` where the nearest line that is not blank in that direction has a match,
`about` where the text has one anywhere. A list that a sentence with a colon leads to is the author's too, and so is a
heading of a manual, what is indented as in a manual, and what the sentence below it speaks of.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

from cleantext.document import Document
from cleantext.edits import Proposal
from cleantext.fixers._lines import drop, heads_a_section, is_indented
from cleantext.fixers._neighbours import filled, is_announced, is_spoken_of
from cleantext.fixers._remedy import remedy_of, table_of
from cleantext.remedies.phrases import phrase_test, phrase_trigger
from cleantext.rule import Rule
from cleantext.triggers import Trigger


def trigger(rule: Rule) -> str | Trigger:
    """Give the pattern of the lines themselves, or what their phrases begin with."""
    return table_of(rule).get("line") or phrase_trigger(remedy_of(rule))


def line_test(rule: Rule) -> Callable[[str], bool]:
    """Ask whether a line is one of the phrases, or all that the pattern matches."""
    if pattern := table_of(rule).get("line"):
        return lambda line: _compiled(pattern).fullmatch(line) is not None
    return phrase_test(remedy_of(rule))


def propose(document: Document, lines: Sequence[int], rule: Rule) -> Iterator[Proposal]:
    """Propose to drop each of the lines that nothing holds."""
    table = table_of(rule)
    is_furniture = line_test(rule)
    found = [number for number in lines if is_furniture(document.line(number))]
    about = _compiled(table["about"]).search(document.text) if found and "about" in table else None
    for number in found:
        held = f"the text is about such lines: {about[0].strip()[:40]!r}" if about else ""
        yield drop(document, number, rule.summary, held=held or _held_beside(document, number, rule))


def _held_beside(document: Document, number: int, rule: Rule) -> str:
    table = table_of(rule)
    if is_announced(document, number):
        return "a sentence with a colon leads to it"
    if heads_a_section(document, number):
        return "it heads a section of a manual"
    if is_indented(document.line(number)):
        return "it is indented, as the texts of manuals and lists of changes are"
    if is_spoken_of(document, number):
        return "the text below speaks of it"
    for key, step in (("above", -1), ("below", 1)):
        for beside in filled(document, number, step):
            if key in table and _compiled(table[key]).search(document.line(beside)):
                return f"the line {key} shows that it is the author's: {document.line(beside).strip()[:40]!r}"
    return ""


@lru_cache(maxsize=256)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.MULTILINE)
