"""Drop the copy of a headline that stands after the article.

What stands more than twice, or above another text each time, heads the parts of a collection.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from cleantext.document import Document
from cleantext.edits import Proposal
from cleantext.facts.layout import is_list_item, is_small, is_table_row, list_marker_end
from cleantext.fixers._lines import ELLIPSES, FINAL_MARKS, drop, has_ideographs, is_indented
from cleantext.fixers._neighbours import lines_beside, next_filled, said_at
from cleantext.remedies.phrases import phrase_key
from cleantext.rule import Rule

_LEAST_WORDS = 4
_LEAST_LENGTH, _MOST_LENGTH = 8, 250
_MOST_COPIES = 3
"""In the whole text: the page's title, its headline, and the copy; and only one of them in the tail."""

_COMMAS = (",", "、")
_FULL_STOPS = (".", "。")
_LEADS_ON = (":", "：", *_COMMAS)
_ASIDE = "<>("
"""What quotes a letter, names a speaker in a chat, or stands in brackets is no headline."""

_OF_ENTRIES = re.compile(
    r"""(?x)
      [={}\\;] | \w_\w | \w\(\) | ::              # "lamp = iron"
    | \w@\w                                     # "Author: The keeper <keeper@lock.example>"
    | \A\W | \A[^\W\d]\w*:\s{2}                 # "LAMP:  oil"
    | \A(?:[A-Z]\.)?\d+(?:\.\d+)+\.?\s | \A[A-Z](?:\.\d+)+\.?\s       # "2.1.3 The lamp", "B.2 The wick"
    | \A\d{4}-\d\d-\d\d\s                        # "2019-05-02 The keeper"
    | \(\d{1,2}\ [^\W\d]{3,9}\.?\ \d{4}\)\s*\Z   # "The keeper (2 May 2019)"
    | [^\s<>]\ <[^<>]{1,40}>\s*\Z               # "the lower lock <n, sg>"
    | [-+=|]{4}                                # a drawing
    """
)
"""What settings, programs, logs, dictionaries and tables of contents repeat."""

_FIELD = re.compile(r"\A[^\W\d][\w-]*:\s")
"""Of a record, where the line beside it is one too, or is set in ("Files: *", "License: of the harbour")."""

_SIGNS = ("--", "—", "–")
"""Above the name of who said it."""

_LEAST_WORDS_BELOW = 3


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
    heads = {number: document.line(number) for number in reversed(lines[:first])}
    headlines = {phrase_key(line): number for number, line in heads.items() if _is_headline(line)}
    copies = [
        (number, phrase_key(line))
        for number in (lines[after:] if headlines else ())
        if _is_headline(line := document.line(number)) and phrase_key(line) in headlines
    ]
    everywhere = Counter(map(phrase_key, document.contents)) if copies else {}
    in_tail, numbers = Counter(key for _, key in copies), {number for number, _ in copies}
    for number, key in copies:
        often = everywhere[key] > _MOST_COPIES or in_tail[key] > 1
        held = "it stands too often for a headline" if often else _held_beside(document, number, headlines[key])
        if any({number + shift, number + shift + 1, number + shift + 2} <= numbers for shift in (-2, -1, 0)):
            held = held or "it is part of a passage that stands twice"
        yield drop(document, number, rule.summary, held=held)


def _held_beside(document: Document, number: int, first: int) -> str:
    """Say why the line goes with those beside it: below a page's copy stand buttons and other headlines."""
    above, below = (said_at(document, next_filled(document, number, step)) for step in (-1, 1))
    if above.endswith(_COMMAS) or is_small(below[:1]):
        return "it is part of a sentence"
    if below.startswith(_SIGNS):
        return "it is signed"
    if _FIELD.match(document.line(number)) and any(map(_is_of_record, lines_beside(document, number))):
        return "it is part of a record"
    below_first = said_at(document, next_filled(document, first, 1))
    if is_list_item(below) and is_list_item(below_first) and below != below_first:
        return "a list of its own stands below it"
    return "a text of its own stands below it" if _heads_a_text(document, number) else ""


def _is_of_record(line: str) -> bool:
    return line[:1].isspace() or _FIELD.match(line) is not None


def _heads_a_text(document: Document, number: int) -> bool:
    """Does a sentence stand below it, or a text that is set in, as in lists of changes?"""
    following = next_filled(document, number, 1)
    if following is None:
        return False
    said = document.line(following)
    below = said.strip()[list_marker_end(said.strip()) :]
    if not below.endswith(FINAL_MARKS) or below.endswith(ELLIPSES) or not below[0].isalnum():
        return is_indented(said)
    return len(below.split()) >= _LEAST_WORDS_BELOW


def _is_headline(line: str) -> bool:
    """Is it of words enough to be no accident, and neither leads on nor belongs to a list or table?"""
    if not _LEAST_LENGTH <= len(line) <= _MOST_LENGTH or line[0] in _ASIDE or line.rstrip().endswith(_LEADS_ON):
        return False
    if _OF_ENTRIES.search(line) or (line.rstrip().endswith(_FULL_STOPS) and not line.rstrip().endswith(ELLIPSES)):
        return False
    long = len(line.split()) >= _LEAST_WORDS or has_ideographs(line)
    return long and not line[:1].isspace() and not is_list_item(line) and not is_table_row(line)
