"""Runs: neighbouring sets of characters that a match holds, with what may stand at their ends and between them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import cache

from cleantext.factors.characters import BEYOND_FIGURES, BEYOND_LETTERS, is_of_word
from cleantext.folding import folded_literal


class Anchor(Enum):
    """Where a run stands, as RE2 writes it, where it can."""

    START = r"(?m:^)"
    END = r"(?m:$)"
    BOUNDARY = r"\b"
    WORD_END = "no letter or figure follows"
    """A boundary after a letter or a figure of any script."""


@dataclass(frozen=True, slots=True)
class Loop:
    """A repeat of any number of some characters: spaces anywhere, others at the ends of a line."""

    members: frozenset[str]


Symbol = frozenset[str] | Anchor | Loop
"""A set of characters, or what takes none or any number of them."""

Inner = frozenset[str] | Loop
Run = tuple[Symbol, ...]


def width_of(run: Run) -> int:
    """How many characters a run stands for; anchors and loops are none."""
    return sum(isinstance(symbol, frozenset) for symbol in run)


def ends_in_word(run: Run) -> bool:
    """Is its last character a letter or a figure in any case, so that after a boundary there follows none?"""
    last = run[-1] if run else None
    return isinstance(last, frozenset) and all(it in (BEYOND_LETTERS, BEYOND_FIGURES) or is_of_word(it) for it in last)


@cache
def plain_forms(symbol: Inner) -> frozenset[str]:
    """The folded forms of a symbol; any number of spaces is one space there, or none."""
    if isinstance(symbol, Loop):
        return frozenset(("", " "))
    return frozenset(map(folded_literal, symbol))
