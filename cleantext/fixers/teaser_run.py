"""Drop the run of teasers for other stories that follows the text: paragraphs cut off at about the same length.

Fiction trails off too. What marks teasers is that at least three long lines are cut in the middle of a
sentence, all near one length, that no line of the text before them is cut, and that nothing but short
lines follows them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cleantext.document import Document
from cleantext.edits import Proposal
from cleantext.facts.layout import is_dialogue, is_list_item, is_prose
from cleantext.fixers._lines import ELLIPSES, drop
from cleantext.rule import Rule

_LEAST_CUT = 3
_MOST_BETWEEN = 2
"""Uncut lines between two cut ones: the teasers whose sentence happened to end at the limit."""

_LEAST_LENGTH = 120
_LARGEST_SPREAD = 0.45
"""How much shorter than the longest a cut line may be, as a share: sites cut at a number of words or characters."""

_MOST_WORDS_AFTER = 6
_CUT = (*ELLIPSES, "….")
_FULL_STOPS = (".", "!")


def propose(document: Document, _: Sequence[int], rule: Rule) -> Iterator[Proposal]:
    """Propose to drop every line of the run."""
    long = [line for line in document.contents if len(line) >= _LEAST_LENGTH]
    if len(long) < _LEAST_CUT or sum(map(_is_cut, long)) < _LEAST_CUT:
        return
    filled = [n for n, line in enumerate(document.contents) if line.strip()]
    cut = [place for place, number in enumerate(filled) if _is_cut(document.line(number))]
    first = len(cut) - 1
    while first and cut[first] - cut[first - 1] <= _MOST_BETWEEN + 1:
        first -= 1
    run = cut[first:]
    held = _why_not(document, filled, cut, run)
    for number in filled[run[0] : run[-1] + 1]:
        yield drop(document, number, rule.summary, held=held)


def _is_cut(line: str) -> bool:
    return len(line) >= _LEAST_LENGTH and _trails_off(line) and not (is_dialogue(line) or is_list_item(line))


def _trails_off(line: str) -> bool:
    return line.rstrip().endswith(_CUT)


def _why_not(document: Document, filled: Sequence[int], cut: Sequence[int], run: Sequence[int]) -> str:
    if len(run) < _LEAST_CUT:
        return f"only {len(run)} lines are cut off"
    before = [document.line(n) for n in filled[: run[0]]]
    if not any(map(is_prose, before)):
        return "no text stands before it"
    if len(cut) > len(run) or any(map(_trails_off, before)):
        return "lines of the text before it trail off as well"
    lengths = [len(document.line(filled[place]).strip()) for place in run]
    if min(lengths) < (1 - _LARGEST_SPREAD) * max(lengths):
        return "the cut lines are of different lengths"
    if not all(_is_short(document.line(n)) for n in filled[run[-1] + 1 :]):
        return "text follows it"
    return ""


def _is_short(line: str) -> bool:
    return len(line.split()) <= _MOST_WORDS_AFTER and not line.rstrip().endswith(_FULL_STOPS)
