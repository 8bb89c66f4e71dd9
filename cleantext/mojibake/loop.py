"""The repair of a line of mojibake: what `ftfy.fix_encoding` comes to, without most of its work.

Ftfy tries one codec after the other on the whole line, then on the pieces that look like UTF-8, and
again until nothing is bad. We go the same way with its patterns, codecs and repairs, and leave out
what cannot succeed: codecs without a character that an earlier codec stumbled over, repairs of bytes
elsewhere than where UTF-8 breaks off, and pieces that were repaired before.
"""

from __future__ import annotations

import codecs
from collections.abc import Callable
from functools import lru_cache
from re import Match
from typing import NamedTuple

from ftfy import chardata, fixes

from cleantext.mojibake.badness import is_bad
from cleantext.remembering import remembering


class _Codec(NamedTuple):
    """One that a text may have been decoded with; `bit` is its place in sets of codecs."""

    name: str
    bit: int
    encode: Callable[[str], tuple[bytes, int]]
    writes_lost: bool
    """Does it write U+FFFD, as `_LOST`?"""
    tears_at_a0: bool
    """Can a space be what is left of the byte A0? In Mac Roman that is a dash before a space."""


_CODECS = [
    _Codec(name, 1 << number, codecs.lookup(name).encode, name.startswith("sloppy"), name != "macroman")
    for number, name in enumerate(chardata.CHARMAP_ENCODINGS)
]
_EVERY_CODEC = (1 << len(_CODECS)) - 1

_LOST = 0x1A
_VARIANT_STARTS = frozenset(b"\xc0\xed")
"""What begins a character in `utf-8-variants` that UTF-8 does not know."""

_STARTS = frozenset(range(0xC2, 0xF5))
_CHANGED = frozenset(b" ?")
_LONGEST_SEQUENCE = 6
"""What a repair of bytes changes begins as UTF-8 does, holds one of `_CHANGED` or `_LOST`, has six bytes at most."""

_MOST_REMEMBERED = 4_096


def repaired(line: str) -> str:
    """A line as ftfy repairs it with the options of `reference`; it holds no end of a line.

    >>> repaired("The lionâ€™s cafÃ© is closed.")
    'The lion’s café is closed.'
    """
    return _at_rest(line)


def _at_rest(text: str, in_piece: bool = False) -> str:
    """Repair until nothing is bad or nothing changes."""
    while is_bad(text) and (after := _step(text, in_piece)) != text:
        text = after
    return text


def _step(text: str, in_piece: bool) -> str:
    """The first repair that fits a bad text; in pieces ftfy puts C1 controls right as well."""
    if (decoded := _decoded(text)) is not None:
        return decoded
    if (after := _with_pieces_repaired(text)) != text:
        return after
    if (after := _c1_as_windows(text)) != text:
        return after
    return fixes.fix_c1_controls(text) if in_piece else text


def _decoded(text: str) -> str | None:
    """What the text was if it was UTF-8 and one of the codecs read it; the first one with which that can be."""
    possible = _EVERY_CODEC
    for codec in _CODECS:
        if codec.bit & possible:
            try:
                encoded, _ = codec.encode(text)
            except UnicodeEncodeError as error:
                possible &= _codecs_with(text[error.start])
                continue
            if (decoded := _as_utf_8(encoded, codec)) is not None:
                return decoded
    return None


@lru_cache(maxsize=_MOST_REMEMBERED)
def _codecs_with(character: str) -> int:
    """The codecs that can encode a character, as bits."""
    found = 0
    for codec in _CODECS:
        try:
            codec.encode(character)
        except UnicodeEncodeError:
            continue
        found |= codec.bit
    return found


def _as_utf_8(encoded: bytes, codec: _Codec) -> str | None:
    """The bytes as the UTF-8 they are, or are but for damage that ftfy can repair."""
    if not codec.writes_lost or _LOST not in encoded:
        try:
            return encoded.decode()  # no repair touches bytes that are UTF-8, and the variants agree on them
        except UnicodeDecodeError as error:
            at_fault = encoded[error.start : error.start + _LONGEST_SEQUENCE]
        if at_fault[0] not in _VARIANT_STARTS and (at_fault[0] not in _STARTS or _CHANGED.isdisjoint(at_fault)):
            return None
    if codec.tears_at_a0:
        encoded = fixes.restore_byte_a0(encoded)
    if codec.writes_lost:
        encoded = fixes.replace_lossy_sequences(encoded)
    try:
        return encoded.decode("utf-8" if _VARIANT_STARTS.isdisjoint(encoded) else "utf-8-variants")
    except UnicodeDecodeError:
        return None


def _with_pieces_repaired(text: str) -> str:
    """The text with its pieces that look like UTF-8 repaired, each on its own."""

    def repair(match: Match[str]) -> str:
        piece = match[0]
        if len(piece) == len(text):
            return piece
        return _repaired(piece)

    return chardata.UTF8_DETECTOR_RE.sub(repair, text)


@remembering
def _repaired(piece: str) -> str:
    """A piece repaired; a few, such as that of an apostrophe, stand for most."""
    return _at_rest(piece, in_piece=True)


def _c1_as_windows(text: str) -> str:
    """Latin-1 as the Windows-1252 that it must have been where it holds C1 controls."""
    try:
        return text.encode("latin-1").decode("windows-1252")
    except UnicodeError:
        return text
