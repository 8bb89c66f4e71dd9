"""What tells which texts a rule could concern: a trigger, or its fixer, asked about some lines or a whole text."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

from cleantext.document import Document
from cleantext.remedies.fixer import own_block_test, own_gate, own_trigger
from cleantext.remedies.phrases import phrase_trigger
from cleantext.remedies.table import any_of
from cleantext.rule import Fixer, Pattern, Phrases, Rule, Table
from cleantext.ruleset.scan import BlockTest
from cleantext.triggers import NotDerivable, Trigger, trigger_of

Gate = Callable[[Document], bool]


def trigger_for(rule: Rule) -> Trigger | None:
    """The rule's trigger, declared, made or derived; None where a test of lines or a gate serves instead."""
    if isinstance(rule.remedy, Phrases):
        return phrase_trigger(rule.remedy)
    basis = basis_of(rule)
    if isinstance(basis, str):
        with suppress(NotDerivable):
            return trigger_of(basis, on_lines=rule.scope == "line")
        return None
    return basis


def basis_of(rule: Rule) -> str | Trigger | None:
    """The pattern that the rule's trigger is derived from, or the trigger that its fixer makes."""
    if rule.trigger:
        return rule.trigger
    if isinstance(rule.remedy, Pattern):
        return rule.remedy.pattern
    if isinstance(rule.remedy, Table):
        return any_of(rule.remedy.entries)
    return own_trigger(rule, rule.remedy) if isinstance(rule.remedy, Fixer) else None


def block_test_for(rule: Rule) -> BlockTest | None:
    """The function that asks lines whether a rule without a trigger could concern one of them; None for none."""
    return own_block_test(rule, rule.remedy) if isinstance(rule.remedy, Fixer) else None


def gate_for(rule: Rule) -> Gate:
    """The function that asks a snapshot whether a rule without a trigger could concern it."""
    found = own_gate(rule, rule.remedy) if isinstance(rule.remedy, Fixer) else None
    return found or _always


def _always(_: Document) -> bool:
    return True
