"""`cleantext rules check`: hold rule files to their form, their examples and the verdicts on their edits."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from cleantext import Fault, Rule
from cleantext.contract import faults_of
from cleantext.files import FileError, said
from cleantext.rule import STAGES
from cleantext.ruleset.folder import builtin_folder, read_folder
from cleantext.runs.report import FOUND_SOMETHING, INTERRUPTED, counted
from cleantext.workshop.precision import faults_of_verdicts, read_verdicts

_PAUSE = 0.4
"""Seconds between two looks at files that are watched; an editor's write is seen before a hand leaves the keys."""


@click.command("check")
@click.argument("paths", metavar="[PATH]...", nargs=-1)
@click.option("--watch", is_flag=True, help="Check again whatever changes, until interrupted.")
@click.option("--strict", is_flag=True, help="Verdicts that speak against a safe rule are faults, too.")
def check_rules(paths: tuple[str, ...], watch: bool, strict: bool) -> None:
    """Check rule files: their form, and that their examples hold.

    PATH is a folder of rules as for `fix --rules`, or one rule file in such a folder; without
    any, the library's own rules are checked. Every fault is printed as FILE:LINE: REASON; the
    exit code is 1 where there are some. Of safe rules, it is told, too, where the verdicts that
    `cleantext rules measure` keeps beside them do not bear that out.
    """
    asked = [Path(path) for path in paths]
    if watch:
        _watch(asked, strict=strict)
    found = _checked(asked, strict=strict)
    _tell(found)
    click.get_current_context().exit(FOUND_SOMETHING if found.faults else 0)


@dataclass(frozen=True, slots=True)
class _Found:
    """How many rules were checked, what is wrong, what their verdicts speak against, and what was passed over."""

    rules: int
    faults: Sequence[Fault]
    notes: Sequence[Fault]
    others: Sequence[Path]


def _checked(paths: Sequence[Path], only: Iterable[str] | None = None, *, strict: bool) -> _Found:
    """Check all rules; with `only`, those of these files alone. With `strict`, what would be a note is a fault."""
    read = [_read(path) for path in paths] if paths else [_of_folder(builtin_folder(), trusted=True)]
    sound = [rule for it in read for rule in it.rules]
    faults = [fault for it in read for fault in it.faults]
    notes = [fault for it in read for fault in faults_of_verdicts(it.rules, read_verdicts(it.folder))]
    if only is not None:
        wanted = set(only)
        sound = [rule for rule in sound if rule.file in wanted]
        faults, notes = [[it for it in told if it.file in wanted] for told in (faults, notes)]
    total = len(sound) + len({fault.file for fault in faults})
    for rule in sound:
        faults += faults_of(rule)
    others = [] if only is not None else [file for path in paths if path.is_dir() for file in _not_rules(path)]
    return _Found(total, sorted([*faults, *notes] if strict else faults), () if strict else sorted(notes), others)


def _tell(found: _Found) -> None:
    for fault in found.faults:
        click.echo(str(fault))
    for note in found.notes:
        click.echo(f"{note.file}: safe, but {note.reason}", err=True)
    for path in found.others:
        click.echo(f"{said(path)}: passed over, since its name does not end in .toml", err=True)
    files = len({fault.file for fault in found.faults})
    rules = counted("rule", found.rules)
    told = f"{counted('fault', len(found.faults))} in {files} of {rules}"
    click.echo(told if found.faults else f"{rules}, no faults", err=True)


def _watch(paths: Sequence[Path], *, strict: bool) -> None:
    """Check everything, and then again the files that changed; ends the command where it is interrupted."""
    seen = _times(paths)
    only: Sequence[str] | None = None
    try:
        while True:
            _tell(_checked(paths, only, strict=strict))
            click.echo("watching; Ctrl-C ends it", err=True)
            while (now := _times(paths)) == seen:
                time.sleep(_PAUSE)
            only = [path for path, modified in now.items() if seen.get(path) != modified]
            seen = now
    except KeyboardInterrupt:
        click.get_current_context().exit(INTERRUPTED)


def _times(paths: Sequence[Path]) -> Mapping[str, int]:
    """When each rule file was last written."""
    return dict(_time_of(file) for path in paths or [builtin_folder()] for file in _files(path))


def _files(path: Path) -> Iterator[Path]:
    yield from path.rglob("*.toml") if path.is_dir() else (path,)


def _not_rules(folder: Path) -> Iterator[Path]:
    """Yield what lies beside rule files and is none; above the stages there may be anything."""
    for stage in STAGES:
        for path in sorted((folder / stage).rglob("*")):
            if path.is_file() and path.suffix != ".toml" and not path.name.startswith("."):
                yield path


def _time_of(file: Path) -> tuple[str, int]:
    try:
        return str(file), file.stat().st_mtime_ns
    except OSError:
        return str(file), 0  # deleted, or being replaced by an editor


@dataclass(frozen=True, slots=True)
class _Read:
    """The sound rules of a folder, or of one file there, and the faults of the others."""

    folder: Path
    rules: Sequence[Rule]
    faults: Sequence[Fault]


def _read(path: Path) -> _Read:
    """Read a folder, or one file in a stage's folder. Raises FileError for what is neither."""
    if path.is_dir():
        if not any(path.rglob("*.toml")):
            raise FileError(path, "there is no rule file (STAGE/NAME.toml) in this folder")
        return _of_folder(path)
    if not path.is_file():
        raise FileError(path, "there is no such file or folder")
    root = next((parent.parent for parent in path.parents if parent.name in STAGES), None)
    if root is None:
        raise FileError(path, f"lies in no stage's folder; stages are {', '.join(STAGES)}")
    whole, file = _of_folder(root), str(path)
    rules = [rule for rule in whole.rules if rule.file == file]
    return _Read(root, rules, [fault for fault in whole.faults if fault.file == file])


def _of_folder(folder: Path, *, trusted: bool = False) -> _Read:
    return _Read(folder, *read_folder(folder, trusted=trusted))
