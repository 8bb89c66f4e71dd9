"""Write a decimal comma as a point before a percent sign, the name of a large number, or a unit of measure.

A text that parts its thousands with commas writes English figures, and has made a slip where it does not; that stays,
and so do the figures of South Africa.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from cleantext.document import Document
from cleantext.edits import Proposal
from cleantext.remedies.matching import on_lines
from cleantext.rule import Rule

_SPACE = "[ \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}-]"
_ALONE = r"(?<![\w.,:/–\[-])(?<!\d[ \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}])"
_SHARE = (
    rf"{_ALONE}(?<!\()\d{{1,3}},\d{{1,2}}(?={_SPACE}?(?:%(?! and \d+%)|(?:m|b|tr)illions?\b|per ?cent\b|percentage\b))"
)
_MEASURE = (
    rf"{_ALONE}(?:\d{{3}}(?=,\d)|[1-9]\d(?=,\d\b)|0),\d{{1,2}}(?={_SPACE}(?:thousand|points?|degrees?|years|months|hours"
    r"|minutes|seconds|(?:kilo|centi|milli)?(?:met(?:re|er)|lit(?:re|er)|gram)s?|tonnes?|tons?|hectares?|km|kg|cm|mm|ms"
    r"|m|g|mg|ml|l|kWh|MWh|MW|kW|MHz|GHz|Gy|(?:giga|mega|kilo)watts?|square|cubic)(?![\w’']))"
)
_FIGURE = re.compile(f"{_SHARE}|{_MEASURE}")
_ITS_END = re.compile(rf",\d{{1,2}}{_SPACE}?[%a-zG]")
"""What each figure ends in, and begins with a mark that is found at once."""
_ENGLISH_THOUSANDS = re.compile(r"(?<![\w.,])\d{1,3}(?:,\d{3})+(?![\d,]\d)\b")
_RANDS = re.compile(r"(?<![\w.$])R ?\d|\d (?:(?:m|b|tr)illion )?rands?\b")
"""R4,5 billion, 40 rand: South African English has decimal commas."""


def line_test(_: Rule) -> Callable[[str], bool]:
    """Ask a line for a figure with its unit."""
    return lambda line: _ITS_END.search(line) is not None and _FIGURE.search(line) is not None


def propose(document: Document, lines: Sequence[int], rule: Rule) -> Iterator[Proposal]:
    """Propose the point."""
    for start, match in on_lines(_FIGURE.finditer, document, lines):
        place = start + match.start() + match[0].index(",")
        yield Proposal(place, place + 1, ".", rule.summary, document.fact(_held))


def _held(document: Document) -> str:
    if _ENGLISH_THOUSANDS.search(document.text):
        return "the text parts its thousands with commas"
    return "the text counts in rands: South African English writes so" if _RANDS.search(document.text) else ""
