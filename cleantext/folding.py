r"""The folded form of a text, in which literals are looked for: no case, plain spaces, marks before a line set aside.

`folded(a + b + c)` holds `folded_literal(b)` for any texts: characters are folded one by one, and a run of
spaces becomes one. So whatever a pattern must hold can be looked for as one string, however it is
written. A line that begins with marks is repeated at the end without them, so that `"\n" + word` finds
the beginnings of lines.
"""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Folded:
    r"""UTF-8 of a folded text, each line after a `"\n"`; after all of them, some lines once more.

    `repeated` are the numbers of those. Lines are parted at `\n`, `\r\n` and `\r`.
    """

    content: bytes
    repeated: tuple[int, ...]


def folded(text: str) -> Folded:
    r"""Fold a text.

    >>> folded("» Skip  to\n MAIN").content
    b'\n\xc2\xbb skip to\n main\nskip to\nmain\n'
    """
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = f"\n{text}\n"
    marked = _MARKS_BEFORE.search(text)
    whole = _without_case(text)
    if marked is None:
        return Folded(whole, ())
    bare, repeated, at, number = [""], [], 0, -1
    for match in _MARKS_BEFORE.finditer(text, marked.start()):
        number += text.count("\n", at, match.start() + 1)
        at = match.start() + 1
        repeated.append(number)
        bare.append(match[1])
    bare.append("")
    return Folded(whole + _without_case("\n".join(bare))[1:], tuple(repeated))


def folded_literal(literal: str) -> str:
    r"""Fold a string that is to be looked for.

    >>> folded_literal("The\N{NO-BREAK SPACE} WORLD")
    'the world'
    """
    return _without_case(literal).decode("utf-8", "surrogatepass")


_MARKS_BEFORE = re.compile(r"\n[^\w\n]+(\w[^\n]*)")

_PLAIN = bytes(
    ord(chr(byte).lower()) if byte < 128 and not (chr(byte).isspace() and byte != 10) else 32 if byte < 128 else byte
    for byte in range(256)
)
"""ASCII in lower case, its spaces as one; the bytes of all other characters as they are."""

_ASCII = bytes(range(128))
_PLAIN_BEYOND = {
    **dict.fromkeys((it for it in map(chr, range(128, 0x3001)) if it.isspace()), " "),
    "’": "'",
    "\N{COMBINING DOT ABOVE}": "",  # what İ has beside an i without case
    "\N{LATIN SMALL LETTER DOTLESS I}": "i",  # where case is ignored, a pattern's i matches it
}
_MANY = 1_000


_CHUNK = 1 << 20
"""Characters that are folded at a time: what Python needs for it is many times their size."""


def _without_case(text: str) -> bytes:
    if len(text) <= _CHUNK:
        content = _characters_without_case(text)
    else:
        chunks = (text[start : start + _CHUNK] for start in range(0, len(text), _CHUNK))
        content = b"".join(map(_characters_without_case, chunks))
    while b"  " in content:
        content = content.replace(b"  ", b" ")
    return content


def _characters_without_case(text: str) -> bytes:
    content = text.encode("utf-8", "surrogatepass").translate(_PLAIN)
    return content if text.isascii() else _without_case_beyond(text, content)


def _without_case_beyond(text: str, content: bytes) -> bytes:
    """The same outside ASCII, for an English text by its few such characters alone."""
    few = len(content) < len(text) + _MANY
    others = content.translate(None, _ASCII).decode("utf-8", "surrogatepass") if few else ""
    if few and others.casefold() == others:
        for character, plain in _PLAIN_BEYOND.items():
            if character in others:
                content = content.replace(character.encode(), plain.encode())
        return content
    text = text.casefold()
    for character, plain in _PLAIN_BEYOND.items():
        if character in text:
            text = text.replace(character, plain)
    return text.encode("utf-8", "surrogatepass").translate(_PLAIN)
