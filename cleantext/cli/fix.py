"""`cleantext fix`: repair files and folders in place or into another folder, or standard input."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from cleantext import Cleaner, Result
from cleantext.cli.diff import coloured, patch
from cleantext.cli.options import STANDARD_INPUT, cleaner_of, rule_options
from cleantext.cli.progress import Say, progress
from cleantext.cli.report import Mode, Report
from cleantext.files import (
    BinaryFileError,
    FileError,
    Found,
    decode,
    find_files,
    outputs,
    read_text_file,
    said,
    write_text_file,
)

_EPILOG = """
\b
  cleantext fix --diff pages/            what would change, and nothing written
  cleantext fix pages/ --output-dir out  repaired copies beside the originals
  curl -s URL | html2text | cleantext fix -

Exit codes: 0 done or nothing to do, 1 --check or --diff found something, 2 a usage error, or a file that
failed (the others are done all the same).
"""


@click.command(epilog=_EPILOG)
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
@click.option("--check", is_flag=True, help="Write nothing; list the files that would change.")
@click.option("--diff", is_flag=True, help="Write nothing; print what would change as a unified diff.")
@click.option("--output-dir", metavar="DIR", help="Write here, in the same layout; unchanged files are copied too.")
@click.option(
    "--include",
    metavar="GLOB",
    multiple=True,
    help="Which files of folders are texts.  [default: .txt .text .md .markdown .rst]",
)
@click.option("--quiet", "-q", is_flag=True, help="No summary, no notes, no progress; errors only.")
@rule_options
def fix(
    paths: tuple[str, ...],
    check: bool,
    diff: bool,
    output_dir: str | None,
    include: tuple[str, ...],
    quiet: bool,
    encoding: str,
    **chosen: Any,
) -> None:
    """Repair text files, in place unless told otherwise.

    In folders, files that look like text are taken, at any depth, but in hidden folders; files
    named are always taken; - repairs standard input to standard output. Encoding, byte order
    mark, line ends and mode stay as they are, and files that need no repair are not touched.
    """
    mode: Mode = "diff" if diff else "check" if check else "write"
    report = Report(mode)
    job = _Job(cleaner_of(chosen), encoding, report, quiet=quiet)
    if STANDARD_INPUT in paths:
        if len(paths) > 1 or output_dir is not None:
            raise click.UsageError("- stands alone: standard input goes to standard output")
        _filter(job)
    else:
        _fix_files(job, [Path(path) for path in paths], include, None if output_dir is None else Path(output_dir))
    if not quiet:
        click.echo("\n".join(report.summary()), err=True)
    click.get_current_context().exit(report.exit_code)


@dataclass(frozen=True)
class _Job:
    """What all files of a run share."""

    cleaner: Cleaner
    encoding: str
    report: Report
    quiet: bool

    def show(self, path: Path, result: Result) -> None:
        """Print what the mode asks for."""
        if result.text == result.original or self.report.mode == "write":
            return
        on_terminal = sys.stdout.isatty()
        if self.report.mode == "check":
            # For a pipe the name's own bytes, so that `xargs` finds the file.
            click.echo(said(path) if on_terminal else os.fsencode(path))
        elif on_terminal:
            from cleantext.cli.show import console

            for row in coloured(result, path):
                console().print(row, soft_wrap=True)
        else:
            _put(patch(result, path))


def _put(output: bytes) -> None:
    """Write to standard output, as it is."""
    try:
        click.echo(output, nl=False)
    except BrokenPipeError:  # `| head` has seen enough
        raise
    except OSError as error:
        raise FileError("standard output", f"cannot be written: {error.strerror}") from error


def _filter(job: _Job) -> None:
    content = decode(sys.stdin.buffer.read(), "standard input", job.encoding)
    result = job.cleaner.explain(content.text)
    job.report.add(result)
    if job.report.mode == "write":
        _put(content.encode(result.text, "standard input"))
    if job.report.mode == "diff":
        job.show(Path("standard input"), result)


def _fix_files(job: _Job, paths: Sequence[Path], include: Sequence[str], output_dir: Path | None) -> None:
    looked_up = list(find_files(paths, include))
    found = [it for it in looked_up if isinstance(it, Found)]
    targets: Sequence[Path | None] = [None] * len(found)
    if output_dir is not None:
        targets = outputs(found, paths, output_dir)
    printing = job.report.mode != "write" and sys.stdout.isatty()
    with progress(len(found), wanted=not (job.quiet or printing)) as (advance, say):
        for missing in looked_up:
            if isinstance(missing, FileError):
                _failed(job, missing, say)
        try:
            for it, target in zip(found, targets, strict=True):
                _fix_file(job, it, target, say)
                advance()
        except KeyboardInterrupt:  # each file is whole, old or new
            job.report.interrupted = True
        except Exception as error:  # a bug: the report of it needs the text
            error.add_note(f"while repairing {said(it.path)}")
            raise


def _fix_file(job: _Job, found: Found, target: Path | None, say: Say) -> None:
    try:
        file = read_text_file(found.path, job.encoding)
        result = job.cleaner.explain(file.text)
        if job.report.mode == "write" and (target is not None or result.text != file.text):
            write_text_file(file, result.text, target)
    except BinaryFileError as error:
        if found.root is None:
            _failed(job, error, say)
            return
        job.report.skipped += 1
        if not job.quiet:
            say(f"skipped {error}")
    except FileError as error:
        _failed(job, error, say)
    else:
        job.report.add(result)
        job.show(found.path, result)


def _failed(job: _Job, error: FileError, say: Say) -> None:
    job.report.failed += 1
    say(f"cleantext: {error}")
