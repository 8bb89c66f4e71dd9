"""Drop the last few short lines of a page that stand after its share bar: names of channels and apps.

All that follows the bar must be of that kind; one line with a mark, a figure or a fifth word, and all stay.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from cleantext.document import Document
from cleantext.edits import Proposal
from cleantext.facts.layout import is_list_item
from cleantext.fixers._lines import drop
from cleantext.fixers._remedy import remedy_of
from cleantext.remedies.phrases import phrase_test, phrase_trigger
from cleantext.rule import Rule
from cleantext.triggers import Trigger

_MOST_LINES = 3
_MOST_WORDS = 4


def trigger(rule: Rule) -> Trigger:
    """Give the wordings of a share bar."""
    return phrase_trigger(remedy_of(rule))


def line_test(rule: Rule) -> Callable[[str], bool]:
    """Ask whether a line is a share bar."""
    return phrase_test(remedy_of(rule))


def propose(document: Document, lines: Sequence[int], rule: Rule) -> Iterator[Proposal]:
    """Propose to drop what follows a share bar, which the rule's phrases name."""
    is_bar = line_test(rule)
    for number in lines:
        line = document.line(number)
        if not document.stands(number, "tail") or is_list_item(line) or not is_bar(line):
            continue
        after = [n for n in range(number + 1, len(document.lines)) if document.line(n).strip()]
        if len(after) <= _MOST_LINES and all(_is_label(document.line(n)) for n in after):
            for other in (number, *after):
                yield drop(document, other, rule.summary)


def _is_label(line: str) -> bool:
    words = line.split()
    return (
        len(words) <= _MOST_WORDS and words[0][0].isupper() and all(c.isalpha() or c in " '’&-" for c in line.strip())
    )
