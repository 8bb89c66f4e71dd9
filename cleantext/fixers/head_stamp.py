"""Drop a line of the head that is a stamp: date and time, the page's age, or the time it takes to read.

Which of them is what the rule lifts: `date` or `read_time`. A date alone may open a letter or a
diary and stays. So do more stamps than one page has: they are those of a list of events or of other stories.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from cleantext.document import Document
from cleantext.edits import Proposal
from cleantext.fixers._ages import AGE, READING_TIME
from cleantext.fixers._head import may_hold_stamp, stamp_lines
from cleantext.fixers._lines import drop, fact
from cleantext.fixers._neighbours import is_inside_sentence
from cleantext.fixers._stamps import STAMP, is_timed
from cleantext.rule import Rule

_MOST_STAMPS = 3
"""When a page was written, published and changed."""


def gate(_: Rule) -> Callable[[Document], bool]:
    """Ask for what a stamp holds in a line above the text."""
    return may_hold_stamp


def propose(document: Document, lines: Sequence[int], rule: Rule) -> Iterator[Proposal]:
    """Propose to drop the stamps of the kind that the rule lifts."""
    find = _date if "date" in rule.lift else _reading_time
    found = [(number, span) for number in stamp_lines(document) if (span := find(document.line(number)))]
    of_list = "the lines above the text are a list, each with its stamp" if len(found) > _MOST_STAMPS else ""
    for number, span in found:
        held = of_list or ("a sentence runs through the line" if is_inside_sentence(document, number) else "")
        yield drop(document, number, rule.summary, [fact(document, number, rule.lift[0], *span)], held)


def _date(line: str) -> tuple[int, int] | None:
    if match := AGE.match(line):
        return match.span("age")
    match = STAMP.match(line)
    if match is None or not (is_timed(match) or match["label1"]):
        return None
    return match.span("date1")


def _reading_time(line: str) -> tuple[int, int] | None:
    match = READING_TIME.match(line)
    return None if match is None or match.lastgroup is None else match.span(match.lastgroup)
