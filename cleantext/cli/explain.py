"""`cleantext explain`: why a text was repaired the way it was, for one file or standard input."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from cleantext.cli.audience import STANDARD_INPUT_NAME, read_standard_input
from cleantext.cli.options import STANDARD_INPUT, cleaner_of, rule_options
from cleantext.files import read_text_file, said
from cleantext.records import format_of


@click.command()
@click.argument("file", metavar="FILE")
@click.option("--findings", is_flag=True, help="All that was left alone and why, not only what tells most.")
@click.option("--json", "as_json", is_flag=True, help="The whole result as JSON, with offsets, passes and findings.")
@rule_options
def explain(file: str, findings: bool, as_json: bool, encoding: str, **chosen: Any) -> None:
    """Tell what would be repaired in a text, by which rule and why, and what was left alone.

    FILE is not changed; - reads standard input. Places are line:column of the input, counted
    from 1. What cannot be seen is named: ␣ a space, ↵ a line end, <NBSP> a no-break space,
    <U+0093> any other; ∅ is nothing.
    """
    if file == STANDARD_INPUT:
        name, text = STANDARD_INPUT_NAME, read_standard_input(encoding).text
    else:
        name, text = said(file), read_text_file(Path(file), encoding).text
        if format_of(Path(file)):
            click.echo(f"{name} is explained as one plain text; fix --diff reads it record by record", err=True)
    cleaner = cleaner_of(chosen)
    result = cleaner.explain(text)
    if as_json:
        click.echo(result.to_json())
        return
    from cleantext.cli.explanation import Explanation
    from cleantext.cli.show import console

    out = console()
    rules = {rule.name: rule for rule in cleaner.rules}
    explanation = Explanation(result, rules, out.width)
    for line in explanation.lines(name, every_finding=findings):
        out.print(line, soft_wrap=True)
