"""A rule's trigger: what stands in every text that the rule could concern.

Literals, which are looked for all at once in the folded text however many there are; and patterns of
RE2 for what no few literals can say. Triggers are derived from the rules' patterns (`factors`) when the
package is built, and written down; a pattern that was not there then is derived when needed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path

from cleantext.encoded import TIERS
from cleantext.folding import folded_literals

PREPARED = "triggers.json"
"""Below `cleantext/data`; written by the build, never checked in. A pattern that is not in it is derived."""


LEAST_SELECTIVE = 0.05
"""Expected hits per character above which a factor is no trigger at all."""


class NotDerivable(ValueError):  # noqa: N818 - an answer more than an error
    """The pattern has no factor that every match holds, or none that is rare enough."""


@dataclass(frozen=True, slots=True)
class Trigger:
    """What stands in every text that a rule could concern: one of the literals, or a match of a pattern.

    A literal stands in the folded text (`folding`), and in one of its spellings in the text itself, if
    it has any. After those of them in `words` no letter follows, and after those in `phrases` no further
    word. `patterns` has one in RE2's syntax for the texts of each tier (`encoded.TIERS`), "" for none.
    """

    literals: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    patterns: tuple[str, ...] = ("",) * len(TIERS)
    words: frozenset[str] = frozenset()
    phrases: frozenset[str] = frozenset()


def of_pattern(pattern: str) -> Trigger:
    """The trigger that is a pattern in RE2's syntax, the same for all texts."""
    return Trigger({}, (pattern,) * len(TIERS))


LONGEST_BEGINNING = 12
"""Characters of a line's beginning that are looked for."""

_MARKS = re.compile(r"[^\w\n]+")


def of_line_beginnings(phrases: Iterable[str], *, alone: bool) -> Trigger:
    r"""The trigger of lines that begin with one of some phrases, case and marks before them aside.

    `alone`: no word follows on the line. A long phrase is cut.

    >>> sorted(of_line_beginnings(["Home", "» Log in"], alone=True).phrases)
    ['\nhome', '\nlog in']
    """
    cut, whole = [], []
    for phrase in phrases:
        marks = _MARKS.match(phrase)
        bare = phrase[marks.end() :] if marks else phrase
        if not bare:
            cut.append(phrase)
        elif len(bare) > LONGEST_BEGINNING:
            cut.append(f"\n{bare[:LONGEST_BEGINNING]}")
        else:
            whole.append(f"\n{bare}")
    beginnings, ended = set(folded_literals(cut)), set(folded_literals(whole))
    literals: Mapping[str, tuple[str, ...]] = dict.fromkeys(sorted(beginnings | ended), ())
    only = frozenset(ended - beginnings)
    return Trigger(literals, phrases=only) if alone else Trigger(literals, words=only)


def trigger_of(pattern: str, *, on_lines: bool) -> Trigger:
    """The trigger of a pattern, from what the build wrote down (`prepared`) or derived now.

    Raises NotDerivable where there is none.
    """
    return prepared().get((pattern, on_lines)) or derived(pattern, on_lines=on_lines)


@cache
def prepared() -> Mapping[tuple[str, bool], Trigger]:
    """Triggers that were derived when the package was built: deriving takes milliseconds a pattern."""
    source = Path(__file__).resolve().parent / "data" / PREPARED
    if not source.is_file():
        return {}
    import json

    return {
        (pattern, on_lines): Trigger(
            {literal: tuple(ways) for literal, ways in literals.items()}, tuple(patterns), frozenset(words)
        )
        for pattern, on_lines, literals, patterns, words in json.loads(source.read_bytes())
    }


@lru_cache(maxsize=4096)
def derived(pattern: str, *, on_lines: bool = False) -> Trigger:
    r"""Derive the trigger of a pattern in Python's syntax; `on_lines` where it is run on lines without their ends.

    >>> derived(r"\[qui\]\s*")
    Trigger(literals={'[qui]': ('[qui]',)}, patterns=('', '', ''), words=frozenset(), phrases=frozenset())
    >>> list(derived(r"(?i)^\s*(?:home|main\s+menu)", on_lines=True).literals)
    ['\nhome', '\nmain menu']
    """
    from cleantext.factors.literals import literals_of, rendered
    from cleantext.factors.patterns import best_choice  # patterns of the built-in rules are prepared

    try:
        found = best_choice(pattern, on_lines=on_lines)
    except re.error as error:
        raise NotDerivable(f"not in the syntax of Python's re: {error}") from error
    if found is None or found.cost > LEAST_SELECTIVE:
        raise NotDerivable("nothing rare enough stands in everything that it matches")
    literals: dict[str, tuple[str, ...]] = {}
    scanned = []
    inside: set[str] = set()
    for run in found.runs:
        ways, ended = literals_of(run)
        for literal, spellings in ways.items():
            before = literals.get(literal)
            either = tuple(sorted({*spellings, *(before or ())}))
            literals[literal] = either if spellings and (before is None or before) else ()
        if not ways:
            scanned.append(run)
        elif not ended:
            inside.update(ways)
    patterns = ("|".join(sorted({rendered(run, tier) for run in scanned} - {""})) for tier in TIERS)
    return Trigger(dict(sorted(literals.items())), tuple(patterns), frozenset(literals.keys() - inside))
