"""Between bytes and text: byte order marks, encodings by name, and no byte lost on the way and back."""

from __future__ import annotations

import codecs
from dataclasses import dataclass
from pathlib import Path

from cleantext.decoding import decode as decode_unknown
from cleantext.decoding.declared import codec_known, mark_of
from cleantext.errors import NotDecodable, OptionError
from cleantext.files.errors import BinaryFileError, FileError

FIRST_BLOCK = 8192
"""Bytes that are searched for NUL, as grep and git do to tell binary files."""

_COMPRESSED = (b"\x1f\x8b", b"\x28\xb5\x2f\xfd")
"""What gzip and zstd files begin with."""

AUTO = "auto"
"""In the place of an encoding's name: the one that the bytes tell, where that is certain."""


@dataclass(frozen=True, slots=True)
class Encoded:
    """A text and how its bytes had it: the codec's name, and the byte order mark or `b""`."""

    text: str
    encoding: str = "utf-8"
    bom: bytes = b""

    def encode(self, text: str, path: Path | str) -> bytes:
        """The bytes of another text in the same form; `path` is named where the encoding lacks a character."""
        try:
            return self.bom + text.encode(self.encoding)
        except UnicodeEncodeError as error:
            char = text[error.start]
            reason = (
                f"the repaired text has {char!r} (U+{ord(char):04X}), which {self.encoding} cannot hold; "
                "convert the file to UTF-8 first; left as it is"
            )
            raise FileError(path, reason) from error


def codec_named(name: str) -> str:
    """The codec's own name; `AUTO` stands for itself. Raises OptionError for what is no encoding of text.

    >>> codec_named("Latin1"), codec_named("utf-8-sig")
    ('iso8859-1', 'utf-8')
    """
    if name == AUTO:
        return AUTO
    codec = codec_known(name)
    if not codec:
        raise OptionError(f"{name!r} is no encoding that Python knows; say for instance utf-8 or cp1252")
    return "utf-8" if codec == "utf-8-sig" else codec


def codec_of_pieces(name: str) -> str:
    """The codec of a file that is read piece by piece: its bytes are never all there to tell it, so `AUTO` is UTF-8.

    >>> codec_of_pieces("auto"), codec_of_pieces("latin1")
    ('utf-8', 'iso8859-1')
    """
    return "utf-8" if name == AUTO else codec_named(name)


def decode(raw: bytes, path: Path | str, encoding: str = "utf-8") -> Encoded:
    r"""Decode bytes by their byte order mark, or else by the encoding named; `path` is named in errors.

    A mark outweighs the name, as it does in browsers: no text in another encoding begins with one. `AUTO` has the
    encoding told by the bytes, and refuses what is not certain.
    Line ends stay as they are. Raises BinaryFileError for NUL bytes near the start, FileError for bytes
    that the encoding does not allow or would not give back.

    >>> decode(b"\xff\xfea\x00\r\x00\n\x00", "page.txt")
    Encoded(text='a\r\n', encoding='utf-16-le', bom=b'\xff\xfe')
    """
    bom, codec = mark_of(raw)
    codec = codec or (_detected(raw, path) if encoding == AUTO else codec_named(encoding))
    body = raw[len(bom) :]
    if codec in ("utf-16", "utf-32"):
        reason = f"has no byte order mark, which {codec} needs; name {codec}-le or {codec}-be instead; left as it is"
        raise FileError(path, reason)
    if not codec.startswith(("utf-16", "utf-32")) and b"\0" in body[:FIRST_BLOCK]:
        reason = (
            "is compressed; unpack it first; left as it is"
            if body.startswith(_COMPRESSED)
            else "holds NUL bytes, so it is binary, or UTF-16 without a byte order mark: for that, name the encoding "
            "utf-16-le or utf-16-be; left as it is"
        )
        raise BinaryFileError(path, reason)
    try:
        text = body.decode(codec)
        same = text.encode(codec) == body
    except UnicodeError as error:
        raise FileError(path, _why_not(error, body, codec, marked=bool(bom))) from error
    if not same:
        reason = f"{codec} would not give all its bytes back; convert the file to UTF-8 first; left as it is"
        raise FileError(path, reason)
    return Encoded(text, codec, bom)


def _detected(raw: bytes, path: Path | str) -> str:
    try:
        found = decode_unknown(raw, strict=True)
    except NotDecodable as error:
        if b"\0" in raw[:FIRST_BLOCK]:
            return "utf-8"  # told there as what it is: binary
        reason = f"{error}; or name the encoding (--encoding); left as it is"
        raise FileError(path, reason) from error
    return codecs.lookup(found.codec).name


def _why_not(error: UnicodeError, body: bytes, codec: str, *, marked: bool) -> str:
    place = ""
    if isinstance(error, UnicodeDecodeError):
        line = body[: error.start].decode(codec, "replace").count("\n") + 1
        place = f": byte 0x{body[error.start]:02x} in line {line} (offset {error.start}), {error.reason}"
    if marked:
        return f"its byte order mark says {codec}, which it is not{place}; the file is damaged; left as it is"
    return f"is not {codec}{place}; name the encoding that it is in, or convert it to UTF-8; left as it is"
