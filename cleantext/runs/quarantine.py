"""Records that could not be repaired, kept beside each other with the reason, until somebody has looked at them."""

from __future__ import annotations

import base64
import hashlib
import json
import tempfile
from pathlib import Path
from typing import Any, BinaryIO

from cleantext.files import FileError, Found, opened, replacing, said
from cleantext.records import Record
from cleantext.runs.orders import RecordError

_IN_MEMORY = 1 << 22


class Quarantine:
    """The failed records of one file, as JSON Lines in a folder; what is there already stays, and nothing comes twice.

    So a run that was killed after it wrote them, and then does it all again, leaves the same.
    """

    def __init__(self, path: Path | None) -> None:
        """`path`: where they go; None for nowhere."""
        self._path = path
        self._new: BinaryIO | None = None

    @classmethod
    def for_file(cls, folder: Path | None, found: Found) -> Quarantine:
        """At a file's place below the folder that was searched for it."""
        below = found.below
        return cls(None if folder is None else folder / below.with_name(f"{below.name}.quarantine.jsonl"))

    def add(self, error: RecordError, record: Record) -> None:
        """Remember a record; it is not yet kept."""
        self._write({error.unit: error.place, "reason": error.reason, **_content(record)}, error)

    def add_file(self, error: FileError) -> None:
        """Remember that a whole file failed; it stays where it is."""
        self._write({"reason": error.reason}, error)

    def _write(self, entry: dict[str, Any], error: FileError) -> None:
        if self._new is None:
            self._new = tempfile.SpooledTemporaryFile(_IN_MEMORY)  # type: ignore[assignment]  # noqa: SIM115 - `close` is ours
        assert self._new is not None  # noqa: S101 - for mypy
        self._new.write(json.dumps({"file": said(error.path), **entry}).encode() + b"\n")

    def keep(self) -> None:
        """Put what was added in place, behind what was there. Raises FileError."""
        if self._new is None or self._path is None:
            return
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._path.touch()
        except OSError as error:
            raise FileError(self._path, f"cannot be written: {error.strerror}") from error
        with opened(self._path) as (old, status), replacing(self._path, status) as replacement:
            seen = set()
            self._new.seek(0)
            for line in (*_whole_lines(old), *self._new):
                key = hashlib.blake2b(line, digest_size=16).digest()
                if key not in seen:
                    seen.add(key)
                    replacement.output.write(line)

    def close(self) -> None:
        """Forget what was not kept."""
        if self._new is not None:
            self._new.close()


def _whole_lines(file: BinaryIO) -> Any:
    return (line for line in file if line.endswith(b"\n"))


def _content(record: Record) -> dict[str, Any]:
    """A record's bytes, as text where they are UTF-8; of one that has none of its own, its texts."""
    if not record.raw:
        return {"texts": {slot.field: slot.text for slot in record.slots}}
    try:
        return {"record": record.raw.decode("utf-8")}
    except UnicodeDecodeError:
        return {"base64": base64.b64encode(record.raw).decode("ascii")}
