"""Capitals and small letters in patterns: those of Python, and those that triggers are."""

from __future__ import annotations

import re

from cleantext.encoded import TIERS
from cleantext.triggers import Trigger

UPPER = "A-ZÀ-ÖØ-ÞĄĆČĎĘĚĞİŁŃŇŘŚŞŠŤŮŹŻŽΆΈ-ΏΑ-ΩЀ-Я\u0490"
LOWER = "a-zß-öø-ÿąćčďęěğıłńňřśşšťůźżžά-ώа-џґ"
"""Capitals and small letters of the languages with a lexicon, for character classes."""

_BEYOND = re.compile(r"[^\x00-\x7f]")


def in_letters(shape: str) -> str:
    """Fill in the classes of small letters and capitals, `{l}` and `{u}`, in a pattern for Python."""
    return shape.format(l=LOWER, u=UPPER)


def trigger_by(shape: str) -> Trigger:
    r"""Make the trigger of a shape that stands for itself; texts with no letters beyond ASCII need none of those.

    >>> trigger_by("[{l}][{u}]").patterns[0]
    '[a-z][A-Z]'
    """
    plain, whole = shape.format(l="a-z", u="A-Z"), in_letters(shape)
    return Trigger({}, tuple(_BEYOND.sub(_escaped, it) for it in (plain, *[whole] * (len(TIERS) - 1))))


def _escaped(beyond: re.Match[str]) -> str:
    return f"\\x{{{ord(beyond[0]):x}}}"
