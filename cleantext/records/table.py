"""CSV and TSV: a header, then rows; cells that need no repair keep their bytes, quoted or not.

Python's csv module tells what a cell means and not how it was written, so rows are parted here: cells
between delimiters, in quotation marks where they hold delimiters or line ends, marks in them doubled.
"""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import BinaryIO

from cleantext.records.compression import Output
from cleantext.records.record import (
    LONGEST,
    Fields,
    FieldTakenError,
    Notes,
    Record,
    RecordFaultError,
    Slot,
    known,
    lines,
    with_texts,
)

_QUOTE = b'"'

_Span = tuple[int, int]


class Table:
    """A table, read and written; of the usual delimiters it has the one that shows the fields in its header."""

    unit = "line"
    delimiters: tuple[bytes, ...] = (b",", b";", b"\t", b"|")
    """Tried in this order."""

    def __init__(self, source: BinaryIO, output: Output | None, fields: Fields) -> None:
        self._source, self._output, self._fields = lines(source), output, fields
        if "".join(map(chr, range(128))).encode(fields.encoding, "replace") != bytes(range(128)):
            raise RecordFaultError(f"tables in {fields.encoding} cannot be read row by row; convert it to UTF-8 first")
        self._place = 1  # of the line that comes next
        self._delimiter = self.delimiters[0]
        self._width = 0
        self._url: int | None = None

    def records(self) -> Iterator[Record]:
        """Read the rows; the first is the header. Raises RecordFaultError where it lacks a field."""
        columns: Sequence[tuple[str, int]] = ()
        while (row := self._row()) is not None:
            place, raw, cells = row
            if not raw.strip(b"\r\n" + codecs.BOM_UTF8):
                yield Record(place, raw, is_data=False)
            elif not columns:
                columns = self._columns(raw)
                yield Record(place, raw, size=len(raw), is_data=False)
            else:
                yield self._record(place, raw, cells, columns)

    def _record(
        self, place: int, raw: bytes, cells: Sequence[_Span] | str, columns: Sequence[tuple[str, int]]
    ) -> Record:
        try:
            slots = self._slots(raw, cells, columns)
        except RecordFaultError as fault:
            return Record(place, raw, fault=str(fault), size=len(raw))
        url = ""
        if self._url is not None and not isinstance(cells, str):
            with suppress(RecordFaultError):  # for want of an address no row is at fault
                url = self._text(raw[slice(*cells[self._url])])
        return Record(place, raw, slots, size=len(raw), url=url)

    def _slots(self, raw: bytes, cells: Sequence[_Span] | str, columns: Sequence[tuple[str, int]]) -> tuple[Slot, ...]:
        if isinstance(cells, str):
            raise RecordFaultError(cells)
        if len(cells) != self._width:
            raise RecordFaultError(
                f"has {len(cells)} {'cell' if len(cells) == 1 else 'cells'} where the header has {self._width}; "
                "a quotation mark or a delimiter is missing or too many: mend the row"
            )
        return tuple(self._slot(raw, name, cells[number]) for name, number in columns)

    def put(self, record: Record, texts: Sequence[str], notes: Notes) -> None:
        """Write a row; a text that changed is quoted where it was, or must be."""
        raw = with_texts(record, texts, lambda text, before: self._spelled(text, quoted=before.startswith(_QUOTE)))
        assert self._output is not None  # noqa: S101 - or there is nothing to put into
        self._output.write(self._with_notes(record, raw, notes))

    def leave_out(self, record: Record) -> None:
        """Write nothing."""

    def finish(self) -> None:
        """Nothing is left to be written."""

    def _columns(self, header: bytes) -> Sequence[tuple[str, int]]:
        """The columns of the fields, by name and number, in their order. Settles the delimiter."""
        start = len(codecs.BOM_UTF8) if header.startswith(codecs.BOM_UTF8) else 0
        seen: list[str] = []
        for delimiter in self.delimiters:
            self._delimiter = delimiter
            cells, _ = self._cells(header, start)
            names = [self._text(header[slice(*cell)]) for cell in cells]
            seen = names if len(names) > len(seen) else seen
            if set(self._fields.texts) <= set(names):
                self._check(names)
                self._width = len(names)
                self._url = names.index(self._fields.url) if self._fields.url else None
                return sorted(((name, names.index(name)) for name in set(self._fields.texts)), key=lambda it: it[1])
        lacking = next(name for name in self._fields.texts if name not in seen)
        raise RecordFaultError(f"has no column {lacking!r}, but {known(seen)}; name others with --field")

    def _check(self, names: Sequence[str]) -> None:
        if self._fields.url and self._fields.url not in names:
            raise RecordFaultError(
                f"has no column {self._fields.url!r}, but {known(names)}; name another as --url-field"
            )
        for name in self._fields.texts:
            if names.count(name) > 1:
                raise RecordFaultError(f"has two columns {name!r}; which one is meant is for you to say: rename one")
        for name in self._fields.added:
            if name in names:
                raise FieldTakenError("has a column", name)

    def _row(self) -> tuple[int, bytes, Sequence[_Span] | str] | None:
        """The next row: its line, its bytes, and its cells, or what is wrong with them."""
        raw = next(self._source, None)
        if raw is None:
            return None
        place = self._place
        self._place += 1
        start = len(codecs.BOM_UTF8) if place == 1 and raw.startswith(codecs.BOM_UTF8) else 0
        first, whole = raw, bytearray(raw)
        cells, opened = self._cells(raw, start)
        while opened is not None:  # a quoted cell goes on in the next line
            more = next(self._source, None)
            if more is None or len(whole) + len(more) > LONGEST:
                after = "the end of the file" if more is None else f"{LONGEST >> 20} MB"
                if more is not None:
                    raise RecordFaultError(f"a quotation mark opened in line {place} is not closed within {after}")
                return place, bytes(whole), f"opens a quotation mark that is not closed before {after}; close it"
            seek = len(whole)
            whole += more
            self._place += 1
            if (end := _closing(whole, seek)) >= 0:
                rest, opened = self._cells(bytes(whole), opened, end)
                cells = [*cells, *rest]
        return place, first if len(whole) == len(first) else bytes(whole), cells

    def _cells(self, raw: bytes, place: int, closed: int = -1) -> tuple[list[_Span], int | None]:
        """Where the cells from a place on stand, and where one begins that is quoted and not closed.

        `closed` is where the first of them is known to be closed.
        """
        delimiter, last = self._delimiter, len(raw.rstrip(b"\r\n"))
        cells: list[_Span] = []
        while True:
            end = place
            if raw[place : place + 1] == _QUOTE:
                end = closed if closed >= 0 else _closing(raw, place + 1)
                if end < 0:
                    return cells, place
            closed = -1
            found = raw.find(delimiter, end, last)
            cells.append((place, found if found >= 0 else max(last, end)))
            if found < 0:
                return cells, None
            place = found + 1

    def _slot(self, raw: bytes, name: str, cell: _Span) -> Slot:
        start, end = cell
        return Slot(name, self._text(raw[start:end]), start, end)

    def _text(self, cell: bytes) -> str:
        """What a cell says."""
        if cell.startswith(_QUOTE):
            if len(cell) < 2 or not cell.endswith(_QUOTE) or _closing(cell, 1) != len(cell):
                raise RecordFaultError("has text after a closing quotation mark; double the marks inside the cell")
            cell = cell[1:-1].replace(b'""', _QUOTE)
        try:
            return cell.decode(self._fields.encoding)
        except UnicodeDecodeError as error:
            reason = (
                f"is not {self._fields.encoding}: byte 0x{cell[error.start]:02x}; name its encoding with --encoding"
            )
            raise RecordFaultError(reason) from error

    def _spelled(self, text: str, *, quoted: bool) -> bytes:
        try:
            cell = text.encode(self._fields.encoding)
        except UnicodeEncodeError as error:
            char = text[error.start]
            reason = (
                f"the repaired text has {char!r}, which {self._fields.encoding} cannot hold; convert it to UTF-8 first"
            )
            raise RecordFaultError(reason) from error
        if quoted or any(mark in cell for mark in (self._delimiter, _QUOTE, b"\r", b"\n")):
            return _QUOTE + cell.replace(_QUOTE, b'""') + _QUOTE
        return cell

    def _with_notes(self, record: Record, raw: bytes, notes: Notes) -> bytes:
        """A row with further cells at its end; the header gets their names."""
        added = self._fields.added
        if not added or record.fault or not (record.is_data or record.size):
            return raw
        values = [_json(notes[name]) for name in added] if record.is_data else added
        end = len(raw.rstrip(b"\r\n"))
        more = b"".join(self._delimiter + self._spelled(value, quoted=False) for value in values)
        return raw[:end] + more + raw[end:]


class TabTable(Table):
    """A table that has tabs by its name: one of a single column shows no delimiter in its header."""

    delimiters = (b"\t", b",", b";", b"|")


def _closing(raw: bytes | bytearray, place: int) -> int:
    """The place after the mark that closes a quoted cell; a doubled mark closes none. -1 where none does."""
    while (mark := raw.find(_QUOTE, place)) >= 0:
        if raw[mark + 1 : mark + 2] != _QUOTE:
            return mark + 1
        place = mark + 2
    return -1


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
