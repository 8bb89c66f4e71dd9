"""Drop the copy of a headline that stands after the article.

What stands more than twice, or above another text each time, heads the parts of a collection.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from cleantext.document import Document
from cleantext.edits import Proposal
from cleantext.facts.layout import is_list_item, is_table_row
from cleantext.fixers._lines import FINAL_MARKS, filled
from cleantext.remedies.phrases import phrase_key
from cleantext.rule import Rule

_LEAST_WORDS = 4
_LEAST_IDEOGRAPHS = 8
_LEAST_LENGTH, _MOST_LENGTH = 8, 250
_MOST_COPIES = 3
"""In the whole text: the page's title, its headline, and the copy."""

_LEADS_ON = (":", "：", ",", "、")
_LEAST_WORDS_BELOW = 3
_CUT = ("...", "…")


def gate(_: Rule) -> Callable[[Document], bool]:
    """Ask whether anything stands before the first paragraph and after the last; most articles have no tail."""
    return _has_head_and_tail


def _has_head_and_tail(document: Document) -> bool:
    if len(document.contents) < 3:  # a head, a body and a tail
        return False
    return document.prose is not None and document.prose[0] > 0 and document.prose[1] < len(document.contents)


def propose(document: Document, lines: Sequence[int], rule: Rule) -> Iterator[Proposal]:
    """Propose to drop each line of the tail that repeats one of the head."""
    if document.prose is None:
        return
    first, after = document.prose
    headlines = {phrase_key(line) for line in map(document.line, lines[:first]) if _is_headline(line)}
    copies = [
        (number, phrase_key(line))
        for number in (lines[after:] if headlines else ())
        if _is_headline(line := document.line(number)) and phrase_key(line) in headlines
    ]
    times = Counter(map(phrase_key, document.contents)) if copies else {}
    for number, key in copies:
        start, end, _ = document.lines[number]
        held = "it stands too often for a headline" if times[key] > _MOST_COPIES else ""
        held = held or ("a text of its own stands below it" if _heads_a_text(document, number) else "")
        yield Proposal(start, end, "", rule.summary, held, whole_lines=True)


def _heads_a_text(document: Document, number: int) -> bool:
    """Does the next line end like a sentence? Below a page's copy stand buttons and other headlines."""
    below = next((document.line(other).strip() for other in filled(document, number, 1)), "")
    if not below.endswith(FINAL_MARKS) or below.endswith(_CUT) or not below[0].isalnum():
        return False
    return len(below.split()) >= _LEAST_WORDS_BELOW


def _is_headline(line: str) -> bool:
    """Is it of words enough to be no accident, and neither leads on nor belongs to a list or table?"""
    if not _LEAST_LENGTH <= len(line) <= _MOST_LENGTH or line.rstrip().endswith(_LEADS_ON):
        return False
    long = len(line.split()) >= _LEAST_WORDS or (
        not line.isascii() and sum(c > "\u2e80" for c in line) >= _LEAST_IDEOGRAPHS
    )
    return long and not line[:1].isspace() and not is_list_item(line) and not is_table_row(line)
