"""`Report`: what became of the files of one run, in numbers; it owns the exit code."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

Mode = Literal["write", "check", "diff"]

FOUND_SOMETHING = 1
FAILED = 2
INTERRUPTED = 130
"""What a shell makes of a program that Ctrl-C ended."""


@dataclass
class Report:
    """Counts of files and of edits by rule."""

    mode: Mode
    changed: int = 0
    unchanged: int = 0
    skipped: int = 0
    failed: int = 0
    interrupted: bool = False
    edits: Counter[str] = field(default_factory=Counter)
    files: Counter[str] = field(default_factory=Counter)

    def add(self, edits: Mapping[str, int], *, changed: bool) -> None:
        """Count one text that was repaired, by how many edits of each rule, or needed no repair."""
        if not changed:
            self.unchanged += 1
            return
        self.changed += 1
        self.edits.update(edits)
        self.files.update(edits.keys())

    @property
    def exit_code(self) -> int:
        """0 for done or nothing to do, 1 where a check or a diff found something, 2 where a file failed."""
        if self.interrupted:
            return INTERRUPTED
        if self.failed:
            return FAILED
        return FOUND_SOMETHING if self.changed and self.mode != "write" else 0

    def summary(self) -> Iterator[str]:
        """Tell the edits by rule, most first, and the files by outcome, in lines."""
        ranked = sorted(self.edits, key=lambda rule: (-self.edits[rule], rule))
        name_width = max(map(len, ranked), default=0)
        most = max(self.edits.values(), default=0)
        for rule in ranked:
            number = self.edits[rule]
            edits = f"{number:>{len(f'{most:,}')},} {_plural('edit', number):<{len(_plural('edit', most))}}"
            yield f"{rule:<{name_width}}  {edits} in {counted('file', self.files[rule])}"
        yield self._outcome() + (" Interrupted." if self.interrupted else "")

    def _outcome(self) -> str:
        would = "" if self.mode == "write" else " would be"
        said = (
            (self.changed, f"{counted('file', self.changed)}{would} changed"),
            (self.unchanged, f"{self.unchanged:,} unchanged"),
            (self.skipped, f"{self.skipped:,} skipped"),
            (self.failed, f"{self.failed:,} failed"),
        )
        parts = [part for number, part in said if number]
        if parts and not self.changed:
            parts.insert(0, f"no file{would} changed")
        text = ", ".join(parts) or "no text files found"
        return f"{text[0].upper()}{text[1:]}."


def counted(noun: str, number: int) -> str:
    """A number with its noun.

    >>> counted("file", 1), counted("file", 1200)
    ('1 file', '1,200 files')
    """
    return f"{number:,} {_plural(noun, number)}"


def _plural(noun: str, number: int) -> str:
    return noun if number == 1 else f"{noun}s"
