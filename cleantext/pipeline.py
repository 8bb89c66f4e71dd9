"""The one loop: stages in their order, over and over, until a whole round changes nothing.

Within a stage all rules read the same snapshot; their proposals are weighed against the rules'
guards, overlaps are resolved, and what is left is applied at once. When a round is quiet, one more
is run with the evidence of the last snapshot alone: a second call would see no more than that, so
`clean(clean(x)) == clean(x)` holds by construction.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from cleantext.document import Document
from cleantext.edits import Bid, Fact, Finding, Parts, Proposal, parts_after, resolve, settle_blank_lines
from cleantext.errors import DidNotConverge
from cleantext.evidence import Evidence, Sign, evidence_of_hints, gathered
from cleantext.facts.language import Tongue
from cleantext.facts.moves import Moves, unmoved
from cleantext.facts.sites import sites_said
from cleantext.ledger import Ledger, Pass
from cleantext.licensing import worth_asking
from cleantext.offsets import OffsetMap
from cleantext.revision import moves_of
from cleantext.rule import NO_HINTS, STAGES, Hints, Safety
from cleantext.ruleset.compiled import RuleSet
from cleantext.ruleset.scan import Scan
from cleantext.snapshot import Snapshot, TooSlowError

MOST_ROUNDS = 12
"""Real pages need three or four; whatever is not at rest by then is going round in circles."""

GIVE_COMPANY = ("article", "boilerplate", "duplicates", "translation")
"""The stages whose edits show a text to be scraped; runs of spaces and glued marks stand in any author's text."""


_NOWHERE, _NONE = OffsetMap(), Evidence()


class Repair(NamedTuple):
    """What came of a text: all that a `Result` is made of."""

    text: str
    passes: tuple[Pass, ...] = ()
    offsets: OffsetMap = _NOWHERE
    findings: tuple[Finding, ...] = ()
    evidence: Evidence = _NONE
    facts: tuple[Fact, ...] = ()


def repair(
    text: str,
    rules: RuleSet,
    hints: Hints,
    *,
    safety: Safety = "safe",
    strict: bool = False,
    explaining: bool = False,
    telling: bool = True,
) -> Repair:
    """Repair a text; findings are gathered only where `explaining`, and edits and facts where `telling`.

    Rules that never come to rest are left out for this text, which then starts again and says so
    in its findings; `strict` raises DidNotConverge instead.
    """
    scan = None if rules.foremost else rules.scan(text)
    if not explaining and (hints is NO_HINTS or hints == NO_HINTS) and rules.are_silent(scan, Document(text)):
        return Repair(text)
    suspended: dict[str, str] = {}
    while True:
        attempt = _Attempt(text, rules, hints, safety, suspended, explaining, telling, scan)
        scan = None  # it is as large as the text
        restless = attempt.run()
        if not restless:
            return attempt.outcome()
        if strict:
            raise DidNotConverge(restless)
        suspended |= restless


