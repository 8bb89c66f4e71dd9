"""A bar on the terminal while files are worked on, where nothing else is printed there."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click

from cleantext.cli.show import console

Say = Callable[[str], None]
Advance = Callable[[int], None]

FEW_FILES = 20
FEW_BYTES = 20_000_000
"""Up to here a bar would be gone before it is read."""


@contextmanager
def progress(size: int, files: int, *, wanted: bool) -> Iterator[tuple[Advance, Say]]:
    """Give (advance the bar by bytes, print a message on standard error); without a terminal there is no bar."""
    if not wanted or (files <= FEW_FILES and size <= FEW_BYTES) or not sys.stderr.isatty():
        yield lambda _size: None, lambda message: click.echo(message, err=True)
        return
    from rich.progress import (
        BarColumn,
        DownloadColumn,
        Progress,
        TextColumn,
        TimeElapsedColumn,
        TimeRemainingColumn,
        TransferSpeedColumn,
    )

    errors = console(stderr=True)
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        DownloadColumn(),
        TransferSpeedColumn(),
        TimeElapsedColumn(),
        TimeRemainingColumn(),
    )
    # Standard output may be a file: rich would send what is printed there to the terminal.
    with Progress(*columns, console=errors, transient=True, redirect_stdout=False, redirect_stderr=False) as bar:
        task = bar.add_task("Repairing", total=size)
        yield lambda size: bar.advance(task, size), lambda message: errors.print(message, soft_wrap=True)
