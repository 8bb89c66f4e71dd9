"""Write figures as English does where the source language is known to set its marks the other way round.

The rule's table holds what it deals with: a dot or a space between thousands, or a decimal comma. The number alone has
two readings (`3.254 tanks`, `rows 1,8`, `4 823 deaths`); the source language decides between them, and what stands
beside the number may speak against it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cleantext.document import Document
from cleantext.edits import Proposal
from cleantext.fixers._remedy import table_of
from cleantext.remedies.matching import on_lines
from cleantext.rule import Rule

_THOUSANDS = re.compile(r"(?<![\w.,:/#§-])([1-9]\d{0,2})\.(\d{3})(?!\w|[.,:/-]\d|-\w)")
_MEASURE = re.compile(
    r"[ \N{NO-BREAK SPACE}-]?(?:%|°|percent|points?|seconds?|minutes?|hours?|degrees?|[mck]?m[²³]?|[mck]?g|[mc]?l|s"
    r"|V|W|ha|(?:kilo|centi|milli)?(?:met|lit)(?:re|er)s?|(?:kilo|milli)?gram(?:me)?s?|miles?|inch(?:es)?|feet|million|billion)\b"
)
_NUMBERED = re.compile(
    r"(?i)(?:\b(?:version|release|build|section|chapter|page|number|no|art|article|ratio|factor|rate|index|average|phone"
    r"|tel|code|law|model|type)\b[.:]?|§) ?\Z"
)
_DECIMAL = re.compile(
    r"(?<![\w.,:/–\[(-])(\d{1,6}),(\d{1,2})(?!\w|[,./:-]\d|-\w| ?(?:and|or|to|&|-|–) \d+(?![\d,])|, ?\d)"
)
_AFTER_A_CUE = re.compile(r"(?:\b(?:of|at|around|about|approximately|nearly|over|than|by|was|is)|=) \Z")
_AFTER_A_NAME = re.compile(r"(?:[A-Z][a-z]+|\b[a-z]*(?:rows|columns|pages|chapters|notes|items|points|questions)) \Z")
_SPACED = re.compile(r"(?<![\w.,+/:#-])(?<!\d )([1-9]\d{0,2}) \d{3}(?!\w|[.,:/-]?\d| \d)")
_COUNTED = re.compile(
    r" (?!(?:of|and|or|to|in|at|on|for|from|by|with|the|is|was|as|met(?:re|er)s?|times|degrees|am|pm|years?)\b)"
    r"[a-z]{3,}"
)
_COUNTED_APART = re.compile(
    r"(?:(?i:\b(?:group|room|lot|series|class|apollo|gate|line|flight|route|bus|call|day)|[x×])"
    r"|\b(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?) \Z"
)
_NEAR = 24


def propose(document: Document, lines: Sequence[int], rule: Rule) -> Iterator[Proposal]:
    """Propose the English mark in each figure that speaks for no other reading."""
    for mark, after in table_of(rule).items():
        figure, why_not = _KINDS[mark]
        for start, match in on_lines(figure.finditer, document, lines):
            held = why_not(match, match.string[max(0, match.start() - _NEAR) : match.start()])
            place = start + match.end(1)
            yield Proposal(place, place + 1, after, rule.summary, held)


def _not_thousands(match: re.Match[str], before: str) -> str:
    """Why the dot may be a decimal point or part a section's number; "" if it parts thousands."""
    if _NUMBERED.search(before):
        return "what stands before it speaks of a number that has dots, or a fraction"
    if match[2] != "000" and _MEASURE.match(match.string, match.end()):
        return "a measure may have three decimals"
    return ""


def _no_fraction(match: re.Match[str], before: str) -> str:
    """Why the comma may part two numbers; "" if it is a decimal comma: a list would go upwards."""
    if _AFTER_A_NAME.search(before):
        return "after a name or a plural it may be a list"
    if int(match[1]) <= int(match[2]) and not _AFTER_A_CUE.search(before):
        return "it may be a list of two numbers"
    return ""


def _two_numbers(match: re.Match[str], before: str) -> str:
    """Why a space may part two numbers; "" if what is counted follows."""
    if _NUMBERED.search(before) or _COUNTED_APART.search(before):
        return "what stands before it has a number of its own"
    return "" if _COUNTED.match(match.string, match.end()) else "nothing that is counted follows"


_KINDS = {
    ".": (_THOUSANDS, _not_thousands),
    ",": (_DECIMAL, _no_fraction),
    " ": (_SPACED, _two_numbers),
}
"""Of each mark of the rule's table: the figure, and what speaks against it."""
