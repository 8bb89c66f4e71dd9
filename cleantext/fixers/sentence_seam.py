"""Put back the space between a sentence or clause and the next one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cleantext.document import Document
from cleantext.edits import Proposal
from cleantext.facts.lexicon import Lexicon, lexicon
from cleantext.facts.seams import FUNCTION_WORDS
from cleantext.rule import Rule

_SEAM = re.compile(
    r"""(?x)
    (?<![^\s“„«"'‘(\[—–-])                     # the token begins here
    (?P<left>[A-Za-z]*[a-z]{2}(?:[’'][a-z]{1,2})?[”’"')%]?)
    (?P<mark>[.!?;,])
    (?P<open>[“„«"]?)
    (?P<right>[A-Za-z]+)
    (?=[\s,;:!?…’'”"“)]|\.?(?:\s|$)|$|-[a-z])  # and ends here, or nearly so
    """
)
_ABBREVIATIONS = frozenset("st mr mrs ms dr prof sr jr no vs etc eg ie cf fig vol pp ed eds inc ltd co corp dept est approx al".split())
_SUFFIXES = frozenset("com net org js py io md txt pdf html htm css asp php xml json exe doc csv jpg png gif co uk de fr".split())
_COMMON = 4.0
_KNOWN = 2.5


def propose(document: Document, lines: Sequence[int], rule: Rule) -> Iterator[Proposal]:
    """Propose a space after the mark of each seam between two known words."""
    words = lexicon("en")
    if words is None:
        return
    for number in lines:
        start, line = document.lines[number].start, document.line(number)
        for match in _SEAM.finditer(line):
            if _parts_words(match, words):
                closes = match["open"] == '"' and line.count('"', 0, match.start("open")) % 2 == 1
                where = start + (match.end("open") if closes else match.start("open"))
                yield Proposal(where, where, " ", rule.summary)


def _parts_words(match: re.Match[str], words: Lexicon) -> bool:
    left, right = match["left"].strip("”’\"')%"), match["right"]
    if left.lower() in _ABBREVIATIONS or right.lower() in _SUFFIXES or words.frequency(re.split("[’']", left)[0]) < _KNOWN:
        return False
    if match["mark"] in ".!?":
        titled = right[0].isupper() and (right[1:].islower() or right in ("I", "A"))
        sentence = left.islower() or bool(match["open"])
        return titled and sentence and (words.frequency(right) >= _COMMON or bool(match["open"]))
    return right.islower() and right in FUNCTION_WORDS and left.islower()
