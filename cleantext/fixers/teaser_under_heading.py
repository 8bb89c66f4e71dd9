"""Drop a heading such as "READ ALSO" that stands alone, and the teaser right below it where it plainly is one.

A teaser is a headline: three words or more, no final mark, and a blank line, the text's end or another line
without a final mark after it. Where that is in doubt, only the heading goes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from cleantext.document import Document
from cleantext.edits import Proposal
from cleantext.facts.layout import is_dialogue, is_list_item, is_table_row
from cleantext.fixers._lines import FINAL_MARKS, drop, is_credit
from cleantext.fixers._remedy import remedy_of
from cleantext.remedies.phrases import phrase_test, phrase_trigger
from cleantext.rule import Rule
from cleantext.triggers import Trigger

_LEAST_WORDS, _MOST_WORDS = 3, 16
_SENTENCE_ENDS = (".", "!", "?", "…")


def trigger(rule: Rule) -> Trigger:
    """Give the wordings of a heading."""
    return phrase_trigger(remedy_of(rule))


def line_test(rule: Rule) -> Callable[[str], bool]:
    """Ask whether a line is a heading of teasers."""
    return phrase_test(remedy_of(rule))


def propose(document: Document, lines: Sequence[int], rule: Rule) -> Iterator[Proposal]:
    """Propose to drop headings and their teasers."""
    is_heading = line_test(rule)
    for number in lines:
        line = document.line(number)
        if is_list_item(line) or not is_heading(line):
            continue
        yield drop(document, number, rule.summary)
        if number + 1 < len(document.lines) and _is_teaser(document, number + 1):
            yield drop(document, number + 1, rule.summary)


def _is_teaser(document: Document, number: int) -> bool:
    line = document.line(number)
    if not _LEAST_WORDS <= len(line.split()) <= _MOST_WORDS or line.rstrip("”\"'»“) ").endswith(FINAL_MARKS):
        return False
    if is_dialogue(line) or is_list_item(line) or is_table_row(line) or is_credit(line):
        return False
    after = document.line(number + 1).strip() if number + 1 < len(document.lines) else ""
    return not after.rstrip("”\"'»“)").endswith(_SENTENCE_ENDS) or document.stands(number, "tail")
