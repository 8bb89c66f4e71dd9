"""What the build writes down of rules: the triggers that are derived from them, and the automata that find those."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress

from cleantext.encoded import TIERS
from cleantext.rule import Rule
from cleantext.ruleset.compiled import RuleSet
from cleantext.ruleset.concern import basis_of
from cleantext.scanner import Unwritten, to_write_down
from cleantext.triggers import NotDerivable, derived

Prepared = tuple[str, bool, Mapping[str, Sequence[str]], Sequence[str], Sequence[str]]
"""A trigger as it is written down: pattern, whether it is run on lines, literals with spellings, patterns, words."""


def to_derive(rules: Iterable[Rule]) -> Sequence[tuple[str, bool]]:
    """The patterns that the triggers of some rules are derived from, and whether each is run on lines."""
    found = ((basis_of(rule), rule.scope == "line") for rule in rules)
    return sorted({(basis, on_lines) for basis, on_lines in found if isinstance(basis, str)})


def prepared_trigger(pattern: str, on_lines: bool) -> Prepared | None:
    """Derive a trigger anew, for the build to write down; None where there is none."""
    with suppress(NotDerivable):
        it = derived(pattern, on_lines=on_lines)
        return pattern, on_lines, it.literals, it.patterns, sorted(it.words)
    return None


def automata_of(rules: RuleSet) -> Mapping[str, Unwritten]:
    """The automata that find the rules' triggers: the names of the files that the build writes, and what makes these.

    Nothing makes them where Hyperscan is missing.
    """
    triggers = rules.triggers
    found = [*to_write_down(triggers.literals, literal=True)]
    for scanner in (triggers.patterns, triggers.late_patterns, triggers.in_whole):
        for tier in TIERS:
            found += to_write_down(*scanner.looked_for(tier), literal=False)
    return dict(found)
