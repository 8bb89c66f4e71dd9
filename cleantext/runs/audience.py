"""`Audience`: what a run tells while it goes; a run itself prints nothing."""

from __future__ import annotations

from typing import Any

from cleantext.files import FileError
from cleantext.runs.orders import Repaired, Work


class Audience:
    """Who is told what happens; this one does not listen."""

    def fail(self, error: FileError) -> None:
        """Take a file, or a record, that failed."""

    def more_failed(self, work: Work, number: int) -> None:
        """Take how many more records of a file failed."""

    def note(self, message: str) -> None:
        """Take a message that is no error."""

    def show(self, work: Work, repaired: Repaired) -> None:
        """Take a file that was repaired, when it is done."""

    def show_piece(self, piece: Any) -> None:
        """Take what is to be shown of a record, at once."""

    def begin(self, size: int, files: int) -> None:
        """Take how many bytes there are to be read, in how many files."""

    def advance(self, size: int) -> None:
        """Take how many bytes are done."""
