"""Put a file in place whole or not at all: written beside the target first, then moved there in one step."""

from __future__ import annotations

import hashlib
import os
import shutil
import stat
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from cleantext.files.errors import FileError

try:
    import fcntl
except ImportError:  # Windows, where a file that is open cannot be taken away
    fcntl = None  # type: ignore[assignment]

PREFIX, SUFFIX = ".cleantext-", ".tmp"
"""Names of files that are being written; one whose writer was killed is taken away by `sweep`."""


@dataclass(frozen=True, slots=True)
class Keeping:
    """What a file that is replaced leaves behind, and what it hands on.

    `backup`: the suffix under which the replaced file stays; one that is there already is older, and stays.
    `times`: does the new file have the times of the old one?
    """

    backup: str = ""
    times: bool = False


KEEP_NOTHING = Keeping()

_ANYBODY_WRITES = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH

Written = Callable[[Path], object]


class Replacement:
    """A file that is being written: bytes go to `output`; `discard` leaves the target as it is."""

    def __init__(self, output: BinaryIO) -> None:
        self.output, self.wanted = output, True

    def discard(self) -> None:
        """Put nothing in place."""
        self.wanted = False


@contextmanager
def replacing(
    path: Path,
    status: os.stat_result,
    to: Path | None = None,
    *,
    keeping: Keeping = KEEP_NOTHING,
    before: Written | None = None,
) -> Iterator[Replacement]:
    """Write what takes the place of a file, or goes to another path, where the block ends without an error.

    A link is written through and stays one; mode, and in place the owner too, stay. The folder of
    another path is made. `before` is called with the finished file just before it is moved. Raises
    FileError where it cannot be written, and where the file has changed since it had the `status`;
    it is then as it was.
    """
    shown = path if to is None else to
    target = Path(os.path.realpath(shown))
    try:
        if to is not None:
            target.parent.mkdir(parents=True, exist_ok=True)
        if target.exists() and _is_read_only(target):
            raise FileError(shown, "is read-only; left as it is")
        descriptor, name = tempfile.mkstemp(prefix=PREFIX, suffix=SUFFIX, dir=target.parent)
        with _temporary(Path(name)) as temporary, os.fdopen(descriptor, "wb") as output:
            _hold(output)
            replacement = Replacement(output)
            yield replacement
            if not replacement.wanted:
                return
            _finish(output, temporary, status, in_place=to is None, times=keeping.times)
            if to is None:
                _check_unchanged(path, status)
            if before is not None:
                before(temporary)
            if keeping.backup and to is None:
                _back_up(target, keeping.backup)
            if fcntl is None:
                output.close()
            temporary.replace(target)
            _sync_folder(target.parent)
    except OSError as error:
        raise FileError(shown, f"cannot be written: {error.strerror or error}; left as it is") from error


def _is_read_only(path: Path) -> bool:
    """Did somebody take away the right to write? Replacing asks leave of the folder only, and root needs none."""
    return not path.stat().st_mode & _ANYBODY_WRITES or not os.access(path, os.W_OK)


def digest(path: Path) -> str:
    """A name for the bytes of a file: no two contents share one."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, lambda: hashlib.blake2b(digest_size=20)).hexdigest()


def sweep(folder: Path) -> None:
    """Take away what killed runs were writing in a folder; what a living one writes is held by it, and stays."""
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith(PREFIX) and entry.name.endswith(SUFFIX):
                _take_away(Path(entry.path))


def _take_away(path: Path) -> None:
    with suppress(OSError):
        if fcntl is not None:
            with path.open("rb") as file:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        path.unlink()


@contextmanager
def _temporary(path: Path) -> Iterator[Path]:
    try:
        yield path
    finally:
        path.unlink(missing_ok=True)


def _hold(output: BinaryIO) -> None:
    """Let other runs see that somebody is writing this; the system lets go of it, however the process ends."""
    if fcntl is not None:
        with suppress(OSError):  # a file system without locks
            fcntl.flock(output, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _finish(output: BinaryIO, temporary: Path, status: os.stat_result, *, in_place: bool, times: bool) -> None:
    output.flush()
    if in_place and hasattr(os, "fchown"):
        with suppress(PermissionError):  # only root gives files away
            os.fchown(output.fileno(), status.st_uid, status.st_gid)
    temporary.chmod(stat.S_IMODE(status.st_mode))
    if times:
        os.utime(temporary, ns=(status.st_atime_ns, status.st_mtime_ns))
    os.fsync(output.fileno())


def _check_unchanged(path: Path, then: os.stat_result) -> None:
    now = path.stat()
    if (now.st_mtime_ns, now.st_size) != (then.st_mtime_ns, then.st_size):
        raise FileError(path, "was changed by someone else while it was being repaired; left as it is; run again")


def _back_up(target: Path, suffix: str) -> None:
    """Give the file a second name, which stays when the first goes to another; a copy where there are no links."""
    backup = target.with_name(target.name + suffix)
    if os.path.lexists(backup):
        return
    try:
        backup.hardlink_to(target)
    except OSError:
        half = target.with_name(f"{PREFIX}{target.name}{SUFFIX}")
        shutil.copy2(target, half)
        half.replace(backup)


def _sync_folder(folder: Path) -> None:
    """Have the new name survive a loss of power too."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        with suppress(OSError):  # some file systems know no such thing
            os.fsync(descriptor)
    finally:
        os.close(descriptor)
