"""What a repair did to a text, taken down: the edits of each pass, the facts, and where each place was in the input."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from cleantext.edits import Bid, Edit, Fact, Proposal
from cleantext.offsets import OffsetMap


@dataclass(frozen=True, slots=True)
class Pass:
    """One stage's edits in one round, in the coordinates of the snapshot they were made on."""

    round: int
    stage: str
    edits: tuple[Edit, ...]


class Ledger:
    """Takes down what is done to one text, in so far as anybody will ask.

    Whoever wants the text alone asks for nothing, unless evidence is gathered from snapshot to snapshot: a sign counts
    once, wherever it has moved. `keeps_offsets` says so.
    """

    def __init__(self, *, telling: bool) -> None:
        """`telling`: the edits and the facts will be told."""
        self._telling = self.keeps_offsets = telling
        self.offsets = OffsetMap()
        self.passes: list[Pass] = []
        self.facts: dict[tuple[str, str], Fact] = {}

    def note(self, number: int, stage: str, text: str, winners: Sequence[Bid], settled: Sequence[Proposal]) -> None:
        """Take down the edits of a round's stage on the snapshot `text`: the winners, and as what they are made."""
        if not self.keeps_offsets:
            return
        edits = tuple(
            Edit(bid.rule, it.start, it.end, text[it.start : it.end], it.after, it.reason)
            for bid, it in zip(winners, settled, strict=True)
        )
        if self._telling:
            self.passes.append(Pass(number, stage, edits))
            for bid in winners:
                self._lift(bid)
        self.offsets = self.offsets.then(edits)

    def _lift(self, bid: Bid) -> None:
        """Keep the facts of an edit, with their spans in the input; the first of each value stays."""
        for fact in bid.proposal.facts:
            start, end = self.offsets.span_in_original(fact.start, fact.end)
            self.facts.setdefault((fact.name, fact.value), replace(fact, start=start, end=end, rule=bid.rule))
