"""Scanners for patterns in RE2's syntax: which match in a text, or on which of its lines."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from typing import Any, Protocol

from cleantext.encoded import PART, piecewise, utf8
from cleantext.scanner.hyperscan import Automaton

try:
    import re2
except ImportError:
    re2 = None

MAX_MEMORY = 1 << 26
"""RE2 builds its automaton while it reads; without room for it, it takes a slower one and does not say so."""


def has_re2() -> bool:
    """Is RE2 installed?"""
    return re2 is not None


LARGE = 5_000
"""Characters of a pattern that has an automaton of its own: one for all would be the slower, and too large for RE2."""


def apart(patterns: Sequence[str]) -> Sequence[Sequence[int]]:
    """Which patterns share an automaton, by their numbers.

    >>> apart(["a", "b" * LARGE, "c"])
    [[0, 2], [1]]
    """
    small = [number for number, it in enumerate(patterns) if len(it) < LARGE]
    return [small, *([number] for number, it in enumerate(patterns) if len(it) >= LARGE)]


class Scanner(Protocol):
    """Answers which of its patterns match somewhere in a text."""

    def hits(self, text: str) -> Collection[int]:
        """The numbers of the patterns that match somewhere in the text."""
        ...


class LineScanner(Protocol):
    """Answers which of its patterns match on which lines of a text in UTF-8."""

    def hits(self, content: bytes) -> Sequence[tuple[int, int]]:
        """(number of the pattern, number of the line that a match ends on), some of them more than once."""
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
        return () if self._set is None else self._set.Match(utf8(text)) or ()


class PlainScanner:
    """Each pattern searched on its own."""

    def __init__(self, patterns: Sequence[str]) -> None:
        self._patterns = [re.compile(_as_python(pattern)) for pattern in patterns]

    def hits(self, text: str) -> Collection[int]:
        """The numbers of the patterns that match somewhere in the text."""
        plain = utf8(text).decode()
        return [number for number, pattern in enumerate(self._patterns) if pattern.search(plain)]


class HyperscanLines:
    """Automata that tell where each pattern matches."""

    def __init__(self, patterns: Sequence[str], once: Collection[int] = ()) -> None:
        self._groups = [
            (group, _AmongWords(*part).hits if of_words(patterns[group[0]]) else Automaton(*part, literal=False).hits)
            for group, part in zip(apart(patterns), parts_of(patterns, once), strict=True)
            if group
        ]

    def hits(self, content: bytes) -> Sequence[tuple[int, int]]:
        """(number of the pattern, number of the line that a match ends on), some of them more than once."""
        found, place, line = [], 0, 0
        for group, ends in self._groups:
            for number, end in ends(content):
                line += content.count(b"\n", place, end) if end >= place else -content.count(b"\n", end, place)
                place = end
                found.append((group[number], line))
        return found


def parts_of(patterns: Sequence[str], once: Collection[int]) -> Sequence[tuple[Sequence[bytes], Collection[int]]]:
    """What each automaton looks for, and which of it is told once a text."""
    return [
        ([_expression(patterns[number]) for number in group], [place for place, it in enumerate(group) if it in once])
        for group in apart(patterns)
    ]


_NO_MARKS = re.compile(r"[a-zA-Z0-9(|?:){}\[\]-]*")


def of_words(pattern: str) -> bool:
    r"""Is it a large pattern of nothing but ASCII letters, with `\b` where words begin or end?

    >>> of_words(LARGE // 5 * r"\bof|" + r"[Tt]he\b"), of_words(LARGE // 5 * r"\bof|" + r"[^T]he\b"), of_words(r"\bof")
    (True, False, False)
    """
    return len(pattern) >= LARGE and _NO_MARKS.fullmatch(pattern.replace(r"\b", "")) is not None


def _expression(pattern: str) -> bytes:
    """What Hyperscan looks for; `_AmongWords` gives it texts whose words begin and end at spaces."""
    return utf8(pattern.replace(r"\b", " ") if of_words(pattern) else pattern)


_APART = bytes(byte if byte < 128 and (chr(byte).isalnum() or byte == ord("_")) else ord(" ") for byte in range(256))


class _AmongWords:
    r"""Finds a pattern of words in a text whose marks are read as spaces.

    Hyperscan looks for fixed strings first: a space can be in one, `\b` cannot, and takes it twice as long.
    """

    def __init__(self, expressions: Sequence[bytes], once: Collection[int]) -> None:
        self._automaton = Automaton(expressions, once, literal=False)

    def hits(self, content: bytes) -> Sequence[tuple[int, int]]:
        """(number of the expression, a place inside or at the end of a match)."""
        found = self._automaton.hits(_among_spaces(content))
        return [(number, end - 2) for number, end in found] if found else found


def _among_spaces(content: bytes) -> bytes:
    if len(content) > PART:
        return piecewise(lambda part: part.translate(_APART), content, around=b" ")
    return b" %b " % content.translate(_APART)


class PlainLines:
    """Asks another scanner which patterns match, and each of those, one by one, where."""

    def __init__(self, patterns: Sequence[str], scanner_of: Callable[[Sequence[str]], Scanner]) -> None:
        """`scanner_of` makes the scanner of some of the patterns."""
        self._patterns = patterns
        self._groups = [(group, scanner_of([patterns[number] for number in group])) for group in apart(patterns)]

    def hits(self, content: bytes) -> Sequence[tuple[int, int]]:
        """(number of the pattern, number of the line that a match ends on), some of them more than once."""
        text = content.decode()
        found = []
        for number in (group[hit] for group, scanner in self._groups for hit in scanner.hits(text)):
            place = line = 0
            for match in re.compile(_as_python(self._patterns[number])).finditer(text):
                line += text.count("\n", place, match.end())
                place = match.end()
                found.append((number, line))
        return found


_WIDE = re.compile(r"\\x\{([0-9a-f]+)\}")


def _as_python(pattern: str) -> str:
    """A pattern in the syntax of `re`, whose classes are read as ASCII like RE2's."""
    wide = _WIDE.sub(lambda it: f"\\U{int(it[1], 16):08x}", pattern)
    return "(?a)" + wide
