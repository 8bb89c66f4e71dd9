"""`cleantext learn`: make rules of the lines that recur on the pages of one site."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cleantext.files import FileError, codec_named, said
from cleantext.learning.defaults import LEAST_PAGES, LEAST_SHARE
from cleantext.runs.report import INTERRUPTED, counted

if TYPE_CHECKING:
    from cleantext.learning.learn import Asked, Learned

_EPILOG = """
\b
  cleantext learn crawl.jsonl.gz --by site --out my-rules
  cleantext learn pages/ --by folder --out my-rules     each folder of pages/ is a site
  cleantext fix --rules my-rules --site example.com page.txt

Read the rules before you use them: what recurs is mostly furniture, and may be a column's own refrain.
"""
_MOST_TOLD = 8


@click.command(epilog=_EPILOG)
@click.argument("sources", metavar="SOURCE...", nargs=-1, required=True)
@click.option(
    "--by", type=click.Choice(["site", "folder"]), required=True, help="What tells which site a page is from."
)
@click.option("--out", metavar="DIR", required=True, help="The folder of rules to write into.")
@click.option("--field", metavar="NAME", default="text", show_default=True, help="Of a record: its text.")
@click.option("--site-field", metavar="NAME", default="site", show_default=True, help="Of a record: its site.")
@click.option("--url-field", metavar="NAME", default="url", show_default=True, help="Of a record without a site.")
@click.option("--least-pages", metavar="N", type=click.IntRange(min=2), default=LEAST_PAGES, show_default=True,
              help="On how many pages of its site a line must stand.")  # fmt: skip
@click.option("--least-share", metavar="S", type=float, default=LEAST_SHARE, show_default=True,
              help="On what share of them, too.")  # fmt: skip
@click.option("--encoding", metavar="NAME", default="utf-8", show_default=True, help="What text files are in.")
@click.option("--resume", is_flag=True, help="Go on where a run was stopped.")
@click.option("--force", is_flag=True, help="Start over, and replace what was learned into DIR before.")
def learn(
    sources: tuple[str, ...],
    by: str,
    out: str,
    field: str,
    site_field: str,
    url_field: str,
    least_pages: int,
    least_share: float,
    encoding: str,
    resume: bool,
    force: bool,
) -> None:
    """Learn the page furniture of sites from many of their pages, and write a rule file for each.

    SOURCE is a folder of text files, or a file of JSON Lines (.jsonl, .ndjson, also with .gz), one page a line. With
    --by folder a page's site is the folder right below SOURCE; with --by site it is what a record says, or the
    registered part of its address: example.co.uk for https://news.example.co.uk/today. Lines are compared with their
    figures and dates blanked. The rules act where a call names the site (--site, --url).
    """
    from cleantext.learning import learn as learning  # with SQLite, a tenth of the start of every other command
    from cleantext.learning.pages import Fields

    asked = learning.Asked(
        [Path(source) for source in sources],
        Path(out),
        "site" if by == "site" else "folder",
        Fields(field, site_field, url_field),
        codec_named(encoding),
        least_pages,
        least_share,
    )
    try:
        learned = learning.learn(asked, resume=resume, force=force, say=lambda message: click.echo(message, err=True))
    except KeyboardInterrupt:
        click.echo(f"stopped; {_kept(asked)}", err=True)
        click.get_current_context().exit(INTERRUPTED)
    except FileError:
        if asked.state.exists():
            click.echo(_kept(asked), err=True)
        raise
    for line in _told(learned, asked):
        click.echo(line, err=True)


def _kept(asked: Asked) -> str:
    return f"what was counted is kept in {said(asked.state)}: --resume goes on, --force starts over"


def _told(learned: Learned, asked: Asked) -> Iterator[str]:
    if learned.too_few:
        fewer = f"{counted('site', len(learned.too_few))} with fewer than {counted('page', asked.least_pages)}"
        yield f"{fewer}, so nothing was learned from them: {_few(learned.too_few)}"
    if learned.nothing:
        yield f"{counted('site', len(learned.nothing))} where no furniture recurs: {_few(learned.nothing)}"
    read = f"{counted('page', learned.pages)} read"
    if not learned.rules:
        yield f"{read}, and no rule written."
        return
    rules = f"{counted('line', learned.phrases)} learned, {counted('rule', len(learned.rules))} written"
    yield f"{read}, {rules} to {said(learned.rules[0].parent)}."


def _few(sites: Sequence[tuple[str, int]]) -> str:
    names = ", ".join(f"{said(site)} ({pages})" for site, pages in sites[:_MOST_TOLD])
    return names + (f" and {len(sites) - _MOST_TOLD:,} more" if len(sites) > _MOST_TOLD else "")
