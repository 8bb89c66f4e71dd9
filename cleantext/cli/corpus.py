"""What `cleantext analyse` and `cleantext compare` have in common: a corpus, how its texts are cleaned, a bar."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cleantext.cli.options import with_options
from cleantext.cli.progress import Advance, progress
from cleantext.options import PROFILES

if TYPE_CHECKING:
    from cleantext.comparing import Asked, Corpus

corpus_options = with_options(
    click.option("--field", metavar="NAME", multiple=True, help="A field of records with text; a.b is nested.  [text]"),
    click.option("--include", metavar="GLOB", multiple=True, help="Which files of folders are taken."),
    click.option("--encoding", metavar="NAME", default="utf-8", show_default=True, help="What text files are in."),
    click.option("--sample", metavar="N", type=click.IntRange(min=1), help="So many documents, drawn by their names."),
    click.option("--seed", metavar="N", type=int, default=0, show_default=True, help="For drawing others."),
    click.option("--profile", type=click.Choice(sorted(PROFILES)), default="default", show_default=True),
    click.option("--safety", type=click.Choice(["safe", "review"]), default="safe", show_default=True,
                 help="review: make doubtful edits too."),
    click.option("--lang", metavar="CODE", default="", help="The language of the texts."),
    click.option("--source-lang", metavar="CODE", default="", help="The language that they were translated from."),
    click.option("--jobs", "-j", metavar="N", type=click.IntRange(min=1),
                 help="How many processes.  [default: one for each processor]"),
    click.option("--html", metavar="FILE", help="Write the report, one file that works offline."),
    click.option("--quiet", "-q", is_flag=True, help="Print nothing but errors."),
)  # fmt: skip


def corpus_of(paths: tuple[str, ...], chosen: dict[str, Any]) -> Corpus:
    """The corpus that is chosen."""
    from cleantext.comparing import Corpus
    from cleantext.files import codec_named

    codec_named(chosen["encoding"])
    fields = tuple(dict.fromkeys(chosen["field"])) or ("text",)
    return Corpus(
        tuple(map(Path, paths)), fields, chosen["encoding"], chosen["sample"], chosen["seed"], chosen["include"]
    )


def asker(chosen: dict[str, Any]) -> Callable[[str | None], Asked]:
    """What makes of a name of rules all that is asked of an analysis."""
    from cleantext.batch import available_processors
    from cleantext.comparing import Asked, find_rules
    from cleantext.options import parse

    names = ("profile", "safety", "lang", "source_lang")
    config, hints = parse({name: chosen[name] for name in names})
    jobs = chosen["jobs"] or available_processors()
    return lambda name: Asked(find_rules(name), config, hints, jobs)


@contextmanager
def bar(corpus: Corpus, chosen: dict[str, Any], passes: int) -> Iterator[Advance | None]:
    """A bar for so many passes over a corpus, where a person sees it: gives what lets it grow, None for none."""
    if chosen["quiet"] or not passes or not sys.stderr.isatty():
        yield None
        return
    size = passes * sum(it.path.stat().st_size for it in corpus.files())
    with progress(size, sys.maxsize, wanted=True) as (advance, _):
        yield advance
