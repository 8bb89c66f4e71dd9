"""Which patterns match in a text, on which of its lines, and where literals stand: the fastest engine that is here.

Hyperscan finds the triggers of all rules in one pass each for patterns and literals. Its automata are
complete from the start, and the build writes them down; an RE2 Set builds its own while it reads, which
makes new text slow, and an automaton of Aho and Corasick takes three times as long for the literals.
RE2 serves where one large pattern is asked for a whole text. Where a package is missing (no wheel for
the platform), the next best does the same, in the end plain Python: the answers are equal.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import suppress
from functools import partial

from cleantext.encoded import utf8
from cleantext.scanner import hyperscan as automata
from cleantext.scanner import literals, patterns
from cleantext.scanner.literals import Literals, LiteralScanner, parted
from cleantext.scanner.patterns import LineScanner, Scanner

__all__ = [
    "LineScanner",
    "LiteralScanner",
    "Scanner",
    "line_scanner",
    "literal_scanner",
    "scanner",
    "to_write_down",
]


def scanner(found: Sequence[str]) -> Scanner:
    """The fastest scanner for a few large patterns."""
    return patterns.Re2Scanner(found) if patterns.has_re2() else patterns.PlainScanner(found)


def line_scanner(found: Sequence[str], once: Collection[int] = ()) -> LineScanner:
    """The fastest scanner for many small patterns; those in `once` may be told once a text, whatever their lines."""
    if automata.is_here():
        with suppress(automata.NotCompiledError):  # a user's rule may be beyond it
            return patterns.HyperscanLines(found, once)
    return patterns.PlainLines(found, scanner)


def literal_scanner(found: Sequence[str]) -> LiteralScanner:
    """The fastest scanner for literals."""
    if automata.is_here():
        return Literals(found, literals.HyperscanLiterals)
    return Literals(found, literals.AutomatonLiterals if literals.has_ahocorasick() else literals.PlainLiterals)


Unwritten = Callable[[], bytes]
"""Compiles an automaton, and gives it as it is written down."""


def to_write_down(
    found: Sequence[str], once: Collection[int] = (), *, literal: bool
) -> Iterator[tuple[str, Unwritten]]:
    """Yield the automata of literals or of patterns: the names of their files, and what makes what these hold."""
    parts = [([utf8(found[n]) for n in parted(found)[1]], once)] if literal else patterns.parts_of(found, once)
    for part in parts:
        yield automata.key_of(*part, literal=literal), partial(automata.written_down, *part, literal=literal)
