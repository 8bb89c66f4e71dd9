"""A set of rules ready to run: by stage, with the triggers that say which of them a snapshot concerns.

A trigger spares work and decides nothing: a rule never acts where its trigger is silent.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, MutableMapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property

from cleantext.document import Document
from cleantext.folding import folded
from cleantext.remedies import Propose, proposer
from cleantext.remedies.fixer import own_gate, own_trigger
from cleantext.remedies.phrases import phrase_keys
from cleantext.remedies.table import any_of
from cleantext.rule import STAGES, Fixer, Pattern, Phrases, Rule, Table
from cleantext.scanner import LiteralScanner, Scanner, literal_scanner, scanner
from cleantext.triggers import NotDerivable, Trigger, derived, of_line_beginnings, trigger_of

Gate = Callable[[str], bool]

LineMemo = MutableMapping[str, frozenset[int]]
"""The rules that a line could concern, by its content; lines that an edit left alone are not scanned again."""


@dataclass(frozen=True, slots=True)
class Ready:
    """A rule with the function that proposes its edits."""

    rule: Rule
    propose: Propose


@dataclass(frozen=True, slots=True)
class _Triggers:
    """What a text is asked for: literals, and patterns by the scope of their rules.

    The rules behind them are the owners, of literals with the spellings that they must have in the line.
    `beyond` are those of the patterns on lines that only a character outside ASCII can match.
    """

    literals: LiteralScanner
    literal_owners: Sequence[Sequence[tuple[int, tuple[str, ...]]]]
    lines: Scanner
    line_owners: Sequence[int]
    beyond: Scanner
    beyond_owners: Sequence[int]
    texts: Scanner
    text_owners: Sequence[int]

    def in_text(self, text: str) -> set[int]:
        """The rules of scope `text` whose patterns match in a text."""
        found = {self.text_owners[trigger] for trigger in self.texts.hits(text)}
        if "\r" in text:  # RE2 sees ends of lines at "\n" alone
            found.update(self.text_owners[trigger] for trigger in self.texts.hits(text.replace("\r", "\n")))
        return found

    def on_lines(self, lines: Sequence[str]) -> Mapping[int, set[int]]:
        """For each line that rules could concern, by its number, those rules."""
        text = "\n".join(lines)
        found = self._by_literals(text, lines)
        if self._by_patterns(text):
            for number, line in enumerate(lines):
                if rules := self._by_patterns(line):
                    found.setdefault(number, set()).update(rules)
        return found

    def _by_literals(self, text: str, lines: Sequence[str]) -> dict[int, set[int]]:
        found: dict[int, set[int]] = {}
        in_folded = folded(text)
        hits = self.literals.hits(in_folded.content)
        place = number = -1
        for literal, start, _ in hits:
            if start >= in_folded.appended:
                number = in_folded.line_at(start)
            elif start >= place:
                number += in_folded.content.count(b"\n", place + 1, start + 1)
                place = start
            else:
                number -= in_folded.content.count(b"\n", start + 1, place + 1)
                place = start
            for rule, spellings in self.literal_owners[literal]:
                if not spellings or any(spelling in lines[number] for spelling in spellings):
                    found.setdefault(number, set()).add(rule)
        return found

    def _by_patterns(self, text: str) -> set[int]:
        found = {self.line_owners[trigger] for trigger in self.lines.hits(text)}
        if not text.isascii():
            found.update(self.beyond_owners[trigger] for trigger in self.beyond.hits(text))
        return found


class RuleSet:
    """Rules compiled as far as every text needs; the rest is compiled by the first text that needs it.

    `active` names the rules whose edits are wanted; the others still give evidence.
    """

    def __init__(self, rules: Iterable[Rule], active: Collection[str]) -> None:
        wanted = [rule for rule in rules if rule.name in active or rule.evidence]
        self._ready = [Ready(rule, proposer(rule)) for rule in wanted]
        self.active = frozenset(active)
        self.by_stage: Mapping[str, Sequence[int]] = {
            stage: [n for n, it in enumerate(self._ready) if it.rule.stage == stage and it.rule.name in active]
            for stage in STAGES
        }
        self.witnesses = frozenset(n for n, it in enumerate(self._ready) if it.rule.evidence)
        self.askers = frozenset(n for n, it in enumerate(self._ready) if it.rule.requires.source)

    def __getitem__(self, number: int) -> Ready:
        return self._ready[number]

    @cached_property
    def _trigger_by_rule(self) -> Mapping[int, Trigger | None]:
        """The trigger of each rule, or None."""
        return {n: trigger_for(it.rule) for n, it in enumerate(self._ready)}

    @cached_property
    def gates(self) -> Mapping[int, Gate]:
        """The functions that tell for the rules without a trigger which texts they could concern."""
        return {n: gate_for(self[n].rule) for n, trigger in self._trigger_by_rule.items() if trigger is None}

    @cached_property
    def _triggers(self) -> _Triggers:
        literals: dict[str, list[tuple[int, tuple[str, ...]]]] = defaultdict(list)
        patterns: dict[str, list[tuple[int, str]]] = {"line": [], "beyond": [], "text": []}
        for number, trigger in self._trigger_by_rule.items():
            if trigger is None:
                continue
            for literal, spellings in trigger.literals.items():
                literals[literal].append((number, spellings))
            on_lines = self[number].rule.scope == "line"
            if trigger.pattern:
                patterns["line" if on_lines else "text"].append((number, trigger.pattern))
            if trigger.beyond:
                patterns["beyond" if on_lines else "text"].append((number, trigger.beyond))
        scanners = {name: scanner([pattern for _, pattern in rows]) for name, rows in patterns.items()}
        owners = {name: [number for number, _ in rows] for name, rows in patterns.items()}
        return _Triggers(
            literal_scanner(list(literals)), list(literals.values()),
            scanners["line"], owners["line"], scanners["beyond"], owners["beyond"], scanners["text"], owners["text"],
        )  # fmt: skip

    def places(self, document: Document, memo: LineMemo) -> Mapping[int, Sequence[int]]:
        """For each rule with a trigger that the snapshot could concern, the numbers of the lines to look at."""
        contents = document.contents
        if memo:
            fresh = [line for line in dict.fromkeys(contents) if line not in memo]
        else:
            fresh = contents
        if fresh:
            memo.update(dict.fromkeys(fresh, _NOTHING))
            for number, rules in self._triggers.on_lines(fresh).items():
                memo[fresh[number]] = memo[fresh[number]] | rules
        found: dict[int, list[int]] = {}
        for number, line in enumerate(contents):
            for rule in memo[line]:
                found.setdefault(rule, []).append(number)
        everywhere = range(len(contents))
        whole = {n for n in found if self._ready[n].rule.scope == "text"} | self._triggers.in_text(document.text)
        return {**found, **dict.fromkeys(whole, everywhere)}


_NOTHING: frozenset[int] = frozenset()


def trigger_for(rule: Rule) -> Trigger | None:
    """The rule's trigger, declared, made or derived; None where a gate serves instead."""
    if isinstance(rule.remedy, Phrases):
        return of_line_beginnings(phrase_keys(rule.remedy))
    basis = _basis_of(rule)
    if isinstance(basis, str):
        with suppress(NotDerivable):
            return trigger_of(basis)
        return None
    return basis


def _basis_of(rule: Rule) -> str | Trigger | None:
    """The pattern that the rule's trigger is derived from, or the trigger that its fixer makes."""
    if rule.trigger:
        return rule.trigger
    if isinstance(rule.remedy, Pattern):
        return rule.remedy.pattern
    if isinstance(rule.remedy, Table):
        return any_of(rule.remedy.entries)
    return own_trigger(rule, rule.remedy) if isinstance(rule.remedy, Fixer) else None


def prepare_triggers(rules: Iterable[Rule]) -> Mapping[str, tuple[Mapping[str, Sequence[str]], str, str]]:
    """Derive the triggers of rules anew, by pattern, for the build to write down."""
    triggers = {}
    for pattern in map(_basis_of, rules):
        if isinstance(pattern, str):
            with suppress(NotDerivable):
                trigger = derived(pattern)
                triggers[pattern] = (trigger.literals, trigger.pattern, trigger.beyond)
    return dict(sorted(triggers.items()))


def gate_for(rule: Rule) -> Gate:
    """The function that asks a text whether a rule without a trigger could concern it."""
    found = own_gate(rule, rule.remedy) if isinstance(rule.remedy, Fixer) else None
    return found or _always


def _always(_: str) -> bool:
    return True
