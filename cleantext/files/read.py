"""Open a file, and read one text file whole, with all that is needed to write it back the way it was."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from cleantext.files.encoding import Encoded, decode
from cleantext.files.errors import FileError


@dataclass(frozen=True, slots=True)
class TextFile:
    """A file as it was read: its text, how its bytes had it, and its status at that moment."""

    path: Path
    content: Encoded
    status: os.stat_result

    @property
    def text(self) -> str:
        """The text, with the line ends of the file and without its byte order mark."""
        return self.content.text


def read_text_file(path: Path, encoding: str = "utf-8") -> TextFile:
    """Read a text file; its byte order mark outweighs the encoding named.

    Raises FileError where it cannot be read or is not in that encoding, BinaryFileError where it is no text.
    """
    with opened(path) as (file, status):
        raw = file.read()
    return TextFile(path, decode(raw, path, encoding), status)


@contextmanager
def opened(path: Path) -> Iterator[tuple[BinaryIO, os.stat_result]]:
    """Open an ordinary file for its bytes, with its status. Raises FileError for others, and where reading fails."""
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise FileError(path, "is a folder; name a file in it")
        if not stat.S_ISREG(mode):  # opening a pipe would wait for its writer
            raise FileError(path, "is not an ordinary file; pipe what it gives to standard input")
        with path.open("rb") as file:
            yield file, os.fstat(file.fileno())
    except OSError as error:
        raise FileError(path, f"cannot be read: {error.strerror or error}") from error
