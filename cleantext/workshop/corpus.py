"""A corpus to try rules on: the texts of files and folders, in the order of their names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from cleantext.files import TEXT_SUFFIXES, BinaryFileError, FileError, Found, find_files, opened, read_text_file
from cleantext.records import SUFFIXES, Fields, Format, RecordFaultError, format_of


@dataclass(frozen=True, slots=True)
class Document:
    """One text of a corpus; `name` tells the file and, of a record, its place there, counted from 1."""

    name: str
    text: str


def documents(sources: Iterable[Path], *, field: str = "text", megabytes: float = 0.0) -> Iterator[Document]:
    """Yield the texts of files and folders; of records, the field that holds the text.

    `megabytes` of characters end it; 0 for all. What is no text is left out in folders, as are records without a text.
    Raises FileError for what was named and cannot be read.
    """
    room = megabytes * 1e6 or float("inf")
    for document in _all(sources, field):
        if room <= 0:
            return
        room -= len(document.text)
        yield document


def _all(sources: Iterable[Path], field: str) -> Iterator[Document]:
    for found in find_files(sources, suffixes=(*TEXT_SUFFIXES, *SUFFIXES)):
        if isinstance(found, FileError):
            raise found
        kind = format_of(found.path)
        try:
            yield from _plain(found) if kind is None else _records(found, kind, field)
        except BinaryFileError:
            if found.root is None:
                raise


def _plain(found: Found) -> Iterator[Document]:
    yield Document(_name(found), read_text_file(found.path).text)


def _records(found: Found, kind: Format, field: str) -> Iterator[Document]:
    try:
        with opened(found.path) as (source, _), kind.opened(found.path, source, None, Fields((field,))) as file:
            for record in file.records():
                for slot in record.slots:
                    if slot.text:
                        yield Document(f"{_name(found)}:{record.place}", slot.text)
    except RecordFaultError as error:
        raise FileError(found.path, str(error)) from error


def _name(found: Found) -> str:
    return found.below.as_posix()
