"""Learn the furniture of each site of a corpus, and write one rule file for each."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from cleantext.errors import OptionError
from cleantext.files import FileError, said
from cleantext.learning.choice import chosen
from cleantext.learning.defaults import LEAST_PAGES, LEAST_SHARE
from cleantext.learning.pages import By, Fields, Page, read_pages
from cleantext.learning.places import frames_of, places
from cleantext.learning.rule_file import FOLDER, file_names, rule_file
from cleantext.learning.tally import Tally, remove_counts


@dataclass(frozen=True, slots=True)
class Asked:
    """What is learned from which files, into which folder of rules."""

    sources: Sequence[Path]
    out: Path
    by: By
    fields: Fields = field(default_factory=Fields)
    encoding: str = "utf-8"
    least_pages: int = LEAST_PAGES
    least_share: float = LEAST_SHARE

    @property
    def state(self) -> Path:
        """The file that holds the counts while the work goes on: beside the output."""
        out = self.out.resolve()
        return out.with_name(f"{out.name}.learning")

    @property
    def options(self) -> str:
        """What counts depend on, as a person says it."""
        fields = f"--field {self.fields.text} --site-field {self.fields.site} --url-field {self.fields.url}"
        return f"--by {self.by} {fields} --least-pages {self.least_pages} --least-share {self.least_share:g}"


@dataclass(frozen=True, slots=True)
class Learned:
    """What came of it: (site, pages) of those with too few pages and of those where nothing recurs, and the rules."""

    pages: int
    phrases: int
    rules: Sequence[Path]
    too_few: Sequence[tuple[str, int]]
    nothing: Sequence[tuple[str, int]]


Say = Callable[[str], None]


def learn(asked: Asked, *, resume: bool = False, force: bool = False, say: Say) -> Learned:
    """Read the pages twice, and write a rule for each site whose furniture recurs.

    `resume` goes on with the counts that a stopped run left; `force` starts over and replaces what was learned into
    the same folder. Raises OptionError where there is something and neither is asked for.
    """
    _check(asked, resume=resume, force=force)
    tally = Tally(asked.state, asked.options)
    with closing(tally):
        for page in _pages(asked, say):
            tally.count(page.site, page.text, [frame for frame, _ in frames_of(page.text)])
        tally.write_counts()
        tally.settle(asked.least_pages, asked.least_share)
        for page in _pages(asked, lambda _: None):
            if not tally.is_placed(page.site, page.text):
                recurs = partial(tally.recurs, page.site)
                tally.place(page.site, page.text, places(frames_of(page.text), recurs))
        tally.write_places()
        learned = _written(asked, tally)
    tally.remove()
    return learned


def _check(asked: Asked, *, resume: bool, force: bool) -> None:
    if not 0 < asked.least_share <= 1:
        raise OptionError(f"--least-share is a share of a site's pages, above 0 and up to 1, not {asked.least_share:g}")
    if asked.out.exists() and not asked.out.is_dir():
        raise FileError(asked.out, "is no folder; name the folder that the rules are to be written into")
    if force:
        remove_counts(asked.state)
    if resume or force:
        return
    if asked.state.exists():
        raise OptionError(f"a run that was stopped left its counts in {said(asked.state)}; go on with --resume, "
                          "or start over with --force")  # fmt: skip
    if any(asked.out.glob(f"{FOLDER}/*.toml")):
        raise OptionError(f"{said(asked.out / FOLDER)} holds rules that were learned before; name another --out, "
                          "or replace them with --force")  # fmt: skip


def _pages(asked: Asked, say: Say) -> Iterator[Page]:
    pages = read_pages(
        asked.sources, asked.by, asked.fields, encoding=asked.encoding, skip=lambda error: say(f"skipped {error}")
    )
    return (page for page in pages if page.text.strip())


def _written(asked: Asked, tally: Tally) -> Learned:
    """Write the rule files, in the place of those of an earlier run."""
    folder = asked.out / FOLDER
    sites = tally.sites()
    names = file_names([site for site, _ in sites])
    too_few: list[tuple[str, int]] = []
    nothing: list[tuple[str, int]] = []
    written: dict[str, Path] = {}
    count = 0
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for site, pages in sites:
            phrases = chosen(tally.found(site)) if pages >= asked.least_pages else ()
            if phrases:
                least = max(asked.least_pages, math.ceil(asked.least_share * pages))
                written[site] = folder / f"{names[site]}.toml"
                written[site].write_text(rule_file(site, pages, least, phrases), encoding="utf-8", newline="\n")
                count += len(phrases)
            else:
                (nothing if pages >= asked.least_pages else too_few).append((site, pages))
        for path in {*folder.glob("*.toml")} - {*written.values()}:
            path.unlink()
    except OSError as error:
        raise FileError(folder, f"the rules cannot be written: {error.strerror}; --resume tries again") from error
    return Learned(sum(pages for _, pages in sites), count, list(written.values()), too_few, nothing)
