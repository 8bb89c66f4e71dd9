"""The choice of runs that a pattern is looked for by: the rarest, in their most telling stretches."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from cleantext.factors.likelihood import is_word_part, likelihood_of
from cleantext.factors.runs import Run, width_of

LONGEST = 12
"""Characters of a factor; longer ones select no better."""

WIDE = 0.2
"""Share of text from which on a set of characters is trimmed from the ends of a factor that tells enough without."""

SELECTIVE, SELECTIVE_WORDS = 1e-6, 1e-4
"""Expected hits per character at which a factor tells enough; pieces of words are overrated less than marks."""


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


def window_of(run: Run, longest: int = LONGEST) -> Run:
    """The most telling stretch of a run, no longer than a factor may be, without wide sets at its ends if it can."""
    if width_of(run) > longest:
        places = [n for n, symbol in enumerate(run) if isinstance(symbol, frozenset)]
        starts = [0, *places[1 : len(places) - longest + 1]]
        ends = [*(place + 1 for place in places[longest - 1 : -1]), len(run)]
        run = min((run[start:end] for start, end in zip(starts, ends, strict=True)), key=likelihood_of)
    for gone, trimmed in ((run[:1], run[1:]), (run[-1:], run[:-1])):
        wide = bool(gone) and isinstance(gone[0], frozenset) and likelihood_of(gone) >= WIDE
        enough = SELECTIVE_WORDS if all(map(is_word_part, trimmed)) else SELECTIVE
        if wide and width_of(trimmed) and likelihood_of(trimmed) <= enough:
            return window_of(trimmed, longest)
    return run
