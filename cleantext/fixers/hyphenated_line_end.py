"""Join words that the lines of print have cut."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cleantext.document import Document
from cleantext.edits import Proposal
from cleantext.facts.lexicon import Lexicon, lexicon
from cleantext.facts.seams import FUNCTION_WORDS
from cleantext.rule import Rule

_CUT = re.compile(r"(?<![\w-])(?P<left>[A-Za-z]*[a-z]{2})(?P<cut>-[ \t]*(?:\r\n|\n|\r))(?P<right>[a-z]{2,})(?![\w-])")
_LEAST_JOINED = 2
_COMMON_WHOLE = 2.3


def propose(document: Document, lines: Sequence[int], rule: Rule) -> Iterator[Proposal]:
    """Propose to take out the hyphen and the line end, or the line end alone."""
    words = lexicon("en")
    cuts = list(_CUT.finditer(document.text)) if words is not None else []
    if words is None or sum(_joins(cut, words) for cut in cuts) < _LEAST_JOINED:
        return
    for cut in cuts:
        if f"{cut['left']}-{cut['right']}" in document.text:  # the text's own spelling: *to-morrow*
            yield Proposal(cut.start("cut") + 1, cut.end("cut"), "", rule.summary)
        elif _joins(cut, words):
            yield Proposal(*cut.span("cut"), "", rule.summary)
        elif _is_compound(cut, words):
            yield Proposal(cut.start("cut") + 1, cut.end("cut"), "", rule.summary)


def _joins(cut: re.Match[str], words: Lexicon) -> bool:
    """Is the whole a word, and not merely two that somebody wrote as one (*twentythree*)?"""
    whole = words.frequency(cut["left"] + cut["right"])
    return whole >= _COMMON_WHOLE or (whole > 0 and not _is_compound(cut, words))


def _is_compound(cut: re.Match[str], words: Lexicon) -> bool:
    """Are both parts words that a hyphen may join, and neither one that carries grammar?"""
    parts = (cut["left"].lower(), cut["right"])
    return all(part in words and len(part) > 2 and part not in FUNCTION_WORDS for part in parts)
