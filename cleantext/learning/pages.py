"""Pages with the site that each is from: text files in folders, and records of JSON Lines."""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from cleantext.facts.sites import site_name, site_of
from cleantext.files import BinaryFileError, FileError, Found, find_files, read_text_file
from cleantext.files.find import TEXT_SUFFIXES

By = Literal["site", "folder"]

RECORD_SUFFIXES = (".jsonl", ".jsonl.gz", ".ndjson", ".ndjson.gz")
_INCLUDE = tuple(f"*{suffix}" for suffix in (*TEXT_SUFFIXES, *RECORD_SUFFIXES))


@dataclass(frozen=True, slots=True)
class Page:
    """A page's text, and the name of its site in lower case."""

    site: str
    text: str


@dataclass(frozen=True, slots=True)
class Fields:
    """The names of a record's fields: its text, its site, and the address that tells the site where that is missing."""

    text: str = "text"
    site: str = "site"
    url: str = "url"


def read_pages(
    sources: Iterable[Path], by: By, fields: Fields, *, encoding: str = "utf-8", skip: Callable[[FileError], None]
) -> Iterator[Page]:
    """Yield the pages of files and folders, in the order of names.

    `by="folder"`: a page's site is the folder right below the one given, or that one itself. `by="site"`: it is what
    a record says, cut down to the part of the host that was registered; of a text file, its folder all the same.
    What is no text is skipped in folders. Raises FileError for what was named and cannot be read, and for records
    without the fields that are asked for.
    """
    for found in find_files(sources, _INCLUDE):
        if isinstance(found, FileError):
            raise found
        folder = _folder(found)
        try:
            if found.path.name.endswith(RECORD_SUFFIXES):
                yield from _records(found.path, fields, "" if by == "site" else folder)
            else:
                text = read_text_file(found.path, encoding).text
                yield Page(_named(folder) if by == "site" else site_name(folder), text)
        except BinaryFileError as error:
            if found.root is None:
                raise
            skip(error)


def _folder(found: Found) -> str:
    parts = found.below.parts
    return parts[0] if len(parts) > 1 else (found.root or found.path.parent).resolve().name


def _named(said: str) -> str:
    """The site that a field or a folder names: of a host the registered part, else the name as it stands."""
    said = said.strip()
    return site_name(said if " " in said else site_of(said) or said)


def _records(path: Path, fields: Fields, folder: str) -> Iterator[Page]:
    """Yield the pages of a file of records; of the folder's site, where one is given."""
    number = 0
    try:
        with gzip.open(path, "rb") if path.suffix == ".gz" else path.open("rb") as lines:
            for number, line in enumerate(lines, 1):
                if line.strip():
                    yield _page(line, f"{path}:{number}", fields, folder)
    except (OSError, EOFError, zlib.error) as error:
        reason = f"cannot be read: {error}; unpack it again, or leave the file out"
        raise FileError(f"{path}:{number + 1}", reason) from error


def _page(line: bytes, place: str, fields: Fields, folder: str) -> Page:
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise FileError(place, f"is no line of JSON: {error}; mend it, or leave the file out") from error
    if not isinstance(record, dict):
        raise FileError(place, "is no object; each line is one page, an object with its text and its site")
    text = record.get(fields.text)
    if not isinstance(text, str):
        has = ", ".join(map(repr, record)) or "none"
        raise FileError(place, f"has no text in the field {fields.text!r} (its fields: {has}); name it with --field")
    site = site_name(folder) if folder else _site(record, fields)
    if not site:
        reason = f"names no site in {fields.site!r} and no address in {fields.url!r}; say --site-field or --url-field"
        raise FileError(place, f"{reason}, or --by folder")
    return Page(site, text)


def _site(record: dict[str, Any], fields: Fields) -> str:
    said, address = record.get(fields.site), record.get(fields.url)
    if isinstance(said, str) and said.strip():
        return _named(said)
    return site_of(address) if isinstance(address, str) else ""
