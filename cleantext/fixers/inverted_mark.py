"""Drop the inverted mark of Spanish before an English question or exclamation; Spanish words keep theirs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cleantext.document import Document
from cleantext.edits import Proposal
from cleantext.facts.lexicon import lexicon
from cleantext.fixers._english import is_english
from cleantext.remedies.matching import on_lines
from cleantext.rule import Rule

_COMMON = 3.8
"""Zipf of an English word that stands alone between the marks."""
_LEAST_WORDS = 4
"""So few words are Spanish, whatever English has, too, when one has an accent."""

_ASKED = re.compile(r"(?:(?<=^)|(?<=[\s“‘«„\"'(\[—–-]))([¿¡]+)(?=[^\W\d_])([^¿¡?!\n]{1,300})([?!])")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


def propose(document: Document, lines: Sequence[int], rule: Rule) -> Iterator[Proposal]:
    """Propose to drop the marks where most of the words that they open are English, and none is Spanish alone."""
    for start, match in on_lines(_ASKED.finditer, document, lines):
        held = "" if _is_in_english(_WORD.findall(match[2])) else "what it opens may be Spanish"
        yield Proposal(start + match.start(1), start + match.end(1), "", rule.summary, held)


def _is_in_english(words: Sequence[str]) -> bool:
    """Are three words in four English? A single one must be a common one: *hola* is known, too."""
    if len(words) == 1:
        known = lexicon("en")
        return known is not None and known.frequency(words[0]) >= _COMMON and is_english(words[0].lower(), "es")
    if any(not word.isascii() for word in words) and len(words) <= _LEAST_WORDS:
        return False
    plain = [word for word in words if word[0].islower()] or [word.lower() for word in words]
    return bool(plain) and 4 * sum(is_english(word, "es") for word in plain) >= 3 * len(plain)
