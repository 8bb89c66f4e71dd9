"""A set of rules ready to run: by stage, with the triggers that say which of them a snapshot concerns.

Two questions, asked apart because the first nearly always answers itself: which rules could a text
concern at all (`triggered`, one scan), and on which lines (`places`, for the rules still wanted).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, MutableMapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property

from cleantext.document import Document
from cleantext.remedies import Propose, proposer
from cleantext.remedies.fixer import own_gate
from cleantext.remedies.phrases import LONGEST, phrase_key
from cleantext.remedies.table import any_of
from cleantext.rule import STAGES, Fixer, Pattern, Phrases, Rule, Table
from cleantext.ruleset.triggers import NotDerivable, derived, trigger_of
from cleantext.scanner import Scanner, scanner

Gate = Callable[[str], bool]

LineMemo = MutableMapping[str, frozenset[int]]
"""The rules that a line could concern, by its content; lines that an edit left alone are not scanned again."""


@dataclass(frozen=True, slots=True)
class Ready:
    """A rule with the function that proposes its edits."""

    rule: Rule
    propose: Propose


@dataclass(frozen=True, slots=True)
class _Triggers:
    """All triggers in one scanner with the rule behind each, and the gates of the rules that have none."""

    scanner: Scanner
    owners: Sequence[int]
    gates: Sequence[tuple[int, Gate]]

    def hits(self, text: str) -> set[int]:
        """The numbers of the rules that a text, or a line, could concern."""
        found = {self.owners[trigger] for trigger in self.scanner.hits(text)}
        found.update(number for number, gate in self.gates if gate(text))
        return found


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
        self.witnesses = frozenset(n for n, it in enumerate(self._ready) if it.rule.evidence)
        self.askers = frozenset(n for n, it in enumerate(self._ready) if it.rule.requires.source)

    def __getitem__(self, number: int) -> Ready:
        return self._ready[number]

    @cached_property
    def _triggers(self) -> _Triggers:
        triggers, owners, gates = [], [], []
        for number, it in enumerate(self._ready):
            if isinstance(it.rule.remedy, Phrases):
                continue
            if (trigger := trigger_for(it.rule)) is not None:
                triggers.append(trigger)
                owners.append(number)
            else:
                gates.append((number, gate_for(it.rule)))
        return _Triggers(scanner(triggers), owners, gates)

    @cached_property
    def _phrases(self) -> Mapping[str, Sequence[int]]:
        owners: dict[str, list[int]] = defaultdict(list)
        for number, it in enumerate(self._ready):
            if isinstance(it.rule.remedy, Phrases):
                for key in {phrase_key(p) for phrases in it.rule.remedy.by_language.values() for p in phrases}:
                    owners[key].append(number)
        return dict(owners)

    def triggered(self, text: str) -> set[int]:
        """The numbers of the rules that a text could concern."""
        found = self._triggers.hits(text)
        if "\r" in text:  # RE2 sees ends of lines at "\n" alone
            found |= self._triggers.hits(text.replace("\r", "\n"))
        if phrases := self._phrases:
            for line in text.splitlines():
                if 0 < len(line) <= LONGEST and (owners := phrases.get(phrase_key(line))):
                    found.update(owners)
        return found

    def places(self, document: Document, wanted: Collection[int], memo: LineMemo) -> Mapping[int, Sequence[int]]:
        """For each of the rules wanted, the numbers of the lines to look at."""
        everywhere = range(len(document.lines))
        places: dict[int, Sequence[int]] = {n: everywhere for n in wanted if self._ready[n].rule.scope == "text"}
        by_line = frozenset(wanted) - places.keys()
        found: dict[int, list[int]] = {}
        for number in everywhere if by_line else ():
            line = document.line(number)
            if (rules := memo.get(line)) is None:
                rules = memo[line] = frozenset(self._on_line(line))
            for rule in rules & by_line:
                found.setdefault(rule, []).append(number)
        return {**places, **found}

    def _on_line(self, line: str) -> set[int]:
        found = self._triggers.hits(line)
        if 0 < len(line) <= LONGEST:
            found.update(self._phrases.get(phrase_key(line), ()))
        return found


def trigger_for(rule: Rule) -> str | None:
    """The rule's trigger, declared or derived, in RE2's syntax; None where a gate serves instead."""
    if (pattern := _pattern_of(rule)) is not None:
        with suppress(NotDerivable):
            return trigger_of(pattern)
    return None


def _pattern_of(rule: Rule) -> str | None:
    """The pattern that the rule's trigger is derived from."""
    if rule.trigger:
        return rule.trigger
    if isinstance(rule.remedy, Pattern):
        return rule.remedy.pattern
    return any_of(rule.remedy.entries) if isinstance(rule.remedy, Table) else None


def prepare_triggers(rules: Iterable[Rule]) -> Mapping[str, str]:
    """Derive the triggers of rules anew, by pattern, for the build to write down."""
    triggers = {}
    for rule in rules:
        if (pattern := _pattern_of(rule)) is not None:
            with suppress(NotDerivable):
                triggers[pattern] = derived(pattern)
    return dict(sorted(triggers.items()))


def gate_for(rule: Rule) -> Gate:
    """The function that asks a text whether a rule without a trigger could concern it."""
    found = own_gate(rule, rule.remedy) if isinstance(rule.remedy, Fixer) else None
    return found or _always


def _always(_: str) -> bool:
    return True
