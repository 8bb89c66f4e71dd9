"""The contract of a rule file: what its examples claim is true, of the rule alone.

`cleantext rules check` and the tests hold every rule to it. What rules do together is for golden files.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from cleantext.document import Document
from cleantext.errors import DidNotConverge, Fault
from cleantext.pipeline import Repair, repair
from cleantext.remedies.matching import matches
from cleantext.rule import Example, Pattern, Phrases, Rule, Table, only_a_sign
from cleantext.ruleset.compiled import RuleSet
from cleantext.ruleset.concern import trigger_for

CAREFUL_STAGES = frozenset({"glue", "translation", "boilerplate"})
"""Stages whose rules could hurt most; each of their rules shows at least three near misses."""

LEAST_KEEPS = 3

_SHOWN = 3
"""Literals and patterns of a trigger that are told."""


def faults_of(rule: Rule) -> Iterator[Fault]:
    """Check a sound rule against its own examples; everything that does not hold."""
    if rule.stage in CAREFUL_STAGES and len(rule.keeps) < LEAST_KEEPS and not only_a_sign(rule.remedy):
        yield Fault(
            rule.file, 1, f"{len(rule.keeps)} [[keeps]]; a rule of {rule.stage} shows {LEAST_KEEPS} near misses"
        )
    by_itself = _rules_of(rule)
    for example in rule.changes:
        yield from _faults_of_change(rule, by_itself, example)
    for example in rule.keeps:
        if (found := _alone(by_itself, example.before, example)) is None or found.passes:
            came = "does not come to rest" if found is None else f"becomes {found.text!r}"
            yield Fault(rule.file, example.line, f"what it keeps, it changes: {example.before!r} {came}")
        elif only_a_sign(rule.remedy) and found.evidence.signs:
            yield Fault(rule.file, example.line, f"what it keeps gives evidence: {example.before!r}")
    for number, antipattern in enumerate(rule.antipatterns):
        without = _rules_of(replace(rule, antipatterns=rule.antipatterns[:number] + rule.antipatterns[number + 1 :]))
        if all((it := _alone(without, keep.before, keep)) and not it.passes for keep in rule.keeps):
            yield Fault(rule.file, 1, f"no [[keeps]] needs the antipattern {antipattern!r}")


def alone(rule: Rule, text: str) -> str | None:
    """What a rule by itself makes of a text, even one that only tells; None where it never comes to rest."""
    found = _alone(_rules_of(rule), text, Example(text, text))
    return None if found is None else found.text


def _faults_of_change(rule: Rule, rules: RuleSet, example: Example) -> Iterator[Fault]:
    document = Document(example.before)
    if isinstance(rule.remedy, Pattern) and not _finds_something(rule, rule.remedy.pattern, document):
        yield Fault(rule.file, example.line, f"the pattern finds nothing in {example.before!r}")
        return
    gate = rules.gates.get(0)
    if not rules.places().look(document).lines_of(0) and not (gate and gate(document)):
        yield Fault(rule.file, example.line, f"its {_looker(rule)}{_looked_for(rule)} is silent on {example.before!r}")
        return
    found = _alone(rules, example.before, example)
    if found is None:
        yield Fault(rule.file, example.line, f"does not come to rest on {example.before!r}")
    elif only_a_sign(rule.remedy):
        if not any(sign.rule == rule.name for sign in found.evidence.signs):
            yield Fault(rule.file, example.line, f"gives no evidence on {example.before!r}")
    elif found.text != example.after:
        held = "".join(f"; held back: {finding.why_not}" for finding in found.findings[:1])
        yield Fault(rule.file, example.line, f"makes {found.text!r} of {example.before!r}, not {example.after!r}{held}")
    elif example.before == example.after:
        yield Fault(rule.file, example.line, f"a change must change something: {example.before!r}")
    elif (again := _alone(rules, example.after, example)) is None or again.passes:
        yield Fault(rule.file, example.line, f"is not silent on its own result {example.after!r}")


def _finds_something(rule: Rule, pattern: str, document: Document) -> bool:
    lines = range(len(document.lines)) if rule.scope == "line" else None
    try:
        return next(matches(pattern, rule.trusted, document, lines), None) is not None
    except TimeoutError:  # is told by what becomes of the example
        return True


def _looker(rule: Rule) -> str:
    """What of a rule looks for its places, as its author knows it."""
    derived = {Table: "table", Phrases: "list of phrases"}
    return "trigger" if rule.trigger else derived.get(type(rule.remedy), "trigger")


def _looked_for(rule: Rule) -> str:
    """What a rule's trigger looks for, where that can be told in a line."""
    if (trigger := trigger_for(rule)) is None:
        return ""
    by_line = "\n" if isinstance(rule.remedy, Phrases) else ""
    looked_for = [*trigger.literals, *dict.fromkeys(filter(None, trigger.patterns))]
    more = f" and {len(looked_for) - _SHOWN} more" if len(looked_for) > _SHOWN else ""
    return f" (it looks for {', '.join(repr(it.removeprefix(by_line)) for it in looked_for[:_SHOWN])}{more})"


def _rules_of(rule: Rule) -> RuleSet:
    """The rule by itself, compiled; a `report` rule is tried as `review`."""
    return RuleSet([replace(rule, safety="review") if rule.safety == "report" else rule], [rule.name])


def _alone(rules: RuleSet, text: str, example: Example) -> Repair | None:
    """What a rule alone makes of a text; None where it never comes to rest."""
    try:
        return repair(text, rules, example.hints, safety="review", strict=True, explaining=True)
    except DidNotConverge:
        return None
