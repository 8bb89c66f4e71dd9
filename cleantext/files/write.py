"""Write one text file the way it was: encoding, byte order mark, mode; whole or not at all."""

from __future__ import annotations

from pathlib import Path

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
