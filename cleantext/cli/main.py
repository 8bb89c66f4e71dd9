"""The command `cleantext` and how its errors end: a message that says what to do, exit code 2, no traceback."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from functools import partial
from io import TextIOWrapper
from typing import Any

import click

from cleantext import CleanTextError, RuleError, __version__
from cleantext.cli.compare import analyse, compare
from cleantext.cli.configuration import defaults
from cleantext.cli.doctor import doctor
from cleantext.cli.explain import explain
from cleantext.cli.fix import fix
from cleantext.cli.golden import golden
from cleantext.cli.learn import learn
from cleantext.cli.rules import rules
from cleantext.runs.report import INTERRUPTED, counted


class _Failure(click.ClickException):
    exit_code = 2


class _Group(click.Group):
    """Turns what cleantext raises on purpose into messages; anything else is a bug and shows its traceback."""

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        **extra: Any,
    ) -> Any:
        """Run, and exit; after Ctrl-C never with 1, which click would take, and which says that something was found."""
        run = partial(super().main, args, prog_name, complete_var, standalone_mode=False, **extra)
        if not standalone_mode:
            return run()
        try:
            try:
                sys.exit(run())
            except click.ClickException as error:
                error.show()
                sys.exit(error.exit_code)
            except (click.Abort, KeyboardInterrupt):
                click.echo("interrupted", err=True)
                sys.exit(INTERRUPTED)
            except OSError as error:
                if error.filename is not None:
                    raise
                # Of a file it would be a FileError. What waits to be printed must not fail once more at the end.
                os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
                click.echo(f"Error: standard output: cannot be written: {error.strerror}", err=True)
                sys.exit(_Failure.exit_code)
        except KeyboardInterrupt:  # once more, while that was said
            sys.exit(INTERRUPTED)

    def invoke(self, ctx: click.Context) -> Any:
        try:
            ctx.default_map = defaults({"fix": fix, "explain": explain}, ctx.params.pop("config"))
            return super().invoke(ctx)
        except RuleError as error:
            faults = f"{counted('fault', len(error.faults))} in rule files"
            raise _Failure(f"{faults}, so nothing was done; mend them, or leave the folder out\n{error}") from error
        except CleanTextError as error:
            raise _Failure(str(error)) from error


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--config", metavar="FILE", help="Options written down.  [default: the nearest cleantext.toml]")
@click.version_option(__version__, message="%(prog)s %(version)s")
def main() -> None:
    """Detect and repair what scraping and machine translation did to texts.

    Options of `fix` and `explain` may stand in `cleantext.toml`, or under `[tool.cleantext]` in
    `pyproject.toml`, in this folder or above it.

    Start with `cleantext fix --diff PATH`, which changes nothing, and `cleantext explain FILE`.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # LANG=C must not end in a traceback


for command in (fix, explain, golden, learn, rules, analyse, compare, doctor):
    main.add_command(command)
