"""`cleantext analyse` and `cleantext compare`: what a rule set does to a corpus, and what another does otherwise."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cleantext.cli.corpus import asker, bar, corpus_of, corpus_options
from cleantext.cli.show import skipped
from cleantext.files import said, spare, write_anew
from cleantext.runs.report import FOUND_SOMETHING, INTERRUPTED, counted

if TYPE_CHECKING:
    from cleantext.comparing import Analysis, Asked, Comparison, Corpus, Explained
    from cleantext.report import Content

_EPILOG = """
\b
  cleantext compare pages/                      the last commit's rules with those of the working tree
  cleantext compare --old v1.2 --new v1.3 dump.jsonl.gz --sample 5000 --html report.html
  cleantext compare --new +my-rules pages/      the library's rules with and without a folder of yours
  cleantext analyse --rule-set HEAD pages/ --out before.analysis
  cleantext compare --old before.analysis pages/

RULES is builtin (those of this cleantext), a folder with rules, REF or REF:FOLDER (a git ref, and a
folder other than rules/ in it), any of them after + for the library's rules and these, or a file that
analyse wrote. Only rule files are taken from elsewhere; the code that runs them is always this one.

Exit codes: 0 compared, 1 --check or --max-changed found something, 2 an error.
"""

_SHOWN_GROUPS = 20
"""Groups of equal edits on a terminal; the others stand in what --html and --markdown write."""


def _interruptible(command: Callable[..., None]) -> Callable[..., None]:
    """Let Ctrl-C end a command with an exit code of its own, since 1 says that something differs."""

    @wraps(command)
    def run(*arguments: Any, **options: Any) -> None:
        try:
            command(*arguments, **options)
        except KeyboardInterrupt:
            click.echo("interrupted; nothing was written", err=True)
            click.get_current_context().exit(INTERRUPTED)

    return run


@click.command()
@click.argument("paths", metavar="CORPUS...", nargs=-1, required=True)
@click.option("--rule-set", metavar="RULES", help="Whose rules, as for compare.  [default: the working tree's]")
@click.option("--out", metavar="FILE", help="Write the analysis, to be compared with others.")
@corpus_options
@_interruptible
def analyse(paths: tuple[str, ...], rule_set: str | None, out: str | None, **chosen: Any) -> None:
    """Run a rule set over a corpus, and keep what it does in one file.

    CORPUS is folders of texts and of records, or such files. The file holds the edits with the
    paragraphs around them, and pins the corpus (names, sizes, hashes), the rules and the versions.
    """
    from cleantext.comparing import analyse as run
    from cleantext.comparing import page_of_analysis

    if out is None and chosen["html"] is None:
        raise click.UsageError("say where to: --out FILE for the analysis, --html FILE for a report")
    corpus, asked = corpus_of(paths, chosen), asker(chosen)(rule_set)
    _spare(corpus, out, chosen["html"])
    with tempfile.TemporaryDirectory(prefix="cleantext-") as place, bar(corpus, chosen, 1) as advance:
        analysis = run(asked, corpus, Path(out or Path(place, "analysis")), advance)
        if chosen["html"] is not None:
            _write_page(chosen["html"], page_of_analysis(analysis))
        if not chosen["quiet"]:
            _tell_end(analysis)


@click.command(epilog=_EPILOG)
@click.argument("paths", metavar="[CORPUS]...", nargs=-1)
@click.option("--old", metavar="RULES", default="HEAD", show_default=True, help="The rules before.")
@click.option("--new", metavar="RULES", help="The rules after.  [default: the working tree's]")
@click.option("--markdown", metavar="FILE", help="Write the outcome as Markdown that fits a comment; - prints it.")
@click.option("--check", is_flag=True, help="Exit code 1 if anything differs.")
@click.option("--max-changed", metavar="PERCENT", type=click.FloatRange(0, 100),
              help="Exit code 1 if more of the documents come out differently.")  # fmt: skip
@click.option("--bisect", is_flag=True, help="Find for each document the rule that the difference comes from.")
@corpus_options
@_interruptible
def compare(
    paths: tuple[str, ...],
    old: str,
    new: str | None,
    markdown: str | None,
    check: bool,
    max_changed: float | None,
    bisect: bool,
    **chosen: Any,
) -> None:
    """Compare what two rule sets do to a corpus.

    CORPUS is folders of texts and of records, or such files; none is needed between two analyses.
    """
    from cleantext.comparing import compare as hold
    from cleantext.comparing import markdown as told
    from cleantext.comparing import page_of_comparison

    if paths:
        _spare(corpus_of(paths, chosen), chosen["html"], markdown)
    with tempfile.TemporaryDirectory(prefix="cleantext-") as place:
        sides = _Sides(old, new, paths, chosen, Path(place), bisect=bisect)
        comparison = hold(*sides.analyses())
        explained = sides.explained(comparison) if bisect else None
    if chosen["html"] is not None:
        _write_page(chosen["html"], page_of_comparison(comparison, explained))
    if markdown == "-":
        click.echo(told(comparison, explained), nl=False)
    elif markdown is not None:
        write_anew(markdown, told(comparison, explained))
    if not chosen["quiet"] and markdown != "-":
        _print(comparison, explained)
    found = (check and comparison.differs) or (max_changed is not None and comparison.percentage > max_changed)
    click.get_current_context().exit(FOUND_SOMETHING if found else 0)


class _Sides:
    """The two sides of a comparison, each an analysis that is there or one that is to be made."""

    def __init__(
        self, old: str, new: str | None, paths: tuple[str, ...], chosen: dict[str, Any], place: Path, *, bisect: bool
    ) -> None:
        from cleantext.comparing import is_analysis

        self._names = (old, new)
        self._chosen, self._place = chosen, place
        self._there = [name is not None and is_analysis(name) for name in self._names]
        if not all(self._there) and not paths:
            raise click.UsageError("name the corpus, unless both sides are files that analyse wrote")
        if bisect and any(self._there):
            raise click.UsageError("--bisect runs rules, so both sides must be rules; one is an analysis")
        self._corpus = corpus_of(paths, chosen)
        self._asked: list[Asked | None] = [None, None]

    def analyses(self) -> list[Analysis]:
        """Both analyses; those to be made are made one after the other, on all processes."""
        from cleantext.comparing import Analysis, analyse

        find = asker(self._chosen)
        self._asked = [None if there else find(it) for it, there in zip(self._names, self._there, strict=True)]
        made = sum(not there for there in self._there)
        with bar(self._corpus, self._chosen, made) as advance:
            return [
                Analysis(Path(name or "")) if asked is None
                else analyse(asked, self._corpus, self._place / side, advance)
                for name, asked, side in zip(self._names, self._asked, ("old", "new"), strict=True)
            ]  # fmt: skip

    def explained(self, comparison: Comparison) -> Explained:
        """Which rule each difference comes from."""
        from cleantext.comparing import explain_changes

        old, new = self._asked
        assert old is not None  # noqa: S101 - or it had been refused
        assert new is not None  # noqa: S101
        return explain_changes(comparison, old, new, self._corpus)


def _spare(corpus: Corpus, *written: str | None) -> None:
    """Raise FileError where what is written would take the place of a file of the corpus."""
    spare(corpus.files(), [Path(it) for it in written if it])


def _write_page(path: str, content: Content) -> None:
    from cleantext.report import page

    write_anew(path, page(content))


def _tell_end(analysis: Analysis) -> None:
    end = analysis.end()
    click.echo(f"{counted('document', end.documents)} in {end.seconds:.1f} s", err=True)
    for reason in end.reasons:
        skipped(reason)
    if end.skipped > len(end.reasons):
        click.echo(f"and {end.skipped - len(end.reasons):,} more skipped", err=True)


def _print(comparison: Comparison, explained: Explained | None) -> None:
    """The outcome for a person; into a pipe the same lines without colours and frames."""
    from cleantext.cli.show import console

    out = console()
    for line in _lines(comparison, explained):
        out.print(line, soft_wrap=True)


def _lines(comparison: Comparison, explained: Explained | None) -> Iterator[Any]:
    from rich.text import Text

    from cleantext.comparing.told import notes, responsible, speed, verdict

    yield Text(f"{comparison.old.label} → {comparison.new.label}", "bold")
    yield verdict(comparison)
    yield speed(comparison)
    yield from notes(comparison)
    rules = comparison.ranked_rules()
    if rules:
        yield ""
        yield from _rules(rules)
    groups = comparison.ranked_groups()
    if groups:
        yield ""
        yield from map(_group, groups[:_SHOWN_GROUPS])
    if len(groups) > _SHOWN_GROUPS:
        yield f"and {counted('group', len(groups) - _SHOWN_GROUPS)} of edits more; --html or --markdown tell them"
    if explained is not None:
        yield ""
        yield Text("Responsible", "bold underline")
        yield from responsible(explained)


def _rules(rules: Any) -> Iterator[str]:
    """Aligned columns: the rule, its edits before and after, the documents in which they differ."""
    head = ("rule", "before", "after", "newly in", "no longer in", "differently in")
    rows = [
        (f"{said(it.name)} ({it.fate})" if it.fate else said(it.name),
         *(f"{number:,}" for number in (it.old, it.new, it.newly, it.no_longer, it.differently)))
        for it in rules
    ]  # fmt: skip
    widths = [max(len(row[column]) for row in (head, *rows)) for column in range(len(head))]
    for first, *rest in (head, *rows):
        numbers = "  ".join(f"{cell:>{width}}" for cell, width in zip(rest, widths[1:], strict=True))
        yield f"{first:<{widths[0]}}  {numbers}"


def _group(group: Any) -> Any:
    from rich.text import Text

    from cleantext.comparing.told import shown

    is_new = group.status == "new"
    line = Text(f"{group.edits:>6,} × {'+' if is_new else '-'} ", "green" if is_new else "red")
    line.append(f"{shown(group.before)} → {shown(group.after)}", "")
    return line.append(f"  {' + '.join(group.rules)}, as in {group.examples[0]}", "dim")
