"""Put back the space after a mark in a text that was translated, between words that need not be words of grammar.

The seams of sentence-seam need no licence, since both of their words are plain. In a translated text names and words of
any kind may stand there; addresses, file names, abbreviations and lists without spaces still have other shapes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cleantext.document import Document
from cleantext.edits import Proposal
from cleantext.facts.lexicon import lexicon
from cleantext.fixers._abbreviations import ABBREVIATIONS, SUFFIXES
from cleantext.remedies.matching import on_lines
from cleantext.rule import Rule

_SEAM = re.compile(
    r"""(?x)
    (?<![^\s“"‘(])                                          # the token begins here
    (?P<left>[^\W\d_]+(?:[-’'][^\W\d_]+)*)
    (?P<mark>[,.!?:])
    (?P<right>[^\W\d_]{2,}(?:[’'][a-z]{1,2})?|I|a|A)
    (?=[\s;!?…”")]|\.(?:\s|$)|$)                           # and ends here
    """
)
_LEAST_LEFT = 3
_KNOWN = 3.0


def propose(document: Document, lines: Sequence[int], rule: Rule) -> Iterator[Proposal]:
    """Propose a space after the mark."""
    for start, match in on_lines(_SEAM.finditer, document, lines):
        if not _is_no_seam(match):
            place = start + match.end("mark")
            held = "" if " " in match.string.strip() else "nothing else on the line"
            yield Proposal(place, place, " ", rule.summary, held)


def _is_no_seam(match: re.Match[str]) -> bool:
    left, mark, right = match["left"], match["mark"], match["right"]
    if (
        left == "Yahoo"
        or left.lower() in ABBREVIATIONS
        or right.lower() in SUFFIXES
        or len(left) < _LEAST_LEFT
        or not left[1:].islower()
    ):
        return True
    if mark == ",":
        return not _is_known(right) and not right[0].isupper()
    return not right[0].isupper() or not right[1:].replace("’", "").replace("'", "").islower() or not _is_known(left)


def _is_known(word: str) -> bool:
    known = lexicon("en")
    return known is not None and known.frequency(re.split("[-’']", word)[0]) >= _KNOWN
