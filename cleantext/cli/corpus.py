"""What `cleantext analyse` and `cleantext compare` have in common: a corpus, how its texts are cleaned, a bar."""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cleantext.options import PROFILES

if TYPE_CHECKING:
    from cleantext.comparing import Asked, Corpus

_OPTIONS = (
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


def corpus_options(command: Any) -> Any:
    """Give a command the options that both have."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


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


class bar(ExitStack):  # noqa: N801 - used as a function
    """A bar for so many passes over a corpus, where a person sees it; entering gives what makes its advance."""

    def __init__(self, corpus: Corpus, chosen: dict[str, Any], passes: int) -> None:
        super().__init__()
        self._corpus, self._passes = corpus, passes
        self._wanted = not chosen["quiet"] and sys.stderr.isatty() and bool(passes)

    def __enter__(self) -> Any:
        super().__enter__()
        if not self._wanted:
            return lambda: None
        from cleantext.cli.progress import progress

        size = self._passes * sum(it.path.stat().st_size for it in self._corpus.files())
        advance, _ = self.enter_context(progress(size, sys.maxsize, wanted=True))
        return lambda: advance
