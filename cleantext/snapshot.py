"""One snapshot of a text, and what rules have to say of it: where they look, what they propose, what holds that back.

Whatever is asked of a rule is asked once: proposals serve as signs of a translation first, and as edits later.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from cleantext.document import Document
from cleantext.edits import Bid, Proposal
from cleantext.guards import why_not_by_call, why_not_here, why_not_in_document, why_not_on_line
from cleantext.rule import Rule, Safety
from cleantext.ruleset.compiled import RuleSet
from cleantext.ruleset.concern import Gate
from cleantext.ruleset.places import Hits

Tell = Callable[[str, Proposal, str], None]
"""Takes the name of a rule, a proposal of its that is held back, and why."""


class TooSlowError(Exception):
    """The pattern of a user's rule took too long."""

    def __init__(self, rule: str) -> None:
        super().__init__(rule)
        self.rule = rule


class Snapshot:
    """A document, and the places in it that rules are to look at."""

    def __init__(self, rules: RuleSet, document: Document, hits: Hits) -> None:
        self.document, self.hits = document, hits
        self._rules = rules
        self._opened: dict[Gate, bool] = {}
        self._proposed: dict[int, Sequence[Proposal]] = {}

    def lines_for(self, number: int) -> Sequence[int]:
        """The lines that a rule is to look at; a gate is asked when a rule's turn has come."""
        gate = self._rules.gates.get(number)
        if gate is None:
            return self.hits.lines_of(number)
        if gate not in self._opened:
            self._opened[gate] = gate(self.document)
        return range(len(self.document.contents)) if self._opened[gate] else ()

    def bids(
        self, number: int, lines: Sequence[int], safety: Safety, tell: Tell | None, held: str = ""
    ) -> Sequence[Bid]:
        """The rule's proposals that nothing holds back; `tell` takes the others. `held`: why all of them are.

        Of a rule that the whole document holds back, one is told.
        """
        rule, document = self._rules[number].rule, self.document
        held = held or why_not_by_call(rule, document.hints, safety)
        if not tell and (held or (rule.languages and document.is_plainly_in_none_of(rule.languages))):
            return ()
        by_document: str | None = None  # asked last, and once: it takes the longest to answer
        if rule.requires.source or tell:  # its lines are many, and evidence is rare
            by_document = why_not_in_document(rule, document)
            if by_document:
                if tell and (first := next(self._changes(self._propose(number, lines)), None)):
                    tell(rule.name, first, first.held_back or held or by_document)
                return ()
        bids = []
        for proposal in self._changes(self.proposals(number, lines)):
            why_not = proposal.held_back or held or why_not_here(rule, document, proposal)
            if not why_not:
                if by_document is None:
                    by_document = why_not_in_document(rule, document)
                why_not = by_document or why_not_on_line(rule, document, proposal)
            if not why_not:
                bids.append(Bid(rule.name, rule.priority, proposal))
            elif tell:
                tell(rule.name, proposal, why_not)
        return bids

    def proposals(self, number: int, lines: Sequence[int]) -> Sequence[Proposal]:
        """What a rule proposes on its lines."""
        if number not in self._proposed:
            self._proposed[number] = list(self._propose(number, lines))
        return self._proposed[number]

    def count_signs(self, number: int) -> int:
        """How many signs a witness finds; some of them may be held back where they stand."""
        return sum(not it.held_back for it in self.proposals(number, self.hits.lines_of(number)))

    def signs(self, numbers: Iterable[int]) -> Iterator[tuple[Rule, Proposal]]:
        """Yield the places where witnesses see a translation, and nothing holds that back."""
        document = self.document
        for number in numbers:
            rule, lines = self._rules[number].rule, self.lines_for(number)
            if not lines or (rule.languages and not document.is_in(rule.languages)):
                continue
            for proposal in self.proposals(number, lines):
                here = proposal.held_back or why_not_here(rule, document, proposal)
                if not (here or why_not_on_line(rule, document, proposal)):
                    yield rule, proposal

    def _changes(self, proposals: Iterable[Proposal]) -> Iterator[Proposal]:
        """Give the proposals that would not leave the text as it is."""
        text = self.document.text
        return (it for it in proposals if it.whole_lines or it.after != text[it.start : it.end])

    def _propose(self, number: int, lines: Sequence[int]) -> Iterator[Proposal]:
        try:
            yield from self._rules[number].propose(self.document, lines)
        except TimeoutError as error:
            raise TooSlowError(self._rules[number].rule.name) from error
