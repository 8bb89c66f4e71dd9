"""What a run says and shows on a terminal or into a pipe."""

from __future__ import annotations

import os
import sys
from contextlib import AbstractContextManager, ExitStack
from types import TracebackType
from typing import Any

import click

from cleantext.cli.gathered import Gathered
from cleantext.cli.progress import Advance, Say, progress
from cleantext.files import Encoded, FileError, decode, said
from cleantext.runs import Audience, Mode, Work
from cleantext.runs.orders import Repaired

STANDARD_INPUT_NAME = "standard input"


class Console(Audience, AbstractContextManager["Console"]):
    """Messages on standard error, what the mode asks for on standard output, and a bar where it does not disturb."""

    def __init__(self, mode: Mode, *, quiet: bool, on_terminal: bool) -> None:
        """`on_terminal`: does a person read standard output?"""
        self._mode, self._quiet, self._on_terminal = mode, quiet, on_terminal
        self._end = ExitStack()
        self.gathered: Gathered | None = None
        """Where what a report needs is taken to, as it comes."""
        self._advance: Advance = lambda _size: None
        self._say: Say = lambda message: click.echo(message, err=True)

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        self._end.close()

    def begin(self, size: int, files: int) -> None:
        """Put the bar up."""
        printing = self._mode != "write" and self._on_terminal
        wanted = not (self._quiet or printing)
        self._advance, self._say = self._end.enter_context(progress(size, files, wanted=wanted))

    def advance(self, size: int) -> None:
        """Let the bar grow."""
        self._advance(size)

    def fail(self, error: FileError) -> None:
        """Print what failed."""
        self._say(f"cleantext: {error}")

    def more_failed(self, work: Work, number: int) -> None:
        """Print how much else failed."""
        self._say(f"cleantext: {said(work.found.path)}: {number:,} more records failed")

    def note(self, message: str) -> None:
        """Print a message, but for who wants to hear of errors alone."""
        if not self._quiet:
            self._say(message)

    def show(self, work: Work, repaired: Repaired) -> None:
        """Print what the mode asks for."""
        if repaired.changed and self._mode == "check":
            # For a pipe the name's own bytes, so that `xargs` finds the file.
            path = work.found.path
            click.echo(said(path) if self._on_terminal else os.fsencode(path))
        for piece in repaired.shown:
            self.show_piece(piece)

    def show_piece(self, piece: Any) -> None:
        """Print a diff, and keep what a report needs."""
        if self.gathered is not None:
            piece = self.gathered.take(piece)
        if piece is None:
            return
        if isinstance(piece, bytes):
            click.echo(piece, nl=False)
            return
        from cleantext.cli.show import console

        for row in piece:
            console().print(row, soft_wrap=True)


def read_standard_input(encoding: str) -> Encoded:
    """Read all of standard input. Raises FileError."""
    try:
        raw = sys.stdin.buffer.read()
    except OSError as error:
        raise FileError(STANDARD_INPUT_NAME, f"cannot be read: {error.strerror}") from error
    return decode(raw, STANDARD_INPUT_NAME, encoding)
