"""Which files are meant: those named, and in folders those that look like text, always in the same order."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

from cleantext.files.errors import FileError

TEXT_SUFFIXES = (".txt", ".text", ".md", ".markdown", ".rst")


@dataclass(frozen=True, slots=True)
class Found:
    """A file, and the folder that was searched for it; None for a file that was named itself."""

    path: Path
    root: Path | None = None

    @property
    def below(self) -> Path:
        """Its place below the folder searched; of a file named, its name."""
        return self.path.relative_to(self.root) if self.root is not None else Path(self.path.name)


def find_files(paths: Iterable[Path], include: Sequence[str] = ()) -> Iterator[Found | FileError]:
    """Find the files named, and those in folders named, each once; what is not there comes as an error among them.

    Folders are searched to any depth, in the order of names; hidden folders and links to folders
    are passed by. `include` holds globs that replace the usual suffixes of text: one without a
    slash is matched with the name, one with a slash with the place below the folder.
    """
    seen = set()
    for path in paths:
        for it in _at(path, include):
            place = os.path.abspath(it.path)  # noqa: PTH100 - Path.absolute keeps `..`
            if isinstance(it, FileError) or place not in seen:
                seen.add(place)
                yield it


def _at(path: Path, include: Sequence[str]) -> Iterator[Found | FileError]:
    try:
        path.stat()
    except FileNotFoundError:
        what = "is a link to nothing" if path.is_symlink() else "there is no such file or folder"
        yield FileError(path, what)
    except OSError as error:
        yield FileError(path, f"cannot be read: {error.strerror}")
    else:
        yield from _below(path, path, include) if path.is_dir() else [Found(path)]


def _below(folder: Path, root: Path, include: Sequence[str]) -> Iterator[Found | FileError]:
    try:
        with os.scandir(folder) as entries:
            in_order = sorted(entries, key=lambda entry: entry.name)
    except OSError as error:
        yield FileError(folder, f"the folder cannot be read: {error.strerror}")
        return
    for entry in in_order:
        path = folder / entry.name
        if entry.is_dir(follow_symlinks=False):
            if not entry.name.startswith("."):
                yield from _below(path, root, include)
        elif _wanted(path.relative_to(root), include) and os.path.isfile(path):  # noqa: PTH113 - never raises
            yield Found(path, root)


def _wanted(below: Path, include: Sequence[str]) -> bool:
    if not include:
        return below.suffix.lower() in TEXT_SUFFIXES
    return any(fnmatchcase(below.as_posix() if "/" in glob else below.name, glob) for glob in include)
