"""Which rules are worth asking, by what the evidence could come to at most.

That is known before any rule is run: a rule that gives evidence says how much, and repeated signs
of one rule never sum to more than twice the weight. Most texts were never translated, so that most
rules that ask for evidence, and the signs that serve only them, are spared by this.
"""

from __future__ import annotations

from cleantext.evidence import Evidence
from cleantext.rule import ANY_SOURCE, only_a_sign
from cleantext.ruleset.compiled import RuleSet


def worth_asking(rules: RuleSet, triggered: set[int], said: Evidence) -> tuple[set[int], bool]:
    """Give the triggered rules that could act, and whether evidence could license any of them.

    `said` is what hints and earlier snapshots say already.
    """
    asking = {n for n in rules.askers if (n in triggered or n in rules.gates) and rules[n].rule.name in rules.active}
    most = _most_evidence(rules, triggered, said)
    asked = ((n, rules[n].rule.requires) for n in asking)
    licensed = {n for n, it in asked if most.get(it.source, 0.0) >= it.strength}
    if licensed:
        return triggered - (asking - licensed - rules.witnesses), True
    return {n for n in triggered - asking if n not in rules.witnesses or _edits(rules, n)}, False


def _most_evidence(rules: RuleSet, triggered: set[int], said: Evidence) -> dict[str, float]:
    """The most that the evidence for each source language could come to."""
    most = {sign.source: said.strength(sign.source) for sign in said.signs}
    for number in triggered & rules.witnesses:
        for source, weight in rules[number].rule.evidence.items():
            most[source] = most.get(source, 0.0) + 2 * weight
    most[ANY_SOURCE] = max(most.values(), default=0.0)
    return most


def _edits(rules: RuleSet, number: int) -> bool:
    """Does a witness edit, too, without asking for evidence itself?"""
    rule = rules[number].rule
    return not rule.requires.source and not only_a_sign(rule.remedy)
