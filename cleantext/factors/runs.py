"""Runs: neighbouring sets of characters that a match holds, how likely each is, and how they are looked for."""

from __future__ import annotations

import itertools
import math
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cache, lru_cache

from cleantext.factors.characters import BEYOND, BEYOND_LETTERS, BEYOND_MARKS, SOME_BEYOND, are_spaces, written
from cleantext.factors.words import CHARACTERS_OF_A_WORD, expected
from cleantext.folding import folded_literal

LONGEST = 12
"""Characters of a factor; longer ones select no better."""

LONGEST_SCANNED = 8
"""The same where a scanner for patterns must look for it, which longer ones cost states."""

MOST_LITERALS = 64
"""Strings that a run is written out in; where they would be more, a pattern says it."""


WIDE = 0.2
"""Share of text from which on a set of characters is trimmed from the ends of a factor that tells enough without."""

SELECTIVE, SELECTIVE_WORDS = 1e-6, 1e-4
"""Expected hits per character at which a factor tells enough; pieces of words are overrated less than marks."""

LITERAL_GAIN, ANCHORED_GAIN = 3, 30
"""How much likelier a literal may be than its pattern to be looked for instead, and one at a line's beginning."""

_FEW = 8
"""Literals that a run may be written out in before their number counts against it."""

RARE = 1e-6
"""Expected hits per character up to which a literal is welcome, even where a pattern were rarer."""

MOST_LIKELY_LITERAL = 2e-4
"""Expected hits per character above which a pattern is looked for instead: each hit of a literal takes its time."""


class Anchor(Enum):
    """Where a run stands, as RE2 writes it."""

    START = r"(?m:^)"
    END = r"(?m:$)"
    BOUNDARY = r"\b"


@dataclass(frozen=True, slots=True)
class Loop:
    """A repeat, at an end of a line, of any number of some characters."""

    members: frozenset[str]


Symbol = frozenset[str] | Anchor | Loop
"""A set of characters, or what takes none or any number of them."""

Inner = frozenset[str] | Loop
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


def width_of(run: Run) -> int:
    """How many characters a run stands for; anchors and loops are none."""
    return sum(isinstance(symbol, frozenset) for symbol in run)


def window_of(run: Run, longest: int = LONGEST) -> Run:
    """The most telling stretch of a run, no longer than a factor may be, without wide sets at its ends if it can."""
    if width_of(run) > longest:
        places = [n for n, symbol in enumerate(run) if isinstance(symbol, frozenset)]
        starts = [0, *places[1 : len(places) - longest + 1]]
        ends = [*(place + 1 for place in places[longest - 1 : -1]), len(run)]
        run = min((run[start:end] for start, end in zip(starts, ends, strict=True)), key=likelihood_of)
    for gone, trimmed in ((run[:1], run[1:]), (run[-1:], run[:-1])):
        wide = bool(gone) and isinstance(gone[0], frozenset) and likelihood_of(gone) >= WIDE
        enough = SELECTIVE_WORDS if all(map(_is_word_part, trimmed)) else SELECTIVE
        if wide and width_of(trimmed) and likelihood_of(trimmed) <= enough:
            return window_of(trimmed, longest)
    return run


_SHARES = {
    " ": 0.17, "e": 0.1, "t": 0.075, "a": 0.066, "o": 0.063, "i": 0.06, "n": 0.06, "s": 0.055, "r": 0.052, "h": 0.045,
    "l": 0.035, "d": 0.034, "c": 0.025, "u": 0.024, "m": 0.02, "f": 0.018, "p": 0.017, "g": 0.016, "w": 0.015,
    "y": 0.015, "b": 0.013, "v": 0.009, "k": 0.007, ",": 0.01, ".": 0.011, "\n": 0.012, "'": 0.004, '"': 0.004,
    "-": 0.004, ";": 0.003, ":": 0.004, "&": 0.0003, "A": 0.003, "I": 0.004, "S": 0.004, "T": 0.005,
}  # fmt: skip
_ANCHORS = {Anchor.START: 0.012, Anchor.END: 0.012, Anchor.BOUNDARY: 0.4}
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


@cache
def _share(symbol: Symbol) -> float:
    """The share of ordinary text that a symbol stands for, roughly; it only ranks factors."""
    if not isinstance(symbol, frozenset):
        return _ANCHORS[symbol] if isinstance(symbol, Anchor) else 1.0
    plain = [it for it in symbol if len(it) == 1 and it.isascii()]
    beyond = 1.0 if symbol & SOME_BEYOND else (len(symbol) - len(plain)) * _RARE
    return sum(_SHARES.get(it, _RARE if it.isprintable() else _CONTROL) for it in plain) + min(_MOST_BEYOND, beyond)


