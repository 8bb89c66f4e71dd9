"""Why a line came out as it did: which rules looked at it, what they proposed there, and what held each of them back.

What came of the text tells `Cleaner.explain`; what a rule saw in the line as it was given, the rule itself is asked.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, get_args

from cleantext.cleaner import Cleaner, manner_of, rules_known_to
from cleantext.document import Document
from cleantext.edits import Edit, Finding, Proposal
from cleantext.evidence import Sign
from cleantext.guards import why_not_by_call, why_not_here, why_not_in_document, why_not_on_line
from cleantext.result import Result
from cleantext.rule import Rule, only_a_sign
from cleantext.ruleset.compiled import RuleSet
from cleantext.ruleset.places import Hits

Fate = Literal["edited", "gave evidence", "held back", "came too late", "proposed nothing", "was not called"]
"""What became of a rule on a line, the most telling first.

A rule *came too late* where others changed the line before, so that it found nothing there to hold it back for.
"""


FATES: Sequence[Fate] = get_args(Fate)


@dataclass(frozen=True, slots=True)
class Matched:
    """One rule and one line; `said` tells each place and what became of it, `start` and `end` in the text."""

    rule: str
    fate: Fate
    said: tuple[Said, ...] = ()


@dataclass(frozen=True, slots=True)
class Said:
    """What a rule did or would do at a place, and why it did not."""

    start: int
    end: int
    before: str
    after: str
    why: str


class Line:
    """One line of a text under a cleaner; its number is counted from 0."""

    def __init__(self, cleaner: Cleaner, text: str, number: int) -> None:
        self._wanted = {rule.name for rule in cleaner.rules}
        self.result: Result = cleaner.explain(text)
        self.text = text
        self.start, self.end, _ = Document(text).lines[number]
        self._number = number
        self._safety, _, self._hints = manner_of(cleaner)
        # As given, but with all the evidence that the repair came to know.
        self._document = Document(text, self._hints, lambda _: self.result.evidence)
        rules = rules_known_to(cleaner)
        self._rules = RuleSet(rules, {rule.name for rule in rules})
        self._numbers = {self._rules[n].rule.name: n for n in range(len(self._rules))}

    def matched(self, names: Sequence[str] = ()) -> Iterator[Matched]:
        """What became of each rule whose trigger hit the line, or that edited it; with `names`, of just these rules.

        In the order of what became of them, then of their names.
        """
        told = [self._matched(self._rules[self._numbers[name]].rule) for name in names or self._numbers]
        for it in sorted(told, key=lambda it: (FATES.index(it.fate), it.rule)):
            if names or it.fate != "was not called":
                yield it

    def _matched(self, rule: Rule) -> Matched:
        if edits := [edit for edit in self.result.edits if edit.rule == rule.name and self._here(edit)]:
            return Matched(rule.name, "edited", tuple(_said(edit, edit.reason) for edit in edits))
        if signs := [sign for sign in self.result.evidence.signs if sign.rule == rule.name and self._here(sign)]:
            weights = tuple(Said(it.start, it.end, it.text, it.text, f"{it.source} {it.weight:g}") for it in signs)
            if only_a_sign(rule.remedy):
                return Matched(rule.name, "gave evidence", weights)
        if found := [it for it in self.result.findings if it.rule == rule.name and self._here(it)]:
            return Matched(rule.name, "held back", tuple(_said(it, it.why_not) for it in found))
        called, proposals = self._asked(self._numbers[rule.name])
        if not called:
            return Matched(rule.name, "was not called")
        if not proposals:
            return Matched(rule.name, "proposed nothing")
        reasons = [self._why_not(rule, it) for it in proposals]
        fate: Fate = "held back" if all(reasons) else "came too late"
        said = (
            Said(it.start, it.end, self.text[it.start : it.end], it.after, why or self._overtaken(it))
            for it, why in zip(proposals, reasons, strict=True)
        )
        return Matched(rule.name, fate, tuple(said))

    @cached_property
    def _hits(self) -> Hits:
        return self._rules.places().look(self._document)

    def _asked(self, number: int) -> tuple[bool, Sequence[Proposal]]:
        """Does the rule's trigger hit this line as it was given, and what does the rule propose there?"""
        gate = self._rules.gates.get(number)
        if gate is not None and not gate(self._document):
            return False, ()
        lines = self._hits.lines_of(number) if gate is None else range(len(self._document.lines))
        proposed = self._rules[number].propose(self._document, lines)
        proposals = [it for it in proposed if self._here(it) and _changes(it, self.text)]
        by_line = gate is None and self._rules[number].rule.scope == "line"
        return bool(proposals) or (by_line and self._number in lines), proposals

    def _why_not(self, rule: Rule, proposal: Proposal) -> str:
        """What holds the rule back at a place of the text as it was given, as the loop asks it."""
        if rule.name not in self._wanted:
            return "it is not among the rules that were chosen"
        return (
            proposal.held_back
            or why_not_by_call(rule, self._hints, self._safety)
            or why_not_here(rule, self._document, proposal)
            or why_not_in_document(rule, self._document)
            or why_not_on_line(rule, self._document, proposal)
        )

    def _overtaken(self, proposal: Proposal) -> str:
        """Who changed the place, or its line, before the rule could."""
        edits = [edit for edit in self.result.edits if self._here(edit)]
        at = [edit for edit in edits if edit.start <= proposal.end and proposal.start <= edit.end]
        names = ", ".join(sorted({edit.rule for edit in at or edits}))
        if not names:
            return "the text around it had changed when its turn came"
        return f"{names} edited {'the same place' if at else 'the line'} before its turn came"

    def _here(self, it: Edit | Finding | Sign | Proposal) -> bool:
        """Does it touch the line? What is about no place, as a rule left out, touches every one."""
        if isinstance(it, Finding) and (it.start, it.end, it.before) == (0, 0, ""):
            return True
        return it.start <= self.end and (it.end > self.start or it.start == it.end >= self.start)


def _said(it: Edit | Finding, why: str) -> Said:
    return Said(it.start, it.end, it.before, it.after, why)


def _changes(it: Proposal, text: str) -> bool:
    return it.whole_lines or it.after != text[it.start : it.end]
