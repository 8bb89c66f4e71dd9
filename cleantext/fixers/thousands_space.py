"""Put commas where a source language parts the thousands of a number with spaces.

Two numbers side by side look the same (`the 4 100 metre races`). A last group of three noughts cannot be a number of
its own; any other number needs round hundreds or several groups, and a currency or a counted noun beside it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from cleantext.document import Document
from cleantext.edits import Proposal
from cleantext.fixers._spaced import is_spaced
from cleantext.rule import Rule

_SPACE = "[ \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}]"
_NUMBER = re.compile(
    rf"(?<![\w.,+/:#-])(?<!\d{_SPACE})[1-9][0-9]{{0,2}}(?:{_SPACE}[0-9]{{3}})+(?!\w|[.,:/-]?\d|{_SPACE}\d)"
)
_COUNTED_AFTER = re.compile(rf"{_SPACE}?(?:[€$£%]|{_SPACE}(?:[a-z]{{3,}}|km|m²|[A-Z]{{3}}\b))")
_CURRENCY_BEFORE = re.compile(rf"(?:[€$£]|\b[A-Z]{{3}}){_SPACE}?\Z")
_NEAR = 8
_RACE = re.compile(r" met(?:re|er)s? (?:race|relay|hurdles|final|run|freestyle)")


def line_test(rule: Rule) -> Callable[[str], bool]:
    """Ask a line for a number, and for marks that stand apart where nothing else is asked for."""
    return lambda line: (bool(rule.requires.source) or is_spaced(line)) and _NUMBER.search(line) is not None


def propose(document: Document, lines: Sequence[int], rule: Rule) -> Iterator[Proposal]:
    """Propose the number with commas."""
    for number in lines:
        line, offset = document.line(number), document.lines[number].start
        if not rule.requires.source and not is_spaced(line):
            continue
        for match in _NUMBER.finditer(line):
            groups = re.split(_SPACE, match[0])
            counted = _COUNTED_AFTER.match(line, match.end()) or _CURRENCY_BEFORE.search(
                line[max(0, match.start() - _NEAR) : match.start()]
            )
            sure = groups[-1] == "000" or (counted and (len(groups) > 2 or groups[-1].endswith("00")))
            held = "" if sure and not _RACE.match(line, match.end()) else "these may be two numbers"
            yield Proposal(offset + match.start(), offset + match.end(), ",".join(groups), rule.summary, held)
