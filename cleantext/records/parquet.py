"""Parquet: row groups are read one at a time and written again with the schema, codecs and encodings they had.

Memory is bounded by the row groups that are under way, uncompressed: one that is read, and the one
or two that wait for the last of their texts.
"""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, BinaryIO

from cleantext.arrow import ColumnError, path_to_texts, texts_at, with_texts_at
from cleantext.errors import ExtraMissingError
from cleantext.records.record import Fields, FieldTakenError, Notes, Record, RecordFaultError, Slot


@dataclass
class _Group:
    """A row group under way: its table, for each field the texts of its rows, and which rows stay."""

    table: Any
    texts: dict[str, list[str | None]]
    notes: dict[str, list[str]]
    changed: set[str] = field(default_factory=set)
    left_out: set[int] = field(default_factory=set)
    done: int = 0


class ParquetFile:
    """A Parquet file, read and written; text columns are strings, at the top or in structs."""

    unit = "row"

    def __init__(self, source: BinaryIO, output: BinaryIO | None, fields: Fields) -> None:
        self._pyarrow, self._parquet = _pyarrow()
        self._fields, self._output = fields, output
        try:
            self._file = self._parquet.ParquetFile(source)
        except (self._pyarrow.ArrowException, OSError) as error:
            raise RecordFaultError(f"is no Parquet file that can be read ({error}); fetch it again") from error
        self._schema = self._file.schema_arrow
        self._paths = self._check()
        self._groups: deque[_Group] = deque()
        self._writer: Any = None if output is None else self._open(output)

    def records(self) -> Iterator[Record]:
        """Read the rows; null is no text."""
        place = 0
        for number in range(self._file.num_row_groups):
            table = self._read(number)
            texts = {name: self._texts(table, number, name) for name in self._fields.texts}
            urls = self._texts(table, number, self._fields.url) if self._fields.url else [None] * table.num_rows
            if self._writer is not None:
                self._groups.append(_Group(table, texts, {name: [] for name in self._fields.added}))
            for row in range(table.num_rows):
                place += 1
                slots = tuple(Slot(name, text) for name, its in texts.items() if (text := its[row]) is not None)
                size = sum(len(slot.text) for slot in slots)
                yield Record(place, b"", slots, size=size, url=urls[row] or "")
            if not table.num_rows and self._groups:
                self._write_finished()

    def put(self, record: Record, texts: Sequence[str], notes: Notes) -> None:
        """Take the texts of a row; its row group is written with the last of its rows."""
        group = self._groups[0]
        for slot, text in zip(record.slots, texts, strict=True):
            if text != slot.text:
                group.texts[slot.field][group.done] = text
                group.changed.add(slot.field)
        for name, values in group.notes.items():
            values.append(json.dumps(notes[name], ensure_ascii=False) if name in notes else "null")
        self._count(group)

    def leave_out(self, record: Record) -> None:
        """Leave a row out of its row group."""
        assert not record.raw  # noqa: S101 - rows have no bytes of their own
        group = self._groups[0]
        group.left_out.add(group.done)
        for values in group.notes.values():
            values.append("null")
        self._count(group)

    def finish(self) -> None:
        """Write the end of the file, which holds its metadata."""
        if self._writer is not None:
            self._write_finished()
            self._writer.close()

    def _count(self, group: _Group) -> None:
        group.done += 1
        self._write_finished()

    def _write_finished(self) -> None:
        while self._groups and self._groups[0].done == self._groups[0].table.num_rows:
            self._write(self._groups.popleft())

    def _write(self, group: _Group) -> None:
        arrow, table = self._pyarrow, group.table
        for name in sorted(group.changed):
            table = with_texts_at(table, self._paths[name], group.texts[name])
        for name, values in group.notes.items():
            table = table.append_column(name, arrow.array(values, arrow.string()))
        if group.left_out:
            table = table.filter(arrow.array([row not in group.left_out for row in range(table.num_rows)]))
        if table.num_rows or not group.left_out:
            self._writer.write_table(table, row_group_size=max(1, table.num_rows))

    def _read(self, number: int) -> Any:
        try:
            return self._file.read_row_group(number)
        except (self._pyarrow.ArrowException, OSError) as error:
            raise RecordFaultError(f"its row group {number + 1} cannot be read ({error}); fetch it again") from error

    def _texts(self, table: Any, number: int, name: str) -> list[str | None]:
        try:
            return texts_at(table, self._paths[name])
        except ColumnError as error:
            raise RecordFaultError(f"in its row group {number + 1}, column {name!r}: {error}") from error

    def _check(self) -> dict[str, Sequence[str]]:
        """The path to each field that holds texts. Raises RecordFaultError where one does not."""
        for name in self._fields.added:
            if name in self._schema.names:
                raise FieldTakenError("has a column", name)
        try:
            paths: dict[str, Sequence[str]] = {it: path_to_texts(self._schema, it) for it in self._fields.texts}
        except ColumnError as error:
            raise RecordFaultError(f"{error} with --field") from error
        if not self._fields.url:
            return paths
        for name, path in paths.items():
            if self._pyarrow.types.is_dictionary(self._type_at(path)):
                raise RecordFaultError(
                    f"the column {name!r} has each text once for all its rows, whatever their addresses; "
                    "cast it to strings, or leave --url-field out"
                )
        try:
            return {**paths, self._fields.url: path_to_texts(self._schema, self._fields.url)}
        except ColumnError as error:
            raise RecordFaultError(f"{error} with --url-field") from error

    def _type_at(self, path: Sequence[str]) -> Any:
        kind = self._schema.field(path[0]).type
        for part in path[1:]:
            kind = kind.field(part).type
        return kind

    def _open(self, output: BinaryIO) -> Any:
        schema, arrow = self._schema, self._pyarrow
        for name in self._fields.added:
            schema = schema.append(arrow.field(name, arrow.string()))
        return self._parquet.ParquetWriter(output, schema, **self._form())

    def _form(self) -> dict[str, Any]:
        """How the file was written, as far as it tells: of each column the codec, and whether it has a dictionary."""
        metadata = self._file.metadata
        form: dict[str, Any] = {
            "version": metadata.format_version if metadata.format_version in ("1.0", "2.4", "2.6") else "2.6",
            "store_schema": b"ARROW:schema" in (metadata.metadata or {}),
        }
        if not metadata.num_row_groups:
            return form
        columns = [metadata.row_group(0).column(number) for number in range(metadata.num_columns)]
        form["compression"] = {it.path_in_schema: _codec(it.compression) for it in columns}
        form["use_dictionary"] = [it.path_in_schema for it in columns if it.has_dictionary_page]
        form["write_statistics"] = [it.path_in_schema for it in columns if it.is_stats_set]
        form["use_deprecated_int96_timestamps"] = any(it.physical_type == "INT96" for it in columns)
        return form


def _codec(name: str) -> str:
    return {"UNCOMPRESSED": "NONE", "LZ4_RAW": "LZ4"}.get(name, name)


def _pyarrow() -> tuple[Any, Any]:
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError as error:
        raise ExtraMissingError("Parquet files", "parquet") from error
    return pa, pq
