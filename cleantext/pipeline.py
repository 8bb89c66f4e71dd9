"""The one loop: stages in their order, over and over, until a whole round changes nothing.

Within a stage all rules read the same snapshot; their proposals are weighed against the rules'
guards, overlaps are resolved, and what is left is applied at once. When a round is quiet, one more
is run with the evidence of the last snapshot alone: a second call would see no more than that, so
`clean(clean(x)) == clean(x)` holds by construction.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from cleantext.document import Document
from cleantext.edits import Bid, Fact, Finding, Proposal, apply, resolve, settle_blank_lines
from cleantext.errors import DidNotConverge
from cleantext.evidence import Evidence, Sign, evidence_of_hints, gathered
from cleantext.facts.language import Tongue
from cleantext.facts.sites import sites_said
from cleantext.guards import why_not_by_call, why_not_here, why_not_in_document, why_not_on_line
from cleantext.ledger import Ledger, Pass
from cleantext.licensing import worth_asking
from cleantext.offsets import OffsetMap
from cleantext.rule import NO_HINTS, STAGES, Hints, Safety
from cleantext.ruleset.compiled import Gate, RuleSet
from cleantext.ruleset.places import Hits
from cleantext.ruleset.scan import Scan

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

    def _take(self, text: str) -> None:
        """Take a new snapshot."""
        self.document = Document(text, self.hints, self._gather, self.tongue)
        self.opened: dict[Gate, bool] = {}
        self.proposed: dict[int, Sequence[Proposal]] = {}
        self.quiet = 0  # stages in a row that left it as it is

    def _look_at(self, text: str) -> None:
        """Take a new snapshot, and find the places that rules are to look at."""
        self._take(text)
        self._look()

    def _look(self) -> None:
        self.hits = self.places.look(self.document)
        signs = (*self.hinted, *self.evidence.signs)
        said = gathered(signs) if signs else _NONE
        wanted, self.licensing = worth_asking(self.rules, self.hits.rules, said, self.document, self._signs_of)
        self.gated = self.rules.gated_for(licensing=self.licensing, sites=self.sites)
        self.calls = self.rules.in_stages(self.hits.rules if self.explaining else wanted, self.gated)
        if self.licensing:
            self.ledger.keeps_offsets = True

    def _lines_for(self, number: int) -> Sequence[int]:
        """The lines that a rule is to look at now; a gate is asked once a snapshot, when a rule's turn has come."""
        gate = self.rules.gates.get(number)
        if gate is None:
            return self.hits.lines_of(number)
        if gate not in self.opened:
            self.opened[gate] = gate(self.document)
        return range(len(self.document.contents)) if self.opened[gate] else ()

    def run(self) -> dict[str, str]:
        """Go round until quiet; the rules that never come to rest, with what to say of them."""
        try:
            return self._rounds()
        except _TooSlowError as slow:
            return {slow.rule: "its pattern took too long on this text"}

    def _begin(self) -> None:
        """Let the first stage drop what it can before the text is scanned for the others: of pages, most."""
        self._take(self.text)
        self.hits = Hits(self.places, self.document, {}, set(), frozenset())
        self.calls = {STAGES[0]: self.rules.foremost}
        if not self._stage(0, STAGES[0], []):
            self._look()

    def _rounds(self) -> dict[str, str]:
        if self.rules.foremost:
            self._begin()
        else:
            self._look_at(self.text)
        if self.licensing:
            self.document.evidence  # noqa: B018 - gathered before stages that come early can erase it
        if not self.explaining and not any(self._lines_for(rule) for stage in self.calls.values() for rule in stage):
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
            self.told = self.told.merged(self.evidence)
            self.evidence, self.tongue, alone = Evidence(), Tongue(self.document.text), True
            self._look_at(self.document.text)
        return dict.fromkeys(sorted(self.restless), "it never came to rest on this text")

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
        return bool(self.evidence.signs) or self.tongue.would_differ(self.document.text)

    def _stage(self, number: int, stage: str, found: list[Finding]) -> bool:
        """Run one stage on the current snapshot; did it change the text?"""
        bids: list[Bid] = []
        last, shy = [], []
        for rule in self.calls.get(stage, ()):
            if self.rules[rule].rule.name in self.suspended:
                continue
            if rule in self.rules.shy:
                shy.append(rule)
            elif rule in self.rules.last:
                last.append(rule)
            elif lines := self._lines_for(rule):
                bids += self._bids(rule, lines, found)
        for rule in last:
            bids += self._bids(rule, self._untouched(self._lines_for(rule), bids), found)
        self.company = self.company or (bool(bids) and stage in GIVE_COMPANY)
        held = "" if self.company else "nothing else shows that the text is damaged"
        for rule in shy if self.explaining or not held else ():
            bids += self._bids(rule, self._lines_for(rule), found, held)
        if not bids:
            return False
        winners, losers = resolve(bids)
        if self.explaining:
            found += (self._finding(loser.rule, loser.proposal, f"{met.rule} edits the same place")
                      for loser, met in losers)  # fmt: skip
        self._apply(number, stage, winners)
        return True

    def _untouched(self, lines: Sequence[int], bids: Sequence[Bid]) -> Sequence[int]:
        """Those of the lines that no bid is made for."""
        if not (lines and bids):
            return lines
        touched: set[int] = set()
        for _, _, (start, end, *_) in bids:
            first = self.document.line_at(start)
            touched.update(range(first, max(first, self.document.line_at(end - 1)) + 1) if end > start else (first,))
        return [number for number in lines if number not in touched]

    def _bids(self, number: int, lines: Sequence[int], found: list[Finding], held: str = "") -> Sequence[Bid]:
        """The rule's proposals that nothing holds back; the others become findings. `held`: why all of them are.

        Of a rule that the whole document holds back, one is told.
        """
        rule, document = self.rules[number].rule, self.document
        held = held or why_not_by_call(rule, document.hints, self.safety)
        if not self.explaining and (held or (rule.languages and document.is_plainly_in_none_of(rule.languages))):
            return ()
        by_document: str | None = None  # asked last, and once: it takes the longest to answer
        if rule.requires.source or self.explaining:  # its lines are many, and evidence is rare
            by_document = why_not_in_document(rule, document)
            if by_document:
                if self.explaining and (first := next(self._changes(self._propose(number, lines)), None)):
                    found.append(self._finding(rule.name, first, first.held_back or held or by_document))
                return ()
        bids = []
        for proposal in self._changes(self._proposals(number, lines)):
            why_not = proposal.held_back or held or why_not_here(rule, document, proposal)
            if not why_not:
                if by_document is None:
                    by_document = why_not_in_document(rule, document)
                why_not = by_document or why_not_on_line(rule, document, proposal)
            if not why_not:
                bids.append(Bid(rule.name, rule.priority, proposal))
            elif self.explaining:
                found.append(self._finding(rule.name, proposal, why_not))
        return bids

    def _changes(self, proposals: Iterable[Proposal]) -> Iterator[Proposal]:
        """Give the proposals that would not leave the text as it is."""
        text = self.document.text
        return (it for it in proposals if it.whole_lines or it.after != text[it.start : it.end])

    def _proposals(self, number: int, lines: Sequence[int]) -> Sequence[Proposal]:
        """What a rule proposes on its lines, found once a snapshot: for its evidence, and for its edits."""
        if number not in self.proposed:
            self.proposed[number] = list(self._propose(number, lines))
        return self.proposed[number]

    def _propose(self, number: int, lines: Sequence[int]) -> Iterator[Proposal]:
        try:
            yield from self.rules[number].propose(self.document, lines)
        except TimeoutError as error:
            raise _TooSlowError(self.rules[number].rule.name) from error

    def _apply(self, number: int, stage: str, winners: Sequence[Bid]) -> None:
        document = self.document
        proposals = settle_blank_lines([bid.proposal for bid in winners], document.lines, document.text)
        if number >= MOST_ROUNDS - 2:
            self.restless.update(bid.rule for bid in winners)
        self.ledger.note(number, stage, document.text, winners, proposals)
        text = apply(document.text, proposals)
        if stage == STAGES[0]:  # most of a page may have gone
            self.tongue = Tongue(text)
        del document, self.document, self.hits  # long texts: no more snapshots in memory than are needed
        self._look_at(text)

    def _finding(self, rule: str, proposal: Proposal, why_not: str) -> Finding:
        start, end = self.ledger.offsets.span_in_original(proposal.start, proposal.end)
        before = self.document.text[proposal.start : proposal.end]
        return Finding(rule, start, end, before, proposal.after, why_not)

    def _gather(self, document: Document) -> Evidence:
        """The evidence of this snapshot, added to that of the earlier ones."""
        evidence = self.evidence.merged(gathered([*self.hinted, *self._signs(document)]))
        if self.licensing:  # else only told, so that `clean()`, which does not ask, comes to the same
            self.evidence = evidence
        return evidence

    def _signs_of(self, number: int) -> int:
        """How many signs a witness finds; some of them may be held back where they stand."""
        proposals = self._proposals(number, self.hits.lines_of(number))
        return sum(not proposal.held_back for proposal in proposals)

    def _signs(self, document: Document) -> Iterator[Sign]:
        for number in sorted(self.rules.witnesses & (self.hits.rules | self.gated)):
            rule, lines = self.rules[number].rule, self._lines_for(number)
            if not lines or (rule.languages and not document.is_in(rule.languages)):
                continue
            for proposal in self._proposals(number, lines):
                here = proposal.held_back or why_not_here(rule, document, proposal)
                if here or why_not_on_line(rule, document, proposal):
                    continue
                start, end = self.ledger.offsets.span_in_original(proposal.start, proposal.end)
                said = document.text[proposal.start : proposal.end]
                yield from (
                    Sign(source, weight, rule.name, start, end, said) for source, weight in rule.evidence.items()
                )

    def outcome(self) -> Repair:
        left_out = [Finding(name, 0, 0, "", "", f"left out: {why}") for name, why in self.suspended.items()]
        told = self.told.merged(self.document.evidence if self.explaining else self.evidence)
        return Repair(
            self.document.text,
            tuple(self.ledger.passes),
            self.ledger.offsets,
            (*left_out, *self.findings),
            told,
            tuple(self.ledger.facts.values()),
        )


class _TooSlowError(Exception):
    def __init__(self, rule: str) -> None:
        super().__init__(rule)
        self.rule = rule
