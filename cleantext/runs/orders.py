"""What is to be done with each file of a run, and what became of one: all that travels to a worker and back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from cleantext.cleaner import Cleaner
from cleantext.files import FileError, Found, Keeping, said
from cleantext.records import Fields
from cleantext.result import Result
from cleantext.runs.pen import Pen

Mode = Literal["write", "check", "diff"]
BadRecords = Literal["fail", "keep"]

Shown = Callable[[Result, str], Any]
"""Makes of a result, and the name of its text, what is shown of it."""

MOST_FAULTS = 100
"""Faulty records of one file that are told one by one; the others are counted."""

ENOUGH = 100_000
"""Characters from which on the share that changes says something of the rules, and not of one text."""


@dataclass(frozen=True, slots=True)
class Orders:
    """What all files of a run share.

    `bad_records`: does a record whose text cannot be had fail its file, or stay as it is? With a
    `quarantine` folder it goes there. `max_change` is a percentage of characters.
    """

    cleaner: Cleaner
    mode: Mode = "write"
    encoding: str = "utf-8"
    fields: Fields = field(default_factory=Fields)
    bad_records: BadRecords = "fail"
    quarantine: Path | None = None
    keeping: Keeping = field(default_factory=Keeping)
    pen: Pen | None = None
    max_change: float | None = None
    shown: Shown | None = None


@dataclass(frozen=True, slots=True)
class Work:
    """A file to repair, and where the repaired text goes; None for its own place."""

    found: Found
    target: Path | None = None

    @property
    def place(self) -> Path:
        """Where the repaired text goes."""
        return self.target or self.found.path


@dataclass
class Tally:
    """Counts of what was repaired: of edits by rule, of characters read and changed, of records."""

    edits: Counter[str] = field(default_factory=Counter)
    characters: int = 0
    altered: int = 0
    records: int = 0
    changed_records: int = 0
    failed_records: int = 0
    witnesses: set[str] = field(default_factory=set)
    """The rules that gave evidence where some was asked for."""

    def add(self, other: Tally) -> None:
        """Add the counts of another."""
        self.edits.update(other.edits)
        self.characters += other.characters
        self.altered += other.altered
        self.records += other.records
        self.changed_records += other.changed_records
        self.failed_records += other.failed_records
        self.witnesses |= other.witnesses

    @property
    def rules(self) -> set[str]:
        """The rules that had a part in it."""
        return {*self.edits, *self.witnesses}

    def exceeds(self, percentage: float | None) -> bool:
        """Did more than so many characters of a hundred change, of enough of them?"""
        enough = percentage is not None and self.characters >= ENOUGH
        return enough and self.altered * 100 > (percentage or 0) * self.characters

    @property
    def share(self) -> float:
        """Changed characters of a hundred."""
        return 100 * self.altered / max(1, self.characters)


@dataclass(frozen=True, slots=True)
class Repaired:
    """What became of a file: did it change, the counts, what is to be shown, the records that failed."""

    changed: bool
    tally: Tally
    shown: Sequence[Any] = ()
    faults: Sequence[RecordError] = ()


class RecordError(FileError):
    """A record of a file cannot be repaired."""

    def __init__(self, path: Path | str, place: int, unit: str, reason: str) -> None:
        super().__init__(path, reason)
        self.place, self.unit = place, unit
        where = f"{said(path)}:{place}" if unit == "line" else f"{said(path)}: {unit} {place}"
        self.args = (f"{where}: {reason}",)

    def __reduce__(self) -> tuple[Any, ...]:
        return RecordError, (self.path, self.place, self.unit, self.reason)


class TooMuchChangedError(FileError):
    """More would change than is allowed: some rule runs wild, or the texts are not what they were taken for."""

    @classmethod
    def of(cls, path: Path, tally: Tally, percentage: float) -> TooMuchChangedError:
        """Tell the share, and the rules that edit most."""
        rules = ", ".join(f"{rule} ({number:,})" for rule, number in tally.edits.most_common(3))
        return cls(
            path,
            f"{tally.share:.1f} % of {tally.characters:,} characters would change, more than --max-change "
            f"{percentage:g}; most edits are by {rules}; the run stops, and this file is left as it is",
        )


def altered(result: Result) -> int:
    """How many characters changed: of each place, the longer of what was there and what is."""
    return sum(max(len(hunk.before), len(hunk.after)) for hunk in result.hunks)
