"""Drop menus above the article whose entries have kept their bullets ("• Home").

A list with bullets is an author's nearly everywhere; a menu is told by where it stands, by how many of its entries are
the rule's phrases, and by one at least that no list of an author's holds ("Home", "Contact"), which the table names.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from cleantext.document import Document
from cleantext.edits import Proposal
from cleantext.fixers._head import head_lines
from cleantext.fixers._lines import FINAL_MARKS, drop
from cleantext.fixers._neighbours import is_announced
from cleantext.fixers._remedy import entries_of, remedy_of
from cleantext.remedies.phrases import phrase_key, phrase_test, phrase_trigger
from cleantext.remembering import remembering_each
from cleantext.rule import Fixer, Rule
from cleantext.triggers import Trigger

_BULLET = re.compile(r"\s*•\s+\S")
"""What programs that turn pages into text make of a list; authors of plain text write hyphens and asterisks."""

_MOST_WORDS, _MOST_CHARACTERS = 5, 40
"""Of an entry."""

_LEAST_ENTRIES, _LEAST_KNOWN, _LEAST_SHARE = 4, 3, 0.25
"""Different entries of a menu; those of them that are known, and their share of all."""


def trigger(rule: Rule) -> Trigger:
    """Give the phrases, each on its own line."""
    return phrase_trigger(remedy_of(rule))


def line_test(rule: Rule) -> Callable[[str], bool]:
    """Ask whether a line is a phrase with a bullet."""
    is_phrase = phrase_test(remedy_of(rule))
    return lambda line: "•" in line and _BULLET.match(line) is not None and is_phrase(line)


def propose(document: Document, lines: Sequence[int], rule: Rule) -> Iterator[Proposal]:
    """Propose to drop each of the menus that lines stand in."""
    is_known, anchors = line_test(rule), _anchors(remedy_of(rule))
    head, after = head_lines(document), 0
    for number in lines:
        if number not in head or number < after or not is_known(document.line(number)):
            continue
        menu = _list_around(document, number, head)
        after = menu[-1] + 1
        entries = {phrase_key(document.line(it)) for it in menu}
        known = {phrase_key(document.line(it)) for it in menu if is_known(document.line(it))}
        if len(entries) < _LEAST_ENTRIES or len(known) < max(_LEAST_KNOWN, _LEAST_SHARE * len(entries)):
            continue
        if anchors.isdisjoint(known) or not all(_is_entry(document.line(it)) for it in menu):
            continue
        held = "a sentence with a colon leads to the list" if is_announced(document, menu[0]) else ""
        for it in menu:
            yield drop(document, it, rule.summary, held=held)


def _list_around(document: Document, number: int, head: range) -> Sequence[int]:
    """The lines with bullets that stand together with one; blank lines part none."""
    found = [number]
    for step, stop in ((-1, -1), (1, head.stop)):
        for other in range(number + step, stop, step):
            line = document.line(other)
            if _BULLET.match(line):
                found.append(other)
            elif line.strip():
                break
    return sorted(found)


def _is_entry(line: str) -> bool:
    said = line.strip()
    return len(said) <= _MOST_CHARACTERS and len(said.split()) <= _MOST_WORDS + 1 and not said.endswith(FINAL_MARKS)


@remembering_each
def _anchors(remedy: Fixer) -> frozenset[str]:
    """The entries that the table lists."""
    return frozenset(map(phrase_key, entries_of(remedy.table["anchors"])))
