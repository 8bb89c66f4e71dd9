"""`clean_files`: what `cleantext fix` does, from Python."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Unpack

from cleantext.batch import check_jobs
from cleantext.cleaner import Cleaner
from cleantext.errors import OptionError
from cleantext.files import FileError, Keeping, codec_named, codec_of_pieces
from cleantext.options import Options
from cleantext.records import Fields
from cleantext.runs.audience import Audience
from cleantext.runs.orders import BadRecords, Mode, Orders
from cleantext.runs.report import Report
from cleantext.runs.run import Run
from cleantext.runs.settings import Links, Settings

OnFileError = Callable[[FileError], object]
_Path = str | os.PathLike[str]


def clean_files(
    paths: _Path | Iterable[_Path],
    *,
    field: str | Iterable[str] = (),
    metadata_field: str = "",
    edits_field: str = "",
    url_field: str = "",
    output_dir: _Path | None = None,
    jobs: int | None = None,
    on_error: OnFileError | None = None,
    mode: Mode = "write",
    include: Iterable[str] = (),
    exclude: Iterable[str] = (),
    links: Links = "follow",
    encoding: str = "utf-8",
    bad_records: BadRecords = "fail",
    quarantine: _Path | None = None,
    backup: str = "",
    keep_times: bool = False,
    max_change: float | None = None,
    journal: _Path | None = None,
    **options: Unpack[Options],
) -> Report:
    r"""Repair files and folders of texts or records, in place or into another folder; the report tells what was done.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     page = Path(folder, "pages.jsonl")
    ...     _ = page.write_text('{"id": 1.0, "body": "The boat  left."}\n')
    ...     report = clean_files(page, field="body")
    ...     print(page.read_text(), *report.summary(), sep="\n")
    {"id": 1.0, "body": "The boat left."}
    <BLANKLINE>
    spacing/run-of-spaces  1 edit in 1 file
    1 file changed. Of 1 record, 1 changed.

    Names tell what is a file of records; in folders those are taken where a `field` is named, which
    else is `text`. Every option is one of `cleantext fix`, whose help tells more. A file is written
    whole or not at all.

    The first file that fails ends the run with a FileError; with `on_error` the run goes on, it is
    called with each, and with each record that `bad_records="keep"` or `quarantine` let pass.
    Options as for `clean`. Raises OptionError for values that cannot be.
    """
    if on_error is not None and not callable(on_error):
        raise TypeError(f"on_error= is a function that takes a FileError, not {on_error!r}")
    check_jobs(jobs)
    if max_change is not None and not (isinstance(max_change, int | float) and 0 <= max_change <= 100):
        raise OptionError(f"max_change={max_change!r} is not a percentage, from 0 to 100")
    for name, value, known in (
        ("mode", mode, ("write", "check")),
        ("bad_records", bad_records, ("fail", "keep")),
        ("links", links, ("follow", "refuse")),
    ):
        if value not in known:
            raise OptionError(f"{name}={value!r} is not known; use {' or '.join(map(repr, known))}")
    named = tuple(_many(field))
    orders = Orders(
        Cleaner(**options),
        mode,
        codec_named(encoding),
        Fields(named or ("text",), metadata_field, edits_field, codec_of_pieces(encoding), url_field),
        bad_records,
        _path(quarantine),
        Keeping(backup, keep_times),
        max_change=max_change,
    )
    settings = Settings(
        [Path(path) for path in ([paths] if isinstance(paths, str | os.PathLike) else paths)],
        orders,
        tuple(_many(include)),
        tuple(_many(exclude)),
        records=bool(named),
        output_dir=_path(output_dir),
        jobs=jobs,
        links=links,
        journal=_path(journal),
    )
    return Run(settings, _Listener(on_error)).go()


class _Listener(Audience):
    def __init__(self, on_error: OnFileError | None) -> None:
        self._on_error = on_error

    def fail(self, error: FileError) -> None:
        if self._on_error is None:
            raise error
        self._on_error(error)


def _many(names: str | Iterable[str]) -> Iterable[str]:
    return [names] if isinstance(names, str) else names


def _path(path: _Path | None) -> Path | None:
    return None if path is None else Path(path)
