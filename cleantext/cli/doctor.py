"""`cleantext doctor`: is all well with this installation, and what is to be done where it is not?"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import Any

import click

from cleantext.cli.rules_named import FOLDERS
from cleantext.health import Check, checks
from cleantext.runs.report import FOUND_SOMETHING

_WIDTH = 10
"""Cells of the state; below them the advice is set in."""


@click.command()
@FOLDERS
@click.option("--format", "as_format", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.pass_context
def doctor(context: click.Context, folders: tuple[str, ...], as_format: str) -> None:
    """Look at this installation: versions, engine, names, rules, what the build wrote down, and a self-test.

    Folders of rules that `cleantext.toml` names are looked at too. What is not well is told with
    what to do. Exit code 1 if something failed; a warning is no failure.
    """
    found = checks(folders or _configured(context))
    done = list(found if as_format == "json" else _shown(found))
    failed = any(check.state == "failed" for check in done)
    if as_format == "json":
        told = {"ok": not failed, "checks": [asdict(check) for check in done]}
        click.echo(json.dumps(told, indent=2, ensure_ascii=False))
    if failed:
        context.exit(FOUND_SOMETHING)


def _configured(context: click.Context) -> Sequence[str]:
    """The folders of rules that `fix` would use."""
    written_down: Mapping[str, Any] = context.find_root().default_map or {}
    folders: Sequence[str] = written_down.get("fix", {}).get("rules", ())
    return folders


def _shown(found: Iterator[Check]) -> Iterator[Check]:
    """Print each check as it comes: some take a second."""
    for check in found:
        click.echo(f"{check.state:<{_WIDTH}}{check.name}: {check.told}")
        if check.advice:
            click.echo(f"{'':<{_WIDTH}}→ {check.advice}")
        yield check
