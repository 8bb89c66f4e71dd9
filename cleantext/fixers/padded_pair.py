"""Close the spaces on the inner sides of brackets or quotation marks, where that is the text's habit."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache

from cleantext.document import Document
from cleantext.edits import Proposal
from cleantext.facts.layout import is_table_row
from cleantext.fixers._remedy import table_of
from cleantext.rule import Rule

_SPACES = " \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}"
_LONGEST = 300
_LEAST = 2
_FORMULA = re.compile(r"[=<>{}\\^*|]|//")
_SYNTAX = re.compile(r"[→=]|->|\.\.\.\s*\]|\]\s*\.\.\.|\[\s*\[|\]\s*\]|\w_\w")
"""Lines that show how a command or a function is called: "sail ( isle ) → ferry", "sail [ isle ... ]"."""

_LEAST_AROUND = 4
"""Words of a line beside its brackets; with fewer they are its layout, as in "[ 2 ] The Gull" or "[ aside ]"."""


def line_test(rule: Rule) -> Callable[[str], bool]:
    """Ask for a pair with a space on either inner side."""
    pairs = table_of(rule)
    return lambda line: any(_is_padded(match) for match in _pairs_in(line, pairs))


def propose(document: Document, lines: Sequence[int], rule: Rule) -> Iterator[Proposal]:
    """Propose to drop the two spaces of each pair."""
    pairs = table_of(rule)
    held = "" if document.fact(_is_habit, tuple(pairs.items())) else "it is not the text's habit"
    for number in lines:
        start, line = document.lines[number].start, document.line(number)
        if is_table_row(line) or not _is_text(line, pairs):
            continue
        for match in _pairs_in(line, pairs):
            if _is_padded(match):
                yield Proposal(start + match.start(1), start + match.start(1) + 1, "", rule.summary, held)
                yield Proposal(start + match.end(1) - 1, start + match.end(1), "", rule.summary, held)


def _pairs_in(line: str, pairs: Mapping[str, str]) -> Iterator[re.Match[str]]:
    for opening, closing in pairs.items():
        if opening in line:
            yield from _pair(opening, closing).finditer(line)


@cache
def _pair(opening: str, closing: str) -> re.Pattern[str]:
    """A pair with nothing of its kind inside; brackets of a call (`f( x )`) are none, nor is `»f()« or »g()«`."""
    first, last = re.escape(opening), re.escape(closing)
    before = r"(?<!\w)" if opening in "([" else r"(?<![^\s(\[{\"'“„>|*_:–—-])"
    return re.compile(rf"{before}{first}([^{first}{last}]{{1,{_LONGEST}}}){last}(?!\w)")


def _is_padded(match: re.Match[str]) -> bool:
    held = match.group(1)
    inner = held[1:-1]
    if not inner or held[0] not in _SPACES or held[-1] not in _SPACES or inner != inner.strip():
        return False
    if match[0][0] == "[" and " " not in inner and not inner.islower():
        return False  # "[ OK ]", a button; "[ 2 ]", a box to fill in
    return inner[0].isalnum() and (inner[-1].isalnum() or inner[-1] in ".,!?…") and not _FORMULA.search(inner)


def _is_text(line: str, pairs: Mapping[str, str]) -> bool:
    """Does a line say something beside its brackets, and not how to call something? A quotation may be all of it."""
    if "(" not in pairs:
        return True
    if _SYNTAX.search(line):
        return False
    inside = sum(len(match[0].split()) for match in _pairs_in(line, pairs))
    return len(line.split()) - inside >= _LEAST_AROUND


def _is_habit(document: Document, pairs: Sequence[tuple[str, str]]) -> bool:
    """Are two pairs padded, and half of those in the text? Layout and syntax show none, and count against it."""
    table, every = dict(pairs), list[bool]()
    for line in document.contents:
        padded = [_is_padded(match) for match in _pairs_in(line, table)]
        every += padded if any(padded) and _is_text(line, table) else [False] * len(padded)
    return sum(every) >= max(_LEAST, len(every) / 2)
