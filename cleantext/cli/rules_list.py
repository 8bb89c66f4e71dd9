"""`cleantext rules list`, `show` and `schema`: what rules there are, and what each says of itself."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from typing import Any

import click

from cleantext import Rule, load_rules
from cleantext.cli.rules_named import FOLDERS, named
from cleantext.rule import SAFETIES, STAGES, languages_of
from cleantext.runs.report import counted

ROOM_FOR_SUMMARY = 50
"""Cells; a summary with less than that goes on a line of its own."""


@click.command("list")
@click.option("--stage", type=click.Choice(STAGES), help="Those of one stage.")
@click.option("--safety", type=click.Choice(SAFETIES), help="Those that are safe, for review, or report only.")
@click.option("--language", metavar="CODE", help="Those for texts in, or translated from, this language only.")
@click.option("--format", "as_format", type=click.Choice(["table", "json"]), default="table", show_default=True)
@FOLDERS
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


@click.command("show")
@click.argument("name")
@FOLDERS
def show_rules(name: str, folders: tuple[str, ...]) -> None:
    """Show one rule: what it mends and why, what it asks for, what it changes and what it keeps."""
    from cleantext.cli.rule_page import rule_page
    from cleantext.cli.show import console

    rule = named(name, {rule.name: rule for rule in load_rules(folders)})
    out = console()
    for line in rule_page(rule, out.width):
        out.print(line, soft_wrap=True)


@click.command("schema")
def schema_rules() -> None:
    """Print the JSON Schema of rule files, for editors.

    Write it beside your rules, and name it in the first line of each (#:schema ../rule.schema.json), or in
    .taplo.toml: editors then complete keys, show what each means, and mark what is no key.
    """
    from cleantext.ruleset.json_schema import json_schema

    click.echo(json.dumps(json_schema(), indent=2))
