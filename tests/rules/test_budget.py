"""No rule is run in vain on more undamaged documents than its file allows: that is what keeps clean text fast."""

from __future__ import annotations

import gzip
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from cleantext.document import Document
from cleantext.rule import MOST_TRIGGERED
from cleantext.ruleset.compiled import RuleSet
from cleantext.ruleset.folder import builtin_rules

CORPORA = Path(__file__).resolve().parents[3] / "shared" / "corpora" / "clean"
EVERY, LONGEST = 8, 20_000


def documents() -> Iterator[str]:
    for path in sorted(CORPORA.glob("*.jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as rows:
            yield from (json.loads(row)["text"][:LONGEST] for number, row in enumerate(rows) if number % EVERY == 3)


def run_on(rules: RuleSet, text: str) -> Iterator[str]:
    """The rules that are run on a text without hints; those that ask for evidence are run where it speaks alone."""
    document = Document(text)
    hits = rules.places().look(document)
    for number in range(len(rules)):
        rule, gate = rules[number].rule, rules.gates.get(number)
        if rule.requires.source or rule.requires.site or rule.evidence:
            continue
        if gate(document) if gate else (number in hits.rules and hits.lines_of(number)):
            yield rule.name


@pytest.mark.skipif(not CORPORA.is_dir(), reason="the shared corpora do not stand beside this checkout")
def test_no_rule_is_run_in_vain_more_often_than_its_budget_says() -> None:
    every = builtin_rules(examples=False)
    rules = RuleSet(every, [rule.name for rule in every])
    ran: Counter[str] = Counter()
    count = 0
    for text in documents():
        count += 1
        ran.update(run_on(rules, text))
    over = {it.name: round(ran[it.name] / count, 3) for it in every if ran[it.name] > it.budget * count}
    assert count
    assert not over, f"run on these shares of {count} undamaged documents: {over}; tighten the trigger or declare why"
    idle = [it.name for it in every if it.budget > MOST_TRIGGERED and ran[it.name] < MOST_TRIGGERED * count]
    assert not idle, f"these rules need no budget: {idle}"
