"""Bytes become text and come back the same; what would not is refused with a reason."""

from __future__ import annotations

import codecs
import gzip

import pytest

from cleantext import OptionError
from cleantext.files import BinaryFileError, FileError, codec_named, decode

TEXT = "Où  est\r\nla gare?\n"

ROUND_TRIPS = {
    "utf-8": (TEXT.encode(), "utf-8", "utf-8", b""),
    "empty": (b"", "utf-8", "utf-8", b""),
    "a mark alone": (codecs.BOM_UTF8, "utf-8", "utf-8", codecs.BOM_UTF8),
    "utf-8 with mark": (codecs.BOM_UTF8 + TEXT.encode(), "utf-8", "utf-8", codecs.BOM_UTF8),
    "utf-16 little": (codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), "utf-8", "utf-16-le", codecs.BOM_UTF16_LE),
    "utf-16 big": (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "utf-8", "utf-16-be", codecs.BOM_UTF16_BE),
    "utf-32 little": (codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"), "utf-8", "utf-32-le", codecs.BOM_UTF32_LE),
    "utf-32 big": (codecs.BOM_UTF32_BE + TEXT.encode("utf-32-be"), "utf-8", "utf-32-be", codecs.BOM_UTF32_BE),
    "utf-16 named, no mark": (TEXT.encode("utf-16-be"), "utf-16-be", "utf-16-be", b""),
    "utf-16 by its mark": (codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), "utf-16", "utf-16-le", codecs.BOM_UTF16_LE),
    "latin-1": (TEXT.encode("latin-1"), "latin-1", "iso8859-1", b""),
    "the mark outweighs the name": (codecs.BOM_UTF8 + TEXT.encode(), "cp1252", "utf-8", codecs.BOM_UTF8),
    "shift_jis": ("「え」".encode("shift_jis"), "shift_jis", "shift_jis", b""),
}


@pytest.mark.parametrize(("raw", "named", "codec", "bom"), ROUND_TRIPS.values(), ids=ROUND_TRIPS)
def test_bytes_come_back_the_same(raw: bytes, named: str, codec: str, bom: bytes) -> None:
    """Encoding, byte order mark and line ends survive reading and writing."""
    content = decode(raw, "page.txt", named)
    assert (content.encoding, content.bom) == (codec, bom)
    assert content.encode(content.text, "page.txt") == raw


REFUSALS = {
    "not utf-8": (b"one\ncaf\xe9  noir\n", "utf-8", FileError, "is not utf-8: byte 0xe9 in line 2 (offset 7)"),
    "cut in the middle": ("é".encode()[:1], "utf-8", FileError, "unexpected end of data"),
    "not what its mark says": (codecs.BOM_UTF16_LE + b"a", "utf-8", FileError, "its byte order mark says utf-16-le"),
    "utf-16 without a mark": (TEXT.encode("utf-16-le"), "utf-16", FileError, "name utf-16-le or utf-16-be"),
    "compressed": (gzip.compress(b"The stands  smelled the fear."), "utf-8", BinaryFileError, "is compressed; unpack"),
    "binary": (b"\x89PNG\r\n\x00\x00", "utf-8", BinaryFileError, "holds NUL bytes"),
    "utf-16 not named": (TEXT.encode("utf-16-le"), "utf-8", BinaryFileError, "name the encoding utf-16-le"),
    "not reversible": (b"\x1b$B\x1b(Ba", "iso2022_jp", FileError, "would not give all its bytes back"),
}


@pytest.mark.parametrize(("raw", "named", "kind", "said"), REFUSALS.values(), ids=REFUSALS)
def test_what_cannot_come_back_is_refused(raw: bytes, named: str, kind: type[FileError], said: str) -> None:
    """The error names the file, the place and what to do."""
    with pytest.raises(kind) as caught:
        decode(raw, "page.txt", named)
    assert type(caught.value) is kind
    assert str(caught.value).startswith("page.txt: ")
    assert said in str(caught.value)
    assert "left as it is" in str(caught.value)


def test_nul_after_the_first_block_is_text() -> None:
    """Only the first block is searched, as grep does."""
    raw = b"a" * 10_000 + b"\0"
    assert decode(raw, "page.txt").text == raw.decode()


def test_a_repair_that_the_encoding_cannot_hold_is_refused() -> None:
    """Latin-1 has no curly apostrophe; nothing is replaced in silence."""
    content = decode(b"that's", "page.txt", "latin-1")
    with pytest.raises(FileError, match=r"'’' \(U\+2019\), which iso8859-1 cannot hold"):
        content.encode("that’s", "page.txt")


@pytest.mark.parametrize("name", ["utf-9", "hex", "rot13", "undefined", ""])
def test_what_is_no_encoding_of_text_is_an_option_error(name: str) -> None:
    with pytest.raises(OptionError, match="is no encoding"):
        codec_named(name)
