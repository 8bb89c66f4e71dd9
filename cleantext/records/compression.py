"""Bytes of files that are compressed, as their last suffix tells: `.gz`, `.zst`, or none.

Python's gzip and zstandard's own `stream_reader` differ in one thing that matters here: the latter
gives what it has of a file that was cut off, and says nothing; so frames are read one by one.
"""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO, cast

from cleantext.errors import ExtraMissingError
from cleantext.records.record import RecordFaultError

_GZIP_LEVEL = 6
"""As `gzip` has it; Python's default, 9, takes twice the time for a hundredth of the size."""

_BLOCK = 1 << 15
"""Bytes of a file that are decompressed at a time: of the most repetitive text this gives some 100 MB."""

_BUFFER = 1 << 17

_GZIP = b"\x1f\x8b"
"""What gzip files begin with."""


class Output:
    """Where a file is written to, compressed or not; `end_member` ends what can be decompressed on its own."""

    def __init__(self, file: BinaryIO, member: Callable[[BinaryIO], BinaryIO] | None = None) -> None:
        self._file, self._member = file, member
        self._stream: BinaryIO | None = file if member is None else None
        self._empty = True

    def write(self, raw: bytes) -> None:
        """Write bytes."""
        if self._stream is None:
            assert self._member is not None  # noqa: S101 - else the file itself is the stream
            self._stream = self._member(self._file)
        self._stream.write(raw)
        self._empty = False

    def end_member(self) -> None:
        """Let what comes begin a member of its own, as the readers of web archives expect of each record."""
        if self._member is not None and self._stream is not None:
            self._stream.close()
            self._stream = None

    def finish(self) -> None:
        """End the last member; an empty file has one too."""
        if self._empty:
            self.write(b"")
        self.end_member()


def output_for(file: BinaryIO, path: Path) -> Output:
    """An output that is compressed as the suffix of the name tells."""
    return Output(file, {".gz": _gzip_member, ".zst": _zstd_member}.get(path.suffix.lower()))


@contextmanager
def decompressed(file: BinaryIO, path: Path) -> Iterator[BinaryIO]:
    """What a file holds. Raises RecordFaultError where its compressed bytes are damaged or end too soon."""
    suffix = path.suffix.lower()
    if suffix == ".zst":
        yield io.BufferedReader(_ZstdReader(file), _BUFFER)
    elif suffix == ".gz":
        if (begin := file.read(len(_GZIP))) and begin != _GZIP:
            raise RecordFaultError("is not gzipped, whatever its name says; take .gz off the name")
        file.seek(0)
        try:
            with gzip.GzipFile(fileobj=file) as stream:
                yield cast("BinaryIO", io.BufferedReader(stream, _BUFFER))
        except (EOFError, zlib.error, gzip.BadGzipFile) as error:
            raise RecordFaultError(f"its gzip bytes are damaged or cut off ({error}); fetch it again") from error
    else:
        yield file


class _ZstdReader(io.RawIOBase):
    """The bytes of frames that stand one after another, and an error where the last one is not whole."""

    def __init__(self, file: BinaryIO) -> None:
        self._zstandard, self._file = _zstandard(), file
        self._frame: Any = None
        self._raw, self._ready, self._place = b"", b"", 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        while self._place == len(self._ready):
            if not self._raw and not (block := self._file.read(_BLOCK)):
                if self._frame is not None:
                    raise RecordFaultError("its zstd bytes are cut off; fetch it again")
                return 0
            self._raw = self._raw or block
            self._decompress()
        part = self._ready[self._place : self._place + len(buffer)]
        buffer[: len(part)] = part
        self._place += len(part)
        return len(part)

    def _decompress(self) -> None:
        if self._frame is None:
            self._frame = self._zstandard.ZstdDecompressor().decompressobj()
        try:
            self._ready, self._place = self._frame.decompress(self._raw), 0
        except self._zstandard.ZstdError as error:
            raise RecordFaultError(f"its zstd bytes are damaged ({error}); fetch it again") from error
        self._raw = self._frame.unused_data
        if self._frame.eof:
            self._frame = None


def _gzip_member(file: BinaryIO) -> BinaryIO:
    """A member without name and time, so that the same text gives the same bytes."""
    stream = gzip.GzipFile("", "wb", _GZIP_LEVEL, file, mtime=0)
    return cast("BinaryIO", io.BufferedWriter(stream, _BUFFER))


def _zstd_member(file: BinaryIO) -> BinaryIO:
    stream = _zstandard().ZstdCompressor(write_checksum=True).stream_writer(file, closefd=False)
    return cast("BinaryIO", stream)


def _zstandard() -> Any:
    try:
        import zstandard
    except ImportError as error:
        raise ExtraMissingError("files that end in .zst", "zstd") from error
    return zstandard
