"""Which rules are worth asking, by what the evidence could come to at most.

That is known before any rule is run: a rule that gives evidence says how much, and repeated signs
of one rule never sum to more than twice the weight. Most texts were never translated, so that most
rules that ask for evidence, and the signs that serve only them, are spared by this.
"""

from __future__ import annotations

from collections.abc import Set

from cleantext.document import Document
from cleantext.evidence import Evidence
from cleantext.rule import ANY_SOURCE, Rule
from cleantext.ruleset.compiled import RuleSet


def worth_asking(rules: RuleSet, triggered: Set[int], said: Evidence, document: Document) -> tuple[Set[int], bool]:
    """Give the triggered rules that could act, and whether evidence could license any of them.

    `said` is what hints and earlier snapshots say already.
    """
    asking = (triggered & rules.askers) | rules.gated_askers
    if said.signs or not triggered.isdisjoint(rules.witnesses):
        most = _most_evidence(rules, triggered, said)
        licensed = {n for n in asking if most.get(rules.asks[n].source, 0.0) >= rules.asks[n].strength}
        if any(_speaks_to(rules[n].rule, document) for n in licensed):
            return triggered - (asking - licensed - rules.witnesses), True
    return triggered - asking - rules.only_signs, False


def _most_evidence(rules: RuleSet, triggered: Set[int], said: Evidence) -> dict[str, float]:
    """The most that the evidence for each source language could come to."""
    most = {sign.source: said.strength(sign.source) for sign in said.signs}
    for number in triggered & rules.witnesses:
        for source, weight in rules.says[number]:
            most[source] = most.get(source, 0.0) + 2 * weight
    most[ANY_SOURCE] = max(most.values(), default=0.0)
    return most


def _speaks_to(rule: Rule, document: Document) -> bool:
    return not rule.languages or document.is_in(rule.languages)
