"""Names for what a run does to a text: when one of them changes, what was done under the old one may not hold."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Mapping
from functools import cache
from pathlib import Path

import msgspec

from cleantext.cleaner import Cleaner, manner_of, rules_known_to
from cleantext.document import Document
from cleantext.rule import Rule
from cleantext.ruleset.compiled import RuleSet
from cleantext.runs.orders import Orders

_PACKAGE = Path(__file__).resolve().parent.parent
_DERIVED = ("__pycache__", "automata", "triggers.json", "rules.json")
"""What the build makes of the rules, which are named one by one."""


def of_rules(cleaner: Cleaner) -> Mapping[str, str]:
    """For each rule, in the order of their names, a name for what it does, which tells too whether it may edit."""
    active = {rule.name for rule in cleaner.rules}
    return {rule.name: of_rule(rule, is_active=rule.name in active) for rule in rules_known_to(cleaner)}


def of_rule(rule: Rule, *, is_active: bool) -> str:
    """A name for what a rule does, which tells too whether it may edit."""
    return short((_bare(rule), is_active))


def of_orders(orders: Orders) -> str:
    """A name for all else: the code and its data, the hints, which fields are texts, what becomes of bad records."""
    fields = (orders.fields.texts, orders.fields.metadata, orders.fields.edits, orders.fields.url)
    return short((_of_code(), manner_of(orders.cleaner), orders.encoding, *fields, orders.bad_records))


@cache
def _of_code() -> str:
    found = hashlib.blake2b(digest_size=12)
    for path in sorted(_PACKAGE.rglob("*")):
        below = path.relative_to(_PACKAGE)
        if path.is_file() and below.parts[0] != "rules" and not set(below.parts) & set(_DERIVED):
            found.update(below.as_posix().encode() + b"\0" + path.read_bytes())
    return found.hexdigest()


def _bare(rule: Rule) -> object:
    """A rule without where its file lies, and without its examples."""
    told: object = msgspec.to_builtins(rule, order="deterministic")
    assert isinstance(told, dict)  # noqa: S101 - as of any dataclass
    return {key: value for key, value in told.items() if key not in ("file", "changes", "keeps", "summary", "why")}


def short(value: object) -> str:
    """A name for a plain value: no two values share one."""
    return hashlib.blake2b(msgspec.json.encode(value, order="deterministic"), digest_size=12).hexdigest()


class Touch:
    """Could some rules concern a text? Told by what triggers them, which errs on the side of yes."""

    def __init__(self, cleaner: Cleaner, names: Collection[str]) -> None:
        rules = [rule for rule in rules_known_to(cleaner) if rule.name in names]
        self._set = RuleSet(rules, [rule.name for rule in rules])
        # Without a trigger, and only on evidence, which nobody gathers here.
        asks = (self._set.asks[number] for number in self._set.gates)
        self._always = any(it.source or it.site for it in asks)

    def concerns(self, texts: Iterable[str]) -> bool:
        """Could one of the texts be touched?"""
        if not len(self._set):
            return False
        return self._always or any(not self._set.are_silent(self._set.scan(text), Document(text)) for text in texts)
