"""`cleantext fix`: repair files and folders in place or into another folder, or standard input."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any

import click

from cleantext import WorkerDied
from cleantext.batch import available_processors
from cleantext.cli.one_file import Orders, Repaired, Work, repair_file, repaired
from cleantext.cli.options import STANDARD_INPUT, cleaner_of, rule_options
from cleantext.cli.progress import Advance, Say, progress
from cleantext.cli.report import Mode, Report
from cleantext.files import BinaryFileError, FileError, Found, apart, decode, find_files, outputs, said
from cleantext.workers.answers import Failed
from cleantext.workers.here import one_by_one

BYTES_A_PROCESS = 2_000_000
"""What one process repairs in about the time that another needs to start."""

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
@click.option(
    "--jobs",
    "-j",
    metavar="N",
    type=click.IntRange(min=1),
    help="How many processes.  [default: one for each processor, fewer for less than 2 MB each]",
)
@click.option("--quiet", "-q", is_flag=True, help="No summary, no notes, no progress; errors only.")
@rule_options
def fix(
    paths: tuple[str, ...],
    check: bool,
    diff: bool,
    output_dir: str | None,
    include: tuple[str, ...],
    jobs: int | None,
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
    run = _Run(Orders(cleaner_of(chosen), encoding, mode, on_terminal=sys.stdout.isatty()), report, quiet)
    if STANDARD_INPUT in paths:
        if len(paths) > 1 or output_dir is not None:
            raise click.UsageError("- stands alone: standard input goes to standard output")
        _filter(run)
    else:
        _fix_files(run, [Path(path) for path in paths], include, None if output_dir is None else Path(output_dir), jobs)
    if not quiet:
        click.echo("\n".join(report.summary()), err=True)
    click.get_current_context().exit(report.exit_code)


@dataclass(frozen=True)
class _Run:
    """What is done, and how it is told."""

    orders: Orders
    report: Report
    quiet: bool
    say: Say = lambda message: click.echo(message, err=True)

    def settle(self, work: Work, answer: Repaired | Failed) -> None:
        """Count and tell what became of a file. Raises what is a bug."""
        path = work.found.path
        if isinstance(answer, Repaired):
            self.report.add(answer.edits, changed=answer.changed)
            self.show(path, answer)
        elif isinstance(answer.error, BinaryFileError) and work.found.root is not None:
            self.report.skipped += 1
            if not self.quiet:
                self.say(f"skipped {answer.error}")
        elif isinstance(answer.error, FileError):
            self.fail(answer.error)
        elif isinstance(answer.error, WorkerDied):
            reason = f"the process that repaired it, and then another on it alone, {answer.error.how}; left as it is"
            self.fail(FileError(path, reason))
        else:  # a bug: the report of it needs the text
            raise answer.noted(f"while repairing {said(path)}")

    def fail(self, error: FileError) -> None:
        """Count and tell a file that failed."""
        self.report.failed += 1
        self.say(f"cleantext: {error}")

    def show(self, path: Path, repaired: Repaired) -> None:
        """Print what the mode asks for."""
        if not repaired.changed or self.orders.mode == "write":
            return
        if self.orders.mode == "check":
            # For a pipe the name's own bytes, so that `xargs` finds the file.
            click.echo(said(path) if self.orders.on_terminal else os.fsencode(path))
        elif isinstance(repaired.diff, bytes):
            _put(repaired.diff)
        else:
            from cleantext.cli.show import console

            for row in repaired.diff:
                console().print(row, soft_wrap=True)


def _put(output: bytes) -> None:
    """Write to standard output, as it is."""
    try:
        click.echo(output, nl=False)
    except BrokenPipeError:  # `| head` has seen enough
        raise
    except OSError as error:
        raise FileError("standard output", f"cannot be written: {error.strerror}") from error


def _filter(run: _Run) -> None:
    name, orders = "standard input", run.orders
    content = decode(sys.stdin.buffer.read(), name, orders.encoding)
    result = orders.cleaner.explain(content.text)
    answer = repaired(orders, result, Path(name))
    run.report.add(answer.edits, changed=answer.changed)
    if orders.mode == "write":
        _put(content.encode(result.text, name))
    if orders.mode == "diff":
        run.show(Path(name), answer)


def _fix_files(
    run: _Run, paths: Sequence[Path], include: Sequence[str], output_dir: Path | None, jobs: int | None
) -> None:
    looked_up = list(find_files(paths, include))
    found = [it for it in looked_up if isinstance(it, Found)]
    targets: Sequence[Path | None] = [None] * len(found)
    if output_dir is not None:
        targets = outputs(found, paths, output_dir)
    works = [Work(it, target) for it, target in zip(found, targets, strict=True)]
    printing = run.orders.mode != "write" and run.orders.on_terminal
    with progress(len(found), wanted=not (run.quiet or printing)) as (advance, say):
        run = replace(run, say=say)
        for missing in looked_up:
            if isinstance(missing, FileError):
                run.fail(missing)
        _repair_files(run, works, jobs or _jobs_for(works), advance)


def _repair_files(run: _Run, works: Sequence[Work], jobs: int, advance: Advance) -> None:
    task = partial(repair_file, run.orders)
    if jobs == 1:
        _settle(run, one_by_one(task, works), advance)
        return
    from cleantext.workers.crew import Crew

    writing = run.orders.mode == "write"
    with Crew[Work](task, jobs, size=_size, prompt=True) as crew:
        # Two workers must not repair one file at a time, which links would have them do.
        runs = apart(works, lambda work: work.found.path) if writing else [works]
        _settle(run, chain.from_iterable(map(crew.run, runs)), advance)
        if run.report.interrupted and writing:  # what is written is told
            crew.stop()
            _settle(run, crew.rest(), advance)


def _settle(run: _Run, answers: Iterable[tuple[Work, Repaired | Failed]], advance: Advance) -> None:
    try:
        for work, answer in answers:
            run.settle(work, answer)
            advance()
    except KeyboardInterrupt:  # each file is whole, old or new
        run.report.interrupted = True


def _jobs_for(works: Sequence[Work]) -> int:
    """As many processes as there are processors, but no more than have something to do."""
    processors = available_processors()
    size = 0
    for work in works if processors > 1 else ():
        size += _size(work)
        if size >= processors * BYTES_A_PROCESS:
            break
    return max(1, min(processors, len(works), size // BYTES_A_PROCESS))


def _size(work: Work) -> int:
    """Bytes; none for what cannot be read, which is told when its turn comes."""
    try:
        return work.found.path.stat().st_size
    except OSError:
        return 0
