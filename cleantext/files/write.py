"""Write one text file the way it was (encoding, byte order mark, mode; whole or not at all), or a file of our own."""

from __future__ import annotations

from pathlib import Path

from cleantext.files.errors import FileError
from cleantext.files.read import TextFile
from cleantext.files.replace import KEEP_NOTHING, Keeping, Written, replacing


def write_text_file(
    file: TextFile,
    text: str,
    to: Path | None = None,
    *,
    keeping: Keeping = KEEP_NOTHING,
    before: Written | None = None,
) -> None:
    """Write a text in the form of a file, in its place or to another path. Raises FileError, like `replacing`."""
    raw = file.content.encode(text, file.path)
    with replacing(file.path, file.status, to, keeping=keeping, before=before) as replacement:
        replacement.output.write(raw)


def write_anew(path: Path | str, text: str) -> None:
    """Write a report, a table and the like, in UTF-8, over what was there. Raises FileError."""
    try:
        Path(path).write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise FileError(path, f"cannot be written: {error.strerror}") from error
