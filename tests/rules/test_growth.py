"""No rule's time grows faster than its text: each is given its own examples, pumped up.

A pattern that backtracks, or a function that looks at the whole line for every match in it, shows
nothing on a page; on a file of one long line it never ends. CPU time is measured, at one size and at
four times that; what is linear takes about four times as long, what is quadratic sixteen times.
"""

from __future__ import annotations

import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from cleantext import remembering
from cleantext.pipeline import repair
from cleantext.rule import Example, Rule
from cleantext.ruleset.compiled import RuleSet
from cleantext.ruleset.folder import builtin_folder, read_folder

RULES, _ = read_folder(builtin_folder(), trusted=True)

SIZE = 6_000
"""Characters of a pumped text; all that is not quick is tried at four times the size too."""

STEP = SIZE // 6
"""Characters that a try has more than the one before: more than any example's longest line."""

QUICK = 0.02
"""Seconds of CPU time: what a text of `SIZE` takes at most where nothing looks at it more than a few dozen times."""

MOST_GROWTH = 10
TRIES = 3
ENDLESS = 60.0
"""Seconds after which an example is given up: others may use the machine, too, and automata are compiled."""

LINE_COST = 6
"""A blank line costs as much as so many characters of a long one, for it is a line."""

Pump = Callable[[Example, int], str]


def repeated(example: Example, size: int) -> str:
    """The whole text, over and over."""
    return f"{example.before}\n" * (size // (len(example.before) + 1) + 1)


def repeated_in_line(example: Example, size: int) -> str:
    """The longest line, over and over within itself."""
    line = max(example.before.splitlines(), key=len, default="")
    return example.before.replace(line, f"{line} " * (size // (len(line) + 1) + 1), 1)


def run_of(character: str, cost: int = 1) -> Pump:
    """A run of one character where the example changes, or in the middle of one that does not."""

    def pumped(example: Example, size: int) -> str:
        text = example.before
        differing = (n for n, (before, after) in enumerate(zip(text, example.after, strict=False)) if before != after)
        place = next(differing, len(text) // 2)
        return text[:place] + character * (size // cost) + text[place:]

    return pumped


PUMPS: dict[str, Pump] = {
    "repeated as a whole": repeated,
    "its longest line repeated within the line": repeated_in_line,
    "a run of spaces in it": run_of(" "),
    "a run of figures in it": run_of("7"),
    "a run of letters in it": run_of("a"),
    "a run of blank lines in it": run_of("\n", LINE_COST),
}


def seconds(rules: RuleSet, text: str, example: Example) -> float:
    """CPU time of the rules on a text."""
    start = time.process_time()
    repair(text, rules, example.hints, safety="review", explaining=True)
    return time.process_time() - start


def growth(rules: RuleSet, example: Example, pump: Pump) -> str:
    """Say how the time grows, if faster than the text; "" if not.

    Each try is of another size: what is remembered of a text tells nothing of its time.
    """
    if seconds(rules, pump(example, SIZE), example) < QUICK:
        return ""
    grown = []
    for size in range(SIZE, SIZE + TRIES * STEP, STEP):
        text, larger = pump(example, size + STEP), pump(example, 4 * (size + STEP))
        little, much = seconds(rules, text, example), seconds(rules, larger, example)
        grown.append(much / little)
        if grown[-1] < MOST_GROWTH or much < MOST_GROWTH * QUICK:
            return ""
    return f"{little:.2f} s for {len(text)} characters, {min(grown):.0f} times that for {len(larger)}"


class EndlessError(BaseException):
    """The time is up; no Exception, for the engine handles those of rules."""


@contextmanager
def stopped_after(limit: float) -> Iterator[None]:
    """Raise EndlessError after so many seconds, where the platform can; `re` looks for signals as it searches."""
    if not hasattr(signal, "setitimer"):
        yield
        return

    def stop(*_: object) -> None:
        raise EndlessError

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, limit)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def faults_of(rule: Rule) -> Iterator[str]:
    """The examples with which the rule's time grows faster than the text."""
    rules = RuleSet([rule], [rule.name])
    for example in (*rule.changes, *rule.keeps):
        for name, pump in PUMPS.items():
            try:
                with stopped_after(ENDLESS):
                    said = growth(rules, example, pump)
            except EndlessError:
                said = "no end is in sight"
            if said:
                yield f"line {example.line}: {example.before[:60]!r} {name}: {said}"


@pytest.fixture(autouse=True)
def _lines_are_remembered_at_both_sizes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Beyond a length, a line is asked anew what it was asked before: a step, and no growth."""
    monkeypatch.setattr(remembering, "LONGEST", remembering.MOST // 4)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_time_grows_with_the_text_and_no_faster(rule: Rule) -> None:
    fault = next(faults_of(rule), "")  # the first is enough: each takes its time
    assert not fault, f"{rule.file}: {fault}"
