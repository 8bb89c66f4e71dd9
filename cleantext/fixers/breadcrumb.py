"""Drop the trail of sections above a headline ("Home > Motors > Formula 1"); its sections are lifted.

Three things make a trail: short parts that begin with capitals, a mark of descent between them, and either a
first part that is a site's root ("Home", "News", the rule's phrases) or another line of the head below it,
which then is the headline. Slashes and bars part many things and always need the root.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from cleantext.document import Document
from cleantext.edits import Proposal
from cleantext.facts.layout import is_dialogue
from cleantext.fixers._lines import FINAL_MARKS, drop, fact
from cleantext.fixers._neighbours import next_filled
from cleantext.fixers._remedy import phrases_of, remedy_of
from cleantext.remembering import remembering_each
from cleantext.rule import Fixer, Rule

_LONGEST = 120
_MOST_WORDS = 4
_DESCENT = re.compile(r"\s*[»›▸▶→]\s*|\s+>\s+|\s+(?:>>|::)\s+")
_OTHER = re.compile(r"\s+[/|]\s+")
_MATHEMATICS = re.compile(r"[=+*<^{}\[\]\\«„“”\"]")


def line_test(_: Rule) -> Callable[[str], bool]:
    """Ask whether a line is short and made of short parts."""
    return lambda line: len(line) <= _LONGEST and any(_parts(line, separator) for separator in (_DESCENT, _OTHER))


def propose(document: Document, lines: Sequence[int], rule: Rule) -> Iterator[Proposal]:
    """Propose to drop trails in the head."""
    roots = _roots(remedy_of(rule))
    for number in lines:
        start = _first_section(document, number, roots) if _may_be_trail(document, number) else None
        if start is not None:
            facts = [fact(document, number, "section", start, len(document.line(number)))]
            yield drop(document, number, rule.summary, facts)


def _may_be_trail(document: Document, number: int) -> bool:
    line = document.line(number)
    if len(line) > _LONGEST or not document.stands(number, "head"):
        return False
    return not _MATHEMATICS.search(line) and not is_dialogue(line)


def _first_section(document: Document, number: int, roots: frozenset[str]) -> int | None:
    """Where the sections of a trail begin, behind its root; None where a line is no trail."""
    line = document.line(number)
    for separator in (_DESCENT, _OTHER):
        parts = _parts(line, separator)
        if parts and parts[0].casefold() in roots:
            return line.index(parts[1], line.index(parts[0]) + len(parts[0]))
        leads_down = separator is _DESCENT and (len(parts) > 2 or (parts and "▸" in line))
        if leads_down and _headline_below(document, number):
            return 0
    return None


@remembering_each
def _roots(remedy: Fixer) -> frozenset[str]:
    return frozenset(map(str.casefold, phrases_of(remedy)))


def _parts(line: str, separator: re.Pattern[str]) -> list[str]:
    """The parts of a line, if it has two or more and each could be a section."""
    parts = [part.strip() for part in separator.split(line)]
    return parts if len(parts) > 1 and all(map(_is_section, parts)) else []


def _is_section(part: str) -> bool:
    words = part.split()
    if not words or len(words) > _MOST_WORDS or part.endswith(FINAL_MARKS):
        return False
    first = next((c for c in part if c.isalnum()), "")
    letters = sum(c.isalpha() for c in part)
    return letters >= 2 and (first.isdigit() or first.isupper() or first.upper() == first.lower())


def _headline_below(document: Document, number: int) -> bool:
    below = next_filled(document, number, 1)
    if below is None or not document.stands(below, "head"):
        return False
    line = document.line(below)
    return not (_DESCENT.search(line) or _OTHER.search(line))
