"""A rule's trigger: what stands in every text that the rule could concern.

Either strings that a scanner looks for, or the first letters of a line, which are looked up in a table
at the same price however many there are. Triggers are derived from the rules' patterns (`factors`)
when the package is built, and written down; a pattern that was not there then is derived when needed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from cleantext.factors import KEY_LENGTH

PREPARED = "triggers.json"
"""Below `cleantext/data`; written by the build, never checked in. A pattern that is not in it is derived."""


LEAST_SELECTIVE = 0.05
"""Expected hits per character above which a factor is no trigger at all."""


class NotDerivable(ValueError):  # noqa: N818 - an answer more than an error
    """The pattern has no factor that every match holds, or none that is rare enough."""


@dataclass(frozen=True, slots=True)
class Trigger:
    """What stands in every text that a rule could concern: one of `line_starts`, or a match of `pattern`.

    `pattern` is in RE2's syntax, "" for none; `line_starts` are keys as `line_key` gives them.
    """

    pattern: str = ""
    line_starts: tuple[str, ...] = ()


def line_key(line: str) -> str:
    """The first letters of a line, marks before them left out, without case.

    >>> line_key("» Skip to main content")
    'skip to '
    """
    if not line[:1].isalnum():
        first = _ALPHANUMERIC.search(line)
        if first is None:
            return ""
        line = line[first.start() :]
    return line[:KEY_LENGTH].casefold()[:KEY_LENGTH]


_ALPHANUMERIC = re.compile(r"[^\W_]")


def trigger_of(pattern: str) -> Trigger:
    """The trigger of a pattern, from what the build wrote down (`prepared`) or derived now.

    Raises NotDerivable where there is none.
    """
    return prepared().get(pattern) or derived(pattern)


@cache
def prepared() -> Mapping[str, Trigger]:
    """Triggers that were derived when the package was built: deriving takes milliseconds a pattern."""
    source = Path(__file__).resolve().parent / "data" / PREPARED
    if not source.is_file():
        return {}
    import json

    return {pattern: Trigger(it[0], tuple(it[1])) for pattern, it in json.loads(source.read_bytes()).items()}


@lru_cache(maxsize=4096)
def derived(pattern: str) -> Trigger:
    r"""Derive the trigger of a pattern in Python's syntax.

    >>> derived(r"\[qui\]\s*")
    Trigger(pattern='\\x5bqui\\x5d', line_starts=())
    >>> derived(r"(?i)^\s*(?:home|menu)")
    Trigger(pattern='', line_starts=('home', 'menu'))
    """
    from cleantext.factors.patterns import best_choice  # patterns of the built-in rules are prepared
    from cleantext.factors.runs import line_starts_of, rendered

    try:
        found = best_choice(pattern)
    except re.error as error:
        raise NotDerivable(f"not in the syntax of Python's re: {error}") from error
    if found is None or found.cost > LEAST_SELECTIVE:
        raise NotDerivable("nothing rare enough stands in everything that it matches")
    keys = {run: line_starts_of(run) for run in found.runs}
    scanned = sorted(rendered(run) for run, starts in keys.items() if not starts)
    return Trigger("|".join(scanned), tuple(sorted({start for starts in keys.values() for start in starts})))
