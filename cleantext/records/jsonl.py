r"""JSON Lines: one JSON object a line; what is no text of ours keeps its bytes.

msgspec parts an object into the bytes of its members, which tells where each begins and ends. So
numbers keep their spelling (`1.0`, `1E400`), keys their order, and white space its place.
"""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import Any, BinaryIO

import msgspec

from cleantext.records.compression import Output
from cleantext.records.record import (
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

_KEY = re.compile(rb'[ \t\r\n]*[{,][ \t\r\n]*("(?:[^"\\]|\\.)*")[ \t\r\n]*:[ \t\r\n]*')
_BEFORE_ITEM = re.compile(rb"[ \t\r\n]*[\[,][ \t\r\n]*")
_SURROGATE = re.compile(rb"\\u[dD][89abABcdefCDEF][0-9a-fA-F]{2}")
"""Half of a pair: msgspec refuses one without the other, which Python writes and reads (`\"\\ud800\"`)."""

_KINDS = {"t": "true", "f": "false", "n": "null", "{": "an object", "[": "a list"}

_members = msgspec.json.Decoder(dict[str, msgspec.Raw]).decode
_items = msgspec.json.Decoder(list[msgspec.Raw]).decode
_string = msgspec.json.Decoder(str).decode

_Span = tuple[int, int]


class JsonLines:
    """A file of JSON Lines, read and written."""

    unit = "line"

    def __init__(self, source: BinaryIO, output: Output | None, fields: Fields) -> None:
        self._source, self._output, self._fields = source, output, fields

    def records(self) -> Iterator[Record]:
        """Read the lines; blank ones have no texts and no fault."""
        for place, raw in enumerate(lines(self._source), 1):
            yield self._record(place, raw)

    def _record(self, place: int, raw: bytes) -> Record:
        body = raw.removeprefix(codecs.BOM_UTF8) if place == 1 else raw
        start, end = len(raw) - len(body.lstrip()), len(raw.rstrip())
        if start >= end:
            return Record(place, raw, is_data=False)
        shape = _SURROGATE.sub(rb"\\uFFFD", raw) if b"\\u" in raw else raw
        try:
            slots = self._slots_of(place, raw, shape, (start, end))
        except RecordFaultError as fault:
            return Record(place, raw, fault=str(fault), size=len(raw))
        except RecursionError:
            return Record(place, raw, fault="is nested too deep; mend the line, or take it out", size=len(raw))
        return Record(place, raw, slots, size=len(raw), url=self._url_of(raw, shape, (start, end)))

    def _url_of(self, raw: bytes, shape: bytes, whole: _Span) -> str:
        """The address, if the line has one; for want of it no record is at fault."""
        field = self._fields.url
        with suppress(RecordFaultError):
            for span in _texts(shape, whole, field, field) if field else ():
                return _text(raw[slice(*span)], field)
        return ""

    def _slots_of(self, place: int, raw: bytes, shape: bytes, whole: _Span) -> tuple[Slot, ...]:
        members = _spans(shape, whole)
        for name in self._fields.added:
            if name in members:
                raise FieldTakenError(f"line {place} has a field", name)
        spans = ((field, span) for field in self._fields.texts for span in _texts(shape, whole, field, field))
        slots = (Slot(field, _text(raw[slice(*span)], field), *span) for field, span in spans)
        return tuple(sorted(slots, key=lambda slot: slot.start))

    def put(self, record: Record, texts: Sequence[str], notes: Notes) -> None:
        """Write a line; only the texts that changed are spelled anew."""
        raw = with_texts(record, texts, _spelled)
        assert self._output is not None  # noqa: S101 - or there is nothing to put into
        self._output.write(_with_notes(raw, notes) if notes else raw)

    def leave_out(self, record: Record) -> None:
        """Write nothing."""

    def finish(self) -> None:
        """Nothing is left to be written."""


def _texts(raw: bytes, span: _Span, path: str, field: str) -> Iterator[_Span]:
    """Yield where the texts at a path below a value stand; in lists, of every item; null holds none."""
    start = span[0]
    kind = raw[start : start + 1]
    if kind == b"[" and path != field:
        for item in _item_spans(raw, span):
            yield from _texts(raw, item, path, field)
    elif kind == b"n":
        return
    elif not path:
        yield span
    elif kind != b"{":
        at = field.removesuffix(path).rstrip(".")
        raise RecordFaultError(f"{_said(kind, at)}, not an object with a field {path.partition('.')[0]!r}")
    else:
        members = _spans(raw, span)
        name, rest = (path, "") if path in members else path.partition(".")[::2]
        if name not in members:
            raise RecordFaultError(f"has no field {field!r}, but {known(list(members))}; name others with --field")
        yield from _texts(raw, members[name], rest, field)


def _spans(raw: bytes, span: _Span) -> dict[str, _Span]:
    """Where the values of an object stand."""
    start, end = span
    try:
        members = _members(memoryview(raw)[start:end])
    except msgspec.DecodeError as error:
        is_object = raw.startswith(b"{", start)  # but not a sound one: `{"price": NaN}`, which Python writes
        what = "not sound JSON" if is_object else "not a JSON object, as JSON Lines have on every line"
        raise RecordFaultError(f"is {what} ({error}); mend the line, or take it out") from error
    except UnicodeDecodeError as error:
        raise RecordFaultError(f"has a key that is not UTF-8 ({error.reason}); mend the line") from error
    spans = {}
    place = start
    for name, value in members.items():
        key = _KEY.match(raw, place)
        if key is None or _string(key[1]) != name or not raw.startswith(value, key.end()):
            raise RecordFaultError(f"has a key twice, before or at {name!r}; which one counts is for you to say")
        place = key.end() + len(memoryview(value))
        spans[name] = (key.end(), place)
    if raw[place:end].strip(b" \t\r\n{") != b"}":
        raise RecordFaultError("has a key twice; which one counts is for you to say")
    return spans


def _item_spans(raw: bytes, span: _Span) -> Iterator[_Span]:
    """Yield where the items of a list stand."""
    place = span[0]
    for value in _items(memoryview(raw)[place : span[1]]):
        before = _BEFORE_ITEM.match(raw, place)
        assert before is not None  # noqa: S101 - msgspec has read the list
        place = before.end() + len(memoryview(value))
        yield before.end(), place


def _said(kind: bytes, field: str) -> str:
    first = kind.decode("ascii", "replace")
    return f"the field {field!r} is {_KINDS.get(first, 'a string' if first == chr(34) else 'a number')}"


def _text(raw: bytes, field: str) -> str:
    if not raw.startswith(b'"'):
        raise RecordFaultError(f"{_said(raw[:1], field)}, not a string; name others with --field")
    try:
        return _string(raw)
    except msgspec.DecodeError as error:
        with suppress(ValueError):  # half a surrogate pair, which Python's own decoder lets pass
            text: str = json.loads(raw)
            return text
        raise RecordFaultError(f"the text in {field!r} is no JSON string ({error}); mend the line") from error
    except UnicodeDecodeError as error:
        reason = (
            f"the text in {field!r} is not UTF-8: byte 0x{error.object[error.start]:02x}; convert the file to UTF-8"
        )
        raise RecordFaultError(reason) from error


def _spelled(text: str, before: bytes) -> bytes:
    r"""A string as JSON, in ASCII where the one before it was so written (`\u00e9`)."""
    if b"\\u" in before and before.isascii():
        return json.dumps(text).encode()
    try:
        return msgspec.json.encode(text)
    except UnicodeEncodeError:  # half a surrogate pair
        return json.dumps(text).encode()


def _with_notes(raw: bytes, notes: Notes) -> bytes:
    """Add fields at the end of an object, spaced as its other fields are."""
    end = raw.rindex(b"}")
    before = raw[:end].rstrip()
    empty = before.endswith(b"{")
    colon, comma = (b": ", b", ") if b'": ' in raw[:200] else (b":", b",")
    added = comma.join(json.dumps(name).encode() + colon + _json(value) for name, value in notes.items())
    return b"".join((before, b"" if empty else comma, added, raw[len(before) :]))


def _json(value: Any) -> bytes:
    try:
        return msgspec.json.encode(value)
    except UnicodeEncodeError:  # half a surrogate pair was found
        return json.dumps(value).encode()
