"""What the bytes, or who sent them, say of their encoding: byte order marks, HTML, XML, HTTP."""

from __future__ import annotations

import codecs
import re

MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_FIRST_BYTES = 4096
_EVERY_BYTE = bytes(range(256))
_IN_HTML = re.compile(rb"""(?i)<meta\s[^>]{0,200}?charset\s*=\s*["']?\s*([a-z0-9_:.-]{2,40})""")
_IN_XML = re.compile(rb"""^\s*<\?xml\s[^>]{0,100}?encoding\s*=\s*["']([A-Za-z0-9_:.-]{2,40})["']""")

_MEANT = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "tis-620": "cp874",
    "iso8859-11": "cp874",
    "utf-8-sig": "utf-8",
    "utf-16": "utf-16-le",
    "utf-32": "utf-32-le",
}
"""Names as they are used: who says Latin-1 has written Windows-1252, and so with the others, as the WHATWG found."""


def mark_of(data: bytes) -> tuple[bytes, str]:
    """The byte order mark that bytes begin with, and the codec that it stands for; empty for none."""
    return next((mark for mark in MARKS if data.startswith(mark[0])), (b"", ""))


def in_first_bytes(data: bytes) -> str:
    """The name of the encoding that an HTML page or an XML file gives of itself, or "".

    >>> in_first_bytes(b'<html><head><meta charset="koi8-r">')
    'koi8-r'
    >>> in_first_bytes(b"<?xml version='1.0' encoding='cp1250'?>")
    'cp1250'
    """
    first = data[:_FIRST_BYTES]
    found = _IN_XML.search(first) or _IN_HTML.search(first)
    return found[1].decode("ascii") if found else ""


def codec_meant(name: str) -> str:
    """The codec that is meant by a name; "" for a name that nobody knows.

    >>> codec_meant("ISO-8859-1"), codec_meant("GB2312"), codec_meant("no-such-thing")
    ('cp1252', 'gb18030', '')
    """
    codec = codec_known(name.strip())
    return _MEANT.get(codec, codec)


def codec_known(name: str) -> str:
    """Python's own name of an encoding of text; "" for what is none, as it is for one that gives up on some bytes.

    >>> codec_known("Latin1"), codec_known("rot13"), codec_known("idna"), codec_known("unicode_escape")
    ('iso8859-1', '', '', '')
    """
    try:
        known = codecs.lookup(name).name
        if known in _OF_PROGRAMS:
            return ""
        "".encode(name)
        _EVERY_BYTE.decode(name, "replace")
    except (LookupError, ValueError):
        return ""
    return known


_OF_PROGRAMS = frozenset(("charmap", "raw-unicode-escape", "unicode-escape"))
"""What Python has beside encodings of text."""
