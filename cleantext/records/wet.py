"""WET: web archives of extracted text, as Common Crawl has them; the text of a record is its body.

A record is a version line, headers, a blank line, so many bytes as Content-Length says, two line
ends. Records whose text stays keep every byte. FastWARC reads faster, and gives what it has of a
file that was cut off as if it were whole, and not the headers' own bytes; so they are read here.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Iterator, Sequence
from typing import BinaryIO

from cleantext.records.compression import Output
from cleantext.records.record import LONGEST, Fields, FieldTakenError, Notes, Record, RecordFaultError, Slot

BODY = "body"
"""The name of the only field."""

_END = b"\r\n\r\n"
_HEADER = re.compile(rb"(?im)^(?P<name>[!#-'*+.^_`|~\w-]+):[ \t]*(?P<value>[^\r\n]*?)[ \t]*(?P<end>\r?\n)")
_TEXT_TYPES = ("conversion",)


class WebArchive:
    """A file of WARC records, read and written; those that hold extracted text are repaired."""

    unit = "record"

    def __init__(self, source: BinaryIO, output: Output | None, fields: Fields) -> None:
        self._source, self._output, self._fields = source, output, fields

    def records(self) -> Iterator[Record]:
        """Read the records. Raises RecordFaultError where their frame is broken: what follows cannot be found then."""
        place = 0
        while head := self._head(place + 1):
            place += 1
            yield self._record(place, head)

    def _head(self, place: int) -> bytes:
        """The version line and the headers, with the blank line that ends them; empty at the end of the file."""
        rows: list[bytes] = []
        while row := self._source.readline(LONGEST):
            if not rows and not row.startswith(b"WARC/"):
                raise RecordFaultError(f"record {place}: no WARC record begins here, but {row[:20]!r}; fetch it again")
            rows.append(row)
            if row in (b"\r\n", b"\n"):
                return b"".join(rows)
        if rows:
            raise RecordFaultError(f"record {place}: ends within its headers; the file is cut off, fetch it again")
        return b""

    def _record(self, place: int, head: bytes) -> Record:
        length = _value(head, b"content-length")
        if length is None or not length.isdigit() or int(length) > LONGEST:
            raise RecordFaultError(
                f"record {place}: Content-Length is {length!r}, no length to read by; fetch it again"
            )
        size = int(length)
        rest = self._source.read(size + len(_END))
        if len(rest) != size + len(_END) or not rest.endswith(_END):
            raise RecordFaultError(f"record {place}: is not as long as Content-Length says; fetch the file again")
        raw = head + rest
        kind = (_value(head, b"warc-type") or b"").decode("ascii", "replace").lower()
        if kind not in _TEXT_TYPES:
            return Record(place, raw, size=len(raw), is_data=False)
        for name in self._fields.added:
            if _value(head, name.lower().encode()) is not None:
                raise FieldTakenError(f"record {place} has a header", name)
        try:
            text = rest[:size].decode("utf-8")
        except UnicodeDecodeError as error:
            reason = f"its text is not UTF-8: byte 0x{rest[error.start]:02x}; take the record out, or mend it"
            return Record(place, raw, fault=reason, size=len(raw))
        slot = Slot(BODY, text, len(head), len(head) + size)
        url = _value(head, self._fields.url.lower().encode()) if self._fields.url else None
        return Record(place, raw, (slot,), size=len(raw), url=(url or b"").decode("utf-8", "replace"))

    def put(self, record: Record, texts: Sequence[str], notes: Notes) -> None:
        """Write a record; of a text that changed, with its own length and digests, and the digests that it had."""
        raw = record.raw
        if record.slots and (texts[0] != record.slots[0].text or notes):
            head, body = raw[: record.slots[0].start], texts[0].encode("utf-8", "surrogatepass")
            if texts[0] != record.slots[0].text:
                head = _redigested(head, body)
            raw = b"".join((_with_headers(head, notes), body, _END))
        assert self._output is not None  # noqa: S101 - or there is nothing to put into
        self._output.write(raw)
        self._output.end_member()

    def leave_out(self, record: Record) -> None:
        """Write nothing."""

    def finish(self) -> None:
        """Nothing is left to be written."""


def _value(head: bytes, name: bytes) -> bytes | None:
    """The value of a header, whose name is given in small letters."""
    return next((it["value"] for it in _HEADER.finditer(head) if it["name"].lower() == name), None)


def _redigested(head: bytes, body: bytes) -> bytes:
    """The headers for another body: its length, its digests by the same algorithm, and what they were."""

    def anew(header: re.Match[bytes]) -> bytes:
        name, value, end = header["name"], header["value"], header["end"]
        if name.lower() == b"content-length":
            return b"%b: %d%b" % (name, len(body), end)
        if name.lower() in (b"warc-block-digest", b"warc-payload-digest"):
            algorithm = value.partition(b":")[0].decode("ascii", "replace").lower()
            was = b"X-Cleantext-Original-%b: %b%b" % (name.removeprefix(b"WARC-"), value, end)
            new = _digest(algorithm, body, like=value)
            return was if new is None else b"%b: %b%b%b" % (name, new, end, was)
        return header[0]

    return _HEADER.sub(anew, head)


def _digest(algorithm: str, body: bytes, *, like: bytes) -> bytes | None:
    """A labelled digest, in base 32 or in hexadecimal figures as the one before; None for an unknown algorithm."""
    name = algorithm.replace("sha-", "sha")
    if name not in hashlib.algorithms_guaranteed or name.startswith("shake"):
        return None
    found = hashlib.new(name, body, usedforsecurity=False)
    label, _, old = like.partition(b":")
    is_hex = len(old) == 2 * found.digest_size
    return label + b":" + (found.hexdigest().encode() if is_hex else base64.b32encode(found.digest()))


def _with_headers(head: bytes, notes: Notes) -> bytes:
    end = b"\r\n" if head.endswith(b"\r\n") else b"\n"
    more = b"".join(b"%b: %b%b" % (name.encode(), json.dumps(value).encode(), end) for name, value in notes.items())
    return head.removesuffix(end) + more + end
