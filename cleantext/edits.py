"""Edits as values: what a rule proposes, which proposals win, and how the winners are applied.

Spans are half-open and counted in code points of the snapshot that the rule read.
Nothing here knows rules or stages; `pipeline` brings the two together.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact lifted out of the text: its name (`author`, `date`, `site` …), value and span."""

    name: str
    value: str
    start: int
    end: int
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Proposal:
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


@dataclass(frozen=True, slots=True)
class Bid:
    """A proposal with the rule that made it, as it enters resolution."""

    rule: str
    priority: int
    proposal: Proposal

    @property
    def order(self) -> tuple[int, int, int, str, str]:
        """Lower priority number first, then leftmost, longest, and the rule's name."""
        it = self.proposal
        return (self.priority, it.start, it.start - it.end, self.rule, it.after)


def resolve(bids: Iterable[Bid]) -> tuple[list[Bid], list[tuple[Bid, Bid]]]:
    """Decide overlaps: the winners in text order, and each loser with the winner it met."""
    winners: list[tuple[int, int, int, Bid]] = []
    losers: list[tuple[Bid, Bid]] = []
    for number, bid in enumerate(sorted(bids, key=lambda bid: bid.order)):
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


def settle_blank_lines(
    proposals: Sequence[Proposal], lines: Sequence[tuple[int, int, int]], text: str
) -> list[Proposal]:
    """Let dropped lines take with them the blank lines that would otherwise double.

    `lines` are (start, end, start of the next line); the answer is in the order of `proposals`.
    At the end of the text the blank lines before the drop go, and a final newline stays if there was one.
    """
    if not any(proposal.whole_lines for proposal in proposals):
        return list(proposals)
    spans = list(lines)
    starts = [start for start, _, _ in spans]
    blank = [start == end or text[start:end].isspace() for start, end, _ in spans]
    dropped = list(blank)
    rows = {}
    for number, it in enumerate(proposals):
        if it.whole_lines:
            first = bisect_left(starts, it.start + 1) - 1
            last = bisect_left(starts, max(it.end, it.start + 1)) - 1
            rows[number] = (first, last)
            dropped[first : last + 1] = [True] * (last + 1 - first)
    tail = len(lines)
    while tail and dropped[tail - 1]:
        tail -= 1
    settled = list(proposals)
    doubled = True  # does a blank line, or the text's edge, stand before the next dropped line?
    seen = 0
    for number, (first, last) in rows.items():
        if first > seen:
            doubled = blank[first - 1]
        begin, after = lines[first][0], last + 1
        while after < len(lines) and blank[after] and (doubled or first >= tail):
            after += 1
        end = lines[after - 1][2]
        if first >= tail and seen <= tail and tail:
            begin = lines[tail - 1][2] if text.endswith(("\n", "\r")) else lines[tail - 1][1]
        settled[number] = replace(settled[number], start=begin, end=end)
        seen = after
    return settled
