"""How a run is looked for: as a few literals of the folded text where that is rare enough, else as a pattern of RE2."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from cleantext.factors.characters import BEYOND_MARKS, SOME_BEYOND, are_spaces, is_of_word, members_in, written
from cleantext.factors.choice import LONGEST, window_of
from cleantext.factors.likelihood import likelihood_of
from cleantext.factors.runs import Anchor, Inner, Loop, Run, Symbol, plain_forms
from cleantext.folding import folded_literal

LONGEST_SCANNED = 8
"""Characters of a factor where a scanner for patterns must look for it, which longer ones cost states."""

MOST_LITERALS = 64
"""Strings that a run is written out in; where they would be more, a pattern says it."""


LITERAL_GAIN, ANCHORED_GAIN = 3, 30
"""How much likelier a literal may be than its pattern to be looked for instead, and one at a line's beginning."""

_FEW = 8
"""Literals that a run may be written out in before their number counts against it."""

RARE = 1e-6
"""Expected hits per character up to which a literal is welcome, even where a pattern were rarer."""

MOST_LIKELY_LITERAL = 2e-4
"""Expected hits per character above which a pattern is looked for instead: each hit of a literal takes its time."""


def rendered(run: Run, tier: int) -> str:
    """The run as a pattern of RE2 for the texts of a tier (`encoded.TIERS`); "" where no such text can hold it."""
    symbols = list(window_of(run, LONGEST_SCANNED))
    while isinstance(symbols[0], Loop):
        del symbols[0]
    while isinstance(symbols[-1], Loop):
        del symbols[-1]
    if any(isinstance(it, frozenset) and not members_in(it, tier) for it in symbols):
        return ""
    return "".join(_rendered(it, tier, before) for it, before in zip(symbols, (None, *symbols), strict=False))


def _rendered(symbol: Symbol, tier: int, before: Symbol | None) -> str:
    if symbol is Anchor.WORD_END:  # RE2 sees the boundaries of ASCII alone
        ascii_word = isinstance(before, frozenset) and all(map(str.isascii, members_in(before, tier)))
        return r"\b" if ascii_word else ""
    if isinstance(symbol, Anchor):
        return str(symbol.value)
    if isinstance(symbol, frozenset):
        return written(members_in(symbol, tier))
    members = members_in(symbol.members, tier)
    return f"{written(members)}*" if members else ""


Spellings = tuple[str, ...]
"""The forms in which a folded literal must stand in the text itself; none where any will do."""


class Literals(NamedTuple):
    r"""Folded strings with their spellings; one that begins or ends with `"\n"` stands at the edge of a line.

    `ended`: no letter and no figure follows.
    """

    ways: Mapping[str, Spellings]
    ended: bool = False


def literals_of(run: Run) -> Literals:
    """Literals of which one stands in every text that holds the run; none where a pattern must say it."""
    before, symbols, after = _edges(run)
    best: tuple[float, int, int, bool] | None = None
    for start, end in _stretches(symbols):
        anchored = Anchor.START if start == 0 and before != ("",) else None
        ended = end == len(symbols) and run[-1] is Anchor.WORD_END
        closed = Anchor.WORD_END if ended else Anchor.END if end == len(symbols) and after != ("",) else None
        plain = map(plain_forms, symbols[start:end])
        likelihood = likelihood_of(tuple(it for it in (anchored, *plain, closed) if it is not None))
        gain = ANCHORED_GAIN if anchored else LITERAL_GAIN
        if likelihood <= min(MOST_LIKELY_LITERAL, max(RARE, gain * likelihood_of(run))):
            found = (likelihood * (_FEW + _ways(symbols[start:end])), start, end, ended)
            best = min(best or found, found)
    if best is None:
        return Literals({})
    _, start, end, ended = best
    befores, afters = before if start == 0 else ("",), after if end == len(symbols) else ("",)
    return Literals(_written_out(symbols[start:end], befores, afters), ended)


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
    if all(it == BEYOND_MARKS or (len(it) == 1 and not is_of_word(it)) for it in members):
        marks = itertools.takewhile(_are_marks, symbols[1:])
        del symbols[1 : 1 + len(list(marks))]
        if len(symbols) > 1 and isinstance(symbols[1], frozenset) and all(map(is_of_word, symbols[1])):
            return ("\n",)
    return ("\n", "\n ") if are_spaces(members) else ("",)


def _are_marks(symbol: Symbol) -> bool:
    members = symbol.members if isinstance(symbol, Loop) else symbol
    return isinstance(members, frozenset) and not any(map(is_of_word, members))


def _ways(symbols: Sequence[Inner]) -> float:
    """How many folded strings a run is written out in."""
    return math.prod(map(_forms, symbols))


@cache
def _forms(symbol: Inner) -> float:
    if isinstance(symbol, Loop):
        return 2 if are_spaces(symbol.members) else math.inf
    if symbol & {*SOME_BEYOND, "\n", "\r"}:  # literals are looked up line by line
        return math.inf
    return len(plain_forms(symbol))


_MOST_SPELLINGS = 64


def _written_out(symbols: tuple[Inner, ...], befores: Iterable[str], afters: Iterable[str]) -> Mapping[str, Spellings]:
    spellings: dict[str, set[str]] = {}
    plain = [it for it in symbols if isinstance(it, frozenset)]
    if len(plain) == len(symbols) and math.prod(map(len, plain)) <= _MOST_SPELLINGS:
        for way in _joined(plain):
            spellings.setdefault(folded_literal(way), set()).add(way)
    else:
        spellings = {folded_literal(way): set() for way in _joined(map(plain_forms, symbols))}
    return {
        folded_literal(before + literal + after): tuple(sorted(ways))
        for literal, ways in sorted(spellings.items())
        for before, after in itertools.product(befores, afters)
    }


def _joined(symbols: Iterable[frozenset[str]]) -> Iterator[str]:
    return map("".join, itertools.product(*map(sorted, symbols)))
