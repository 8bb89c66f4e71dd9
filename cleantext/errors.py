"""What can go wrong, each error saying whose fault it is and what to do."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


class CleanTextError(Exception):
    """Base of every error that cleantext raises on purpose."""


class OptionError(CleanTextError, ValueError):
    """An option has a value that cleantext does not know."""


class NotDecodable(CleanTextError):  # noqa: N818 - the name says what is the matter
    """Bytes are in no encoding that is certain; the message says whose fault that is and what to do."""

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(f"the bytes cannot be decoded for certain: {reason}")

    def __reduce__(self) -> tuple[type[NotDecodable], tuple[str]]:
        return NotDecodable, (self.reason,)


class ExtraMissingError(CleanTextError, ImportError):
    """A package that comes with an extra is not installed."""

    def __init__(self, what: str, extra: str) -> None:
        self.what, self.extra = what, extra
        super().__init__(f"{what} need the extra {extra!r}: pip install 'cleantext-repair[{extra}]'")

    def __reduce__(self) -> tuple[type[ExtraMissingError], tuple[str, str]]:
        return ExtraMissingError, (self.what, self.extra)


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One thing wrong in one rule file, at a line counted from 1; 0 where it is the file or the folder itself."""

    file: str
    line: int
    reason: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.reason}" if self.line else f"{self.file}: {self.reason}"


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


class WorkerDied(CleanTextError):  # noqa: N818 - the name says what happened
    """A process that was to clean texts ended without an answer.

    `index` is the place among the texts, counted from 0, of the one that it died of, twice, the
    second time with no other text in it; None where it died before it was given any. `how` tells
    the signal or the exit code.
    """

    def __init__(self, how: str, index: int | None = None) -> None:
        self.how, self.index = how, index
        message = f"a worker process {how}"
        if index is not None:
            message = (
                f"texts[{index}]: the process that worked on it, and then another on it alone, {how}; "
                "leave the text out or cut it up, or go on without it by on_error="
            )
        super().__init__(message)

    def __reduce__(self) -> tuple[type[WorkerDied], tuple[str, int | None]]:
        return WorkerDied, (self.how, self.index)
