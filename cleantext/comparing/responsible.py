"""Which rule's change a difference comes from: found by swapping rules in the old set for those of the new one.

First each changed rule is swapped alone, for the documents in whose differing edits it has a part. A document
that this does not explain (one rule made room for another) is put to halving: of the changed rules, in the
order of their names, the first of them are swapped, until the one is found with which the new outcome is there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from cleantext.comparing.analysing import Analyst, Asked, answers
from cleantext.comparing.analysis import AnalysisError
from cleantext.comparing.comparison import Change, Comparison, changed_rules
from cleantext.comparing.rule_sets import by_name
from cleantext.corpus import Corpus, texts_named
from cleantext.rule import Rule
from cleantext.workers.answers import Failed

MOST_BISECTED = 2_000
"""Documents that are bisected, the first of those that differ."""

_Swapped = tuple[str, ...]


@dataclass(frozen=True)
class Explained:
    """For documents by name: the rule whose change explains the difference; and those that it alone explains not.

    `beyond` counts documents that differ and were not looked at, `unexplained` those that no rule explains.
    """

    alone: Mapping[str, str]
    together: Mapping[str, str]
    unexplained: int = 0
    beyond: int = 0

    def by_rule(self) -> Sequence[tuple[str, int, int]]:
        """For each rule, the documents that it explains alone, and together with others; the most first."""
        names = {*self.alone.values(), *self.together.values()}
        counts = (
            (it, list(self.alone.values()).count(it), list(self.together.values()).count(it)) for it in sorted(names)
        )
        return sorted(counts, key=lambda it: -(it[1] + it[2]))


@dataclass(frozen=True)
class _Swap:
    """The task of a worker: the outcome of a text under the old rules with some of them swapped."""

    old: Asked
    new: tuple[Rule, ...]

    def __call__(self, sent: tuple[str, bytes]) -> str:
        names, raw = sent
        analyst: Analyst = self.__dict__.setdefault("_made", lru_cache(maxsize=2)(self._analyst))(names)
        return analyst.outcome(raw.decode("utf-8", "surrogatepass"))

    def _analyst(self, names: str) -> Analyst:
        rules = swapped(self.old.named.rules, self.new, names.split("\n"))
        return Analyst(rules, self.old.config, self.old.hints)

    def __getstate__(self) -> dict[str, Any]:
        return {name: value for name, value in self.__dict__.items() if name != "_made"}


def swapped(old: Iterable[Rule], new: Iterable[Rule], names: Iterable[str]) -> tuple[Rule, ...]:
    """The old rules with those of these names as they are in the new set, or not there, in the order of names."""
    rules, others = dict(by_name(old)), by_name(new)
    for name in names:
        rules.pop(name, None)
        if name in others:
            rules[name] = others[name]
    return tuple(rules[name] for name in sorted(rules))


def explain_changes(comparison: Comparison, old: Asked, new: Asked, corpus: Corpus) -> Explained:
    """Find the rule responsible for each document that differs.

    Raises AnalysisError where rules, options or corpus are not those that were compared.
    """
    changes = {it.new.name: it for it in comparison.changes if it.kind != "other rules"}
    taken = dict(list(changes.items())[:MOST_BISECTED])
    beyond = comparison.differing - len(taken)
    names = changed_rules(comparison.old, comparison.new)
    if not names:
        return Explained({}, {}, len(taken), beyond)
    texts = dict(texts_named(corpus, taken))
    if len(texts) != len(taken):
        raise AnalysisError("the corpus is not the one that was compared; analyse it again")
    return _Bisection(taken, texts, names, _Swap(old, new.named.rules), old.jobs).explained(beyond)


@dataclass
class _Bisection:
    changes: Mapping[str, Change]
    texts: Mapping[str, str]
    names: Sequence[str]
    task: _Swap
    jobs: int
    alone: dict[str, str] = field(default_factory=dict)
    together: dict[str, str] = field(default_factory=dict)

    def explained(self, beyond: int) -> Explained:
        """Swap each rule alone, and halve for the rest."""
        if len(self.names) == 1:
            return Explained(dict.fromkeys(self.changes, self.names[0]), {}, 0, beyond)
        self._swap_alone()
        self._halve()
        left = len(self.changes) - len(self.alone) - len(self.together)
        return Explained(self.alone, self.together, left, beyond)

    def _swap_alone(self) -> None:
        tries = [((name,), document) for name in self.names for document in self._with_part(name)]
        for (swapped_names, document), as_new in self._tried(tries):
            if as_new:
                self.alone.setdefault(document, swapped_names[0])

    def _with_part(self, name: str) -> Iterator[str]:
        """The documents in whose differing edits a rule has a part."""
        for document, change in self.changes.items():
            if any(name in it.rules for it in (*change.gone, *change.come)):
                yield document

    def _halve(self) -> None:
        """Between `low` rules swapped, where the outcome is not the new one, and `high`, where it is, look in the
        middle, for all documents at once.
        """
        whole = tuple(self.names)
        rest = [it for it in self.changes if it not in self.alone]
        ranges = {it: (0, len(whole)) for (_, it), as_new in self._tried([(whole, it) for it in rest]) if as_new}
        while ranges:
            tries = []
            for document, (low, high) in ranges.items():
                if high - low == 1:
                    self.together[document] = whole[low]
                else:
                    tries.append((whole[: (low + high) // 2], document))
            ranges = {it: ranges[it] for _, it in tries}
            for (_, document), as_new in self._tried(sorted(tries)):
                low, high = ranges[document]
                middle = (low + high) // 2
                ranges[document] = (low, middle) if as_new else (middle, high)

    def _tried(self, tries: Sequence[tuple[_Swapped, str]]) -> Iterator[tuple[tuple[_Swapped, str], bool]]:
        """For each choice of rules and each document: does it come out as under the new rules?"""
        if not tries:
            return
        sent = (("\n".join(names), self.texts[document]) for names, document in tries)
        outcomes = answers(self.task, sent, self.jobs if len(tries) > 1 else 1)
        for it, (_, outcome) in zip(tries, outcomes, strict=True):
            if isinstance(outcome, Failed):
                raise outcome.noted(f"in {it[1]}")
            yield it, outcome == self.changes[it[1]].new.outcome
