"""Ftfy's test for mojibake, asked of the scanner: the same verdict at fifty times the speed."""

from __future__ import annotations

from functools import cache

from ftfy.badness import BADNESS_RE

from cleantext.mojibake import reference
from cleantext.mojibake.translation import translated
from cleantext.scanner import Scanner, scanner

_SURE = 0


def is_bad(text: str) -> bool:
    """Does ftfy see mojibake in a line of the text?

    >>> is_bad("The café is open"), is_bad("The cafÃ© is open")
    (False, True)
    """
    if text.isascii():
        return False
    hits = _scanner().hits(text)
    if not hits:
        return False
    if _SURE in hits and not _holds_surrogate(text):
        return True
    return reference.is_bad(text)  # a letter that RE2 was not told of, or U+FFFD that the scanner put for a surrogate


def _holds_surrogate(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return True
    return False


@cache
def _scanner() -> Scanner:
    return scanner([it for it in translated(BADNESS_RE) if it])
