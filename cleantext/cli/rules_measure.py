"""`cleantext rules measure`: draw edits of rules, have them judged, and keep count beside the rules."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import click

from cleantext import Cleaner, OptionError, Rule
from cleantext.cli.show import skipped
from cleantext.corpus import Corpus
from cleantext.files import FileError
from cleantext.ruleset.folder import builtin_folder, read_folder
from cleantext.runs.report import counted
from cleantext.workshop.measure import (
    PER_DOCUMENT,
    PER_RULE,
    VERDICTS,
    Drawn,
    counted_verdicts,
    draw,
    read_drawn,
    write_drawn,
)
from cleantext.workshop.precision import (
    DEMANDED,
    ENOUGH,
    Verdicts,
    faults_of_verdicts,
    pooled,
    read_verdicts,
    write_verdicts,
)


@click.command("measure")
@click.argument("corpus", nargs=-1)
@click.option("--out", metavar="FILE.tsv", help="Where the edits to be judged are written; needed with a corpus.")
@click.option("--name", metavar="NAME", help="What the corpus is called in the table.  [default: its path's last part]")
@click.option("--rule", "names", metavar="NAME", multiple=True, help="Only this rule or stage; may be given again.")
@click.option("--per-rule", metavar="N", type=click.IntRange(min=1), default=PER_RULE, show_default=True)
@click.option("--seed", metavar="N", type=int, default=1, show_default=True, help="Another one draws other edits.")
@click.option("--field", metavar="NAME", default="text", show_default=True, help="Of a record: its text.")
@click.option("--ask", is_flag=True, help="Ask for the verdicts here, and write each down at once.")
@click.option("--take", metavar="FILE.tsv", help="Count the verdicts of this file, and keep them beside the rules.")
@click.option("--rules", "folder", metavar="DIR", help="The folder of the rules.  [default: the library's own]")
@click.option("--date", metavar="DATE", help="When they were judged.  [default: today]")
@click.option("--table", is_flag=True, help="Print what is kept beside the rules, as Markdown.")
def measure_rules(
    corpus: tuple[str, ...],
    out: str | None,
    name: str | None,
    names: tuple[str, ...],
    per_rule: int,
    seed: int,
    field: str,
    ask: bool,
    take: str | None,
    folder: str | None,
    date: str | None,
    table: bool,
) -> None:
    r"""Measure how often rules are right, by edits drawn from a corpus and judged by you.

    \b
      cleantext rules measure CORPUS --out judge.tsv     draw edits
      cleantext rules measure --take judge.tsv --ask     judge them here, or write
                                                         r, w or d into the first column
      cleantext rules measure --take judge.tsv           keep the counts beside the rules
      cleantext rules measure --table                    what is kept, as Markdown

    A doubtful edit counts as wrong where safety asks how sure the precision is.
    """
    kept = Path(folder) if folder else builtin_folder()
    if table + bool(take) + bool(corpus) != 1:
        raise OptionError("say one of a corpus (with --out), --take FILE.tsv, and --table")
    if table:
        rules = read_folder(kept, trusted=not folder)[0]
        click.echo("\n".join(table_of(read_verdicts(kept), rules)))
    elif take:
        if ask:
            _ask(Path(take))
        _take(Path(take), kept, date or datetime.now(UTC).date().isoformat())
    elif not out:
        raise OptionError("say where the edits to be judged are written: --out judge.tsv")
    else:
        # What is judged is what the rule does among all the others; names narrow down what is drawn alone.
        folders = [Path.cwd() / folder] if folder else []
        cleaner = Cleaner(rules=folders)
        wanted = {rule.name for rule in Cleaner(rules=folders, select=names).rules} if names else ()
        texts = Corpus([*map(Path, corpus)], (field,)).documents(skipped)
        drawn = draw(cleaner, texts, name or Path(corpus[0]).stem, names=wanted, per_rule=per_rule, seed=seed)
        write_drawn(Path(out), drawn)
        of_rules = counted("rule", len({it.rule for it in drawn}))
        click.echo(f"{counted('edit', len(drawn))} of {of_rules} drawn into {out}", err=True)
        if ask:
            _ask(Path(out))


def _ask(path: Path) -> None:
    """Ask for each verdict that is missing; q ends it, and the next call goes on."""
    drawn = list(read_drawn(path))
    for number, it in enumerate(drawn):
        if it.verdict:
            continue
        click.echo(f"\n{number + 1} of {len(drawn)}  {it.rule}  {it.document}")
        for line in _shown(it):
            click.echo(line)
        said = click.prompt("right, wrong, doubtful, quit", type=click.Choice([*VERDICTS, "q"]), err=True)
        if said == "q":
            return
        drawn[number] = replace(it, verdict=said)
        write_drawn(path, drawn)


def _shown(it: Drawn) -> Iterator[str]:
    yield f"- …{it.left}[{it.before or '∅'}]{it.right}…"
    yield f"+ …{it.left}[{it.after or '∅'}]{it.right}…"


def _take(path: Path, folder: Path, date: str) -> None:
    found = list(counted_verdicts(read_drawn(path), date))
    if not found:
        raise FileError(path, "holds no verdict yet; write r, w or d into its first column, or say --ask")
    write_verdicts(folder, found)
    for it in found:
        click.echo(f"{it.rule} on {it.corpus}: {_counts(it)}; precision {_bounds(it)}")


def _counts(it: Verdicts) -> str:
    return f"{it.right} right, {it.wrong} wrong, {it.doubtful} doubtful"


def _bounds(it: Verdicts) -> str:
    return f"{it.lowest:.3f} to {it.highest:.3f}"


def table_of(verdicts: Sequence[Verdicts], rules: Sequence[Rule]) -> Iterator[str]:
    """The page of the documentation that tells how often rules were right, and which are not as safe as they say."""
    yield from _HEAD.format(demanded=DEMANDED, enough=ENOUGH, per_document=PER_DOCUMENT).splitlines()
    yield ""
    yield "| rule | corpus | judged | right | wrong | doubtful | precision (95 %) |"
    yield "| --- | --- | --- | ---: | ---: | ---: | ---: |"
    every = pooled(verdicts)
    for rule, whole in every.items():
        rows = sorted((it for it in verdicts if it.rule == rule), key=lambda it: it.corpus)
        for it in rows:
            yield _row(f"`{rule}`", it)
        if len(rows) > 1:
            yield _row("", replace(whole, corpus="together"))
    names = {rule.file: rule.name for rule in rules}
    for number, fault in enumerate(faults_of_verdicts(rules, verdicts)):
        if not number:
            yield "\nSafe rules that their verdicts do not bear out:\n"
        yield f"- `{names[fault.file]}`: {fault.reason}"


def _row(rule: str, it: Verdicts) -> str:
    cells = (rule, it.corpus, it.date, it.right, it.wrong, it.doubtful, f"{it.lowest:.3f}–{it.highest:.3f}")
    return f"| {' | '.join(map(str, cells))} |"


_HEAD = """\
# How often rules are right

Edits drawn from corpora of real texts, read one by one and counted: `cleantext rules measure`, kept beside the rules in
`verdicts.tsv`. The interval is Wilson's at 95 %, where doubtful edits count as wrong for its lower bound and as right
for its upper one. Of one text at most {per_document} edits of a rule are drawn: those of one text are right or wrong
together.

A rule with `safety = "safe"` owes a precision of {demanded}. With none wrong of n, the lower bound is n / (n + 1.96²),
which reaches {demanded} at n = {enough}: fewer cases cannot bear it out and say nothing against the rule. From {enough}
cases on, `cleantext rules check` tells of each safe rule whose lower bound is below {demanded}; with fewer, of those
whose upper bound is. With `--strict` that is a fault.

A corpus of undamaged texts is the hardest: there is little to mend, so that the few false edits weigh most. What was
judged on several corpora is put together as it is, whatever their sizes. When a rule changes, measure it again: the row
of a rule and corpus takes the place of the older one.
"""
