"""Scanners for literals: where each stands in a text in UTF-8, all looked for at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from cleantext.encoded import utf8
from cleantext.scanner.hyperscan import Automaton

try:
    import ahocorasick_rs as ahocorasick
except ImportError:
    ahocorasick = None  # type: ignore[assignment]


def has_ahocorasick() -> bool:
    """Is the automaton of Aho and Corasick installed?"""
    return ahocorasick is not None


class LiteralScanner(Protocol):
    """Answers where its literals stand in a text in UTF-8."""

    def hits(self, content: bytes) -> Sequence[tuple[int, int]]:
        """(number of the literal, end) wherever one stands, overlapping others or not."""
        ...


class HyperscanLiterals(Automaton):
    """All literals as one automaton of Hyperscan, whose answers are what is asked for."""

    def __init__(self, literals: Sequence[str]) -> None:
        super().__init__(list(map(utf8, literals)), literal=True)


class AutomatonLiterals:
    """All literals as one automaton of Aho and Corasick, of the kind that is small."""

    def __init__(self, literals: Sequence[str]) -> None:
        small = ahocorasick.Implementation.ContiguousNFA
        found = list(map(utf8, literals))
        self._automaton = ahocorasick.BytesAhoCorasick(found, implementation=small) if found else None

    def hits(self, content: bytes) -> Sequence[tuple[int, int]]:
        """(number of the literal, end) wherever one stands, overlapping others or not."""
        if self._automaton is None:
            return ()
        return [(number, end) for number, _, end in self._automaton.find_matches_as_indexes(content, overlapping=True)]


class PlainLiterals:
    """Each literal looked for on its own."""

    def __init__(self, literals: Sequence[str]) -> None:
        self._literals = list(map(utf8, literals))

    def hits(self, content: bytes) -> Sequence[tuple[int, int]]:
        """(number of the literal, end) wherever one stands, overlapping others or not."""
        found = []
        for number, literal in enumerate(self._literals):
            start = content.find(literal)
            while start >= 0:
                found.append((number, start + len(literal)))
                start = content.find(literal, start + 1)
        return found