@lru_cache(maxsize=1 << 16)
def likelihood_of(run: Run) -> float:
    """Expected hits per character of ordinary text, roughly; it only ranks runs."""
    product, telling, words, closed = 1.0, False, False, False
    for of_words, symbols in itertools.groupby(run, key=_is_letter_or_space):
        stretch = tuple(symbols)
        if of_words and (pieces := _pieces(stretch)):
            product *= sum(map(expected, pieces)) * (CHARACTERS_OF_A_WORD if words else 1.0)
            product *= _LETTER_AFTER_MARK if closed and _is_letter(stretch[0]) else 1.0
            words, closed = True, False
        else:
            product *= _product(stretch)
            closed = _closes(stretch[-1])
            telling = telling or any(_share(it) < _RARE_SET and not _is_word_part(it) for it in stretch)
    return max(product, _LEAST_LIKELY if telling or words else _LEAST_LIKELY_WORDS)


def _product(run: Run) -> float:
    """The shares of its symbols multiplied, but for what seldom or often follows the other."""
    product, before, closed = 1.0, False, False
    for symbol in run:
        figure, in_number = _in_numbers(symbol)
        product *= max(_share(symbol), _FIGURE_AFTER_FIGURE if figure and before else 0.0)
        if closed and _is_letter(symbol):
            product *= _LETTER_AFTER_MARK
        before, closed = figure or in_number, _closes(symbol)
    return product


def _pieces(run: Run) -> Sequence[str]:
    """The pieces of English that letters and spaces stand for; none where there are many."""
    parts: list[Collection[str]] = []
    for symbol, before in zip(run, (None, *run), strict=False):
        if isinstance(symbol, Loop):
            parts.append(("",) if isinstance(before, frozenset) and are_spaces(before) else (" ",))
        elif isinstance(symbol, frozenset):
            parts.append(_plain(symbol))
    if math.prod(map(len, parts)) > _MOST_PIECES:
        return ()
    pieces = ["".join(way) for way in itertools.product(*parts)]
    return () if any("  " in piece for piece in pieces) else pieces


_MOST_PIECES = 32


@cache
def _is_letter_or_space(symbol: Symbol) -> bool:
    if isinstance(symbol, Loop):
        return are_spaces(symbol.members)
    if not isinstance(symbol, frozenset) or symbol & SOME_BEYOND:
        return False
    return " " in symbol if are_spaces(symbol) else all(map(str.isalpha, "".join(_plain(symbol))))


_LETTER_AFTER_MARK = 0.05
"""A letter that follows a mark at once, where a space mostly parts them."""


@cache
def _closes(symbol: Symbol) -> bool:
    return isinstance(symbol, frozenset) and not any(it.isalnum() or it.isspace() or len(it) > 1 for it in symbol)


@cache
def _is_letter(symbol: Symbol) -> bool:
    return isinstance(symbol, frozenset) and all(it.isalpha() or it in (BEYOND, BEYOND_LETTERS) for it in symbol)


@cache
def _in_numbers(symbol: Symbol) -> tuple[bool, bool]:
    """May it be a figure, or a mark inside a number?"""
    return isinstance(symbol, frozenset) and bool(symbol & _DIGITS), (
        isinstance(symbol, frozenset) and bool(symbol & _IN_NUMBERS)
    )


@cache
def _is_word_part(symbol: Symbol) -> bool:
    return isinstance(symbol, frozenset) and all(it.isalpha() or it in (" ", *SOME_BEYOND) for it in symbol)


def rendered(run: Run) -> str:
    """The run as a pattern of RE2."""
    symbols = list(window_of(run, LONGEST_SCANNED))
    while isinstance(symbols[0], Loop):
        del symbols[0]
    while isinstance(symbols[-1], Loop):
        del symbols[-1]
    return "".join(map(_rendered, symbols))


def needs_more_than_ascii(run: Run) -> bool:
    """Must something outside ASCII stand in it?"""
    run = window_of(run, LONGEST_SCANNED)
    return any(isinstance(it, frozenset) and not any(map(str.isascii, it)) for it in run)


def _rendered(symbol: Symbol) -> str:
    if isinstance(symbol, frozenset):
        return written(symbol)
    return symbol.value if isinstance(symbol, Anchor) else f"{written(symbol.members)}*"


Spellings = tuple[str, ...]
"""The forms in which a folded literal must stand in the text itself; none where any will do."""


