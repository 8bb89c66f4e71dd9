"""Which rules are worth asking, by what the evidence could come to at most.

That is known before any rule is run: a rule that gives evidence says how much, and repeated signs
of one rule never sum to more than twice the weight. Most texts were never translated, so that most
rules that ask for evidence, and the signs that serve only them, are spared by this.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Set

from cleantext.document import Document
from cleantext.evidence import Evidence
from cleantext.rule import ANY_SOURCE, Rule
from cleantext.ruleset.compiled import RuleSet


def worth_asking(
    rules: RuleSet, triggered: Set[int], said: Evidence, document: Document, signs_of: Callable[[int], int]
) -> tuple[Set[int], bool]:
    """Give the triggered rules that could act, and whether evidence could license any of them.

    `said` is what hints and earlier snapshots say already; `signs_of` counts the signs that a rule
    finds, which takes longer than to see that it is triggered, and where many rules are triggered,
    longer than to tell the text's language; nearly all of these rules are for English.
    """
    concerned = triggered & rules.on_evidence
    if not concerned and not said.signs:
        return triggered, False
    known, witnesses = said.strengths, triggered & rules.witnesses
    licensed = _reachable(rules, frozenset(concerned), known)
    if licensed and (len(witnesses) > _MANY or " the " not in document.text):
        licensed = {n for n in licensed if _speaks_to(rules[n].rule, document)}
    if licensed:
        licensed = _still_licensed(rules, licensed, witnesses, known, signs_of)
    if any(_speaks_to(rules[n].rule, document) for n in licensed):
        return triggered - (rules.askers - licensed - rules.witnesses), True
    return triggered - rules.askers - rules.only_signs, False


_MANY = 3
"""Witnesses whose signs take longer to count than it takes to tell the text's language."""


def _still_licensed(
    rules: RuleSet,
    licensed: Set[int],
    witnesses: Set[int],
    known: Mapping[str, float],
    signs_of: Callable[[int], int],
) -> Set[int]:
    """Those of the rules that evidence licenses once the signs are counted: of each witness on which it still hangs."""
    times = dict.fromkeys(witnesses, 2.0)
    for number in sorted(witnesses, key=rules.efforts.__getitem__):
        most = _most(rules, known, times)
        licensed = _licensed(rules, licensed, most)
        if not licensed:
            return licensed
        if _counts(rules, number, licensed, most):
            signs = signs_of(number)
            times[number] = 2 - 2.0 ** (1 - signs) if signs else 0.0
    return _licensed(rules, licensed, _most(rules, known, times))


def _reachable(rules: RuleSet, concerned: frozenset[int], known: Mapping[str, float]) -> Set[int]:
    """The rules that could be licensed if each witness among those that a text concerns counted its most.

    Of texts that nothing is known of, the same few sets are asked again and again.
    """
    if not known and (found := rules.reachable.get(concerned)) is not None:
        return found
    times = dict.fromkeys(concerned & rules.witnesses, 2.0)
    asking = (concerned & rules.askers) | rules.gated_askers
    found = frozenset(_licensed(rules, asking, _most(rules, known, times)))
    if not known:
        if len(rules.reachable) >= _MOST_REMEMBERED:
            rules.reachable.clear()
        rules.reachable[concerned] = found
    return found


_MOST_REMEMBERED = 4096


def _most(rules: RuleSet, known: Mapping[str, float], times: Mapping[int, float]) -> Mapping[str, float]:
    """What could speak for each source language, where each witness counts at most so many times its weight."""
    most = dict(known)
    for number, factor in times.items():
        if factor:
            for source, weight in rules.says[number]:
                most[source] = most.get(source, 0.0) + factor * weight
    most[ANY_SOURCE] = max(most.values(), default=0.0)
    return most


def _licensed(rules: RuleSet, asking: Set[int], most: Mapping[str, float]) -> Set[int]:
    """The asking rules that so much evidence could license."""
    return {n for n in asking if most.get(rules.asks[n].source, 0.0) >= rules.asks[n].strength}


def _counts(rules: RuleSet, number: int, licensed: Set[int], most: Mapping[str, float]) -> bool:
    """Does what a witness says bear on any of the rules that could still be licensed?"""
    sources = {rules.asks[n].source for n in licensed}
    least = min((rules.asks[n].strength for n in licensed if rules.asks[n].source == ANY_SOURCE), default=math.inf)
    return any(source in sources or most[source] >= least for source, _ in rules.says[number])


def _speaks_to(rule: Rule, document: Document) -> bool:
    return not rule.languages or document.is_in(rule.languages)
