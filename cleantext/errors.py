"""What can go wrong, each error saying whose fault it is and what to do."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


class CleanTextError(Exception):
    """Base of every error that cleantext raises on purpose."""


class OptionError(CleanTextError, ValueError):
    """An option has a value that cleantext does not know."""


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One thing wrong in one rule file, at a line counted from 1."""

    file: str
    line: int
    reason: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.reason}"


class RuleError(CleanTextError):
    """Rule files are faulty; `faults` names each file, line and reason, all of them."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(sorted(faults))
        super().__init__("\n".join(map(str, self.faults)))

    def __reduce__(self) -> tuple[type[RuleError], tuple[tuple[Fault, ...]]]:
        return RuleError, (self.faults,)


class DidNotConverge(CleanTextError):  # noqa: N818 - the name says what happened
    """Rules kept undoing each other's edits; `rules` names those that never came to rest."""

    def __init__(self, rules: Iterable[str]) -> None:
        self.rules = tuple(sorted(rules))
        super().__init__(f"these rules never come to rest on this text: {', '.join(self.rules)}")

    def __reduce__(self) -> tuple[type[DidNotConverge], tuple[tuple[str, ...]]]:
        return DidNotConverge, (self.rules,)