class _Attempt:
    """One run of the loop over one text, with some rules left out."""

    def __init__(
        self,
        text: str,
        rules: RuleSet,
        hints: Hints,
        safety: Safety,
        suspended: Mapping[str, str],
        explaining: bool,
        telling: bool,
        scan: Scan | None,
    ) -> None:
        self.rules, self.hints, self.safety = rules, hints, safety
        self.suspended, self.explaining = suspended, explaining
        self.hinted = tuple(evidence_of_hints(hints)) if hints != NO_HINTS else ()
        self.sites = sites_said(hints) if hints.url or hints.site else ()
        self.evidence = Evidence()
        self.told = Evidence()  # what rules were told so far, kept for the outcome
        self.ledger = Ledger(telling=telling)
        self.restless: set[str] = set()  # rules that edit in the last rounds
        self.company = False  # did a rule that needs none show the text to be damaged?
        self.findings: list[Finding] = []
        self.places = rules.places(scan)
        self.tongue = Tongue(text)  # tells the language of all its snapshots
        self.text = text

    def _document(self, text: str) -> Document:
        return Document(text, self.hints, self._gather, self.tongue)

    def _look_at(self, document: Document, moves: Moves | None = None) -> None:
        """Take a new snapshot, and find the rules that it could concern; `moves` of the last one's lines, if any."""
        rules, hits = self.rules, self.places.look(document, moves)
        self.snapshot, self.quiet = Snapshot(rules, document, hits), 0
        signs = (*self.hinted, *self.evidence.signs)
        said = gathered(signs) if signs else _NONE
        wanted, self.licensing = worth_asking(rules, hits.rules, said, document, self.snapshot.count_signs)
        self.gated = rules.gated_for(licensing=self.licensing, sites=self.sites)
        self.calls = rules.in_stages(hits.rules if self.explaining else wanted, self.gated)
        if self.licensing:
            self.ledger.keeps_offsets = True

    def run(self) -> dict[str, str]:
        """Go round until quiet; the rules that never come to rest, with what to say of them."""
        try:
            return self._rounds()
        except TooSlowError as slow:
            return {slow.rule: "its pattern took too long on this text"}

    def _begin(self, document: Document) -> None:
        """Let the first stage drop what it can before the text is scanned for the others: of pages, most."""
        self.snapshot, self.quiet = Snapshot(self.rules, document, self.places.nowhere(document)), 0
        self.calls = {STAGES[0]: self.rules.foremost}
        if not self._stage(0, STAGES[0], []):
            self._look_at(document)

    def _rounds(self) -> dict[str, str]:
        (self._begin if self.rules.foremost else self._look_at)(self._document(self.text))
        if self.licensing:
            self.snapshot.document.evidence  # noqa: B018 - gathered before stages that come early can erase it
        if not self.explaining and not self._is_anything_asked():
            return {}
        alone = True  # is the evidence that of the current snapshot and no other?
        for number in range(MOST_ROUNDS):
            found = self._round(number)
            if found is None:
                alone = False
                continue
            if not self.findings:
                self.findings = found
            if alone or not self._would_differ():
                return {}
            text, count = self.snapshot.document.text, len(self.snapshot.document.lines)
            self.told = self.told.merged(self.evidence)
            self.evidence, self.tongue, alone = Evidence(), Tongue(text), True
            self._look_at(self._document(text), unmoved(count))
        return dict.fromkeys(sorted(self.restless), "it never came to rest on this text")

    def _is_anything_asked(self) -> bool:
        return any(self.snapshot.lines_for(rule) for stage in self.calls.values() for rule in stage)

    def _round(self, number: int) -> list[Finding] | None:
        """Run the stages in their order; the findings of all of them, or None where one changed the text.

        Once each of them was quiet on a snapshot, so would the rest of the round be.
        """
        found: list[Finding] = []
        changed = False
        for stage in STAGES:
            if self._stage(number, stage, found):
                changed = True
            else:
                self.quiet += 1
            if self.quiet == len(STAGES) and not self.explaining:
                return found
        return None if changed else found

    def _would_differ(self) -> bool:
        """Could a second call, which knows nothing of earlier snapshots, come to another answer?"""
        return bool(self.evidence.signs) or self.tongue.would_differ(self.snapshot.document.text)

    def _stage(self, number: int, stage: str, found: list[Finding]) -> bool:
        """Run one stage on the current snapshot; did it change the text?"""
        edited = self._edited(number, stage, self._winners(stage, found))
        if edited is None:
            return False
        parts, moves = edited
        text = parts.joined()
        del parts, edited
        if stage == STAGES[0]:  # most of a page may have gone
            self.tongue = Tongue(text)
        self._look_at(self._document(text), moves)
        return True

    def _winners(self, stage: str, found: list[Finding]) -> Sequence[Bid]:
        """The edits that a stage makes, in text order; what is not made is noted, where that is asked for."""

        def note(rule: str, proposal: Proposal, why_not: str) -> None:
            found.append(self._finding(rule, proposal, why_not))

        snapshot, rules, tell = self.snapshot, self.rules, note if self.explaining else None
        asked = [it for it in self.calls.get(stage, ()) if rules[it].rule.name not in self.suspended]
        bids: list[Bid] = []
        for rule in asked:
            if rule not in rules.shy and (lines := snapshot.lines_for(rule)):
                bids += snapshot.bids(rule, lines, self.safety, tell)
        self.company = self.company or (bool(bids) and stage in GIVE_COMPANY)
        held = "" if self.company else "nothing else shows that the text is damaged"
        for rule in [it for it in asked if it in rules.shy] if tell or not held else ():
            bids += snapshot.bids(rule, snapshot.lines_for(rule), self.safety, tell, held)
        winners, losers = resolve(bids)
        for loser, met in losers if tell else ():
            note(loser.rule, loser.proposal, f"{met.rule} edits the same place")
        return winners

    def _edited(self, number: int, stage: str, winners: Sequence[Bid]) -> tuple[Parts, Moves] | None:
        """The parts of the text after a stage's edits, and where lines stand then; None without edits.

        The snapshot is let go: of a long text no more than is needed is to be in memory, and of its edits nothing.
        """
        if not winners:
            return None
        document = self.snapshot.document
        del self.snapshot
        proposals = settle_blank_lines([bid.proposal for bid in winners], document.lines, document.text)
        if number >= MOST_ROUNDS - 2:
            self.restless.update(bid.rule for bid in winners)
        self.ledger.note(number, stage, document.text, winners, proposals)
        return parts_after(document.text, proposals), moves_of(document, proposals)

    def _finding(self, rule: str, proposal: Proposal, why_not: str) -> Finding:
        start, end = self.ledger.offsets.span_in_original(proposal.start, proposal.end)
        before = self.snapshot.document.text[proposal.start : proposal.end]
        return Finding(rule, start, end, before, proposal.after, why_not)

    def _gather(self, document: Document) -> Evidence:
        """The evidence of this snapshot, added to that of the earlier ones."""
        evidence = self.evidence.merged(gathered([*self.hinted, *self._signs(document.text)]))
        if self.licensing:  # else only told, so that `clean()`, which does not ask, comes to the same
            self.evidence = evidence
        return evidence

    def _signs(self, text: str) -> Iterator[Sign]:
        witnesses = sorted(self.rules.witnesses & (self.snapshot.hits.rules | self.gated))
        for rule, proposal in self.snapshot.signs(witnesses):
            start, end = self.ledger.offsets.span_in_original(proposal.start, proposal.end)
            said = text[proposal.start : proposal.end]
            yield from (Sign(source, weight, rule.name, start, end, said) for source, weight in rule.evidence.items())

    def outcome(self) -> Repair:
        document = self.snapshot.document
        left_out = [Finding(name, 0, 0, "", "", f"left out: {why}") for name, why in self.suspended.items()]
        told = self.told.merged(document.evidence if self.explaining else self.evidence)
        del self.snapshot  # its document knows whom to ask for evidence: both would wait for the garbage collector
        return Repair(
            document.text,
            tuple(self.ledger.passes),
            self.ledger.offsets,
            (*left_out, *self.findings),
            told,
            tuple(self.ledger.facts.values()),
        )
