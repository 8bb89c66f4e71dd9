"""Write one text file whole or not at all: beside the target first, then in its place in one step."""

from __future__ import annotations

import os
import stat
import tempfile
from contextlib import suppress
from pathlib import Path

from cleantext.files.errors import FileError
from cleantext.files.read import TextFile


def write_text_file(file: TextFile, text: str, to: Path | None = None) -> None:
    """Write a text the way the file was: encoding, byte order mark, mode; in place, or to another path.

    A link is written through and stays one; in place the owner stays too. The folder of another
    path is made. Raises FileError where that cannot be, and where the file has changed since it
    was read; it is then as it was.
    """
    raw = file.content.encode(text, file.path)
    path = file.path if to is None else to
    target = Path(os.path.realpath(path))
    try:
        if to is not None:
            target.parent.mkdir(parents=True, exist_ok=True)
        # Replacing asks leave of the folder only; a read-only file is read-only for a reason.
        if target.exists() and not os.access(target, os.W_OK):
            raise FileError(path, "is read-only; left as it is")
        _replace(target, raw, file, in_place=to is None)
    except OSError as error:
        raise FileError(path, f"cannot be written: {error.strerror}; left as it is") from error


def _replace(target: Path, raw: bytes, file: TextFile, *, in_place: bool) -> None:
    descriptor, name = tempfile.mkstemp(prefix=".cleantext-", suffix=".tmp", dir=target.parent)
    temporary = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as output:
            output.write(raw)
            output.flush()
            if in_place and hasattr(os, "fchown"):
                with suppress(PermissionError):  # only root gives files away
                    os.fchown(output.fileno(), file.status.st_uid, file.status.st_gid)
            temporary.chmod(stat.S_IMODE(file.status.st_mode))
            os.fsync(output.fileno())
        if in_place:
            _check_unchanged(file)
        temporary.replace(target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _check_unchanged(file: TextFile) -> None:
    now, then = file.path.stat(), file.status
    if (now.st_mtime_ns, now.st_size) != (then.st_mtime_ns, then.st_size):
        raise FileError(file.path, "was changed by someone else while it was being repaired; left as it is; run again")
