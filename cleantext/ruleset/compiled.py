"""A set of rules ready to run: by stage, with the triggers that say which of them a snapshot concerns.

Two questions, asked apart because the first nearly always answers itself: which rules could a text
concern at all (`triggered`, one scan), and on which lines (`places`, for the rules still wanted).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, MutableMapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property

from cleantext.document import Document
from cleantext.factors import LEAST_KEY
from cleantext.remedies import Propose, proposer
from cleantext.remedies.fixer import own_gate, own_trigger
from cleantext.remedies.phrases import LONGEST, phrase_key
from cleantext.remedies.table import any_of
from cleantext.rule import STAGES, Fixer, Pattern, Phrases, Rule, Table
from cleantext.scanner import Scanner, scanner
from cleantext.triggers import NotDerivable, Trigger, derived, line_key, trigger_of

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
    """What a text is asked for: patterns in scanners, beginnings of lines, and whole lines.

    The rules behind the scanners' patterns are `line_owners` and `text_owners`, by the scope of the
    rule; `lengths` are those of the beginnings. `openings` are the first letters of the phrases,
    which spare most lines the look-up of the whole.
    """

    line_scanner: Scanner
    line_owners: Sequence[int]
    text_scanner: Scanner
    text_owners: Sequence[int]
    starts: Mapping[str, Sequence[int]]
    lengths: Sequence[int]
    phrases: Mapping[str, Sequence[int]]
    openings: frozenset[str]

    def in_text(self, text: str) -> set[int]:
        """The rules of scope `text` that a text could concern."""
        found = {self.text_owners[trigger] for trigger in self.text_scanner.hits(text)}
        if "\r" in text:  # RE2 sees ends of lines at "\n" alone
            found.update(self.text_owners[trigger] for trigger in self.text_scanner.hits(text.replace("\r", "\n")))
        return found

    def on_lines(self, text: str) -> set[int]:
        """The rules of scope `line` that some line of a text could concern."""
        text = text.replace("\r", "\n")
        found = {self.line_owners[trigger] for trigger in self.line_scanner.hits(text)}
        for line in text.split("\n"):
            if line:
                self._add_by_content(line, found)
        return found

    def on_line(self, line: str) -> set[int]:
        """The rules of scope `line` that a line could concern."""
        found = {self.line_owners[trigger] for trigger in self.line_scanner.hits(line)}
        self._add_by_content(line, found)
        return found

    def _add_by_content(self, line: str, found: set[int]) -> None:
        """Add the rules that a line's beginning or the whole of it calls for."""
        key = line_key(line)
        for length in self.lengths:
            if owners := self.starts.get(key[:length]):
                found.update(owners)
        if len(line) <= LONGEST and key[:LEAST_KEY] in self.openings and (owners := self.phrases.get(phrase_key(line))):
            found.update(owners)


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
        """The trigger of each rule, or None; rules of phrases are looked up by their phrases instead."""
        return {n: trigger_for(it.rule) for n, it in enumerate(self._ready) if not isinstance(it.rule.remedy, Phrases)}

    @cached_property
    def gates(self) -> Mapping[int, Gate]:
        """The functions that tell for the rules without a trigger which texts they could concern."""
        return {n: gate_for(self[n].rule) for n, trigger in self._trigger_by_rule.items() if trigger is None}

    @cached_property
    def _triggers(self) -> _Triggers:
        patterns: dict[str, list[tuple[int, str]]] = {"line": [], "text": []}
        starts: dict[str, list[int]] = defaultdict(list)
        phrases: dict[str, list[int]] = defaultdict(list)
        for number, it in enumerate(self._ready):
            if isinstance(it.rule.remedy, Phrases):
                for key in {phrase_key(p) for row in it.rule.remedy.by_language.values() for p in row}:
                    phrases[key].append(number)
            elif (trigger := self._trigger_by_rule[number]) is not None:
                if trigger.pattern:
                    patterns[it.rule.scope].append((number, trigger.pattern))
                for start in trigger.line_starts:
                    starts[start].append(number)
        return _Triggers(
            line_scanner=scanner([pattern for _, pattern in patterns["line"]]),
            line_owners=[number for number, _ in patterns["line"]],
            text_scanner=scanner([pattern for _, pattern in patterns["text"]]),
            text_owners=[number for number, _ in patterns["text"]],
            starts=dict(starts),
            lengths=sorted({len(start) for start in starts}),
            phrases=dict(phrases),
            openings=frozenset(line_key(phrase)[:LEAST_KEY] for phrase in phrases),
        )

    def triggered(self, text: str) -> set[int]:
        """The numbers of the rules with a trigger that a text could concern: one scan, no lines told."""
        return self._triggers.in_text(text) | self._triggers.on_lines(text)

    def places(self, document: Document, memo: LineMemo) -> Mapping[int, Sequence[int]]:
        """For each rule with a trigger that the snapshot could concern, the numbers of the lines to look at."""
        everywhere = range(len(document.lines))
        found: dict[int, list[int]] = {}
        for number in everywhere:
            line = document.line(number)
            if (rules := memo.get(line)) is None:
                rules = memo[line] = frozenset(self._triggers.on_line(line))
            for rule in rules:
                found.setdefault(rule, []).append(number)
        whole = {n for n in found if self._ready[n].rule.scope == "text"} | self._triggers.in_text(document.text)
        return {**found, **dict.fromkeys(whole, everywhere)}


def trigger_for(rule: Rule) -> Trigger | None:
    """The rule's trigger, declared or derived; None where a gate serves instead."""
    if (pattern := _pattern_of(rule)) is not None:
        with suppress(NotDerivable):
            return trigger_of(pattern)
    return None


def _pattern_of(rule: Rule) -> str | None:
    """The pattern that the rule's trigger is derived from."""
    if rule.trigger:
        return rule.trigger
    if isinstance(rule.remedy, Pattern):
        return rule.remedy.pattern
    if isinstance(rule.remedy, Table):
        return any_of(rule.remedy.entries)
    return own_trigger(rule, rule.remedy) if isinstance(rule.remedy, Fixer) else None


def prepare_triggers(rules: Iterable[Rule]) -> Mapping[str, tuple[str, Sequence[str]]]:
    """Derive the triggers of rules anew, by pattern, for the build to write down."""
    triggers = {}
    for rule in rules:
        if (pattern := _pattern_of(rule)) is not None:
            with suppress(NotDerivable):
                trigger = derived(pattern)
                triggers[pattern] = (trigger.pattern, trigger.line_starts)
    return dict(sorted(triggers.items()))


def gate_for(rule: Rule) -> Gate:
    """The function that asks a text whether a rule without a trigger could concern it."""
    found = own_gate(rule, rule.remedy) if isinstance(rule.remedy, Fixer) else None
    return found or _always


def _always(_: str) -> bool:
    return True
