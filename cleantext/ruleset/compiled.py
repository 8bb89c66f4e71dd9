"""A set of rules ready to run: by stage, with the triggers that say which of them a snapshot concerns."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property

from cleantext.remedies import Propose, proposer
from cleantext.remedies.fixer import own_gate, own_trigger
from cleantext.remedies.phrases import phrase_keys
from cleantext.remedies.table import any_of
from cleantext.rule import STAGES, Fixer, Pattern, Phrases, Rule, Table
from cleantext.ruleset.places import Places, Triggers
from cleantext.scanner import literal_scanner, scanner
from cleantext.triggers import NotDerivable, Trigger, derived, of_line_beginnings, trigger_of

Gate = Callable[[str], bool]

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
        self.witnesses = frozenset(n for n, it in enumerate(self._ready) if it.rule.evidence)
        self.askers = frozenset(n for n, it in enumerate(self._ready) if it.rule.requires.source)

    def __getitem__(self, number: int) -> Ready:
        return self._ready[number]

    @cached_property
    def _trigger_by_rule(self) -> Mapping[int, Trigger | None]:
        """The trigger of each rule, or None."""
        return {n: trigger_for(it.rule) for n, it in enumerate(self._ready)}

    @cached_property
    def gates(self) -> Mapping[int, Gate]:
        """The functions that tell for the rules without a trigger which texts they could concern."""
        return {n: gate_for(self[n].rule) for n, trigger in self._trigger_by_rule.items() if trigger is None}

    @cached_property
    def _triggers(self) -> Triggers:
        literals: dict[str, list[tuple[int, tuple[str, ...]]]] = defaultdict(list)
        patterns: dict[str, list[tuple[int, str]]] = {"line": [], "beyond": [], "text": []}
        for number, trigger in self._trigger_by_rule.items():
            if trigger is None:
                continue
            for literal, spellings in trigger.literals.items():
                literals[literal].append((number, spellings))
            on_lines = self[number].rule.scope == "line"
            if trigger.pattern:
                patterns["line" if on_lines else "text"].append((number, trigger.pattern))
            if trigger.beyond:
                patterns["beyond" if on_lines else "text"].append((number, trigger.beyond))
        scanners = {name: scanner([pattern for _, pattern in rows]) for name, rows in patterns.items()}
        owners = {name: [number for number, _ in rows] for name, rows in patterns.items()}
        return Triggers(
            literal_scanner(list(literals)), list(literals.values()),
            scanners["line"], owners["line"], scanners["beyond"], owners["beyond"], scanners["text"], owners["text"],
            frozenset(n for n, it in enumerate(self._ready) if it.rule.scope == "text"),
        )  # fmt: skip

    def places(self) -> Places:
        """What finds the places that rules are to look at, in all snapshots of one text."""
        return Places(self._triggers)


def trigger_for(rule: Rule) -> Trigger | None:
    """The rule's trigger, declared, made or derived; None where a gate serves instead."""
    if isinstance(rule.remedy, Phrases):
        return of_line_beginnings(phrase_keys(rule.remedy))
    basis = _basis_of(rule)
    if isinstance(basis, str):
        with suppress(NotDerivable):
            return trigger_of(basis)
        return None
    return basis


def _basis_of(rule: Rule) -> str | Trigger | None:
    """The pattern that the rule's trigger is derived from, or the trigger that its fixer makes."""
    if rule.trigger:
        return rule.trigger
    if isinstance(rule.remedy, Pattern):
        return rule.remedy.pattern
    if isinstance(rule.remedy, Table):
        return any_of(rule.remedy.entries)
    return own_trigger(rule, rule.remedy) if isinstance(rule.remedy, Fixer) else None


def prepare_triggers(rules: Iterable[Rule]) -> Mapping[str, tuple[Mapping[str, Sequence[str]], str, str]]:
    """Derive the triggers of rules anew, by pattern, for the build to write down."""
    triggers = {}
    for pattern in map(_basis_of, rules):
        if isinstance(pattern, str):
            with suppress(NotDerivable):
                trigger = derived(pattern)
                triggers[pattern] = (trigger.literals, trigger.pattern, trigger.beyond)
    return dict(sorted(triggers.items()))


def gate_for(rule: Rule) -> Gate:
    """The function that asks a text whether a rule without a trigger could concern it."""
    found = own_gate(rule, rule.remedy) if isinstance(rule.remedy, Fixer) else None
    return found or _always


def _always(_: str) -> bool:
    return True
