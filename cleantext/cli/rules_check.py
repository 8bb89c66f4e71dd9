"""`cleantext rules check`: hold rule files to their form, their examples and the verdicts on their edits."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import click

from cleantext import Fault, Rule
from cleantext.contract import faults_of
from cleantext.files import FileError
from cleantext.rule import STAGES
from cleantext.ruleset.folder import builtin_folder, read_folder
from cleantext.runs.report import FOUND_SOMETHING, INTERRUPTED, counted
from cleantext.workshop.precision import faults_of_verdicts, read_verdicts

_PAUSE = 0.4
"""Seconds between two looks at files that are watched; an editor's write is seen before a hand leaves the keys."""


@click.command("check")
@click.argument("paths", metavar="[PATH]...", nargs=-1)
@click.option("--watch", is_flag=True, help="Check again whatever changes, until interrupted.")
def check_rules(paths: tuple[str, ...], watch: bool) -> None:
    """Check rule files: their form, and that their examples hold.

    PATH is a folder of rules as for `fix --rules`, or one rule file in such a folder; without
    any, the library's own rules are checked. Every fault is printed as FILE:LINE: REASON; the
    exit code is 1 where there are some. Rules that are safe answer for the verdicts that
    `cleantext rules measure` keeps beside them, too.
    """
    asked = [Path(path) for path in paths]
    if watch:
        _watch(asked)
    rules, faults = _checked(asked)
    _tell(faults, rules)
    click.get_current_context().exit(FOUND_SOMETHING if faults else 0)


def _checked(paths: Sequence[Path], only: Iterable[str] | None = None) -> tuple[int, Sequence[Fault]]:
    """How many rules there are, and all faults; with `only`, of these files alone."""
    read = [_read(path) for path in paths] if paths else [_of_folder(builtin_folder(), trusted=True)]
    sound = [rule for found, _ in read for rule in found]
    faults = [fault for _, more in read for fault in more]
    if only is not None:
        wanted = set(only)
        sound = [rule for rule in sound if rule.file in wanted]
        faults = [fault for fault in faults if fault.file in wanted]
    total = len(sound) + len({fault.file for fault in faults})
    for rule in sound:
        faults += faults_of(rule)
    return total, sorted(faults)


def _tell(faults: Sequence[Fault], rules: int) -> None:
    for fault in faults:
        click.echo(str(fault))
    files = len({fault.file for fault in faults})
    told = f"{counted('fault', len(faults))} in {files} of {counted('rule', rules)}"
    click.echo(told if faults else f"{counted('rule', rules)}, no faults", err=True)


def _watch(paths: Sequence[Path]) -> None:
    """Check everything, and then again the files that changed; ends the command where it is interrupted."""
    seen = _times(paths)
    only: Sequence[str] | None = None
    try:
        while True:
            rules, faults = _checked(paths, only)
            _tell(faults, rules)
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


def _time_of(file: Path) -> tuple[str, int]:
    try:
        return str(file), file.stat().st_mtime_ns
    except OSError:
        return str(file), 0  # deleted, or being replaced by an editor


def _read(path: Path) -> tuple[Sequence[Rule], Sequence[Fault]]:
    """The sound rules and the faults of a folder, or of one file in a stage's folder."""
    if path.is_dir():
        if not any(path.rglob("*.toml")):
            raise FileError(path, "there is no rule file (STAGE/NAME.toml) in this folder")
        return _of_folder(path)
    if not path.is_file():
        raise FileError(path, "there is no such file or folder")
    root = next((parent.parent for parent in path.parents if parent.name in STAGES), None)
    if root is None:
        raise FileError(path, f"lies in no stage's folder; stages are {', '.join(STAGES)}")
    rules, faults = _of_folder(root)
    file = str(path)
    return [rule for rule in rules if rule.file == file], [fault for fault in faults if fault.file == file]


def _of_folder(folder: Path, *, trusted: bool = False) -> tuple[Sequence[Rule], Sequence[Fault]]:
    rules, faults = read_folder(folder, trusted=trusted)
    return rules, [*faults, *faults_of_verdicts(rules, read_verdicts(folder))]
