"""Every rule file keeps its contract: what its examples claim holds, and what its format asks is there."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cleantext.contract import faults_of
from cleantext.document import Document
from cleantext.rule import Phrases, Rule
from cleantext.ruleset.concern import block_test_for, gate_for, trigger_for
from cleantext.ruleset.folder import builtin_folder, builtin_rules, read_folder

RULES, FAULTS = read_folder(builtin_folder(), trusted=True)


def test_every_rule_file_is_sound() -> None:
    assert not FAULTS, "\n".join(map(str, FAULTS))


def test_quick_reading_leaves_out_the_examples_only() -> None:
    quick = builtin_rules(examples=False)
    by_name = sorted(RULES, key=lambda rule: rule.name)
    assert list(quick) == [replace(rule, changes=(), keeps=()) for rule in by_name]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_rule_does_what_its_examples_say(rule: Rule) -> None:
    faults = list(faults_of(rule))
    assert not faults, "\n".join(map(str, faults))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_rule_is_spared_by_a_trigger(rule: Rule) -> None:
    """A rule without one would run on every text."""
    asks = trigger_for(rule) or block_test_for(rule)
    spared = isinstance(rule.remedy, Phrases) or asks or not gate_for(rule)(Document(""))
    assert spared, f"{rule.file} needs a trigger"
