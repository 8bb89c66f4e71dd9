"""Runs: neighbouring sets of characters that a match holds, with what may stand at their ends and between them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import cache

from cleantext.folding import folded_literal


class Anchor(Enum):
    """Where a run stands, as RE2 writes it."""

    START = r"(?m:^)"
    END = r"(?m:$)"
    BOUNDARY = r"\b"


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


@cache
def plain_forms(symbol: Inner) -> frozenset[str]:
    """The folded forms of a symbol; any number of spaces is one space there, or none."""
    if isinstance(symbol, Loop):
        return frozenset(("", " "))
    return frozenset(map(folded_literal, symbol))
