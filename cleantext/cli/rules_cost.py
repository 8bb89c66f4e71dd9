"""`cleantext rules cost`: how often each rule is called on a corpus, what it proposes, how long that takes."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path

import click

from cleantext import Cleaner
from cleantext.cli.rules_named import FOLDERS
from cleantext.cli.show import skipped
from cleantext.corpus import Corpus, within
from cleantext.files import FileError
from cleantext.runs.report import counted
from cleantext.workshop.cost import Cost, Costs, megabytes


@click.command("cost")
@click.argument("corpus", nargs=-1, required=True)
@FOLDERS
@click.option("--select", "names", metavar="NAME", multiple=True, help="Only this rule or stage; may be given again.")
@click.option("--field", metavar="NAME", default="text", show_default=True, help="Of a record: its text.")
@click.option("--megabytes", "size", metavar="N", type=float, default=2.0, show_default=True, help="0: all of it.")
@click.option("--format", "as_format", type=click.Choice(["table", "json"]), default="table", show_default=True)
def cost_rules(
    corpus: tuple[str, ...], folders: tuple[str, ...], names: tuple[str, ...], field: str, size: float, as_format: str
) -> None:
    """Tell what rules cost on a corpus: files and folders of texts or records.

    TRIGGERED is the share of the texts that a rule was called for, PROPOSALS how many edits it proposed before
    anything weighed them, MS/MB the time that it took for that, per megabyte of all texts. A rule that is called
    in many undamaged texts wants a narrower trigger.
    """
    found = Corpus([*map(Path, corpus)], (field,)).documents(skipped)
    texts = [it.text for it in within(found, size)]
    if not texts:
        raise FileError(corpus[0], f"holds no text, or no record with the field {field!r}")
    cleaner = Cleaner(rules=folders)
    chosen = Cleaner(rules=folders, select=names) if names else cleaner
    costs = list(Costs(cleaner).of({rule.name for rule in chosen.rules}, texts))
    costs.sort(key=lambda it: (-it.proposing_ms, -it.triggered, it.rule))
    if as_format == "json":
        click.echo(json.dumps([asdict(it) for it in costs], indent=2))
        return
    for line in _table(costs):
        click.echo(line)
    click.echo(f"{counted('rule', len(costs))} on {counted('text', len(texts))}, {megabytes(texts):.2f} MB", err=True)


def _table(found: Sequence[Cost]) -> Iterator[str]:
    width = max((len(it.rule) for it in found), default=0)
    yield f"{'RULE':<{width}}  TRIGGERED  PROPOSALS    MS/MB"
    for it in found:
        yield f"{it.rule:<{width}}  {it.triggered:>9.1%}  {it.proposals:>9,}  {it.proposing_ms:>7.2f}"
