"""Edits as values: what a rule proposes, which proposals win, and how the winners are applied.

Spans are half-open and counted in code points of the snapshot that the rule read.
Nothing here knows rules or stages; `pipeline` brings the two together.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from cleantext.facts.lines import Lines


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
    """One change that was made: `before` at `start:end` became `after`, by `rule`.

    `before` is what the rule read. Where an earlier edit had been at the same place, the input has something else at
    the span that a `Result` gives; `Result.hunks` tells both ends of such a place.
    """

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
    """An edit that was proposed and not made, and why not; span and `before` as those of an `Edit`."""

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


def _start(bid: Bid) -> int:
    return bid.proposal[0]


def _end(bid: Bid) -> int:
    return bid.proposal[1]


def _order(bid: Bid) -> tuple[int, int, int, str, str]:
    """Lower priority number first, then leftmost, longest, and the rule's name."""
    rule, priority, proposal = bid
    start = proposal[0]
    return priority, start, start - proposal[1], rule, proposal[2]


def resolve(bids: Iterable[Bid]) -> tuple[list[Bid], list[tuple[Bid, Bid]]]:
    """Decide overlaps: the winners in text order, and each loser with the winner it met."""
    winners: list[Bid] = []
    losers: list[tuple[Bid, Bid]] = []
    last, reach = (-1, -1), -1
    rivals: list[Bid] = []  # each overlaps one before it; nearly all bids have none
    for bid in sorted(sorted(bids, key=_end), key=_start):
        start, end = place = bid.proposal[:2]
        if start < reach or place == last:
            rivals.append(bid)
        else:
            winners += rivals if len(rivals) < 2 else _decide(rivals, losers)
            rivals = [bid]
        last = place
        if end > reach:
            reach = end
    winners += rivals if len(rivals) < 2 else _decide(rivals, losers)
    return winners, sorted(losers, key=lambda it: _order(it[0]))


def _decide(rivals: Sequence[Bid], losers: list[tuple[Bid, Bid]]) -> list[Bid]:
    """Give the winners in text order, and note the losers."""
    winners: list[tuple[int, int, int, Bid]] = []
    for number, bid in enumerate(sorted(rivals, key=_order)):
        met = _overlapped(winners, bid.proposal)
        if met is None:
            insort(winners, (bid.proposal.start, bid.proposal.end, number, bid))
        elif met.proposal != bid.proposal or met.rule != bid.rule:
            losers.append((bid, met))
    return [winner for *_, winner in winners]


def _overlapped(winners: Sequence[tuple[int, int, int, Bid]], it: Proposal) -> Bid | None:
    """The winner that `it` overlaps; two insertions at one place overlap, touching spans do not."""
    place = bisect_left(winners, (it.start, it.end))
    for start, end, _, bid in winners[max(0, place - 1) : place + 1]:
        if (start < it.end and it.start < end) or (start, end) == (it.start, it.end):
            return bid
        if start < it.start < end or it.start < start < it.end:
            return bid
    return None


class Parts:
    """Strings to be joined; many short ones are joined at once, since each takes several times its characters."""

    def __init__(self) -> None:
        self._blocks: list[str] = []
        self._latest: list[str] = []

    def add(self, *parts: str) -> None:
        """Put some strings behind the others."""
        self._latest += parts
        if len(self._latest) > _MANY:
            block = "".join(self._latest)
            self._blocks += (block,) if len(block) < _MANY * _SHORT else self._latest
            self._latest.clear()

    def joined(self) -> str:
        """All of them as one."""
        return "".join([*self._blocks, *self._latest])


_MANY, _SHORT = 1 << 10, 1 << 9


def apply(text: str, edits: Sequence[Edit] | Sequence[Proposal]) -> str:
    """Make edits that are in text order and do not overlap.

    >>> apply("theakimat", [Edit("glue/x", 3, 3, "", " ", "")])
    'the akimat'
    """
    return parts_after(text, edits).joined()


def parts_after(text: str, edits: Sequence[Edit] | Sequence[Proposal], begin: int = 0, end: int | None = None) -> Parts:
    """What is to be joined for `apply`, of the passage between two places that the edits lie in."""
    parts, place = Parts(), begin
    for edit in edits:
        parts.add(text[place : edit.start], edit.after)
        place = edit.end
    parts.add(text[place:end])
    return parts


def settle_blank_lines(proposals: Sequence[Proposal], lines: Lines, text: str) -> list[Proposal]:
    """Let dropped lines take with them the blank lines that would otherwise double.

    The answer is in the order of `proposals`.
    At the end of the text the blank lines before the drop go, and a final newline stays if there was one.
    """
    rows = [(number, *_whole(it, lines)) for number, it in enumerate(proposals) if it.whole_lines]
    settled = list(proposals)
    if not rows:
        return settled

    def is_blank(number: int) -> bool:
        start, end, _ = lines[number]
        return start == end or text[start:end].isspace()

    tail = count = len(lines)
    dropped = {line for _, first, last, *_ in rows for line in range(first, last + 1)}
    while tail and (tail - 1 in dropped or is_blank(tail - 1)):
        tail -= 1
    doubled = True  # does a blank line, or the text's edge, stand before the next dropped line?
    seen = 0
    for number, first, last, begin, end in rows:
        if first > seen:
            doubled = is_blank(first - 1)
        after = last + 1
        if doubled or first >= tail:
            while after < count and text[end : end + 1].isspace() and is_blank(after):
                end, after = lines[after][2], after + 1
        if first >= tail and seen <= tail and tail:
            begin = lines[tail - 1][2] if text.endswith(("\n", "\r")) else lines[tail - 1][1]
        settled[number] = Proposal(begin, end, *settled[number][2:])
        seen = after
    return settled


def _whole(it: Proposal, lines: Lines) -> tuple[int, int, int, int]:
    """The first and the last line that a proposal touches, where the one starts, and where the line after it does."""
    first = last = lines.at(it.start)
    begin, _, end = lines[first]
    if it.end > end:
        last = lines.at(it.end - 1)
        end = lines[last][2]
    return first, last, begin, end
