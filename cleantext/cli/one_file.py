"""One file repaired, in this process or in a worker: read, written, and what is to be told of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from cleantext import Cleaner, Result
from cleantext.cli.diff import coloured, patch
from cleantext.cli.report import Mode
from cleantext.files import Found, read_text_file, write_text_file

if TYPE_CHECKING:
    from rich.text import Text


@dataclass(frozen=True, slots=True)
class Orders:
    """What all files of a run share."""

    cleaner: Cleaner
    encoding: str
    mode: Mode
    on_terminal: bool
    """Is a diff for a person?"""


@dataclass(frozen=True, slots=True)
class Work:
    """A file to repair, and where the repaired text goes; None for its own place."""

    found: Found
    target: Path | None = None


@dataclass(frozen=True, slots=True)
class Repaired:
    """What became of a text: did it change, by how many edits of each rule, and the diff where one is asked for."""

    changed: bool
    edits: Counter[str]
    diff: bytes | Sequence[Text] = b""


def repair_file(orders: Orders, work: Work) -> Repaired:
    """Read a file, repair it, and write it where that is asked for. Raises FileError; the file is then as it was."""
    file = read_text_file(work.found.path, orders.encoding)
    result = orders.cleaner.explain(file.text)
    # Before writing: an interrupt between the two would leave a repaired file untold.
    told = repaired(orders, result, work.found.path)
    if orders.mode == "write" and (work.target is not None or result.text != file.text):
        write_text_file(file, result.text, work.target)
    return told


def repaired(orders: Orders, result: Result, path: Path) -> Repaired:
    """What is to be told of a result."""
    if result.text == result.original:
        return Repaired(changed=False, edits=Counter())
    edits = Counter(edit.rule for it in result.passes for edit in it.edits)
    if orders.mode != "diff":
        return Repaired(changed=True, edits=edits)
    return Repaired(True, edits, tuple(coloured(result, path)) if orders.on_terminal else patch(result, path))
