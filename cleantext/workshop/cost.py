"""What each rule costs on texts: how often it is called for nothing, what it proposes, and how long that takes."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass

from cleantext.cleaner import Cleaner
from cleantext.document import Document
from cleantext.rule import Rule
from cleantext.ruleset.compiled import RuleSet


@dataclass(frozen=True, slots=True)
class Cost:
    """What was measured of a rule: milliseconds are per MB of all texts.

    `triggered` is the share of texts in which its trigger fires or its gate opens, `proposals` how many edits it
    proposes there before anything weighs them.
    """

    rule: str
    triggered: float
    proposals: int
    proposing_ms: float


class Costs:
    """Measures the rules of a cleaner."""

    def __init__(self, cleaner: Cleaner) -> None:
        self._cleaner = cleaner
        self._rules: RuleSet = cleaner._rules  # noqa: SLF001 - only here, since what is measured is what runs

    def triggered_in(self, text: str) -> frozenset[str]:
        """The names of the rules that a text could concern: whose trigger fires, or whose gate opens."""
        document = Document(text)
        hits = self._rules.places().look(document)
        numbers = {number for number in hits.rules if hits.lines_of(number)}
        numbers |= {number for number, gate in self._rules.gates.items() if gate(document)}
        return frozenset(self._rules[number].rule.name for number in numbers)

    def of(self, names: Collection[str], texts: Sequence[str]) -> Iterator[Cost]:
        """Measure what each rule of these names costs but for its trigger."""
        size = megabytes(texts)
        hits = [self.triggered_in(text) for text in texts]
        for rule in self._cleaner.rules:
            if rule.name in names:
                propose = proposing(rule)
                propose("")  # patterns and tables are compiled by the first text
                measured = [propose(text) for text, rules in zip(texts, hits, strict=True) if rule.name in rules]
                seconds, count = sum(it[0] for it in measured), sum(it[1] for it in measured)
                yield Cost(rule.name, len(measured) / len(texts), count, 1000 * seconds / size)


def proposing(rule: Rule) -> Callable[[str], tuple[float, int]]:
    """A function that lets the rule propose on a text: the CPU time of that alone, and the number of proposals."""
    alone = RuleSet([rule], [rule.name])

    def propose(text: str) -> tuple[float, int]:
        document = Document(text)
        lines = range(len(document.lines)) if 0 in alone.gates else alone.places().look(document).lines_of(0)
        start = time.process_time()
        proposals = sum(1 for _ in alone[0].propose(document, lines))
        return time.process_time() - start, proposals

    return propose


def megabytes(texts: Sequence[str]) -> float:
    """Of UTF-8."""
    return sum(len(text.encode("utf-8", "surrogatepass")) for text in texts) / 1e6
