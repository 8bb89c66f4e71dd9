"""What all formats share: a record with its texts, what is asked of a file, and how a format is used."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, BinaryIO, Protocol

from cleantext.errors import CleanTextError, OptionError

LONGEST = 1 << 28
"""Bytes of one record, at most: beyond that a quotation mark or a line end is missing, and memory would run out."""

Notes = Mapping[str, Any]
"""Further fields of a record, by name, as plain values."""


@dataclass(frozen=True, slots=True)
class Fields:
    """Which fields hold texts, and the names of those that are added; `""` for none.

    A name with dots leads into nested fields, unless a field has that very name. `url` is the field with the
    address that a record's texts are from, which helps to clean them; a record without it does without.
    """

    texts: tuple[str, ...] = ("text",)
    metadata: str = ""
    edits: str = ""
    encoding: str = "utf-8"
    url: str = ""

    def __post_init__(self) -> None:
        if self.metadata and self.metadata == self.edits:
            raise OptionError(f"facts and edits cannot both be the field {self.edits!r}; choose another for one")

    @property
    def added(self) -> tuple[str, ...]:
        """The names of the fields that are added."""
        return tuple(name for name in (self.metadata, self.edits) if name)


@dataclass(frozen=True, slots=True)
class Slot:
    """A text of a record: the field that it stands in, and the span of its bytes in the record, where it has one."""

    field: str
    text: str
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Record:
    """A record: its place in the file, counted from 1; its bytes, where it has some of its own; its texts.

    `fault` says why its texts cannot be had, and what to do; `size` what it weighs, about, in bytes.
    """

    place: int
    raw: bytes = b""
    slots: tuple[Slot, ...] = ()
    fault: str = ""
    size: int = 0
    is_data: bool = True
    """No blank line, no header: is there something to be counted, and to be given further fields?"""
    url: str = ""


class RecordFaultError(CleanTextError):
    """A record is not as it should be; the message says whose fault it is and what to do."""


class FieldTakenError(CleanTextError):
    """A field that is to be added is there already, as after an earlier run: no fault of a single record."""

    def __init__(self, where: str, name: str) -> None:
        super().__init__(f"{where} {name!r} already; choose another name for what is added")


class RecordFormat(Protocol):
    """One file of records that is read, and, where there is an output, written again in the same order.

    Every record that `records` gave is passed to `put`, or to `leave_out`, in order; then `finish` is called.
    """

    unit: str
    """What the place of a record counts: line, row, record."""

    def records(self) -> Iterator[Record]:
        """Read the records. Raises RecordFaultError where the whole file is at fault, OSError where reading fails."""

    def put(self, record: Record, texts: Sequence[str], notes: Notes) -> None:
        """Write a record with other texts, one for each of its slots, and with further fields."""

    def leave_out(self, record: Record) -> None:
        """Write nothing for a record."""

    def finish(self) -> None:
        """Write what is still to be written."""


def lines(source: BinaryIO) -> Iterator[bytes]:
    """Lines with their ends. Raises RecordFaultError for one that would fill the memory."""
    while line := source.readline(LONGEST):
        if len(line) == LONGEST:
            raise RecordFaultError(f"a line is longer than {LONGEST >> 20} MB; is it a file of records at all?")
        yield line


def with_texts(record: Record, texts: Sequence[str], spelled: Callable[[str, bytes], bytes]) -> bytes:
    """The bytes of a record with other texts; those that changed are `spelled` anew, from what stood in their place."""
    parts: list[bytes] = []
    place = 0
    for slot, text in zip(record.slots, texts, strict=True):
        if text != slot.text:
            parts += (record.raw[place : slot.start], spelled(text, record.raw[slot.start : slot.end]))
            place = slot.end
    parts.append(record.raw[place:])
    return b"".join(parts)


def known(names: Sequence[str]) -> str:
    """Some names, for a message.

    >>> known(["id", "body"])
    "'id', 'body'"
    """
    few = ", ".join(map(repr, names[:12])) or "none"
    return f"{few} and {len(names) - 12} more" if len(names) > 12 else few
