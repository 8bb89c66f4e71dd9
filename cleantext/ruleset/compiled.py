"""A set of rules ready to run: by stage, with the triggers that say which of them a snapshot concerns."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from cleantext.document import Document
from cleantext.remedies import Propose, proposer
from cleantext.remedies.phrases import LONGEST, phrase_key
from cleantext.remedies.table import any_of
from cleantext.rule import STAGES, Pattern, Phrases, Rule, Table
from cleantext.ruleset.scanner import Scanner, scanner
from cleantext.ruleset.triggers import NotDerivable, trigger_of


@dataclass(frozen=True, slots=True)
class Ready:
    """A rule with the function that proposes its edits."""

    rule: Rule
    propose: Propose


class RuleSet:
    """Rules compiled as far as every text needs; the rest is compiled by the first text that needs it.

    `active` names the rules whose edits are wanted; the others still give evidence.
    """

    def __init__(self, rules: Iterable[Rule], active: Collection[str]) -> None:
        wanted = [rule for rule in rules if rule.name in active or rule.evidence]
        self._ready = [Ready(rule, proposer(rule)) for rule in wanted]
        self.active = frozenset(active)
        self.by_stage: Mapping[str, Sequence[int]] = {
            stage: [n for n, it in enumerate(self._ready) if it.rule.stage == stage and it.rule.name in active]
            for stage in STAGES
        }
        self.witnesses = [n for n, it in enumerate(self._ready) if it.rule.evidence]

    def __getitem__(self, number: int) -> Ready:
        return self._ready[number]

    @cached_property
    def _triggers(self) -> tuple[Scanner, Sequence[int], Sequence[int]]:
        """The scanner, the rule behind each of its triggers, and the rules that no trigger spares."""
        triggers, owners, always = [], [], []
        for number, it in enumerate(self._ready):
            if isinstance(it.rule.remedy, Phrases):
                continue
            trigger = trigger_for(it.rule)
            if trigger is None:
                always.append(number)
            else:
                triggers.append(trigger)
                owners.append(number)
        return scanner(triggers), owners, always

    @cached_property
    def _phrases(self) -> Mapping[str, Sequence[int]]:
        owners: dict[str, list[int]] = defaultdict(list)
        for number, it in enumerate(self._ready):
            if isinstance(it.rule.remedy, Phrases):
                for key in {phrase_key(p) for phrases in it.rule.remedy.by_language.values() for p in phrases}:
                    owners[key].append(number)
        return dict(owners)

    def hits(self, document: Document) -> Mapping[int, Sequence[int]]:
        """For each rule that the snapshot could concern, the numbers of the lines to look at."""
        triggers, owners, always = self._triggers
        lines: dict[int, list[int]] = {number: list(range(len(document.lines))) for number in always}
        found = set(triggers.hits(document.text))
        if "\r" in document.text:  # RE2 sees ends of lines at "\n" alone
            found.update(triggers.hits(document.text.replace("\r", "\n")))
        for_lines = set()
        for trigger in found:
            number = owners[trigger]
            if self._ready[number].rule.scope == "text":
                lines[number] = list(range(len(document.lines)))
            else:
                for_lines.add(number)
        for line in range(len(document.lines)) if for_lines else ():
            for trigger in triggers.hits(document.line(line)):
                if owners[trigger] in for_lines:
                    lines.setdefault(owners[trigger], []).append(line)
        self._add_phrases(document, lines)
        return lines

    def _add_phrases(self, document: Document, lines: dict[int, list[int]]) -> None:
        phrases = self._phrases
        for number, line in enumerate(document.lines) if phrases else ():
            if 0 < line.end - line.start <= LONGEST:
                for owner in phrases.get(phrase_key(document.line(number)), ()):
                    lines.setdefault(owner, []).append(number)


def trigger_for(rule: Rule) -> str | None:
    """The rule's trigger, declared or derived, in RE2's syntax; None where every text must be looked at."""
    if rule.trigger:
        return trigger_of(rule.trigger)
    try:
        if isinstance(rule.remedy, Pattern):
            return trigger_of(rule.remedy.pattern)
        if isinstance(rule.remedy, Table):
            return trigger_of(any_of(rule.remedy.entries))
    except NotDerivable:
        return None
    return None
