"""The journal of a run: which contents are done, so that another run passes over them.

A line is written just before a file is put in place, by whoever does that. So a file that is in place
is in the journal, whenever the run is killed; what is in the journal and not in place is known by its
content. A torn last line costs one file a second look.
"""

from __future__ import annotations

import json
import os
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO, Literal

from cleantext.errors import CleanTextError
from cleantext.files import FileError, digest, opened, read_text_file
from cleantext.records import format_of
from cleantext.runs import fingerprint
from cleantext.runs.orders import Orders, Work
from cleantext.runs.pen import Pen, form, key

_BEGINNING = b'{"run": '
"""What every journal begins with, or with as much of it as there was room for."""


class Journal:
    """What a journal says of earlier runs, held against what this one would do."""

    def __init__(self, path: Path, orders: Orders) -> None:
        """Read the journal, if there is one, and begin this run in it. Raises FileError."""
        self._orders = orders
        self._rules = fingerprint.of_rules(orders.cleaner)
        self._of_orders = fingerprint.of_orders(orders)
        self._runs: dict[str, Mapping[str, Any]] = {}
        self._done: dict[str, Mapping[str, Any]] = {}
        self._touches: dict[str, tuple[Collection[str], fingerprint.Touch]] = {}
        for line in _lines(path):
            if "rules" in line and "orders" in line:
                self._runs[line["run"]] = line
            elif "path" in line:
                self._done[line["path"]] = line
        run = fingerprint.short((self._of_orders, self._rules))
        self.pen = Pen(path, run)
        self._begin(path)

    def _begin(self, path: Path) -> None:
        with _existing(path, "r+b") as file:
            if file.seek(0, os.SEEK_END) and file.seek(-1, os.SEEK_END) and file.read() != b"\n":
                file.write(b"\n")  # what was torn does not spoil what comes
        if self.pen.run not in self._runs:
            self.pen.append({"run": self.pen.run, "orders": self._of_orders, "rules": self._rules})

    def is_done(self, work: Work) -> bool:
        """Would a run over this file do nothing? Told by its content, and by the rules that changed since."""
        line = self._done.get(key(work.place))
        run = None if line is None else self._runs.get(line["run"])
        if line is None or run is None or run["orders"] != self._of_orders:
            return False
        try:
            if work.target is not None and line.get("output") != form(work.target.stat()):
                return False
            content = digest(work.found.path)
        except OSError:
            return False
        if content != line["content"]:
            return False
        if line["run"] == self.pen.run:
            return True
        return self._holds(work, line, run)

    def _holds(self, work: Work, line: Mapping[str, Any], run: Mapping[str, Any]) -> bool:
        """Does what was done under other rules hold under these?"""
        if line["run"] not in self._touches:
            then, now = run["rules"], self._rules
            differ = {name for name in {*then, *now} if then.get(name) != now.get(name)}
            self._touches[line["run"]] = differ, fingerprint.Touch(self._orders.cleaner, differ)
        changed, touch = self._touches[line["run"]]
        if set(line["rules"]) & set(changed):
            return False
        try:
            if touch.concerns(texts_of(self._orders, work)):
                return False
        except CleanTextError:  # it is told when the file's turn comes
            return False
        self.pen.append({**line, "run": self.pen.run})
        return True


def texts_of(orders: Orders, work: Work) -> Iterator[str]:
    """The texts of a file, of whatever kind. Raises CleanTextError where they cannot be had."""
    path = work.found.path
    format_ = format_of(path)
    if format_ is None:
        yield read_text_file(path, orders.encoding).text
        return
    with opened(path) as (source, _), format_.opened(path, source, None, orders.fields) as file:
        for record in file.records():
            yield from (slot.text for slot in record.slots)


def _lines(path: Path) -> Iterable[Mapping[str, Any]]:
    with _existing(path, "rb") as file:
        if not _BEGINNING.startswith(file.read(len(_BEGINNING))):
            raise FileError(path, "is there, and is no journal; choose another file")
        file.seek(0)
        for raw in file:
            with suppress(ValueError):  # torn
                line = json.loads(raw)
                if isinstance(line, dict) and "run" in line:
                    yield line


@contextmanager
def _existing(path: Path, mode: Literal["rb", "r+b"]) -> Iterator[BinaryIO]:
    """The journal, open; an empty one where there is none. Raises FileError."""
    try:
        with path.open(mode) as file:
            yield file
    except FileNotFoundError:
        yield BytesIO()
    except OSError as error:
        what = "read" if mode == "rb" else "written"
        raise FileError(path, f"the journal cannot be {what}: {error.strerror}") from error
