"""Runs: neighbouring sets of characters that a match holds, how likely each is, and how RE2 writes it."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterable
from dataclasses import dataclass

from cleantext.factors import KEY_LENGTH, LEAST_KEY
from cleantext.factors.characters import BEYOND, BEYOND_MARKS, written

LONGEST = 8
"""Characters of a factor; longer ones select no better and cost states."""


WIDE = 0.2
"""Share of text from which on a set of characters is trimmed from the ends of a factor that tells enough without."""

SELECTIVE, SELECTIVE_WORDS = 1e-6, 1e-3
"""Expected hits per character at which a factor tells enough; pieces of words are overrated less than marks."""


START, END, BOUNDARY = r"(?m:^)", r"(?m:$)", r"\b"


Symbol = frozenset[str] | str
"""A set of characters; or, as a string in RE2's syntax, an anchor or a repeat beside one."""

Run = tuple[Symbol, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """Runs of which one at least stands in every match, and the expected hits per character."""

    runs: frozenset[Run]
    cost: float

    @classmethod
    def of(cls, runs: Iterable[Run]) -> Choice | None:
        """The choice of the best window of each run; None where one is empty."""
        windows = frozenset(window_of(run) for run in runs)
        if not windows or any(not width_of(run) for run in windows):
            return None
        return cls(windows, sum(map(likelihood_of, windows)))


def better(a: Choice | None, b: Choice | None) -> Choice | None:
    """The rarer of two choices, and of equally rare ones the one with fewer runs."""
    if a is None or b is None:
        return a or b
    return a if (a.cost, len(a.runs)) <= (b.cost, len(b.runs)) else b


def line_starts_of(run: Run) -> frozenset[str]:
    """The keys of all lines that a run at a line's beginning can stand in; none where they are not plain."""
    first = run[0]
    if not (isinstance(first, str) and first.startswith(START)) or first.endswith(OPEN):
        return frozenset()
    plain = itertools.takewhile(lambda it: not isinstance(it, str) and not it & {BEYOND, BEYOND_MARKS}, run[1:])
    letters = [frozenset(map(str.casefold, symbol)) for symbol in plain if not isinstance(symbol, str)][:KEY_LENGTH]
    while math.prod(map(len, letters)) > _MOST_KEYS:
        letters.pop()
    if len(letters) < LEAST_KEY or not all(map(str.isalnum, run[1])):
        return frozenset()
    return frozenset("".join(way)[:KEY_LENGTH] for way in itertools.product(*letters))


_MOST_KEYS = 64
OPEN = "\N{REPLACEMENT CHARACTER}"


def width_of(run: Run) -> int:
    """How many characters a run stands for; anchors are none."""
    return sum(not isinstance(symbol, str) for symbol in run)


def window_of(run: Run) -> Run:
    """The most telling stretch of a run, no longer than a factor may be, without wide sets at its ends if it can."""
    if width_of(run) > LONGEST:
        places = [n for n, symbol in enumerate(run) if not isinstance(symbol, str)]
        starts = [0, *places[1 : len(places) - LONGEST + 1]]
        ends = [*(place + 1 for place in places[LONGEST - 1 : -1]), len(run)]
        run = min((run[start:end] for start, end in zip(starts, ends, strict=True)), key=likelihood_of)
    for gone, trimmed in ((run[:1], run[1:]), (run[-1:], run[:-1])):
        wide = not isinstance(gone[0], str) and likelihood_of(gone) >= WIDE if gone else False
        enough = SELECTIVE_WORDS if all(map(_is_word_part, trimmed)) else SELECTIVE
        if wide and width_of(trimmed) and likelihood_of(trimmed) <= enough:
            return window_of(trimmed)
    return run


_SHARES = {
    " ": 0.17, "e": 0.1, "t": 0.075, "a": 0.066, "o": 0.063, "i": 0.06, "n": 0.06, "s": 0.055, "r": 0.052, "h": 0.045,
    "l": 0.035, "d": 0.034, "c": 0.025, "u": 0.024, "m": 0.02, "f": 0.018, "p": 0.017, "g": 0.016, "w": 0.015,
    "y": 0.015, "b": 0.013, "v": 0.009, "k": 0.007, ",": 0.01, ".": 0.011, "\n": 0.012, "'": 0.004, '"': 0.004,
    "-": 0.004, ";": 0.003, ":": 0.004, "&": 0.0003, "A": 0.003, "I": 0.004, "S": 0.004, "T": 0.005,
}  # fmt: skip
_ANCHORS = {START: 0.012, END: 0.012, BOUNDARY: 0.4}
_RARE = 0.002
_CONTROL = 1e-6
_DIGITS, _IN_NUMBERS = frozenset("0123456789"), frozenset(".,")
_FIGURE_AFTER_FIGURE = 0.4
_RARE_SET = 0.05
_LEAST_LIKELY = 1e-7
_LEAST_LIKELY_WORDS = 3e-5
"""Letters are not thrown like dice: any piece of a word is likelier than its letters are."""
_MOST_BEYOND = 0.02
"""All characters outside ASCII together; in languages that are written with them, such a trigger spares nothing."""


def _share(symbol: Symbol) -> float:
    """The share of ordinary text that a symbol stands for, roughly; it only ranks factors."""
    if isinstance(symbol, str):  # an anchor, or a repeat beside one
        return next((share for anchor, share in _ANCHORS.items() if symbol.startswith(anchor)), 1.0)
    plain = [it for it in symbol if len(it) == 1 and it.isascii()]
    beyond = 1.0 if symbol & {BEYOND, BEYOND_MARKS} else (len(symbol) - len(plain)) * _RARE
    return sum(_SHARES.get(it, _RARE if it.isprintable() else _CONTROL) for it in plain) + min(_MOST_BEYOND, beyond)


def likelihood_of(run: Run) -> float:
    """Expected hits per character of ordinary text, roughly; it only ranks runs."""
    product, before = 1.0, False
    for symbol in run:
        figure = not isinstance(symbol, str) and bool(symbol & _DIGITS)
        product *= max(_share(symbol), _FIGURE_AFTER_FIGURE if figure and before else 0.0)
        before = figure or (not isinstance(symbol, str) and bool(symbol & _IN_NUMBERS))
    telling = any(_share(symbol) < _RARE_SET and not _is_word_part(symbol) for symbol in run)
    return max(product, _LEAST_LIKELY if telling else _LEAST_LIKELY_WORDS)


def _is_word_part(symbol: Symbol) -> bool:
    return not isinstance(symbol, str) and all(it.isalpha() or it in (" ", BEYOND, BEYOND_MARKS) for it in symbol)


def rendered(run: Run) -> str:
    """The run as a pattern of RE2."""
    return "".join(symbol.removesuffix(OPEN) if isinstance(symbol, str) else written(symbol) for symbol in run)
