"""What the file of a fixer's rule says for the fixer: its table and its phrases."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

from cleantext.errors import OptionError
from cleantext.rule import Fixer, Rule


def remedy_of(rule: Rule) -> Fixer:
    """Give the rule's remedy, which names the fixer."""
    assert isinstance(rule.remedy, Fixer)  # noqa: S101 - what else names a fixer
    return rule.remedy


def table_of(rule: Rule) -> Mapping[str, str]:
    """Give the rule's table, mostly from what stands in a text to what goes in."""
    return remedy_of(rule).table


def phrases_in(rule: Rule) -> tuple[str, ...]:
    """Give the rule's phrases, of all languages."""
    return phrases_of(remedy_of(rule))


def phrases_of(remedy: Fixer) -> tuple[str, ...]:
    """Give a remedy's phrases, of all languages."""
    return tuple(phrase for row in remedy.phrases.values() for phrase in row)


def entries_of(listed: str) -> Sequence[str]:
    """Give what a value of a rule's table lists, between bars and on lines."""
    return [it.strip() for it in re.split(r"[|\n]", listed) if it.strip()]


def chosen_in_table(rule: Rule, key: str, known: Collection[str]) -> str:
    """Give what a rule's table chooses for a fixer that does several things. Raises OptionError for what it cannot."""
    name = table_of(rule).get(key, "")
    if name not in known:
        raise OptionError(f"{rule.file}: [table] {key} is {name!r}; known are {', '.join(known)}")
    return name
