"""A set of rules ready to run: by stage, with the triggers that say which of them a snapshot concerns."""

from __future__ import annotations

import itertools
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial

from cleantext.document import Document
from cleantext.facts.lines import LARGE
from cleantext.remedies import LineTest, Propose, line_test, proposer
from cleantext.remedies.matching import has_match
from cleantext.rule import ANY_SITE, STAGES, Fixer, Rule, only_a_sign
from cleantext.ruleset.concern import Gate, block_test_for, gate_for, trigger_for
from cleantext.ruleset.places import Places
from cleantext.ruleset.scan import NOBODY, NOTHING, BlockTest, Scan, Triggers
from cleantext.triggers import Trigger


@dataclass(frozen=True, slots=True)
class Ready:
    """A rule with the function that proposes its edits."""

    rule: Rule
    propose: Propose


class RuleSet:
    """Rules compiled as far as every text needs; the rest is compiled by the first text that needs it.

    `active` names the rules whose edits are wanted; the others still give evidence.
    """

    def __init__(self, rules: Iterable[Rule], active: Collection[str], *, shared: bool = False) -> None:
        """`shared`: texts are scanned for what all of the rules look for, by the automata that serve any choice."""
        every = list(rules)
        wanted = [rule for rule in every if rule.name in active or rule.evidence]
        self._looked_for = every if shared else wanted
        self._ready = [Ready(rule, proposer(rule)) for rule in wanted]
        self.active = frozenset(active)
        self._stage_of = [it.rule.stage if it.rule.name in active else "" for it in self._ready]
        self.witnesses = frozenset(n for n, it in enumerate(self._ready) if it.rule.evidence)
        """The rules that give evidence."""
        self.only_signs = frozenset(n for n in self.witnesses if only_a_sign(self[n].rule.remedy))
        """Those of them that edit nothing."""
        self.says = [tuple(it.rule.evidence.items()) for it in self._ready]
        self.asks = [it.rule.requires for it in self._ready]
        """The evidence that each rule gives, and what it requires."""
        all_shy = all(it.rule.requires.company for it in self._ready if it.rule.name in active)
        self.shy = frozenset(n for n, asks in enumerate(self.asks) if asks.company and not all_shy)
        """The rules that edit only where one that asks for no company does; where all ask for it, none is shy."""
        self.efforts = [(isinstance(it.rule.remedy, Fixer), n) for n, it in enumerate(self._ready)]
        """What rules are sorted by to run those first that take the least time."""
        self.askers = frozenset(
            n for n, it in enumerate(self._ready) if it.rule.requires.source and it.rule.name in active
        )
        """The rules that ask for evidence, if their edits are wanted."""
        self.on_evidence = self.askers | self.witnesses
        self.reachable: dict[frozenset[int], frozenset[int]] = {}
        """What `licensing` found of sets of rules on evidence."""

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
    def _block_tests(self) -> Mapping[int, BlockTest]:
        rules = ((n, self[n].rule) for n, trigger in self._trigger_by_rule.items() if trigger is None)
        return {n: test for n, rule in rules if (test := block_test_for(rule)) is not None}

    @cached_property
    def gates(self) -> Mapping[int, Gate]:
        """The functions that tell for the rules that no line can tell of which snapshots they could concern."""
        rules = (n for n, trigger in self._trigger_by_rule.items() if trigger is None and n not in self._block_tests)
        return {n: gate_for(self[n].rule) for n in rules}

    def gated_for(self, *, licensing: bool, sites: Collection[str]) -> frozenset[int]:
        """The rules with a gate that a text can ask: with evidence that could license some, with hints of its site."""
        gated = self._gated[licensing, bool(sites)]
        own = (n for site in sites for n in self._gated_of_sites.get(site, ()) if licensing or not self.asks[n].source)
        return gated.union(own) if sites and self._gated_of_sites else gated

    @cached_property
    def _gated(self) -> Mapping[tuple[bool, bool], frozenset[int]]:
        of_one_site = {n for rules in self._gated_of_sites.values() for n in rules}
        asks = [(n, bool(self.asks[n].source), bool(self.asks[n].site)) for n in self.gates if n not in of_one_site]
        return {
            (licensing, site): frozenset(
                n for n, of_source, of_site in asks if licensing >= of_source and site >= of_site
            )
            for licensing, site in itertools.product((False, True), repeat=2)
        }

    @cached_property
    def _gated_of_sites(self) -> Mapping[str, Sequence[int]]:
        """The rules with a gate that ask for one site, by that; of thousands a text then asks none but its own."""
        found: dict[str, list[int]] = {}
        for number in self.gates:
            if (site := self.asks[number].site) not in ("", ANY_SITE):
                found.setdefault(site, []).append(number)
        return found

    def in_stages(self, triggered: Iterable[int], gated: Iterable[int]) -> Mapping[str, Sequence[int]]:
        """The rules that are wanted, by stage and in the order of their names."""
        calls: dict[str, list[int]] = {}
        for number in sorted({*triggered, *gated}):
            if stage := self._stage_of[number]:
                calls.setdefault(stage, []).append(number)
        return calls

    @cached_property
    def foremost(self) -> Sequence[int]:
        """The rules of the first stage that a document is asked for: they can run before it is scanned."""
        if STAGES[0] not in self._stage_of:
            return ()
        here = (n for n in sorted(self.gates) if self._stage_of[n] == STAGES[0])
        return [n for n in here if not self.asks[n].source and n not in self.witnesses]

    @cached_property
    def gated_askers(self) -> frozenset[int]:
        """The rules that have a gate and ask for evidence."""
        return self.askers.intersection(self.gates)

    @cached_property
    def triggers(self) -> Triggers:
        """What tells which rules a text could concern."""
        number_of = {it.rule.name: n for n, it in enumerate(self._ready)}
        rows = [(number_of.get(rule.name, NOBODY - n), rule) for n, rule in enumerate(self._looked_for, 1)]
        found = ((n, rule, self._trigger_by_rule[n] if n >= 0 else trigger_for(rule)) for n, rule in rows)
        triggers = [(n, rule, trigger) for n, rule, trigger in found if trigger is not None]
        tests = {n: test for n in self._plain if (test := line_test(self[n].rule)) is not None}
        return Triggers(
            [(n, trigger) for n, _, trigger in triggers],
            late=[n for n, rule, _ in triggers if rule.requires.source or rule.evidence],
            whole=frozenset(n for n, it in enumerate(self._ready) if it.rule.scope == "text"),
            blocks=self._block_tests,
            tests={**tests, **self.declared_tests},
        )

    def scan(self, text: str) -> Scan | None:
        """What the triggers find in a text; None where it is parted into lines first, or into blocks of them."""
        return None if "\r" in text or len(text) > LARGE else self.triggers.scan(text.removesuffix("\n"))

    def places(self, scan: Scan | None = None) -> Places:
        """What finds the places that rules are to look at, in all snapshots of one text; `scan` is of the first."""
        return Places(self.triggers, scan)

    def are_silent(self, scan: Scan | None, document: Document) -> bool:
        """Could no rule edit a text, unless a hint of the caller speaks for it?"""
        if scan is not NOTHING:
            return False
        for gate in self._gates_without_hints:  # noqa: SIM110 - a third of a microsecond
            if gate(document):
                return False
        return True

    @cached_property
    def _gates_without_hints(self) -> Sequence[Gate]:
        rules = (n for n in self.gates if self[n].rule.name in self.active)
        asked = (n for n in rules if not self.asks[n].source and not self.asks[n].site)
        return tuple(dict.fromkeys(self.gates[n] for n in asked))
