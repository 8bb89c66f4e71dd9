"""The one-byte codecs that texts are written in and misread with, as maps between bytes and characters.

Browsers and editors take Latin-1 for Windows-1252, programs do not, and pages mix both: `WESTERN` reads a byte
from 80 to 9F either way, and `TURKISH` the two that Windows-1254 leaves to Windows-1252 (`vıhøe` beside `Žižkov`).
Bytes that a codec has no character for are controls, as Python's sloppy readers have them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

WESTERN, TURKISH = "western", "turkish"
HIGH_BYTES = range(0x80, 0x100)

MISREADERS = (WESTERN, TURKISH, "cp1251", "cp1250", "koi8-r", "mac-roman", "cp437")
"""What programs take a text for that is in another codec: the defaults of systems."""

READ_UTF_8 = "cp1251 cp1250 koi8-r mac-roman cp437 cp850 cp866 cp1253 cp1254 cp1255 cp1256 cp1257 iso8859-2".split()
"""What programs take UTF-8 for, besides Latin-1 and Windows-1252, which are ftfy's."""


class Written(NamedTuple):
    """A codec that texts are written in, and the languages that they are then in."""

    codec: str
    languages: tuple[str, ...]


_CYRILLIC = ("ru", "uk", "bg", "mk", "sr")
_WESTERN_EUROPE = ("de", "fr", "es", "it", "pt", "nl", "sv", "da", "nb", "fi", "is", "ca")
_CENTRAL_EUROPE = ("pl", "cs", "sk", "hu", "ro", "sl", "sh")

WRITTEN = (
    Written("cp1251", _CYRILLIC),
    Written("koi8-u", ("ru", "uk", "bg")),
    Written("cp866", ("ru", "uk", "bg")),
    Written("iso8859-5", _CYRILLIC),
    Written("cp1250", _CENTRAL_EUROPE),
    Written("iso8859-2", _CENTRAL_EUROPE),
    Written("cp852", _CENTRAL_EUROPE),
    Written("cp1253", ("el",)),
    Written("iso8859-7", ("el",)),
    Written("cp1254", ("tr",)),
    Written("cp1255", ("he",)),
    Written("cp1256", ("ar", "fa", "ur")),
    Written("iso8859-6", ("ar",)),
    Written("cp1257", ("lt", "lv")),
    Written("cp1252", _WESTERN_EUROPE),
    Written("mac-roman", _WESTERN_EUROPE),
    Written("cp850", _WESTERN_EUROPE),
)


@cache
def characters(codec: str) -> Mapping[int, str]:
    """The character of each byte from 80 on; a control where the codec has none."""
    name = {WESTERN: "cp1252", TURKISH: "cp1254"}.get(codec, codec)
    return {byte: bytes([byte]).decode(name, "ignore") or chr(byte) for byte in HIGH_BYTES}


@cache
def bytes_of(codec: str) -> Mapping[str, int]:
    r"""The byte of each character beyond ASCII that a codec has.

    >>> bytes_of("western")["\N{RIGHT SINGLE QUOTATION MARK}"] == bytes_of("western")["\x92"] == 0x92
    True
    """
    found = {character: byte for byte, character in characters(codec).items()}
    if codec == WESTERN:
        found |= {chr(byte): byte for byte in HIGH_BYTES}
    if codec == TURKISH:
        found |= {"Ž": 0x8E, "ž": 0x9E}
    return found


@cache
def as_bytes(codec: str) -> Mapping[int, str]:
    """For `str.translate`: each character that a codec has becomes the one whose number is its byte."""
    return {ord(character): chr(byte) for character, byte in bytes_of(codec).items()}


@cache
def exchange(misread_as: str, written_in: str) -> Mapping[int, str]:
    """For `str.translate`: what each character was that one codec made of another's byte."""
    there = characters(written_in)
    return {ord(character): there[byte] for character, byte in bytes_of(misread_as).items()}


def is_utf_8(line: str, misread_as: str = WESTERN) -> bool:
    """Are most of the characters beyond ASCII, as bytes of the codec, those of UTF-8? Then it is that.

    >>> is_utf_8("CafÃ© cÃ´tÃ©"), is_utf_8("Café côté"), is_utf_8("Ã clé ©")
    (True, False, False)
    """
    known, runs = bytes_of(misread_as), _BEYOND.findall(line)
    raw = b" ".join(bytes(known.get(it, 0x20) for it in run) for run in runs)
    found = sum(map(len, _UTF_8.findall(raw)))
    return 2 * found > sum(map(len, runs))


_BEYOND = re.compile(r"[^\x00-\x7f]+")
_UTF_8 = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
