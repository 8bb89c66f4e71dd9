"""Which files are meant: those named, and in folders those that look like text, always in the same order."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Literal

from cleantext.errors import OptionError
from cleantext.files.errors import BinaryFileError, FileError

TEXT_SUFFIXES = (".txt", ".text", ".md", ".markdown", ".rst")


PassedBy = Callable[[BinaryFileError], object]


@dataclass(frozen=True, slots=True)
class Found:
    """A file, and the folder that was searched for it; None for a file that was named itself."""

    path: Path
    root: Path | None = None

    @property
    def below(self) -> Path:
        """Its place below the folder searched; of a file named, its name."""
        return self.path.relative_to(self.root) if self.root is not None else Path(self.path.name)


def find_files(
    paths: Iterable[Path],
    include: Sequence[str] = (),
    exclude: Sequence[str] = (),
    *,
    suffixes: Sequence[str] = TEXT_SUFFIXES,
    links: Literal["follow", "refuse"] = "follow",
    passed_by: PassedBy = lambda _error: None,
) -> Iterator[Found | FileError]:
    """Find the files named, and those in folders named, each once; what is not there comes as an error among them.

    Folders are searched to any depth, in the order of names; hidden folders and links to folders
    are passed by. `include` holds globs that replace the usual suffixes of names: one without a
    slash is matched with the name, one with a slash with the place below the folder. `exclude` holds
    patterns as `.gitignore` has them, for places below the folder; files named are always taken.
    Links to files that are not followed are errors where they are named, and else passed by.
    `passed_by` is called with what has the name of a text in a folder, and is no file.
    """
    search = _Search(include, exclude, suffixes, follow=links == "follow", passed_by=passed_by)
    seen = set()
    for path in paths:
        for it in search.at(path):
            place = os.path.abspath(it.path)  # noqa: PTH100 - Path.absolute keeps `..`
            if isinstance(it, FileError) or place not in seen:
                seen.add(place)
                yield it


class _Search:
    """What is taken of folders."""

    def __init__(
        self,
        include: Sequence[str],
        exclude: Sequence[str],
        suffixes: Sequence[str],
        *,
        follow: bool,
        passed_by: PassedBy,
    ) -> None:
        self._include, self._suffixes, self._follow = include, tuple(suffixes), follow
        self._passed_by = passed_by
        self._is_excluded = _matcher(exclude) if exclude else lambda _below: False

    def at(self, path: Path) -> Iterator[Found | FileError]:
        try:
            path.stat()
        except FileNotFoundError:
            what = "is a link to nothing" if path.is_symlink() else "there is no such file or folder"
            yield FileError(path, what)
        except OSError as error:
            yield FileError(path, f"cannot be read: {error.strerror}")
        else:
            if path.is_dir():
                yield from self._below(path, path)
            elif path.is_symlink() and not self._follow:
                yield FileError(path, "is a symbolic link, and links are refused; name the file that it leads to")
            else:
                yield Found(path)

    def _below(self, folder: Path, root: Path) -> Iterator[Found | FileError]:
        try:
            with os.scandir(folder) as entries:
                in_order = sorted(entries, key=lambda entry: entry.name)
        except OSError as error:
            yield FileError(folder, f"the folder cannot be read: {error.strerror}")
            return
        for entry in in_order:
            path = folder / entry.name
            below = path.relative_to(root).as_posix()
            if entry.is_dir(follow_symlinks=False):
                if not entry.name.startswith(".") and not self._is_excluded(f"{below}/"):
                    yield from self._below(path, root)
            elif self._is_wanted(below, entry):
                if os.path.isfile(path):  # noqa: PTH113 - never raises
                    yield Found(path, root)
                elif not os.path.isdir(path):  # noqa: PTH112
                    what = "is a link to nothing" if entry.is_symlink() else "is not an ordinary file"
                    self._passed_by(BinaryFileError(path, f"{what}; left as it is"))

    def _is_wanted(self, below: str, entry: os.DirEntry[str]) -> bool:
        if (not self._follow and entry.is_symlink()) or self._is_excluded(below):
            return False
        if not self._include:
            return entry.name.lower().endswith(self._suffixes)
        return any(fnmatchcase(below if "/" in glob else entry.name, glob) for glob in self._include)


def _matcher(patterns: Sequence[str]) -> Callable[[str], bool]:
    from pathspec import GitIgnoreSpec

    try:
        return GitIgnoreSpec.from_lines(patterns).match_file
    except ValueError as error:
        raise OptionError(f"exclude: {error}; patterns are written as in .gitignore") from error
