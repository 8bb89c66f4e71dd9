"""Scanners for literals: where each stands in a text in UTF-8, all looked for at once.

Half of the literals begin a line. They are looked up by the beginnings of lines, which is cheaper than a
larger automaton: what an automaton of thousands of literals costs is reading its tables from memory.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
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


_HEAD = 4
"""Bytes of a line by which it is known that no literal begins it; shorter literals are left to the automaton."""


def parted(literals: Sequence[str]) -> tuple[Sequence[int], Sequence[int]]:
    r"""The literals that are looked up by the beginnings of lines, and the others, by their numbers.

    >>> parted(["\nhome", "log in", "\nus", "\nreply\n"])
    ([0], [1, 2, 3])
    """
    first, others = list[int](), list[int]()
    for number, it in enumerate(literals):
        begins = it[0] == "\n" and "\n" not in it[1:] and len(utf8(it)) > _HEAD
        (first if begins else others).append(number)
    return first, others


class Literals:
    """Literals that begin a line by their beginnings, the others by a scanner of their own."""

    def __init__(self, literals: Sequence[str], scanner_of: Callable[[Sequence[str]], LiteralScanner]) -> None:
        first, self._others = parted(literals)
        self._scanner = scanner_of([literals[number] for number in self._others])
        self._numbers = {utf8(literals[number])[1:]: number for number in first}
        self._lengths: dict[bytes, tuple[int, ...]] = {}
        for it in self._numbers:
            before = self._lengths.get(it[:_HEAD], ())
            if len(it) not in before:
                self._lengths[it[:_HEAD]] = (*before, len(it))

    def hits(self, content: bytes) -> Sequence[tuple[int, int]]:
        """(number of the literal, end) wherever one stands, overlapping others or not."""
        found = self._scanner.hits(content)
        found = [(self._others[number], end) for number, end in found] if found else []
        lengths, place = self._lengths, 0
        for line in content.split(b"\n"):
            if line[:_HEAD] in lengths and place:
                for length in lengths[line[:_HEAD]]:
                    if length <= len(line) and (number := self._numbers.get(line[:length])) is not None:
                        found.append((number, place + length))
            place += len(line) + 1
        return found


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
