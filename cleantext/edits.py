"""Edits as values: what a rule proposes, which proposals win, and how the winners are applied.

Spans are half-open and counted in code points of the snapshot that the rule read.
Nothing here knows rules or stages; `pipeline` brings the two together.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from cleantext.facts.layout import Line, line_at


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact lifted out of the text: its name (`author`, `date`, `site` …), value and span."""

    name: str
    value: str
    start: int
    end: int
    rule: str = ""


class Proposal(NamedTuple):
    """What a rule would do at one place, and what held it back, if anything did."""

    start: int
    end: int
    after: str
    reason: str = ""
    held_back: str = ""
    whole_lines: bool = False
    facts: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True)
class Edit:
    """One change that was made: `before` at `start:end` became `after`, by `rule`."""

    rule: str
    start: int
    end: int
    before: str
    after: str
    reason: str

    @property
    def stage(self) -> str:
        """The stage is the first part of the rule's name."""
        return self.rule.partition("/")[0]


@dataclass(frozen=True, slots=True)
class Finding:
    """An edit that was proposed and not made, and why not."""

    rule: str
    start: int
    end: int
    before: str
    after: str
    why_not: str


class Bid(NamedTuple):
    """A proposal with the rule that made it, as it enters resolution."""

    rule: str
    priority: int
    proposal: Proposal


def _order(bid: Bid) -> tuple[int, int, int, str, str]:
    """Lower priority number first, then leftmost, longest, and the rule's name."""
    rule, priority, (start, end, after, *_) = bid
    return priority, start, start - end, rule, after


def resolve(bids: Iterable[Bid]) -> tuple[list[Bid], list[tuple[Bid, Bid]]]:
    """Decide overlaps: the winners in text order, and each loser with the winner it met."""
    winners: list[tuple[int, int, int, Bid]] = []
    losers: list[tuple[Bid, Bid]] = []
    for number, bid in enumerate(sorted(bids, key=_order)):
        met = _overlapped(winners, bid.proposal)
        if met is None:
            insort(winners, (bid.proposal.start, bid.proposal.end, number, bid))
        elif met.proposal != bid.proposal or met.rule != bid.rule:
            losers.append((bid, met))
    return [winner for *_, winner in winners], losers


def _overlapped(winners: Sequence[tuple[int, int, int, Bid]], it: Proposal) -> Bid | None:
    """The winner that `it` overlaps; two insertions at one place overlap, touching spans do not."""
    place = bisect_left(winners, (it.start, it.end))
    for start, end, _, bid in winners[max(0, place - 1) : place + 1]:
        if (start < it.end and it.start < end) or (start, end) == (it.start, it.end):
            return bid
        if start < it.start < end or it.start < start < it.end:
            return bid
    return None


def apply(text: str, edits: Sequence[Edit]) -> str:
    """Make edits that are in text order and do not overlap.

    >>> apply("theakimat", [Edit("glue/x", 3, 3, "", " ", "")])
    'the akimat'
    """
    parts: list[str] = []
    place = 0
    for edit in edits:
        parts += (text[place : edit.start], edit.after)
        place = edit.end
    parts.append(text[place:])
    return "".join(parts)


def settle_blank_lines(proposals: Sequence[Proposal], lines: Sequence[Line], text: str) -> list[Proposal]:
    """Let dropped lines take with them the blank lines that would otherwise double.

    The answer is in the order of `proposals`.
    At the end of the text the blank lines before the drop go, and a final newline stays if there was one.
    """
    rows = {
        number: (line_at(lines, it.start), line_at(lines, max(it.start, it.end - 1)))
        for number, it in enumerate(proposals)
        if it.whole_lines
    }
    settled = list(proposals)
    if not rows:
        return settled

    def is_blank(number: int) -> bool:
        start, end, _ = lines[number]
        return start == end or text[start:end].isspace()

    tail = len(lines)
    dropped = {number for first, last in rows.values() for number in range(first, last + 1)}
    while tail and (tail - 1 in dropped or is_blank(tail - 1)):
        tail -= 1
    doubled = True  # does a blank line, or the text's edge, stand before the next dropped line?
    seen = 0
    for number, (first, last) in rows.items():
        if first > seen:
            doubled = is_blank(first - 1)
        begin, after = lines[first][0], last + 1
        while after < len(lines) and is_blank(after) and (doubled or first >= tail):
            after += 1
        end = lines[after - 1][2]
        if first >= tail and seen <= tail and tail:
            begin = lines[tail - 1][2] if text.endswith(("\n", "\r")) else lines[tail - 1][1]
        settled[number] = settled[number]._replace(start=begin, end=end)
        seen = after
    return settled
