"""Which triggers a text holds, in one pass each: literals by Aho and Corasick's automaton, patterns by an RE2 Set.

Where the packages for that are missing (no wheel for the platform), plain Python gives the same answers.
RE2 builds its automaton lazily and needs room for it (`max_mem`), else it falls back to a slower one
without saying so; and text that it has not seen is slow. So literals, nearly all of the triggers, are
left to an automaton that is complete from the start.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from typing import Any, Protocol

try:
    import re2
except ImportError:
    re2 = None
try:
    import ahocorasick_rs as ahocorasick
except ImportError:
    ahocorasick = None  # type: ignore[assignment]

MAX_MEMORY = 1 << 26
_SURROGATE = re.compile("[\ud800-\udfff]")


class Scanner(Protocol):
    """Answers which of its patterns match somewhere in a text."""

    def hits(self, text: str) -> Collection[int]:
        """The numbers of the patterns that match somewhere in the text."""
        ...


class LiteralScanner(Protocol):
    """Answers where its literals stand in a text in UTF-8."""

    def hits(self, content: bytes) -> Sequence[tuple[int, int, int]]:
        """(number of the literal, start, end) wherever one stands, overlapping others or not."""
        ...


class Re2Scanner:
    """All patterns as one automaton."""

    def __init__(self, patterns: Sequence[str]) -> None:
        options = re2.Options()
        options.max_mem = MAX_MEMORY
        options.log_errors = False
        found: Any = re2.Set.SearchSet(options)
        for pattern in patterns:
            found.Add(pattern)
        found.Compile()
        self._set = found if patterns else None

    def hits(self, text: str) -> Collection[int]:
        """The numbers of the patterns that match somewhere in the text."""
        if self._set is None:
            return ()
        try:
            return self._set.Match(text) or ()
        except UnicodeEncodeError:  # lone surrogates have no UTF-8
            return self._set.Match(_SURROGATE.sub("\N{REPLACEMENT CHARACTER}", text)) or ()


class PlainScanner:
    """Each pattern searched on its own."""

    def __init__(self, patterns: Sequence[str]) -> None:
        self._patterns = [re.compile(_as_python(pattern)) for pattern in patterns]

    def hits(self, text: str) -> Collection[int]:
        """The numbers of the patterns that match somewhere in the text."""
        plain = _SURROGATE.sub("\N{REPLACEMENT CHARACTER}", text)
        return [number for number, pattern in enumerate(self._patterns) if pattern.search(plain)]


class AutomatonScanner:
    """All literals as one automaton, of the kind that is small.

    The dense kind is twice as fast over one text again and again, and slower among other work, which
    drives its twenty megabytes out of the processor's caches: 254 against 189 µs a page of news.
    """

    def __init__(self, literals: Sequence[bytes]) -> None:
        small = ahocorasick.Implementation.ContiguousNFA
        self._automaton = ahocorasick.BytesAhoCorasick(literals, implementation=small) if literals else None

    def hits(self, content: bytes) -> Sequence[tuple[int, int, int]]:
        """(number of the literal, start, end) wherever one stands, overlapping others or not."""
        if self._automaton is None:
            return ()
        found: Sequence[tuple[int, int, int]] = self._automaton.find_matches_as_indexes(content, overlapping=True)
        return found


class PlainLiteralScanner:
    """Each literal looked for on its own."""

    def __init__(self, literals: Sequence[bytes]) -> None:
        self._literals = literals

    def hits(self, content: bytes) -> Sequence[tuple[int, int, int]]:
        """(number of the literal, start, end) wherever one stands, overlapping others or not."""
        return [hit for number, literal in enumerate(self._literals) for hit in _places(number, literal, content)]


def _places(number: int, literal: bytes, content: bytes) -> Iterator[tuple[int, int, int]]:
    start = content.find(literal)
    while start >= 0:
        yield number, start, start + len(literal)
        start = content.find(literal, start + 1)


def scanner(patterns: Sequence[str]) -> Scanner:
    """The fastest scanner for patterns that this platform has."""
    return PlainScanner(patterns) if re2 is None else Re2Scanner(patterns)


def literal_scanner(literals: Sequence[str]) -> LiteralScanner:
    """The fastest scanner for literals that this platform has."""
    encoded = [literal.encode("utf-8", "surrogatepass") for literal in literals]
    return PlainLiteralScanner(encoded) if ahocorasick is None else AutomatonScanner(encoded)


_WIDE = re.compile(r"\\x\{([0-9a-f]+)\}")


def _as_python(trigger: str) -> str:
    """A trigger in the syntax of `re`, whose classes are read as ASCII like RE2's."""
    wide = _WIDE.sub(lambda it: f"\\U{int(it[1], 16):08x}", trigger)
    return "(?a)" + wide
