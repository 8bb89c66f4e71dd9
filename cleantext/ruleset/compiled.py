"""A set of rules ready to run: by stage, with the triggers that say which of them a snapshot concerns."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property, partial

from cleantext.document import Document
from cleantext.remedies import LineTest, Propose, line_test, proposer
from cleantext.remedies.fixer import own_gate, own_trigger
from cleantext.remedies.matching import has_match
from cleantext.remedies.phrases import phrase_keys
from cleantext.remedies.table import any_of
from cleantext.rule import STAGES, Fixer, Pattern, Phrases, Rule, Table, only_a_sign
from cleantext.ruleset.places import PatternScanner, Places, Scan, Triggers, owners_of
from cleantext.scanner import literal_scanner
from cleantext.triggers import NotDerivable, Trigger, derived, of_line_beginnings, trigger_of

Gate = Callable[[Document], bool]


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
        self.stages: Mapping[str, frozenset[int]] = {
            stage: frozenset(n for n, it in enumerate(self._ready) if it.rule.stage == stage and it.rule.name in active)
            for stage in STAGES
        }
        self.witnesses = frozenset(n for n, it in enumerate(self._ready) if it.rule.evidence)
        self.only_signs = frozenset(n for n in self.witnesses if only_a_sign(self[n].rule.remedy))
        self.says = [tuple(it.rule.evidence.items()) for it in self._ready]
        self.asks = [it.rule.requires for it in self._ready]
        self.askers = frozenset(
            n for n, it in enumerate(self._ready) if it.rule.requires.source and it.rule.name in active
        )

    def __len__(self) -> int:
        return len(self._ready)

    def __getitem__(self, number: int) -> Ready:
        return self._ready[number]

    @cached_property
    def declared_tests(self) -> Mapping[int, LineTest]:
        """For rules on evidence whose trigger is declared, the test for it: such a trigger may leave rare cases out."""
        plain = set(self._plain)
        rules = ((n, it.rule) for n, it in enumerate(self._ready) if n not in plain)
        return {
            n: partial(has_match, it.trigger) for n, it in rules if it.trigger and it.scope == "line" and it.trusted
        }

    @property
    def _plain(self) -> Iterable[int]:
        """The rules that are run on whatever their triggers hit; the others are spared until evidence asks for them."""
        return (n for n in range(len(self._ready)) if n not in self.askers and n not in self.witnesses)

    @cached_property
    def _trigger_by_rule(self) -> Mapping[int, Trigger | None]:
        """The trigger of each rule, or None."""
        return {n: trigger_for(it.rule) for n, it in enumerate(self._ready)}

    @cached_property
    def gates(self) -> Mapping[int, Gate]:
        """The functions that tell for the rules without a trigger which snapshots they could concern."""
        return {n: gate_for(self[n].rule) for n, trigger in self._trigger_by_rule.items() if trigger is None}

    @cached_property
    def gated(self) -> Mapping[str, frozenset[int]]:
        """The rules of each stage that have a gate."""
        return {stage: rules.intersection(self.gates) for stage, rules in self.stages.items()}

    @cached_property
    def gated_askers(self) -> frozenset[int]:
        """The rules that have a gate and ask for evidence."""
        return self.askers.intersection(self.gates)

    @cached_property
    def _triggers(self) -> Triggers:
        triggers = [(n, trigger) for n, trigger in self._trigger_by_rule.items() if trigger is not None]
        owners = owners_of(triggers)
        in_ascii = [(n, trigger.pattern) for n, trigger in triggers if trigger.pattern]
        in_any = [*in_ascii, *((n, trigger.beyond) for n, trigger in triggers if trigger.beyond)]
        whole = frozenset(n for n, it in enumerate(self._ready) if it.rule.scope == "text")
        return Triggers(
            literals=literal_scanner(list(owners)),
            owners=list(owners.values()),
            in_ascii=PatternScanner(in_ascii),
            in_any=PatternScanner(in_any),
            in_whole=PatternScanner((number, pattern) for number, pattern in in_any if number in whole),
            whole=whole,
            tests={n: test for n in self._plain if (test := line_test(self[n].rule)) is not None},
            late_tests=self.declared_tests,
        )

    def scan(self, text: str) -> Scan | None:
        """What the triggers find in a text; None where its line ends must be told apart first."""
        return None if "\r" in text else self._triggers.scan(text.removesuffix("\n"))

    def places(self, scan: Scan | None = None) -> Places:
        """What finds the places that rules are to look at, in all snapshots of one text; `scan` is of the first."""
        return Places(self._triggers, scan)

    def are_silent(self, scan: Scan | None, document: Document) -> bool:
        """Could no rule edit a text, unless a hint of the caller speaks for it?"""
        if scan is None or scan.literals or scan.patterns:
            return False
        return not any(gate(document) for gate in self._gates_without_hints)

    @cached_property
    def _gates_without_hints(self) -> Sequence[Gate]:
        rules = (n for n in self.gates if self[n].rule.name in self.active)
        asked = (n for n in rules if not self.asks[n].source and not self.asks[n].site)
        return tuple(dict.fromkeys(self.gates[n] for n in asked))


def trigger_for(rule: Rule) -> Trigger | None:
    """The rule's trigger, declared, made or derived; None where a gate serves instead."""
    if isinstance(rule.remedy, Phrases):
        return of_line_beginnings(phrase_keys(rule.remedy), alone=True)
    basis = _basis_of(rule)
    if isinstance(basis, str):
        with suppress(NotDerivable):
            return trigger_of(basis, on_lines=rule.scope == "line")
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


def prepare_triggers(rules: Iterable[Rule]) -> Sequence[tuple[str, bool, Mapping[str, Sequence[str]], str, str]]:
    """Derive the triggers of rules anew, for the build to write down: pattern, whether it is run on lines, trigger."""
    triggers = {}
    for rule in rules:
        pattern, on_lines = _basis_of(rule), rule.scope == "line"
        if isinstance(pattern, str):
            with suppress(NotDerivable):
                it = derived(pattern, on_lines=on_lines)
                triggers[pattern, on_lines] = (it.literals, it.pattern, it.beyond)
    return [(*key, *triggers[key]) for key in sorted(triggers)]


def gate_for(rule: Rule) -> Gate:
    """The function that asks a snapshot whether a rule without a trigger could concern it."""
    found = own_gate(rule, rule.remedy) if isinstance(rule.remedy, Fixer) else None
    return found or _always


def _always(_: Document) -> bool:
    return True
