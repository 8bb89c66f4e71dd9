"""How likely a run is in ordinary text: words by the lexicon, other characters by their shares. It only ranks runs."""

from __future__ import annotations

import itertools
import math
from collections.abc import Collection, Sequence
from functools import cache, lru_cache

from cleantext.factors.characters import BEYOND, BEYOND_LETTERS, SOME_BEYOND, are_spaces
from cleantext.factors.runs import Anchor, Loop, Run, Symbol, plain_forms
from cleantext.factors.words import CHARACTERS_OF_A_WORD, expected

_SHARES = {
    " ": 0.17, "e": 0.1, "t": 0.075, "a": 0.066, "o": 0.063, "i": 0.06, "n": 0.06, "s": 0.055, "r": 0.052, "h": 0.045,
    "l": 0.035, "d": 0.034, "c": 0.025, "u": 0.024, "m": 0.02, "f": 0.018, "p": 0.017, "g": 0.016, "w": 0.015,
    "y": 0.015, "b": 0.013, "v": 0.009, "k": 0.007, ",": 0.01, ".": 0.011, "\n": 0.012, "'": 0.004, '"': 0.004,
    "-": 0.004, ";": 0.003, ":": 0.004, "&": 0.0003, "A": 0.003, "I": 0.004, "S": 0.004, "T": 0.005,
}  # fmt: skip
_ANCHORS = {Anchor.START: 0.012, Anchor.END: 0.012, Anchor.BOUNDARY: 0.4, Anchor.WORD_END: 0.4}
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
            telling = telling or any(_share(it) < _RARE_SET and not is_word_part(it) for it in stretch)
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
            parts.append(plain_forms(symbol))
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
    return " " in symbol if are_spaces(symbol) else all(map(str.isalpha, "".join(plain_forms(symbol))))


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
def is_word_part(symbol: Symbol) -> bool:
    """Is it of letters and spaces alone?"""
    return isinstance(symbol, frozenset) and all(it.isalpha() or it in (" ", *SOME_BEYOND) for it in symbol)
