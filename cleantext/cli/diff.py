"""Unified diffs: bytes that `patch` takes for a pipe; colours and visible characters for a terminal."""

from __future__ import annotations

import os
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING

from cleantext import Result
from cleantext.cli.show import styled
from cleantext.differences import differences
from cleantext.files import said

if TYPE_CHECKING:
    from rich.text import Text

CONTEXT_LINES = 3
_NO_NEWLINE = "\\ No newline at end of file"
_STYLES = {"-": "red", "+": "green", " ": ""}


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two texts of a diff: its lines with their ends, where each starts, the spans that changed."""

    lines: Sequence[str]
    starts: Sequence[int]
    spans: Sequence[tuple[int, int]] = ()

    @classmethod
    def of(cls, text: str, spans: Sequence[tuple[int, int]] = ()) -> Side:
        r"""Split at `\n` alone, as `patch` does, which knows no other line end."""
        lines = re.findall(r"[^\n]*\n|[^\n]+", text)
        return cls(lines, list(accumulate(map(len, lines), initial=0)), spans)

    def pieces(self, number: int) -> Iterator[tuple[str, bool]]:
        """A line in pieces, each with: did it change?"""
        place, end = self.starts[number : number + 2]
        text, start = self.lines[number], place
        for first, last in self.spans[bisect_right(self.spans, place, key=lambda span: span[1]) :]:
            if first >= end:
                break
            first, last = max(first, place), min(last, end)
            yield text[place - start : first - start], False
            yield text[first - start : last - start], True
            place = last
        yield text[place - start :], False


@dataclass(frozen=True, slots=True)
class Group:
    """Neighbouring changes: the header of the group, and each row's mark with the number of its line."""

    header: str
    rows: tuple[tuple[str, int], ...]


def groups(before: Side, after: Side) -> Iterator[Group]:
    """The changes between two texts with the lines around them."""
    matcher = SequenceMatcher(None, before.lines, after.lines)
    for opcodes in matcher.get_grouped_opcodes(CONTEXT_LINES):
        (_, i1, _, j1, _), (_, _, i2, _, j2) = opcodes[0], opcodes[-1]
        yield Group(f"@@ -{_range(i1, i2)} +{_range(j1, j2)} @@", tuple(_rows(opcodes)))


def small_diff(before: str, after: str) -> Iterator[Text]:
    """Both texts whole, for a terminal: the lines removed, added and kept."""
    changes = tuple(differences(before, after))
    old = Side.of(before, [(start, end) for start, end, _ in changes])
    new = Side.of(after, list(_spans_after((start, end, len(said)) for start, end, said in changes)))
    for mark, number in _rows(SequenceMatcher(None, old.lines, new.lines).get_opcodes()):
        yield _shown(mark, list((new if mark == "+" else old).pieces(number)))


def _rows(opcodes: Sequence[tuple[str, int, int, int, int]]) -> Iterator[tuple[str, int]]:
    for tag, i1, i2, j1, j2 in opcodes:
        if tag == "equal":
            yield from ((" ", number) for number in range(i1, i2))
        else:
            yield from (("-", number) for number in range(i1, i2))
            yield from (("+", number) for number in range(j1, j2))


def _range(start: int, stop: int) -> str:
    if stop - start == 1:
        return f"{start + 1}"
    return f"{start + 1 if stop > start else start},{stop - start}"


def patch(result: Result, path: Path | str) -> bytes:
    """The diff of a result as `patch` reads it, in UTF-8, with the file's own name."""
    name = os.fspath(path)
    if any(not (char.isprintable() or "\udc80" <= char <= "\udcff") for char in name):
        name = said(name)
    if " " in name:
        name += "\t"  # or `patch` would end the name at the space
    before, after = Side.of(result.original), Side.of(result.text)
    parts = []
    for group in groups(before, after):
        parts.append(f"{group.header}\n")
        for mark, number in group.rows:
            line = (after if mark == "+" else before).lines[number]
            parts.append(f"{mark}{line}" if line.endswith("\n") else f"{mark}{line}\n{_NO_NEWLINE}\n")
    header = f"--- {name}\n+++ {name}\n".encode("utf-8", "surrogateescape")
    return header + "".join(parts).encode("utf-8", "backslashreplace")  # half a surrogate pair, from JSON


def coloured_rows(result: Result, path: Path | str) -> Sequence[Text]:
    """The rows of a coloured diff, all of them, so that they can travel."""
    return tuple(coloured(result, path))


def coloured(result: Result, path: Path | str) -> Iterator[Text]:
    """The diff of a result for a terminal: what changed inside a line stands out, and nothing is invisible."""
    from rich.text import Text

    before = Side.of(result.original, [(hunk.start, hunk.end) for hunk in result.hunks])
    lengths = ((hunk.start, hunk.end, len(hunk.after)) for hunk in result.hunks)
    after = Side.of(result.text, list(_spans_after(lengths)))
    yield Text(f"--- {said(path)}\n+++ {said(path)}", "bold")
    for group in groups(before, after):
        yield Text(group.header, "cyan")
        for mark, number in group.rows:
            side = after if mark == "+" else before
            yield _shown(mark, list(side.pieces(number)))
            if not side.lines[number].endswith("\n"):
                yield Text(_NO_NEWLINE, "dim")


def _shown(mark: str, pieces: Sequence[tuple[str, bool]]) -> Text:
    """A row; a line end is shown only where it is the change, not where the whole line is."""
    from rich.text import Text

    style = _STYLES[mark]
    whole = mark == " " or all(changed for piece, changed in pieces if piece)
    row = Text(mark, style)
    for piece, changed in pieces:
        shown = piece.removesuffix("\n").removesuffix("\r") if whole or not changed else piece
        stands_out = changed and not whole
        row.append_text(styled(shown, f"{style} reverse" if stands_out else style, at_edges=stands_out, marks="dim"))
    return row


def _spans_after(changes: Iterable[tuple[int, int, int]]) -> Iterator[tuple[int, int]]:
    """From (start, end, length afterwards) of each change to the spans of what came of them."""
    shift = 0
    for start, end, length in changes:
        yield start + shift, start + shift + length
        shift += length - (end - start)
