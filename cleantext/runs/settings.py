"""`Settings`: which files a run takes, where the repaired ones go, and when it ends early."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from cleantext.errors import OptionError
from cleantext.files import TEXT_SUFFIXES, FileError, Found, find_files, outputs, spare
from cleantext.records import SUFFIXES
from cleantext.runs.orders import Orders, Work

Links = Literal["follow", "refuse"]


JOURNAL = ".cleantext-journal"
"""What a journal is called, where nothing else is said."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What is asked of a run; `jobs` is the number of processes, None for as many as have something to do.

    `records`: are files of records taken in folders too? Files named are taken whatever they are.
    `links`: are symbolic links to files followed, or refused? `fail_fast` ends the run at the first
    file that fails. What the `journal` says is done is passed over, and what is done is written there.
    `reports` are files that will be written when the run is over.
    """

    paths: Sequence[Path]
    orders: Orders
    include: Sequence[str] = ()
    exclude: Sequence[str] = ()
    records: bool = False
    output_dir: Path | None = None
    jobs: int | None = None
    links: Links = "follow"
    fail_fast: bool = False
    journal: Path | None = None
    reports: Sequence[Path] = ()

    def __post_init__(self) -> None:
        backup = self.orders.keeping.backup
        if backup and self.output_dir is not None:
            raise OptionError("--backup is for files that are replaced; with --output-dir they stay as they are")
        if Path(backup).name != backup:
            raise OptionError(f"--backup {backup!r} leads to another folder; say what names end in, for instance .orig")

    def works(self) -> tuple[list[Work], list[FileError]]:
        """The files, each with its target, and what is no file or not there. Raises FileError for harmful outputs."""
        suffixes = (*TEXT_SUFFIXES, *SUFFIXES) if self.records else TEXT_SUFFIXES
        passed_by: list[FileError] = []
        looked_up = list(
            find_files(
                self.paths,
                self.include,
                self.exclude,
                suffixes=suffixes,
                links=self.links,
                passed_by=passed_by.append,
            )
        )
        found = [it for it in looked_up if isinstance(it, Found)]
        spare(found, self.reports if self.journal is None else (*self.reports, self.journal))
        targets: Sequence[Path | None] = [None] * len(found)
        if self.output_dir is not None:
            targets = outputs(found, self.paths, self.output_dir)
        works = [Work(it, target) for it, target in zip(found, targets, strict=True)]
        return works, [*passed_by, *(it for it in looked_up if isinstance(it, FileError))]
