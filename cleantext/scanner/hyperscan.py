"""Automata of Hyperscan: compiled once, or read as the build wrote them down, and used by one thread at a time.

An automaton that was written down fits one version of Hyperscan and one kind of processor. Elsewhere
Hyperscan refuses it, and it is compiled when first needed.
"""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Callable, Collection, Sequence
from pathlib import Path
from typing import Any

try:
    import hyperscan
except ImportError:
    hyperscan = None  # type: ignore[assignment]

PREPARED = "automata"
"""Below `cleantext/data`; written by the build, never checked in."""


def is_here() -> bool:
    """Is Hyperscan installed?"""
    return hyperscan is not None


class NotCompiledError(ValueError):
    """Hyperscan cannot compile an expression, which is not the fault of the expression."""


class Automaton:
    """Finds all matches of expressions in bytes."""

    def __init__(self, expressions: Sequence[bytes], once: Collection[int] = (), *, literal: bool) -> None:
        """Take patterns for text in UTF-8, or, for `literal`, plain bytes; of those in `once` one match is told."""
        self._scan = None
        if expressions:
            database = _read(key_of(expressions, once, literal=literal)) or compiled(expressions, once, literal=literal)
            self._scan, self._room = database.scan, _Room(database)

    def hits(self, content: bytes) -> list[tuple[int, int]]:
        """(number of the expression, end) of matches, mostly in the order of their ends.

        In large texts, of those that end side by side on a line the first: a run of a million spaces matches a
        million times.
        """
        found: list[tuple[int, int]] = []
        if self._scan is not None:
            note = found.append if len(content) < _LARGE else _Notes(content, found)
            self._scan(content, _told, 0, note, self._room.scratch)
        return found


def _told(number: int, _start: int, end: int, _flags: int, note: Callable[[tuple[int, int]], None]) -> None:
    note((number, end))


_LARGE = 1 << 16
"""Bytes; in fewer no run is so long that its matches need be counted."""
_SIDE_BY_SIDE = 4
"""Bytes; the longest character of UTF-8."""


class _Notes:
    """Takes down matches in a large text, without those that end side by side with one on the same line."""

    def __init__(self, content: bytes, found: list[tuple[int, int]]) -> None:
        self._content, self._found, self._ends = content, found, dict[int, int]()

    def __call__(self, match: tuple[int, int]) -> None:
        number, end = match
        before = self._ends.get(number, end)
        if not 0 < end - before <= _SIDE_BY_SIDE or b"\n" in self._content[before:end]:
            self._found.append(match)
        self._ends[number] = end


class _Room(threading.local):
    """What a thread needs beside the automaton while it scans; two at a time in one would fail."""

    def __init__(self, database: Any) -> None:
        self.scratch = hyperscan.Scratch(database)


def compiled(expressions: Sequence[bytes], once: Collection[int], *, literal: bool) -> Any:
    """Compile expressions. Raises NotCompiledError."""
    flags = 0 if literal else hyperscan.HS_FLAG_UTF8 | hyperscan.HS_FLAG_MULTILINE
    database = hyperscan.Database(mode=hyperscan.HS_MODE_BLOCK)
    numbers = range(len(expressions))
    try:
        database.compile(
            expressions=list(expressions),
            ids=list(numbers),
            elements=len(numbers),
            flags=[flags | hyperscan.HS_FLAG_SINGLEMATCH if number in once else flags for number in numbers],
            literal=literal,
        )
    except hyperscan.HyperscanError as error:
        raise NotCompiledError(str(error)) from error
    return database


def written_down(expressions: Sequence[bytes], once: Collection[int], *, literal: bool) -> bytes:
    """An automaton as `Automaton` reads it, from a file named after its key."""
    content: bytes = hyperscan.dumpb(compiled(expressions, once, literal=literal))
    return content


def key_of(expressions: Sequence[bytes], once: Collection[int], *, literal: bool) -> str:
    """The name of the file that an automaton is written down in."""
    digest = hashlib.sha256(b"literal" if literal else b"pattern")
    for number, expression in enumerate(expressions):
        digest.update(b"%d%s%s" % (len(expression), b"." if number in once else b":", expression))
    return digest.hexdigest()[:32]


def fits(name: str) -> bool:
    """Is an automaton written down in the file of this name, and one for this Hyperscan and this processor?"""
    return _read(name) is not None


def _read(name: str) -> Any:
    """The automaton in a file; None where there is none that fits."""
    source = Path(__file__).resolve().parent.parent / "data" / PREPARED / name
    try:
        return hyperscan.loadb(source.read_bytes(), hyperscan.HS_MODE_BLOCK)
    except (OSError, hyperscan.HyperscanError):
        return None
