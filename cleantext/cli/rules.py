"""`cleantext rules`: list the rules, show one, and hold rule files to what they claim."""

from __future__ import annotations

import difflib
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import click

from cleantext import Fault, OptionError, Rule, load_rules
from cleantext.contract import faults_of
from cleantext.files import FileError
from cleantext.rule import SAFETIES, STAGES, Phrases
from cleantext.ruleset.folder import builtin_folder, read_folder
from cleantext.runs.report import FOUND_SOMETHING, counted

ROOM_FOR_SUMMARY = 50
"""Cells; a summary with less than that goes on a line of its own."""

_FOLDERS = click.option("--rules", "folders", metavar="DIR", multiple=True, help="A folder of further rules, too.")


@click.group()
def rules() -> None:
    """List the rules, show one, and check rule files of your own."""


@rules.command("list")
@click.option("--stage", type=click.Choice(STAGES), help="Those of one stage.")
@click.option("--safety", type=click.Choice(SAFETIES), help="Those that are safe, for review, or report only.")
@click.option("--language", metavar="CODE", help="Those for texts in, or translated from, this language only.")
@click.option("--format", "as_format", type=click.Choice(["table", "json"]), default="table", show_default=True)
@_FOLDERS
def list_rules(stage: str, safety: str, language: str, as_format: str, folders: tuple[str, ...]) -> None:
    """List the rules: name, safety, languages, and what each mends."""
    chosen = [
        rule
        for rule in load_rules(folders)
        if (not stage or rule.stage == stage)
        and (not safety or rule.safety == safety)
        and (not language or language.lower() in languages_of(rule))
    ]
    chosen.sort(key=lambda rule: (STAGES.index(rule.stage), rule.name))
    if as_format == "json":
        click.echo(json.dumps([_listed(rule) for rule in chosen], indent=2))
        return
    for line in _table(chosen):
        click.echo(line)
    click.echo(counted("rule", len(chosen)), err=True)


def languages_of(rule: Rule) -> Sequence[str]:
    """The languages that a rule names, of the text or as the source; none for a rule that any text may meet."""
    named = set(rule.languages) | set(rule.evidence)
    if rule.requires.source not in ("", "any"):
        named.add(rule.requires.source)
    if isinstance(rule.remedy, Phrases):
        named |= set(rule.remedy.by_language)
    return sorted(named)


def _listed(rule: Rule) -> dict[str, Any]:
    return {
        "name": rule.name,
        "stage": rule.stage,
        "safety": rule.safety,
        "languages": list(languages_of(rule)),
        "summary": rule.summary,
        "file": rule.file,
    }


def _table(chosen: Sequence[Rule]) -> Iterator[str]:
    """Aligned columns, one line a rule; on a narrow terminal, the summary on a line of its own."""
    from cleantext.cli.show import console, cropped

    out = console()
    rows = [(rule.name, rule.safety, _few(languages_of(rule)), rule.summary) for rule in chosen]
    widths = [max((len(row[column]) for row in rows), default=0) + 2 for column in range(3)]
    room = out.width - sum(widths) if out.is_terminal else sys.maxsize
    for *cells, summary in rows:
        start = "".join(f"{cell:<{width}}" for cell, width in zip(cells, widths, strict=True))
        if room < ROOM_FOR_SUMMARY:
            yield start.rstrip()
            yield f"    {cropped(summary, out.width - 4, keep='head')}"
        else:
            yield f"{start}{cropped(summary, room, keep='head')}".rstrip()


def _few(languages: Sequence[str]) -> str:
    return " ".join(languages) if len(languages) <= 3 else f"{len(languages)} langs"


@rules.command("show")
@click.argument("name")
@_FOLDERS
def show_rule(name: str, folders: tuple[str, ...]) -> None:
    """Show one rule: what it mends and why, what it asks for, what it changes and what it keeps."""
    from cleantext.cli.rule_page import rule_page
    from cleantext.cli.show import console

    by_name = {rule.name: rule for rule in load_rules(folders)}
    if name not in by_name:
        raise OptionError(_no_such_rule(name, by_name))
    out = console()
    for line in rule_page(by_name[name], out.width):
        out.print(line, soft_wrap=True)


def _no_such_rule(name: str, known: Sequence[str] | dict[str, Rule]) -> str:
    near = [rule for rule in known if rule.startswith(f"{name}/") or rule.endswith(f"/{name}")]
    near = near or difflib.get_close_matches(name, known, 3)
    return f"there is no rule {name!r}" + (f"; did you mean {', '.join(near)}?" if near else "")


@rules.command("check")
@click.argument("paths", metavar="[PATH]...", nargs=-1)
def check_rules(paths: tuple[str, ...]) -> None:
    """Check rule files: their form, and that their examples hold.

    PATH is a folder of rules as for `fix --rules`, or one rule file in such a folder; without
    any, the library's own rules are checked. Every fault is printed as FILE:LINE: REASON; the
    exit code is 1 where there are some.
    """
    read = [_read(Path(path)) for path in paths] if paths else [read_folder(builtin_folder(), trusted=True)]
    sound = [rule for found, _ in read for rule in found]
    faults = [fault for _, more in read for fault in more]
    total = len(sound) + len({fault.file for fault in faults})
    for rule in sound:
        faults += faults_of(rule)
    for fault in sorted(faults):
        click.echo(str(fault))
    files = len({fault.file for fault in faults})
    told = f"{counted('fault', len(faults))} in {files} of {counted('rule', total)}"
    click.echo(told if faults else f"{counted('rule', total)}, no faults", err=True)
    click.get_current_context().exit(FOUND_SOMETHING if faults else 0)


def _read(path: Path) -> tuple[tuple[Rule, ...], Sequence[Fault]]:
    """The sound rules and the faults of a folder, or of one file in a stage's folder."""
    if path.is_dir():
        if not any(path.rglob("*.toml")):
            raise FileError(path, "there is no rule file (STAGE/NAME.toml) in this folder")
        return read_folder(path)
    if not path.is_file():
        raise FileError(path, "there is no such file or folder")
    root = next((parent.parent for parent in path.parents if parent.name in STAGES), None)
    if root is None:
        raise FileError(path, f"lies in no stage's folder; stages are {', '.join(STAGES)}")
    rules, faults = read_folder(root)
    file = str(path)
    return tuple(rule for rule in rules if rule.file == file), [fault for fault in faults if fault.file == file]
