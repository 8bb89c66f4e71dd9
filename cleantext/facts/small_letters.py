"""Texts in small letters, at once where they are mostly ASCII, as English is: what words are told apart in."""

from __future__ import annotations

MARKS = "“”‘–—…·•\N{NO-BREAK SPACE}\N{REPLACEMENT CHARACTER}"
"""What makes most of the English that is not ASCII so."""

_MOSTLY_ASCII = 1.2
"""Bytes of UTF-8 for each character, at most."""


def small_letters(kept: str = "") -> bytes:
    """Give the table of ASCII letters in lower case, all else in ASCII but what is kept a space; others as they are."""
    ascii_part = (it.lower() if it.isalpha() or it in kept else " " for it in map(chr, range(128)))
    return "".join(ascii_part).encode("ascii") + bytes(range(128, 256))


def in_small_letters(text: str, table: bytes) -> str | None:
    """Give a text by such a table; None where much of it is not ASCII."""
    content = text.encode("utf-8", "surrogatepass")
    if len(content) > _MOSTLY_ASCII * len(text):
        return None
    return content.translate(table).decode("utf-8", "surrogatepass")
