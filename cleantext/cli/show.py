"""How a text is shown on a terminal: invisible characters styled, cut to its width, places as line and column."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from cleantext.facts.lines import Lines
from cleantext.visible import visible, visible_pieces

__all__ = ["Places", "console", "cropped", "skipped", "styled", "titled", "visible", "wrapped"]

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

_LONG_WORD = 12
"""Characters given up at most to end at a word's edge."""


def skipped(reason: str) -> None:
    """Tell what of a corpus cannot be read."""
    import click

    click.echo(f"skipped {reason}", err=True)


def styled(text: str, style: str = "", *, at_edges: bool = False, marks: str = "") -> Text:
    """`visible` for a terminal: in one style, what stands for the invisible in another."""
    from rich.text import Text

    shown = Text(no_wrap=True)
    for piece, is_mark in visible_pieces(text, at_edges=at_edges):
        shown.append(piece, f"{style} {marks}".strip() if is_mark else style)
    return shown


def console(*, stderr: bool = False) -> Console:
    """A console that prints text as it is; colours where the stream is a terminal and NO_COLOR is not set."""
    from rich.console import Console

    return Console(stderr=stderr, highlight=False, markup=False, emoji=False, soft_wrap=False)


def cropped(shown: str, cells: int, *, keep: Literal["head", "tail", "ends"]) -> str:
    """As much of a visible text as fits in so many cells, with … for the rest; at a word's edge where one is near.

    >>> cropped("demonstrators gathered in the same town", 20, keep="tail")
    '…in the same town'
    """
    from rich.cells import cell_len

    if cell_len(shown) <= cells:
        return shown
    if cells < 2:
        return "…"[:cells]
    if keep == "ends":
        head = cropped(shown, (cells + 1) // 2, keep="head")
        return head.removesuffix("…") + cropped(shown, cells - cell_len(head) + 1, keep="tail")
    step = 1 if keep == "head" else -1
    size, room = 0, cells - 1
    for char in shown[::step]:
        room -= cell_len(char)
        if room < 0:
            break
        size += 1
    if keep == "head":
        kept = shown[:size]
        edge = kept.rfind(" ")
        return (kept[:edge] if edge > size - _LONG_WORD else kept).rstrip() + "…"
    kept = shown[len(shown) - size :]
    edge = kept.find(" ")
    return "…" + (kept[edge:] if 0 <= edge < _LONG_WORD else kept).lstrip()


def wrapped(text: Text, width: int) -> Iterator[Text]:
    """The text in lines of at most so many cells."""
    for line in text.wrap(console(), max(width, 20)):
        line.rstrip()
        yield line


def titled(title: str, lines: Iterable[Text]) -> Iterator[Text]:
    """A section: a blank line, its title, its lines; nothing of a section without lines."""
    from rich.text import Text

    for number, line in enumerate(lines):
        if not number:
            yield Text()
            yield Text(title, "bold underline")
        yield line


class Places:
    """Line and column of offsets into one text, both counted from 1, columns in characters."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def starts(self) -> list[int]:
        """Where each line begins."""
        return [line.start for line in Lines(self._text)]

    def place(self, offset: int) -> str:
        r"""Say where an offset is.

        >>> Places("one\ntwo").place(5)
        '2:2'
        """
        line = bisect_right(self.starts, offset)
        return f"{line}:{offset - self.starts[line - 1] + 1}"
