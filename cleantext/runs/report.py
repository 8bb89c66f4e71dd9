"""`Report`: what became of the files of one run, in numbers, failures by name; it owns the exit code."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from cleantext.files import FileError, said
from cleantext.runs.orders import Mode, RecordError, Repaired, Tally

FOUND_SOMETHING = 1
FAILED = 2
INTERRUPTED = 130
"""What a shell makes of a program that Ctrl-C ended."""

MOST_FAILURES = 10_000
"""Failures that are remembered by name; the others are counted."""


@dataclass
class Report:
    """Counts of files, of edits by rule, of records; the failures; `stopped` is why the run ended early."""

    mode: Mode = "write"
    changed: int = 0
    unchanged: int = 0
    skipped: int = 0
    done_before: int = 0
    failed: int = 0
    interrupted: bool = False
    stopped: str = ""
    tally: Tally = field(default_factory=Tally)
    files: Counter[str] = field(default_factory=Counter)
    failures: list[FileError] = field(default_factory=list)

    @property
    def edits(self) -> Counter[str]:
        """How many edits each rule made."""
        return self.tally.edits

    def add(self, repaired: Repaired) -> None:
        """Count one file that was repaired, or needed no repair."""
        self.tally.add(repaired.tally)
        for fault in repaired.faults:
            self._remember(fault)
        if not repaired.changed:
            self.unchanged += 1
            return
        self.changed += 1
        self.files.update(repaired.tally.edits.keys())

    def fail(self, error: FileError) -> None:
        """Count a file that failed."""
        self.failed += 1
        self._remember(error)

    def _remember(self, error: FileError) -> None:
        if len(self.failures) < MOST_FAILURES:
            self.failures.append(error)

    @property
    def exit_code(self) -> int:
        """0 for done or nothing to do, 1 where a check or a diff found something, 2 where anything failed."""
        if self.interrupted:
            return INTERRUPTED
        if self.failed or self.stopped or self.tally.failed_records:
            return FAILED
        return FOUND_SOMETHING if self.changed and self.mode != "write" else 0

    def summary(self) -> Iterator[str]:
        """Tell the edits by rule, most first, and the files by outcome, in lines."""
        ranked = self._ranked()
        name_width = max(map(len, ranked), default=0)
        most = max(self.edits.values(), default=0)
        for rule in ranked:
            number = self.edits[rule]
            edits = f"{number:>{len(f'{most:,}')},} {_plural('edit', number):<{len(_plural('edit', most))}}"
            yield f"{rule:<{name_width}}  {edits} in {counted('file', self.files[rule])}"
        yield self._outcome() + (" Interrupted." if self.interrupted else "")
        if self.stopped:
            yield f"Stopped: {self.stopped}."

    def _ranked(self) -> Sequence[str]:
        return sorted(self.edits, key=lambda rule: (-self.edits[rule], rule))

    def _outcome(self) -> str:
        would = "" if self.mode == "write" else " would be"
        said = (
            (self.changed, f"{counted('file', self.changed)}{would} changed"),
            (self.unchanged, f"{self.unchanged:,} unchanged"),
            (self.done_before, f"{self.done_before:,} done before"),
            (self.skipped, f"{self.skipped:,} skipped"),
            (self.failed, f"{self.failed:,} failed"),
        )
        parts = [part for number, part in said if number]
        if parts and not self.changed:
            parts.insert(0, f"no file{would} changed")
        nothing = f"no file{would} changed" if self.interrupted or self.stopped else "no text files found"
        text = ", ".join(parts) or nothing
        return f"{text[0].upper()}{text[1:]}.{self._of_records(would)}"

    def _of_records(self, would: str) -> str:
        tally = self.tally
        if not tally.records:
            return ""
        failed = f", {tally.failed_records:,} failed" if tally.failed_records else ""
        return f" Of {counted('record', tally.records)}, {tally.changed_records:,}{would} changed{failed}."

    def to_dict(self) -> dict[str, Any]:
        """The whole report as plain values, ready for JSON."""
        tally = self.tally
        return {
            "mode": self.mode,
            "exit_code": self.exit_code,
            "interrupted": self.interrupted,
            "stopped": self.stopped,
            "files": {
                "changed": self.changed,
                "unchanged": self.unchanged,
                "done_before": self.done_before,
                "skipped": self.skipped,
                "failed": self.failed,
            },
            "records": {"read": tally.records, "changed": tally.changed_records, "failed": tally.failed_records},
            "characters": {"read": tally.characters, "changed": tally.altered},
            "edits": {rule: {"edits": self.edits[rule], "files": self.files[rule]} for rule in self._ranked()},
            "failures": [_told(failure) for failure in self.failures],
        }

    def to_json(self) -> str:
        """The whole report as JSON in ASCII."""
        return json.dumps(self.to_dict(), indent=2) + "\n"


def _told(error: FileError) -> dict[str, Any]:
    place = {error.unit: error.place} if isinstance(error, RecordError) else {}
    return {"file": said(Path(error.path)), **place, "reason": error.reason}


def counted(noun: str, number: int) -> str:
    """A number with its noun.

    >>> counted("file", 1), counted("file", 1200)
    ('1 file', '1,200 files')
    """
    return f"{number:,} {_plural(noun, number)}"


def _plural(noun: str, number: int) -> str:
    return noun if number == 1 else f"{noun}s"
