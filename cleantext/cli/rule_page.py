"""One rule as `cleantext rules show` tells it: what, why, what it asks for, and its examples as small diffs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from itertools import islice
from pathlib import Path

from rich.text import Text

from cleantext import Rule
from cleantext.cli.diff import small_diff
from cleantext.cli.show import cropped, styled, titled, visible, wrapped
from cleantext.remedies.fixer import own_data
from cleantext.rule import ANY_SITE, Example, Fixer, Pattern, Phrases, Table
from cleantext.runs.report import counted
from cleantext.workshop.precision import read_verdicts

SHOWN_ROWS = 8
"""Rows of a table, phrases of a language, that show what the rest is like."""


def rule_page(rule: Rule, width: int) -> Iterator[Text]:
    """The lines of the page, at most `width` cells each but for patterns, which are never cut."""
    yield Text(rule.name, "bold cyan").append(f"  {rule.safety}", "not bold dim")
    yield from wrapped(Text(rule.summary, "bold"), width)
    yield Text()
    for paragraph in rule.why.strip().split("\n\n"):
        yield from wrapped(Text(" ".join(paragraph.split())), width)
    yield from titled("Remedy", _remedy(rule, width))
    yield from titled("Looks up", _data(rule, width))
    yield from titled("Asks for", _requirements(rule))
    yield from titled("Evidence it gives", (Text(f"  {it}: {weight:g}") for it, weight in rule.evidence.items()))
    yield from titled("Moves into the metadata", (Text(f"  {name}") for name in rule.lift))
    yield from titled("Held back where one of these overlaps", (Text(f"  {it}") for it in rule.antipatterns))
    yield from titled("Changes", _parted(_change(it) for it in rule.changes))
    yield from titled("Keeps", _parted(_kept(it, width) for it in rule.keeps))
    yield from titled("Judged", _judged(rule))
    yield from titled("File", [Text(f"  {rule.file}")])


def _remedy(rule: Rule, width: int) -> Iterator[Text]:
    match rule.remedy:
        case Pattern(pattern, replacement, drop):
            yield from (Text(f"  {line}") for line in pattern.strip("\n").split("\n"))
            if drop:
                yield Text("  its lines are dropped", "dim")
            elif replacement is not None:
                yield Text("  → ", "dim").append_text(styled(replacement or "∅", "not dim", at_edges=True))
        case Table(entries):
            yield from _rows(entries)
        case Phrases(by_language):
            yield Text("  lines that are one of these are dropped", "dim")
            yield from _phrases(by_language, width)
        case Fixer(name, table, phrases):
            yield Text(f"  the fixer {name}").append(f"  cleantext/fixers/{name.replace('-', '_')}.py", "dim")
            yield from _rows(table)
            yield from _phrases(phrases, width)


def _rows(table: Mapping[str, str]) -> Iterator[Text]:
    for before, after in islice(table.items(), SHOWN_ROWS):
        yield Text("  ").append_text(styled(before, "red")).append(" → ", "dim").append_text(styled(after, "green"))
    if len(table) > SHOWN_ROWS:
        yield Text(f"  … {counted('row', len(table) - SHOWN_ROWS)} more in the file", "dim")


def _phrases(by_language: Mapping[str, tuple[str, ...]], width: int) -> Iterator[Text]:
    for language, phrases in by_language.items():
        line = Text(f"  {language} ", "cyan").append(f"{len(phrases)}: ", "dim")
        said = ", ".join(phrases[:SHOWN_ROWS]) + (" …" if len(phrases) > SHOWN_ROWS else "")
        yield line.append(cropped(visible(said), width - line.cell_len, keep="head"), "default not dim")


def _data(rule: Rule, width: int) -> Iterator[Text]:
    """The works of others that the rule looks things up in, with their licences."""
    for work in own_data(rule.remedy) if isinstance(rule.remedy, Fixer) else ():
        for line in wrapped(Text(work), width - 2):
            yield Text("  ").append_text(line)


def _judged(rule: Rule) -> Iterator[Text]:
    """How often people found its edits right, by corpus; the counts stand beside the rules."""
    folder = Path(rule.file.removesuffix(f"{rule.name}.toml"))
    for it in read_verdicts(folder):
        if it.rule == rule.name:
            counts = f"  {it.right} right, {it.wrong} wrong, {it.doubtful} doubtful of {it.cases} on {it.corpus}"
            yield Text(counts).append(f"  precision {it.lowest:.3f} to {it.highest:.3f}", "dim")


def _requirements(rule: Rule) -> Iterator[Text]:
    """What must hold for the rule to edit, in words; none for a rule that runs on any text."""
    asked = rule.requires
    if rule.safety == "review":
        yield Text("  the caller's word: --safety review")
    if rule.safety == "report":
        yield Text("  nothing: it only tells, and never edits")
    if rule.languages:
        yield Text(f"  a text in {', '.join(sorted(rule.languages))}")
    if asked.source:
        source = "any language" if asked.source == "any" else asked.source
        yield Text(f"  evidence that the text was translated from {source}, of strength {asked.strength:g}")
    if asked.site:
        site = "which site the text is from" if asked.site == ANY_SITE else f"that the text is from {asked.site}"
        yield Text(f"  a hint (url= or site=) {site}")
    if asked.numbers:
        yield Text(f"  a source language that writes numbers so: {asked.numbers}")
    if asked.position != "anywhere":
        yield Text(f"  a place at the {asked.position} of the text")
    yield from (Text(f"  {what}") for key, what in _PLAIN_REQUIREMENTS.items() if getattr(asked, key))


_PLAIN_REQUIREMENTS = {
    "prose": "a text with running prose",
    "company": "company: an edit of a rule that asks for none, which shows that the text was scraped",
    "nontechnical": "a text that names no commands, variables and paths of programs",
}


def _parted(examples: Iterable[Iterable[Text]]) -> Iterator[Text]:
    """The lines of all examples, a blank line between two."""
    for number, example in enumerate(examples):
        if number:
            yield Text()
        yield from example


def _change(example: Example) -> Iterator[Text]:
    """A small diff; of a rule that only gives evidence, the text."""
    # A final line end, so that the last line is not told as changed for the lack of one.
    for line in small_diff(f"{example.before}\n", f"{example.after}\n"):
        yield Text("  ").append_text(line)
    hints = {name: hint for name, hint in asdict(example.hints).items() if hint}
    if hints:
        yield Text(f"    with {', '.join(f'{name}={hint}' for name, hint in hints.items())}", "dim")


def _kept(example: Example, width: int) -> Iterator[Text]:
    for line in example.before.strip("\n").split("\n"):
        yield Text("   ").append_text(styled(line))
    for why in wrapped(Text(example.why, "dim italic"), width - 4):
        yield Text("    ").append_text(why)
