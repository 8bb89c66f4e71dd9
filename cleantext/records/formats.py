"""Which format a file has: its name tells, with or without the suffix of a compression."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import BinaryIO

from cleantext.records.record import Fields, RecordFormat

_BY_SUFFIX: Mapping[str, tuple[str, str]] = {
    ".jsonl": ("jsonl", "JsonLines"),
    ".ndjson": ("jsonl", "JsonLines"),
    ".csv": ("table", "Table"),
    ".tsv": ("table", "TabTable"),
    ".wet": ("wet", "WebArchive"),
}
"""The module and the class of each; loaded when a file of the kind is opened, since most runs see none."""

_COMPRESSIONS = ("", ".gz", ".zst")

SUFFIXES = (*(suffix + packed for suffix in _BY_SUFFIX for packed in _COMPRESSIONS), ".parquet")
"""How names of files of records end."""


@dataclass(frozen=True, slots=True)
class Format:
    """A format, with what a file of it needs to be opened."""

    suffix: str

    @contextmanager
    def opened(self, path: Path, source: BinaryIO, output: BinaryIO | None, fields: Fields) -> Iterator[RecordFormat]:
        """Read a file of this format, and, where there is an output, write it again. Raises RecordFaultError."""
        if self.suffix == ".parquet":
            from cleantext.records.parquet import ParquetFile

            file = ParquetFile(source, output, fields)
            yield file
            file.finish()
            return
        from cleantext.records.compression import decompressed, output_for

        module, name = _BY_SUFFIX[self.suffix]
        made: Callable[..., RecordFormat] = getattr(import_module(f"cleantext.records.{module}"), name)
        written = None if output is None else output_for(output, path)
        with decompressed(source, path) as stream:
            other = made(stream, written, fields)
            yield other
            other.finish()
        if written is not None:
            written.finish()


def format_of(path: Path) -> Format | None:
    """The format that a file's name tells; None for plain text.

    >>> format_of(Path("CC-MAIN-7.warc.wet.gz")), format_of(Path("notes.txt"))
    (Format(suffix='.wet'), None)
    """
    name = path.name.lower()
    for packed in _COMPRESSIONS[1:]:
        name = name.removesuffix(packed)
    suffix = Path(name).suffix
    if suffix == ".parquet":
        return Format(suffix) if path.suffix.lower() == suffix else None
    return Format(suffix) if suffix in _BY_SUFFIX else None
