"""The table of a fixer's rule, from what stands in a text to what goes in.

It is no fixer itself: it has no `propose`.
"""

from __future__ import annotations

from collections.abc import Mapping

from cleantext.rule import Fixer, Rule


def table_of(rule: Rule) -> Mapping[str, str]:
    """Give the rule's table."""
    assert isinstance(rule.remedy, Fixer)  # noqa: S101 - what else names a fixer
    return rule.remedy.table
