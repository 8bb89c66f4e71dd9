"""Turn a rule's pattern into a trigger: short strings, one of which stands in every text that it matches.

RE2 scans for thousands of strings at once at the speed of one, while patterns with repeats multiply
each other's states until the automaton no longer fits. So of each pattern only the best *factors* are
taken: runs of neighbouring characters, each a small set of them, without which it cannot match. Where
the pattern branches, each branch gives its own. Whatever is no such run (repeats, wide classes,
look-arounds inside) is passed over, which makes the trigger wider and never narrower. A trigger with
no factor worth having (`NotDerivable`) must be declared, or the rule's fixer brings a gate.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any, cast

PREPARED = "triggers.json"
"""Below `cleantext/data`; written by the build, never checked in. A pattern that is not in it is derived."""

LONGEST = 8
"""Characters of a factor; longer ones select no better and cost states."""

MOST = 64
"""Strings that neighbouring choices may multiply to, before the run is cut."""

WIDE = 0.2
"""Share of text from which on a set of characters is trimmed from the ends of a factor that tells enough without."""

SELECTIVE = 1e-4
"""Expected hits per character at which a factor tells enough."""

LEAST_SELECTIVE = 0.05
"""Expected hits per character above which a factor is no trigger at all."""

START, END, BOUNDARY = r"(?m:^)", r"(?m:$)", r"\b"
_BEYOND = "\N{REPLACEMENT CHARACTER}beyond ASCII"
"""Stands for every character outside ASCII, in a set."""

Symbol = frozenset[str] | str
"""A set of characters, or one of the anchors."""

Run = tuple[Symbol, ...]


class NotDerivable(ValueError):  # noqa: N818 - an answer more than an error
    """The pattern has no factor that every match holds, or none that is rare enough."""


def trigger_of(pattern: str) -> str:
    """The trigger of a pattern, from what the build wrote down (`prepared`) or derived now.

    Raises NotDerivable where there is none.
    """
    return prepared().get(pattern) or derived(pattern)


@cache
def prepared() -> Mapping[str, str]:
    """Triggers that were derived when the package was built: deriving takes milliseconds a pattern."""
    source = Path(__file__).resolve().parent.parent / "data" / PREPARED
    return cast("dict[str, str]", json.loads(source.read_bytes())) if source.is_file() else {}


@lru_cache(maxsize=4096)
def derived(pattern: str) -> str:
    r"""Derive the trigger of a pattern in Python's syntax, as a pattern in RE2's.

    >>> derived(r"(?<=\w) und (?=\w)")
    '\\x20und\\x20'
    """
    try:
        tree = parser.parse(pattern)
    except re.error as error:
        raise NotDerivable(f"not in the syntax of Python's re: {error}") from error
    found = _sequence(list(tree), tree.state.flags, outer=True).best
    if found is None or found.cost > LEAST_SELECTIVE:
        raise NotDerivable("nothing rare enough stands in everything that it matches")
    return (
        "|".join(_rendered(run) for run in sorted(found.runs, key=_rendered))
        if len(found.runs) > 1
        else _rendered(next(iter(found.runs)))
    )


@dataclass(frozen=True, slots=True)
class _Choice:
    """Runs of which one at least stands in every match, and the expected hits per character."""

    runs: frozenset[Run]
    cost: float

    @classmethod
    def of(cls, runs: Iterable[Run]) -> _Choice | None:
        """The choice of the best window of each run; None where one is empty."""
        windows = frozenset(_window(run) for run in runs)
        if not windows or any(not _width(run) for run in windows):
            return None
        return cls(windows, sum(map(_likelihood, windows)))


@dataclass(frozen=True, slots=True)
class _Part:
    """What a part of a pattern gives.

    `exact`: all that it can match, if that is a few short runs. Otherwise `best`, the best choice
    inside it, and `edge`: runs of which one begins it and one ends it, which join its neighbours.
    """

    exact: tuple[Run, ...] | None
    best: _Choice | None = None
    edge: tuple[Run, ...] = ((),)


def _better(a: _Choice | None, b: _Choice | None) -> _Choice | None:
    if a is None or b is None:
        return a or b
    return a if (a.cost, len(a.runs)) <= (b.cost, len(b.runs)) else b


def _sequence(items: Sequence[tuple[Any, Any]], flags: int, *, outer: bool = False) -> _Part:
    """Join neighbours into runs as long as they stay few; remember the best of what had to be cut."""
    best: _Choice | None = None
    runs: tuple[Run, ...] = ((),)
    whole = True
    for place, (code, argument) in enumerate(items):
        part = _part(code, argument, flags, _Around(items, place, outer))
        edge = part.edge if part.exact is None else part.exact
        joined = tuple(a + b for a in runs for b in edge) if len(runs) * len(edge) <= MOST else None
        if part.exact is not None and joined is not None and all(_width(run) <= 2 * LONGEST for run in joined):
            runs = joined
            continue
        whole = False
        best = _better(_better(best, _Choice.of(joined or runs)), part.best)
        runs = edge
    return _Part(runs if whole else None, _better(best, _Choice.of(runs)))


@dataclass(frozen=True, slots=True)
class _Around:
    """Where in its sequence a part stands; `outer` where the sequence is the whole pattern."""

    items: Sequence[tuple[Any, Any]]
    place: int
    outer: bool

    def neighbours(self) -> Sequence[tuple[Any, Any]]:
        return (*self.items[: self.place][-1:], *self.items[self.place + 1 :][:1])

    def at_edge(self, direction: int) -> bool:
        side = self.items[: self.place] if direction < 0 else self.items[self.place + 1 :]
        return self.outer and all(code in (op.AT, op.ASSERT_NOT) for code, _ in side)


_NOTHING = _Part(((),))
_ANYTHING = _Part(None)


def _part(code: Any, argument: Any, flags: int, around: _Around) -> _Part:
    if code is op.AT:
        return _anchor(argument, around, flags)
    if code in (op.LITERAL, op.IN):
        return _symbol(_members(code, argument, flags))
    if code is op.SUBPATTERN:
        _, added, removed, inner = argument
        return _sequence(list(inner), (flags | added) & ~removed, outer=around.outer and len(around.items) == 1)
    if code is op.ATOMIC_GROUP:
        return _sequence(list(argument), flags)
    if code is op.BRANCH:
        alone = around.outer and len(around.items) == 1
        return _branch([_sequence(list(branch), flags, outer=alone) for branch in argument[1]])
    if code in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT):
        return _repeat(argument, flags)
    if code is op.ASSERT and around.at_edge(argument[0]):
        return _sequence(list(argument[1]), flags, outer=True)
    if code in (op.ASSERT, op.ASSERT_NOT):
        return _NOTHING
    return _ANYTHING


def _anchor(where: Any, around: _Around, flags: int) -> _Part:
    if where in (op.AT_BEGINNING, op.AT_BEGINNING_STRING, op.AT_BEGINNING_LINE):
        return _Part(((START,),))
    if where in (op.AT_END, op.AT_END_STRING, op.AT_END_LINE):
        return _Part(((END,),))
    sure = where is op.AT_BOUNDARY and any(_sure_word(item, flags) for item in around.neighbours())
    return _Part(((BOUNDARY,),)) if sure else _NOTHING


def _sure_word(item: tuple[Any, Any], flags: int) -> bool:
    """Is it one ASCII word character whatever the case? Beside others, RE2 sees other boundaries than Python."""
    code, argument = item
    return code is op.LITERAL and all(
        it.isascii() and (it.isalnum() or it == "_") for it in _members(code, argument, flags)
    )


def _branch(branches: Sequence[_Part]) -> _Part:
    exact = [branch.exact for branch in branches if branch.exact is not None]
    if len(exact) == len(branches) and sum(map(len, exact)) <= MOST:
        return _Part(tuple(dict.fromkeys(run for runs in exact for run in runs)))
    choices = [_better(branch.best, _Choice.of(branch.exact or ())) for branch in branches]
    if any(choice is None for choice in choices):
        return _ANYTHING
    runs = frozenset(run for choice in choices if choice for run in choice.runs)
    return _Part(None, _Choice.of(runs))


def _repeat(argument: tuple[int, Any, Sequence[tuple[Any, Any]]], flags: int) -> _Part:
    least, most, inner = argument
    part = _sequence(list(inner), flags)
    if part.exact is not None and most == 1:
        return _Part(part.exact if least else (*part.exact, ()))
    if least == 0:
        return _ANYTHING
    if part.exact is not None and least == most and len(part.exact) == 1 and least <= LONGEST:
        return _Part((part.exact[0] * least,))
    if part.exact is not None and len(part.exact) == 1:
        edge = (part.exact[0] * min(least, LONGEST),)
        return _Part(None, _Choice.of(edge), edge)
    return _Part(None, _better(part.best, _Choice.of(part.exact or ())), part.exact or part.edge)


def _symbol(members: frozenset[str]) -> _Part:
    """A set of characters, as a run of one."""
    return _Part(((members,),)) if members else _ANYTHING


_FOLDS = {
    "i": "\N{LATIN CAPITAL LETTER I WITH DOT ABOVE}\N{LATIN SMALL LETTER DOTLESS I}",
    "s": "\N{LATIN SMALL LETTER LONG S}",
    "k": "\N{KELVIN SIGN}",
}
"""What matches an ASCII letter where case is ignored, beyond its other case."""


def _members(code: Any, argument: Any, flags: int) -> frozenset[str]:
    """The characters that a literal or a class matches; everything outside ASCII as one where it is not plain."""
    items = [(op.LITERAL, argument)] if code is op.LITERAL else argument
    negated = items[0][0] is op.NEGATE
    found: set[str] = set()
    for kind, value in items:
        if kind is op.LITERAL:
            found.add(chr(value))
        elif kind is op.RANGE:
            low, high = value
            found.update(map(chr, range(low, min(high, 127) + 1)))
            if high > 127:
                found.update(map(chr, range(max(low, 128), high + 1)) if high - low < 1_000 else [_BEYOND])
        elif kind is op.CATEGORY:
            found |= _CATEGORIES[value] | {_BEYOND}
    if flags & re.IGNORECASE:
        found = _folded(found)
    if negated:
        plain = {it for it in found if len(it) == 1 and it.isascii()}
        if flags & re.IGNORECASE:
            plain = {it for it in plain if not it.isalpha()}
        return frozenset(_ASCII - plain) | {_BEYOND}
    return frozenset(found)


def _folded(members: set[str]) -> set[str]:
    """The members in either case; what folds to a character outside ASCII is not looked into."""
    if any(not it.isascii() for it in members if it != _BEYOND):
        members = members | {_BEYOND} | {letter for letter, others in _FOLDS.items() if members & set(others)}
    cases = {form for it in members if len(it) == 1 for form in (it.lower(), it.upper()) if len(form) == 1}
    return members | cases | {form for it in cases for form in _FOLDS.get(it, "")}


_ASCII = frozenset(map(chr, range(128)))
_CATEGORIES = {
    category: frozenset(it for it in _ASCII if re.match(pattern, it))
    for category, pattern in (
        (op.CATEGORY_DIGIT, r"\d"),
        (op.CATEGORY_NOT_DIGIT, r"\D"),
        (op.CATEGORY_SPACE, r"\s"),
        (op.CATEGORY_NOT_SPACE, r"\S"),
        (op.CATEGORY_WORD, r"\w"),
        (op.CATEGORY_NOT_WORD, r"\W"),
    )
}


def _width(run: Run) -> int:
    return sum(not isinstance(symbol, str) for symbol in run)


def _window(run: Run) -> Run:
    """The most telling stretch of a run, no longer than a factor may be, without wide sets at its ends if it can."""
    if _width(run) > LONGEST:
        places = [n for n, symbol in enumerate(run) if not isinstance(symbol, str)]
        windows = [run[places[n] : places[n + LONGEST - 1] + 1] for n in range(len(places) - LONGEST + 1)]
        run = min(windows, key=_likelihood)
    for gone, trimmed in ((run[:1], run[1:]), (run[-1:], run[:-1])):
        wide = not isinstance(gone[0], str) and _likelihood(gone) >= WIDE if gone else False
        if wide and _width(trimmed) and _likelihood(trimmed) <= SELECTIVE:
            return _window(trimmed)
    return run


_SHARES = {
    " ": 0.17, "e": 0.1, "t": 0.075, "a": 0.066, "o": 0.063, "i": 0.06, "n": 0.06, "s": 0.055, "r": 0.052, "h": 0.045,
    "l": 0.035, "d": 0.034, "c": 0.025, "u": 0.024, "m": 0.02, "f": 0.018, "p": 0.017, "g": 0.016, "w": 0.015,
    "y": 0.015, "b": 0.013, "v": 0.009, "k": 0.007, ",": 0.01, ".": 0.011, "\n": 0.012, "'": 0.004, '"': 0.004,
    "-": 0.004, START: 0.012, END: 0.012, BOUNDARY: 0.4,
}  # fmt: skip
_RARE = 0.002
_CONTROL = 1e-6
_MOST_BEYOND = 0.02
"""All characters outside ASCII together; in languages that are written with them, such a trigger spares nothing."""


def _share(symbol: Symbol) -> float:
    """The share of ordinary text that a symbol stands for, roughly; it only ranks factors."""
    if isinstance(symbol, str):
        return _SHARES[symbol]
    plain = [it for it in symbol if len(it) == 1 and it.isascii()]
    beyond = 1.0 if _BEYOND in symbol else (len(symbol) - len(plain)) * _RARE
    return sum(_SHARES.get(it, _RARE if it.isprintable() else _CONTROL) for it in plain) + min(_MOST_BEYOND, beyond)


def _likelihood(run: Run) -> float:
    product = 1.0
    for symbol in run:
        product *= _share(symbol)
    return product


def _rendered(run: Run) -> str:
    return "".join(symbol if isinstance(symbol, str) else _class(symbol) for symbol in run)


def _class(members: frozenset[str]) -> str:
    """A set of characters in RE2's syntax; lone surrogates are scanned as U+FFFD."""
    points = sorted({_point(it) for it in members if it != _BEYOND})
    runs: list[list[int]] = []
    for point in points:
        if runs and point == runs[-1][1] + 1:
            runs[-1][1] = point
        else:
            runs.append([point, point])
    if _BEYOND in members:
        runs = [[low, min(high, 127)] for low, high in runs if low < 128] + [[128, 0x10FFFF]]
    if len(runs) == 1 and runs[0][0] == runs[0][1]:
        return _quoted(runs[0][0])
    return "[" + "".join(_quoted(a) if a == b else f"{_quoted(a)}-{_quoted(b)}" for a, b in runs) + "]"


def _point(character: str) -> int:
    point = ord(character)
    return 0xFFFD if 0xD800 <= point <= 0xDFFF else point


def _quoted(point: int) -> str:
    plain = chr(point)
    if plain.isascii() and plain.isalnum():
        return plain
    return f"\\x{point:02x}" if point < 256 else f"\\x{{{point:x}}}"
