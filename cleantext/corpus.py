"""The documents of a corpus: text files and records, all of them or a sample, always in the same order.

A sample is drawn by a hash of the seed and each document's name: the same documents on every machine, and
mostly the same ones when the corpus grows.
"""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from typing import Any, NamedTuple

from cleantext.errors import CleanTextError
from cleantext.files import TEXT_SUFFIXES, FileError, Found, codec_of_pieces, digest, find_files, opened, read_text_file
from cleantext.records import SUFFIXES, Fields, RecordFaultError, format_of


class Document(NamedTuple):
    """One text of a corpus; `name` tells the file and, of a record, its place there, counted from 1."""

    name: str
    text: str


Skip = Callable[[str], object]
"""Is told of what cannot be read, and why."""


@dataclass(frozen=True, slots=True)
class Corpus:
    """What is read: files and folders, the fields of records that are texts, how many documents.

    `sample` is the number of documents drawn; None for all. What cannot be read is passed by, and told to
    `skip`, but for what was named and is not there.
    """

    paths: Sequence[Path]
    fields: Sequence[str] = ("text",)
    encoding: str = "utf-8"
    sample: int | None = None
    seed: int = 0
    include: Sequence[str] = ()

    def files(self) -> Sequence[Found]:
        """The files, in the order of names. Raises FileError for what was named and is not there."""
        looked_up = list(find_files(self.paths, self.include, suffixes=(*TEXT_SUFFIXES, *SUFFIXES)))
        for it in looked_up:
            if isinstance(it, FileError):
                raise it
        found = [it for it in looked_up if isinstance(it, Found)]
        if not found:
            raise FileError(self.paths[0] if self.paths else "corpus", "there are no texts and no records in it")
        return found

    def listing(self) -> Sequence[dict[str, Any]]:
        """Each file with its size in bytes and a hash of its content: what pins the corpus."""
        return [{"name": name, "size": it.path.stat().st_size, "hash": digest(it.path)} for name, it in self._named()]

    def documents(self, skip: Skip) -> Iterator[Document]:
        """Yield each document that is wanted."""
        wanted = self._drawn()
        return (it for it in self._all(skip) if wanted is None or it.name in wanted)

    def _drawn(self) -> Collection[str] | None:
        if self.sample is None:
            return None
        keyed = ((_key(self.seed, name), name) for name, _ in self._all(lambda _reason: None))
        return {name for _, name in heapq.nsmallest(self.sample, keyed)}

    def _all(self, skip: Skip) -> Iterator[Document]:
        for name, found in self._named():
            try:
                if format_of(found.path) is None:
                    yield Document(name, read_text_file(found.path, self.encoding).text)
                else:
                    yield from self._records(found.path, name, skip)
            except (FileError, RecordFaultError, OSError, EOFError) as error:
                skip(str(error) if isinstance(error, CleanTextError) else f"{name}: {error}")

    def _records(self, path: Path, name: str, skip: Skip) -> Iterator[Document]:
        """Yield the texts of a file of records, named by the file and the record's place."""
        format_ = format_of(path)
        assert format_ is not None  # noqa: S101 - it was asked before
        fields = Fields(tuple(self.fields), encoding=codec_of_pieces(self.encoding))
        with opened(path) as (source, _), format_.opened(path, source, None, fields) as file:
            for record in file.records():
                place = f"{name}:{record.place}"
                if record.fault:
                    skip(f"{place}: {record.fault}")
                for number, slot in enumerate(record.slots):
                    more = f":{slot.field}" if len(self.fields) > 1 else f"#{number + 1}" if number else ""
                    yield Document(f"{place}{more}", slot.text)

    def _named(self) -> Sequence[tuple[str, Found]]:
        """The files with their names; of those that would be called the same, with their paths."""
        files = self.files()
        names = [self._name(it) for it in files]
        times = Counter(names)
        return [(name if times[name] == 1 else it.path.as_posix(), it) for name, it in zip(names, files, strict=True)]

    def _name(self, found: Found) -> str:
        below = found.below.as_posix()
        return below if len(self.paths) == 1 or found.root is None else f"{found.root.name}/{below}"


def _key(seed: int, name: str) -> bytes:
    return blake2b(f"{seed}\0{name}".encode("utf-8", "surrogateescape"), digest_size=8).digest()


@dataclass
class Skipped:
    """What was passed by: how many, and the first reasons."""

    most: int = 20
    number: int = 0
    reasons: list[str] = field(default_factory=list)

    def __call__(self, reason: str) -> None:
        """Count one, and keep why."""
        self.number += 1
        if len(self.reasons) < self.most:
            self.reasons.append(reason)


def texts_named(corpus: Corpus, names: Collection[str]) -> Iterable[Document]:
    """The documents with these names, read again."""
    return (it for it in corpus.documents(lambda _reason: None) if it.name in names)


def within(documents: Iterable[Document], megabytes: float) -> Iterator[Document]:
    """Yield documents until so many megabytes of characters are there; 0 for all of them."""
    room = megabytes * 1e6 or float("inf")
    for document in documents:
        if room <= 0:
            return
        room -= len(document.text)
        yield document
