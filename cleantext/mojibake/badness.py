"""Ftfy's test for mojibake, asked of the scanner: the same verdict at fifty times the speed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache, reduce
from itertools import repeat
from operator import or_

from ftfy.badness import BADNESS_RE

from cleantext.encoded import beyond_ascii
from cleantext.mojibake import reference
from cleantext.mojibake.translation import needed, translated
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


def is_bad_somewhere(text: str) -> bool:
    """The same of a longer text, whose few characters beyond ASCII may tell that it is not, in half the time."""
    if len(text) > _SHORT and not text.isascii() and len(beyond := beyond_ascii(text)) <= _FEW:
        return _may_be_bad(reduce(or_, map(_parts_of().get, beyond, repeat(0)), 0)) and is_bad(text)
    return is_bad(text)


_SHORT, _FEW = 2_000, 24
"""Characters of a text that is read as fast, and different ones beyond ASCII."""


@lru_cache(4096)
def _may_be_bad(parts: int) -> bool:
    """Could ftfy's test hit a text that has characters for some parts of its pattern, and any of ASCII?"""
    return any(parts & it == it for it in _alternatives())


@cache
def _parts_of() -> Mapping[str, int]:
    """For each character, as bits, the parts of the pattern where it can stand and no ASCII can."""
    found: defaultdict[str, int] = defaultdict(int)
    for number, part in enumerate(_parts()):
        for character in part:
            found[character] |= 1 << number
    return found


@cache
def _alternatives() -> Sequence[int]:
    return [sum(1 << _parts().index(part) for part in {*alternative}) for alternative in needed(BADNESS_RE)]


@cache
def _parts() -> Sequence[frozenset[str]]:
    return list(dict.fromkeys(part for alternative in needed(BADNESS_RE) for part in alternative))


def _holds_surrogate(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return True
    return False


@cache
def _scanner() -> Scanner:
    return scanner([it for it in translated(BADNESS_RE) if it])
