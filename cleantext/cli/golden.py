"""`cleantext golden`: run, update and review golden files without pytest, and make some of a report's marks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cleantext.runs.report import FOUND_SOMETHING, counted

if TYPE_CHECKING:
    from cleantext.golden.verdict import Verdict

_PATHS = click.argument("paths", metavar="PATH...", nargs=-1, required=True)
_FOLDERS = click.option(
    "--rules",
    "folders",
    metavar="DIR",
    multiple=True,
    callback=lambda _context, _option, folders: tuple(str(Path.cwd() / folder) for folder in folders),
    help="A folder of further rules.",
)
_CASES = click.option("--case", "names", metavar="NAME", multiple=True, help="Only the cases of this name.")


@click.group()
def golden() -> None:
    """Hold texts to what must come of them: golden files.

    A file NAME.golden.toml holds one text, or several as [[cases]]; NAME.golden.jsonl one a line. `input` is enough
    to begin with: `cleantext golden update` writes the output and the rules that edit, for you to review.
    """


@golden.command("run")
@_PATHS
@_CASES
@_FOLDERS
def run(paths: tuple[str, ...], names: tuple[str, ...], folders: tuple[str, ...]) -> None:
    """Try golden files and folders of them; the exit code is 1 where something comes out otherwise."""
    total = failed = 0
    for verdict in _verdicts(paths, names, folders):
        total += 1
        expected = bool(verdict.case.xfail)
        if verdict.holds == expected:
            failed += 1
            said = [f"{verdict.case.place}: {verdict.case.name}", "  comes out as written, and so needs no xfail"]
            click.echo("\n".join(said if expected else verdict.lines()) + "\n")
    click.echo(
        f"{failed} of {counted('case', total)} failed" if failed else f"{counted('case', total)}, all hold", err=True
    )
    click.get_current_context().exit(FOUND_SOMETHING if failed else 0)


@golden.command("update")
@_PATHS
@_CASES
@_FOLDERS
def update(paths: tuple[str, ...], names: tuple[str, ...], folders: tuple[str, ...]) -> None:
    """Write into golden files what comes out now, for you to review.

    Refused in CI, and for a case where replaying the edits does not give the output, the output does not stay as it
    is, or a rule that edits it does not hold to its own examples. Cases with `xfail` stay as they are.
    """
    from cleantext.golden.update import update as write

    changed = 0
    for verdict in _verdicts(paths, names, folders):
        if not verdict.holds and not verdict.case.xfail:
            write(verdict, folders)
            changed += 1
            click.echo(f"{verdict.case.place}: {verdict.case.name} is updated")
    click.echo(f"{counted('case', changed)} updated", err=True)


@golden.command("review")
@_PATHS
@_FOLDERS
def review(paths: tuple[str, ...], folders: tuple[str, ...]) -> None:
    """Go through the cases that come out otherwise, one by one, and accept some of them."""
    from cleantext.golden.update import refuse_in_ci
    from cleantext.golden.update import update as write

    refuse_in_ci()
    left = 0
    for verdict in _verdicts(paths, (), folders):
        if verdict.holds or verdict.case.xfail:
            continue
        click.echo("\n".join(verdict.lines()) + "\n")
        said = click.prompt("accept, skip, quit", type=click.Choice(["a", "s", "q"]), default="s", err=True)
        if said == "a":
            write(verdict, folders)
        else:
            left += 1
        if said == "q":
            break
    click.echo(f"{counted('case', left)} left as they are" if left else "nothing is left to review", err=True)
    click.get_current_context().exit(FOUND_SOMETHING if left else 0)


@golden.command("accept")
@click.argument("marks", metavar="MARKS.json")
@click.option("--folder", metavar="DIR", default="tests/golden", show_default=True, help="Where golden files go.")
@_FOLDERS
def accept(marks: str, folder: str, folders: tuple[str, ...]) -> None:
    """Write down the marks of a report: accepted edits as golden cases, rejected ones as near misses of their rules.

    A rule fails its contract until it heeds its new near misses. The exit code is 1 where a mark could not be kept.
    """
    from cleantext.golden.accept import accept as take
    from cleantext.golden.accept import read_marks

    lost = 0
    for taken in take(read_marks(Path(marks)), Path(folder), folders):
        mark = taken.mark
        lost += taken.file is None
        became = f"{mark.verdict}ed, written into {taken.file}" if not taken.why_not else taken.why_not
        click.echo(f"{mark.document}: {mark.rule}: {became}")
    click.get_current_context().exit(FOUND_SOMETHING if lost else 0)


def _verdicts(paths: Sequence[str], names: Sequence[str], folders: Sequence[str]) -> Iterator[Verdict]:
    from cleantext import OptionError
    from cleantext.golden.files import golden_files, read_cases
    from cleantext.golden.verdict import tried

    found = 0
    for path in golden_files(map(Path, paths)):
        for case in read_cases(path):
            if not names or case.name in names:
                found += 1
                yield tried(case, folders)
    if not found:
        wanted = (
            f"no case is called {', '.join(names)}"
            if names
            else "there is no golden file (*.golden.toml, *.golden.jsonl)"
        )
        raise OptionError(f"{wanted} in {', '.join(paths)}")
