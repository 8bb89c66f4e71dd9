"""`cleantext fix`: repair files and folders in place or into another folder, or standard input."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click
from click.core import ParameterSource

from cleantext.cli.audience import STANDARD_INPUT_NAME, Console, read_standard_input
from cleantext.cli.diff import coloured_rows, patch
from cleantext.cli.gathered import Gathered, Keep
from cleantext.cli.options import STANDARD_INPUT, cleaner_of, rule_options, with_options
from cleantext.files import Keeping, codec_of_pieces, write_anew
from cleantext.records import Fields
from cleantext.runs import JOURNAL, Mode, Orders, Report, Run, Settings
from cleantext.runs.orders import Shown
from cleantext.runs.text_file import repaired

_EPILOG = """
\b
  cleantext fix --diff pages/            what would change, and nothing written
  cleantext fix pages/ --output-dir out  repaired copies beside the originals
  cleantext fix --field body dump.jsonl  the field of each record, and no other byte
  curl -s URL | html2text | cleantext fix -

Files of records are told by their names: .jsonl .ndjson .csv .tsv .wet, each also .gz or .zst, and
.parquet.

Exit codes: 0 done or nothing to do, 1 --check or --diff found something, 2 a usage error, or a file or
record that failed (the others are done all the same), 130 interrupted (each file is whole, old or new).
"""

_run_options = with_options(
    click.option("--check", is_flag=True, help="Write nothing; list the files that would change."),
    click.option("--diff", is_flag=True, help="Write nothing; print what would change as a unified diff."),
    click.option("--output-dir", metavar="DIR", help="Write here, in the same layout; unchanged files are copied too."),
    click.option(
        "--include",
        metavar="GLOB",
        multiple=True,
        help="Which files of folders are taken.  [default: .txt .text .md .markdown .rst, with --field records too]",
    ),
    click.option("--exclude", metavar="PATTERN", multiple=True, help="Which are not, written as in .gitignore."),
    click.option(
        "--links", type=click.Choice(["follow", "refuse"]), default="follow", help="Links to files.  [follow]"
    ),
    click.option("--field", metavar="NAME", multiple=True, help="A field of records with text; a.b is nested.  [text]"),
    click.option("--metadata-field", metavar="NAME", default="", help="Add the facts that left with the furniture."),
    click.option("--edits-field", metavar="NAME", default="", help="Add each edit, with its rule and its place."),
    click.option("--url-field", metavar="NAME", default="", help="Where records say which page they are from."),
    click.option(
        "--bad-records",
        type=click.Choice(["fail", "keep"]),
        default="fail",
        help="A record without its text: does its file fail, or is it kept as it is?  [fail]",
    ),
    click.option("--quarantine", metavar="DIR", help="Move records that fail here, with the reason."),
    click.option("--backup", metavar="SUFFIX", default="", help="Keep what is replaced under its name and this."),
    click.option("--keep-times", is_flag=True, help="Give files the times that they had."),
    click.option("--fail-fast", is_flag=True, help="Stop at the first file that fails."),
    click.option(
        "--max-change",
        metavar="PERCENT",
        type=click.FloatRange(0, 100),
        help="Stop when more of the characters change, after the first 100,000.",
    ),
    click.option("--resume", is_flag=True, help="Keep a journal, and pass over what it says is done."),
    click.option(
        "--journal", metavar="FILE", help="Keep it here.  [default: .cleantext-journal, in DIR or in this folder]"
    ),
    click.option("--report", metavar="FILE", help="Write what was done as JSON."),
    click.option("--report-html", metavar="FILE", help="Write every edit as one HTML file that works offline."),
    click.option(
        "--jobs",
        "-j",
        metavar="N",
        type=click.IntRange(min=1),
        help="How many processes.  [default: one for each processor, fewer for less than 2 MB each]",
    ),
    click.option("--quiet", "-q", is_flag=True, help="No summary, no notes, no progress; errors only."),
)

_OF_FILES = frozenset(
    "output_dir include exclude links field metadata_field edits_field url_field bad_records quarantine backup "
    "keep_times fail_fast max_change resume journal jobs".split()
)
"""The options that say nothing of standard input."""


@click.command(epilog=_EPILOG)
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
@_run_options
@rule_options
def fix(
    paths: tuple[str, ...],
    check: bool,
    diff: bool,
    quiet: bool,
    report: str | None,
    report_html: str | None,
    encoding: str,
    **chosen: Any,
) -> None:
    """Repair text files, in place unless told otherwise.

    In folders, files that look like text are taken, at any depth, but in hidden folders; files
    named are always taken; - repairs standard input to standard output. Encoding, byte order
    mark, line ends and mode stay as they are, and files that need no repair are not touched.
    """
    mode: Mode = "diff" if diff else "check" if check else "write"
    shown: Shown | None = (coloured_rows if sys.stdout.isatty() else patch) if diff else None
    shown = Keep(shown) if report_html is not None else shown
    settings = _settings(paths, mode, encoding, shown, chosen, [Path(it) for it in (report, report_html) if it])
    with Console(mode, quiet=quiet, on_terminal=sys.stdout.isatty()) as console:
        console.gathered = None if report_html is None else Gathered()
        if STANDARD_INPUT in paths:
            _check_alone(paths)
            told = _filter(settings.orders, console)
        else:
            told = Run(settings, console).go()
    if not quiet:  # first, whatever becomes of the reports
        click.echo("\n".join(told.summary()), err=True)
    if report is not None:
        write_anew(report, told.to_json())
    if report_html is not None and console.gathered is not None:
        console.gathered.write(report_html, settings.orders.cleaner)
    click.get_current_context().exit(told.exit_code)


def _check_alone(paths: Sequence[str]) -> None:
    """Refuse what the command line says of files; what is written down is meant for other calls, too."""
    if len(paths) > 1:
        raise click.UsageError("- stands alone: standard input goes to standard output")
    context = click.get_current_context()
    for option in context.command.params:
        name = option.name or ""
        if name in _OF_FILES and context.get_parameter_source(name) is ParameterSource.COMMANDLINE:
            said = f"{option.opts[0]} is said of files; standard input is one plain text, and goes to standard output"
            raise click.UsageError(f"{said}: leave the option out, or name a file")


def _settings(
    paths: tuple[str, ...],
    mode: Mode,
    encoding: str,
    shown: Shown | None,
    chosen: dict[str, Any],
    reports: Sequence[Path],
) -> Settings:
    take = chosen.pop
    field, quarantine, output_dir = take("field"), take("quarantine"), take("output_dir")
    resume, journal = take("resume"), take("journal")
    if journal is None and resume:
        journal = Path(output_dir or ".") / JOURNAL
    texts, pieces = tuple(dict.fromkeys(field)) or ("text",), codec_of_pieces(encoding)
    fields = Fields(texts, take("metadata_field"), take("edits_field"), pieces, take("url_field"))
    settings = {name: take(name) for name in ("include", "exclude", "links", "jobs", "fail_fast")}
    orders = {name: take(name) for name in ("bad_records", "max_change")}
    keeping = Keeping(take("backup"), take("keep_times"))
    return Settings(
        [Path(path) for path in paths],
        Orders(
            cleaner_of(chosen),
            mode,
            encoding,
            fields,
            quarantine=None if quarantine is None else Path(quarantine),
            keeping=keeping,
            shown=shown,
            **orders,
        ),
        records=bool(field),
        journal=None if journal is None else Path(journal),
        output_dir=None if output_dir is None else Path(output_dir),
        reports=reports,
        **settings,
    )


def _filter(orders: Orders, console: Console) -> Report:
    content = read_standard_input(orders.encoding)
    result = orders.cleaner.edited(content.text)
    answer = repaired(orders, result, STANDARD_INPUT_NAME)
    report = Report(orders.mode)
    report.add(answer)
    if orders.mode == "write":
        click.echo(content.encode(result.text, STANDARD_INPUT_NAME), nl=False)
    for piece in answer.shown:
        console.show_piece(piece)
    return report
