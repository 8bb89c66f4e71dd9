"""The file that an analysis is written to: gzip, JSON Lines; a manifest, a line for each document, an end.

It needs neither the corpus nor the rules any more: where something was edited, the paragraph stands in it.
A file without its end was cut off, and is an error. Spans are half-open and in code points.
"""

from __future__ import annotations

import gzip
import json
import zlib
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from cleantext.errors import CleanTextError
from cleantext.files import said

FORMAT = 1
_GZIP = b"\x1f\x8b"

_Struct = TypeVar("_Struct", bound=msgspec.Struct)


class AnalysisError(CleanTextError):
    """A file is no analysis, or two of them cannot be held against each other."""


class Item(msgspec.Struct, frozen=True, array_like=True):
    """A place of the document that changed, by one rule, or by several that worked on each other's outcome."""

    rules: tuple[str, ...]
    start: int
    end: int
    before: str
    after: str


class Paragraph(msgspec.Struct, frozen=True, array_like=True):
    """The lines that items stand in, as they were, and where they begin in the document."""

    start: int
    text: str


class Document(msgspec.Struct, frozen=True, omit_defaults=True):
    """What became of one document under the rules.

    `size` is in bytes of UTF-8, `time` in microseconds of processor time. `text` and `outcome` name the text
    before and after; `outcome` is "" where they are the same. `fires` counts edits by rule. `signs` are the
    first of the evidence: source language, weight, rule, and what was read.
    """

    name: str
    text: str
    size: int
    time: int
    outcome: str = ""
    language: str = ""
    fires: dict[str, int] = {}
    items: tuple[Item, ...] = ()
    paragraphs: tuple[Paragraph, ...] = ()
    evidence: dict[str, float] = {}
    signs: tuple[tuple[str, float, str, str], ...] = ()
    metadata: dict[str, list[str]] = {}
    fault: str = ""


class RuleLine(msgspec.Struct, frozen=True):
    """A rule of the set: what a reader wants to know of it, and a name for what it does."""

    name: str
    safety: str
    summary: str
    fingerprint: str
    languages: tuple[str, ...] = ()


class Manifest(msgspec.Struct, frozen=True):
    """What an analysis was made of: rules, options, corpus, versions; the first line of its file."""

    format: int
    label: str
    ruleset: str
    options: dict[str, str]
    sources: tuple[str, ...]
    fields: tuple[str, ...]
    encoding: str
    sample: int | None
    seed: int
    files: tuple[dict[str, Any], ...]
    versions: dict[str, str]
    rules: tuple[RuleLine, ...]

    @property
    def fingerprints(self) -> Mapping[str, str]:
        """The names of what each rule does, by rule."""
        return {rule.name: rule.fingerprint for rule in self.rules}


class End(msgspec.Struct, frozen=True):
    """The last line: how many documents there are, what was passed by, how long it took in seconds."""

    documents: int
    skipped: int
    reasons: tuple[str, ...]
    seconds: float
    jobs: int


def encoded(value: msgspec.Struct) -> bytes:
    """A line of the file, with its end."""
    try:
        return msgspec.json.encode(value) + b"\n"
    except UnicodeEncodeError:  # half a surrogate pair stands in the text
        return json.dumps(msgspec.to_builtins(value)).encode() + b"\n"


def _decoded(line: bytes, kind: type[_Struct]) -> _Struct:
    try:
        return msgspec.json.decode(line, type=kind)
    except msgspec.ValidationError:
        raise
    except msgspec.DecodeError:
        return msgspec.convert(json.loads(line), type=kind)


@dataclass(frozen=True)
class Analysis:
    """An analysis in its file, read document by document."""

    path: Path

    def manifest(self) -> Manifest:
        """What it was made of. Raises AnalysisError."""
        for line in self._lines():
            return self._read(line, Manifest)
        raise AnalysisError(f"{said(self.path)}: is empty; analyse the corpus again")

    def documents(self) -> Iterator[Document]:
        """Yield the documents in order. Raises AnalysisError, also at the end of a file that was cut off."""
        for line in self._told():
            if line.startswith(_END):
                return
            yield self._read(line, Document)

    def end(self) -> End:
        """The totals. Raises AnalysisError."""
        (last,) = deque(self._told(), maxlen=1)
        return self._read(last, End)

    def _told(self) -> Iterator[bytes]:
        line = b""
        for number, line in enumerate(self._lines()):
            if number:
                yield line
        if not line.startswith(_END):
            raise AnalysisError(f"{said(self.path)}: was cut off; analyse the corpus again")

    def _lines(self) -> Iterator[bytes]:
        try:
            with gzip.open(self.path, "rb") as file:
                yield from file
        except (OSError, EOFError, zlib.error) as error:
            reason = error.strerror if isinstance(error, OSError) and error.strerror else error
            raise AnalysisError(f"{said(self.path)}: cannot be read: {reason}; analyse the corpus again") from error

    def _read(self, line: bytes, kind: type[_Struct]) -> _Struct:
        try:
            return _decoded(line, kind)
        except (ValueError, msgspec.ValidationError) as error:
            raise AnalysisError(f"{said(self.path)}: is no analysis of this version of cleantext: {error}") from error


_END = b'{"documents":'


def is_analysis(name: str) -> bool:
    """Does a name stand for a file that an analysis could be in?"""
    path = Path(name)
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(2) == _GZIP


def within(paragraph: Paragraph, items: Sequence[Item]) -> Sequence[Item]:
    """The items that stand in a paragraph."""
    start, end = paragraph.start, paragraph.start + len(paragraph.text)
    return [it for it in items if start <= it.start and it.end <= end]
