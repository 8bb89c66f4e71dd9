"""Mojibake found and repaired: what ftfy says of each line, to the letter, at many times its speed.

`reference` is ftfy itself with our options, and knows which ftfy the rest was written for; with any
other the reference does the work. `badness` asks ftfy's test for mojibake of RE2, `translation` writes
that test in RE2's syntax, and `loop` is ftfy's search for the right codec with early exits. Importing
any of them imports ftfy.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from cleantext.mojibake import reference


@dataclass(frozen=True, slots=True)
class Mender:
    """What sees and repairs mojibake, a line at a time.

    `is_bad` tells whether ftfy's test hits some line of a text; `repaired` gives a line, without its
    end, as ftfy repairs it.
    """

    is_bad: Callable[[str], bool]
    repaired: Callable[[str], str]


@cache
def mender() -> Mender:
    """The fast one where we know the ftfy that is installed, else ftfy itself."""
    if not reference.is_known():
        return Mender(reference.is_bad, reference.repaired)
    from cleantext.mojibake import badness, loop

    return Mender(badness.is_bad_somewhere, loop.repaired)
