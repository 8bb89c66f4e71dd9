"""A text in UTF-8, as scanners read it, and what kinds of characters beyond ASCII it holds."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from io import BytesIO
from typing import NamedTuple, TypeVar

Content = TypeVar("Content", str, bytes)

TIERS = (0, 1, 2)
"""What a text holds beyond ASCII: 0 marks at most, 1 letters and spaces too, 2 figures too.

Classes like `[0-9]` and `[a-z ]` need no characters beyond ASCII in most texts, which makes the automata
of such patterns several times as fast.
"""


class Encoded(NamedTuple):
    """UTF-8 of a text, lone surrogates as U+FFFD; its characters beyond ASCII, where they are few, else None."""

    content: bytes
    tier: int
    beyond: str | None


def encoded(text: str) -> Encoded:
    r"""Encode a text.

    >>> encoded("caf\N{LATIN SMALL LETTER E WITH ACUTE}")
    Encoded(content=b'caf\xc3\xa9', tier=1, beyond='é')
    >>> [encoded(it).tier for it in ("dog", "“dog”", "a\N{NO-BREAK SPACE}dog", "\N{ARABIC-INDIC DIGIT TWO} dogs")]
    [0, 0, 1, 2]
    """
    if text.isascii():
        return Encoded(text.encode(), 0, "")
    content = utf8(text)
    if len(text) <= _LONGEST_REMEMBERED:
        _latest[0] = text, content
    if len(content) > len(text) + _MANY:
        return Encoded(content, 2 if _without(_NO_FIGURE, content) else 1, None)
    beyond = _without(_ASCII, content).decode()
    if not _LETTER_OR_SPACE.search(beyond):
        return Encoded(content, 0, beyond)
    return Encoded(content, 2 if _FIGURE.search(beyond) else 1, beyond)


def utf8(text: str) -> bytes:
    """UTF-8 of a text, with U+FFFD for lone surrogates, which have none; that of the text encoded last is known."""
    latest, content = _latest[0]
    if latest is text:
        return content
    if len(text) > PART and not text.isascii():
        return piecewise(utf8, text)
    try:
        return text.encode()
    except UnicodeEncodeError:
        return _SURROGATE.sub("\N{REPLACEMENT CHARACTER}", text).encode()


def beyond_ascii(text: str) -> frozenset[str]:
    r"""The characters of a text that are not ASCII, with U+FFFD for lone surrogates.

    Several tests ask for those of one text, one after the other: they are found once.

    >>> sorted(beyond_ascii("caf\N{LATIN SMALL LETTER E WITH ACUTE}s"))
    ['é']
    """
    latest, characters = _latest_beyond[0]
    if latest is not text:
        characters = frozenset(_without(_ASCII, utf8(text)).decode())
        if len(text) <= _LONGEST_REMEMBERED:
            _latest_beyond[0] = text, characters
    return characters


def piecewise(make: Callable[[Content], bytes], whole: Content, *, around: bytes = b"") -> bytes:
    """What a function makes of a long text or long bytes, made part by part, and something before and after it.

    Python takes room for three bytes of each character that it encodes, and for each byte that it could leave out,
    before it knows what it needs; and what is joined of parts is there twice.
    """
    made = BytesIO()
    made.write(around)
    for start in range(0, len(whole), PART):
        made.write(make(whole[start : start + PART]))
    made.write(around)
    return made.getvalue()


def _without(some: bytes, content: bytes) -> bytes:
    """The bytes of a content that are none of some."""
    if len(content) > PART:
        return piecewise(partial(_without, some), content)
    return content.translate(None, some)


_latest: list[tuple[str, bytes]] = [("", b"")]
_latest_beyond: list[tuple[str, frozenset[str]]] = [("", frozenset())]
_LONGEST_REMEMBERED = 1 << 16
PART = 1 << 18
"""Characters or bytes of a text that is no long one."""
_MANY = 1_000
_ASCII = bytes(range(128))
_SURROGATE = re.compile("[\ud800-\udfff]")
_LETTER_OR_SPACE = re.compile(r"[\w\s]")
_FIGURE = re.compile(r"\d")
_NO_FIGURE = bytes(sorted({*range(256)} - {*b"\xd9\xdb\xdf\xe0\xe1\xea\xef\xf0"}))
"""All bytes but those that begin characters of blocks with figures: alphabets of Europe and ideographs have none."""
