"""What writes lines of a journal, from any process of a run."""

from __future__ import annotations

import json
import os
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cleantext.files import FileError


@dataclass(frozen=True, slots=True)
class Pen:
    """Writes to the journal at `path`; `run` names what is done to the files."""

    path: Path
    run: str

    def note(self, place: Path, content: str, rules: Collection[str], written: Path | None = None) -> None:
        """Write that a content is done, by which rules; `written` is the file that goes to its `place`."""
        line: dict[str, Any] = {"run": self.run, "path": key(place), "content": content, "rules": sorted(rules)}
        if written is not None:
            line["output"] = form(written.stat())
        self.append(line)

    def append(self, line: Mapping[str, Any]) -> None:
        """Write a line in one piece, whoever else writes. Raises FileError."""
        try:
            descriptor = os.open(self.path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o644)
            try:
                os.write(descriptor, json.dumps(line).encode() + b"\n")
            finally:
                os.close(descriptor)
        except OSError as error:
            raise FileError(self.path, f"the journal cannot be written: {error.strerror}") from error


def key(place: Path) -> str:
    """What a file is called in a journal."""
    return os.path.abspath(place)  # noqa: PTH100 - Path.absolute keeps `..`


def form(status: os.stat_result) -> list[int]:
    """What tells that a file is as it was written: its size, and when it was."""
    return [status.st_size, status.st_mtime_ns]
