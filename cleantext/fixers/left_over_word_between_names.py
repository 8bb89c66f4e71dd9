"""Translate a conjunction that was left between two names, where the two are not one name themselves.

`Yves et Fils`, `Ortega y Gasset` look the same, so one of these must hold besides strong evidence: the line is a credit
(`Images : via Twitter et Telegram`), both names stand elsewhere in the text on their own, both are places as the
source language spells them, or one side is a common English word.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from cleantext.document import Document
from cleantext.edits import Proposal
from cleantext.facts.places import english_place, english_places
from cleantext.fixers._english import is_english
from cleantext.fixers._remedy import table_of
from cleantext.fixers.left_over_word import occurrences
from cleantext.rule import Rule

_CREDIT = re.compile(
    r"(?i)\W*(?:images?|photos?|pictures?|videos?|sources?|credits?|graphics?|maps?)\b[^.]{0,20}:|.*\bvia\s"
)
_LONGEST_CREDIT = 100
"""Characters."""


def propose(document: Document, lines: Sequence[int], rule: Rule) -> Iterator[Proposal]:
    """Propose the English word between names, or tell what is missing."""
    source = rule.requires.source
    found = list(occurrences(document, lines, rule))
    joined = Counter((left, right) for *_, left, right in found)
    for start, end, left, right in found:
        if not (left[:1].isupper() or right[:1].isupper()):
            continue
        line = document.line(document.line_at(start))
        licensed = (
            (len(line) <= _LONGEST_CREDIT and _CREDIT.match(line))
            or all(document.words[name] > joined[left, right] for name in (left, right))
            or all(_is_place(name, source) for name in (left, right))
            or (left[:1].islower() and is_english(left, source))
        )
        held = "" if licensed else f"“{left} {document.text[start:end]} {right}” may be one name"
        yield Proposal(start, end, table_of(rule)[document.text[start:end]], rule.summary, held)


def _is_place(name: str, source: str) -> bool:
    """Is it a place, as the source spells it or as English does?"""
    return english_place(name, source) is not None or name in english_places()
