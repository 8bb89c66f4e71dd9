"""What can go wrong with a file."""

from __future__ import annotations

from pathlib import Path

from cleantext.errors import CleanTextError
from cleantext.files.names import said


class FileError(CleanTextError):
    """A file cannot be read or written; `reason` says whose fault it is and what to do."""

    def __init__(self, path: Path | str, reason: str) -> None:
        self.path, self.reason = path, reason
        super().__init__(f"{said(path)}: {reason}")

    def __reduce__(self) -> tuple[type[FileError], tuple[Path | str, str]]:
        return type(self), (self.path, self.reason)


class BinaryFileError(FileError):
    """A file is no text at all, or no file."""