def literals_of(run: Run) -> Mapping[str, Spellings]:
    r"""Folded strings of which one stands in every text that holds the run; empty where a pattern must say it.

    A literal that begins or ends with `"\n"` stands at the edge of a line.
    """
    before, symbols, after = _edges(run)
    best: tuple[float, int, int] | None = None
    for start, end in _stretches(symbols):
        anchored = Anchor.START if start == 0 and before != ("",) else None
        ended = Anchor.END if end == len(symbols) and after != ("",) else None
        plain = map(_plain, symbols[start:end])
        likelihood = likelihood_of(tuple(it for it in (anchored, *plain, ended) if it is not None))
        gain = ANCHORED_GAIN if anchored else LITERAL_GAIN
        if likelihood <= min(MOST_LIKELY_LITERAL, max(RARE, gain * likelihood_of(run))):
            found = (likelihood * (_FEW + _ways(symbols[start:end])), start, end)
            best = min(best or found, found)
    if best is None:
        return {}
    _, start, end = best
    befores, afters = before if start == 0 else ("",), after if end == len(symbols) else ("",)
    return _written_out(symbols[start:end], befores, afters)


def _stretches(symbols: Sequence[Inner]) -> Iterator[tuple[int, int]]:
    """The stretches that are written out in few enough literals, each as long as it may be, from each start."""
    for start in range(len(symbols)):
        ways, end = 1.0, start
        while end < len(symbols) and end - start < LONGEST and ways * _ways(symbols[end : end + 1]) <= MOST_LITERALS:
            ways *= _ways(symbols[end : end + 1])
            end += 1
        shorter = end
        while shorter > start + 1 and _ways(symbols[shorter - 1 : shorter]) > 1:
            shorter -= 1
            yield start, shorter
        if end > start:
            yield start, end


def _edges(run: Run) -> tuple[tuple[str, ...], tuple[Inner, ...], tuple[str, ...]]:
    """What stands before the characters of a run, the characters, and what stands after them."""
    symbols = list(run)
    before: tuple[str, ...] = ("",)
    after: tuple[str, ...] = ("",)
    if symbols[0] is Anchor.START:
        before = ("\n",)
        if len(symbols) > 1 and isinstance(loop := symbols[1], Loop):
            del symbols[1]
            before = _before_after_loop(symbols, loop.members)
    if symbols[-1] is Anchor.END:
        after = ("\n",)
        if len(symbols) > 1 and isinstance(loop := symbols[-2], Loop):
            del symbols[-2]
            after = ("\n", " \n") if are_spaces(loop.members) else ("",)
    return before, tuple(it for it in symbols if not isinstance(it, Anchor)), after


def _before_after_loop(symbols: list[Symbol], members: frozenset[str]) -> tuple[str, ...]:
    """What stands before a run that begins a line after marks; those are set aside where a letter follows."""
    if all(it == BEYOND_MARKS or (len(it) == 1 and not _is_word(it)) for it in members):
        marks = itertools.takewhile(_are_marks, symbols[1:])
        del symbols[1 : 1 + len(list(marks))]
        if len(symbols) > 1 and isinstance(symbols[1], frozenset) and all(map(_is_word, symbols[1])):
            return ("\n",)
    return ("\n", "\n ") if are_spaces(members) else ("",)


def _are_marks(symbol: Symbol) -> bool:
    members = symbol.members if isinstance(symbol, Loop) else symbol
    return isinstance(members, frozenset) and not any(map(_is_word, members))


def _is_word(character: str) -> bool:
    return len(character) == 1 and (character.isalnum() or character == "_")


def _ways(symbols: Sequence[Inner]) -> float:
    """How many folded strings a run is written out in."""
    return math.prod(map(_forms, symbols))


@cache
def _forms(symbol: Inner) -> float:
    if isinstance(symbol, Loop):
        return 2 if are_spaces(symbol.members) else math.inf
    if symbol & {*SOME_BEYOND, "\n", "\r"}:  # literals are looked up line by line
        return math.inf
    return len(_plain(symbol))


@cache
def _plain(symbol: Inner) -> frozenset[str]:
    """The folded forms of a symbol; any number of spaces is one space there, or none."""
    if isinstance(symbol, Loop):
        return frozenset(("", " "))
    return frozenset(map(folded_literal, symbol))


_MOST_SPELLINGS = 64


def _written_out(symbols: tuple[Inner, ...], befores: Iterable[str], afters: Iterable[str]) -> Mapping[str, Spellings]:
    spellings: dict[str, set[str]] = {}
    plain = [it for it in symbols if isinstance(it, frozenset)]
    if len(plain) == len(symbols) and math.prod(map(len, plain)) <= _MOST_SPELLINGS:
        for way in _joined(plain):
            spellings.setdefault(folded_literal(way), set()).add(way)
    else:
        spellings = {folded_literal(way): set() for way in _joined(map(_plain, symbols))}
    return {
        folded_literal(before + literal + after): tuple(sorted(ways))
        for literal, ways in sorted(spellings.items())
        for before, after in itertools.product(befores, afters)
    }


def _joined(symbols: Iterable[frozenset[str]]) -> Iterator[str]:
    return map("".join, itertools.product(*map(sorted, symbols)))
