"""Where rules could act: what their triggers find in a text, line by line.

A trigger spares work and decides nothing: a rule never acts where its trigger is silent.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from cleantext.document import Document
from cleantext.encoded import TIERS, Encoded, encoded, utf8
from cleantext.folding import Folded, folded
from cleantext.remedies import LineTest
from cleantext.scanner import LineScanner, line_scanner, literal_scanner
from cleantext.triggers import Trigger

BlockTest = Callable[[str], bool]
"""Asks a block of lines whether a rule could do anything with one of them, where no trigger can say."""


class PatternScanner:
    """Looks for the patterns of triggers, and for runs of spaces, which folding must know of."""

    def __init__(self, triggers: Iterable[tuple[int, Trigger]], late: Collection[int] = ()) -> None:
        """Take (number of the rule, trigger); of the `late` rules it is told that they match, and nothing of where."""
        self._triggers, self._late = list(triggers), late
        self._by_tier: dict[int, tuple[LineScanner, Sequence[int]]] = {}

    def looked_for(self, tier: int) -> tuple[Sequence[str], Collection[int]]:
        """What is looked for in the texts of a tier, and the numbers of those that are told once a text.

        That is runs of spaces, and the rules' patterns.
        """
        owners = self._owners(tier)
        patterns = [_RUNS_OF_SPACES[tier], *(it.patterns[tier] for _, it in self._triggers if it.patterns[tier])]
        return patterns, [number for number, rule in enumerate(owners) if rule == _NO_RULE or rule in self._late]

    def _owners(self, tier: int) -> Sequence[int]:
        return [_NO_RULE, *(rule for rule, it in self._triggers if it.patterns[tier])]

    def hits(self, source: Encoded) -> tuple[bool, Sequence[tuple[int, int]]]:
        """Whether runs of spaces stand in a text; and the rules whose patterns match, with the line: (rule, line)."""
        if source.tier not in self._by_tier:
            self._by_tier[source.tier] = line_scanner(*self.looked_for(source.tier)), self._owners(source.tier)
        scanner, owners = self._by_tier[source.tier]
        if not (found := scanner.hits(source.content)):
            return False, ()
        hits = [(owners[number], line) for number, line in found if number]
        return len(hits) < len(found), hits


_NO_RULE = -1
_SPACES = r"\x09\x0b-\x0c\x1c-\x20"
_SPACES_BEYOND = r"\x85\xa0\x{1680}\x{2000}-\x{200a}\x{2028}-\x{2029}\x{202f}\x{205f}\x{3000}"
_RUNS_OF_SPACES = [f"[{spaces}][{spaces}]" for spaces in (_SPACES, *[_SPACES + _SPACES_BEYOND] * (len(TIERS) - 1))]


@dataclass(frozen=True, slots=True)
class Owners:
    """The rules behind a literal, by what they ask of its place.

    `any`: nothing; `of_words`: no letter follows; `of_phrases`: no word follows; `spelled`: the line has
    it in one of some spellings.
    """

    any: list[int] = field(default_factory=list)
    of_words: list[int] = field(default_factory=list)
    of_phrases: list[int] = field(default_factory=list)
    spelled: list[tuple[int, Sequence[str]]] = field(default_factory=list)

    def here(self, content: bytes, end: int) -> Sequence[int]:
        """Those that a literal concerns which ends at `end` of a folded text, however it is spelled."""
        if not (self.of_words or self.of_phrases) or (follows := content[end : end + 2])[:1].isalnum():
            return self.any
        if follows[:1] == b" " and follows[1:].isalnum():
            return [*self.any, *self.of_words]
        return [*self.any, *self.of_words, *self.of_phrases]

    def by_spelling(self, text: str) -> Sequence[int]:
        """Those that ask for a spelling which the text has."""
        return [rule for rule, spellings in self.spelled if any(map(text.__contains__, spellings))]


def owners_of(triggers: Iterable[tuple[int, Trigger]]) -> Mapping[str, Owners]:
    """The owners of each literal of some rules' triggers, given with the rules' numbers."""
    owners: dict[str, Owners] = defaultdict(Owners)
    for number, trigger in triggers:
        for literal, spellings in trigger.literals.items():
            if spellings:
                owners[literal].spelled.append((number, spellings))
            else:
                owners[literal].any.append(number)
        for literal in sorted(trigger.words):
            owners[literal].of_words.append(number)
        for literal in sorted(trigger.phrases):
            owners[literal].of_phrases.append(number)
    return owners


class Triggers:
    """What a text is asked for: literals, and patterns.

    The `late` rules are those that only evidence can call: in most texts nobody asks for their places, so
    that a scan tells which of them a text could concern, roughly, and their lines are told when asked for.
    """

    def __init__(
        self,
        triggers: Sequence[tuple[int, Trigger]],
        *,
        late: Collection[int],
        whole: frozenset[int],
        blocks: Mapping[int, BlockTest],
        tests: Mapping[int, LineTest],
    ) -> None:
        """Take (number of the rule, trigger).

        `whole` are the rules of scope `text`. `blocks` ask for the rules that nothing which can be scanned for
        tells of. `tests` tell of some rules, once a line is hit, whether it concerns them indeed.
        """
        self.late, self.whole = frozenset(late), whole
        self._blocks, self._tests = tuple(blocks.items()), tests
        plain, of_late = (owners_of(it for it in triggers if (it[0] in self.late) == late) for late in (False, True))
        self.literals: Sequence[str] = list(dict.fromkeys((*plain, *of_late)))
        self._lengths = [len(utf8(literal)) for literal in self.literals]
        self._owners = {False: list(map(plain.get, self.literals)), True: list(map(of_late.get, self.literals))}
        self._literals = literal_scanner(self.literals)
        self.patterns = PatternScanner(triggers, self.late)
        self.late_patterns = PatternScanner(it for it in triggers if it[0] in self.late)
        self.in_whole = PatternScanner((rule, it) for rule, it in triggers if rule in whole)

    def scan(self, text: str) -> Scan:
        """Scan a text without carriage returns, and without a line end after its last line."""
        source = encoded(text)
        with_runs, by_patterns = self.patterns.hits(source)
        in_folded = folded(text, source, with_runs=with_runs)
        by_literals = self._literals.hits(in_folded.content)
        blocks = [rule for rule, test in self._blocks if test(text)]
        if not (by_patterns or by_literals or blocks):
            return NOTHING
        late, owners = {rule for rule, _ in by_patterns if rule in self.late}, self._owners[True]
        for its in {literal: its for literal, _ in by_literals if (its := owners[literal])}.values():
            late.update(its.any, its.of_words, its.of_phrases, its.by_spelling(text))
        return Scan(source, in_folded, by_literals, by_patterns, blocks, late)

    def by_line(self, scan: Scan, lines: Sequence[str], *, late: bool) -> Mapping[int, Sequence[int]]:
        """For each line of a scanned text in which a trigger hits, by its number, the rules that it could concern.

        These are either the `late` rules or the others.
        """
        hit = self._by_literals(scan, lines, self._owners[late]) if scan.literals else {}
        for rule, number in self.late_patterns.hits(scan.source)[1] if late else scan.patterns:
            if late or rule not in self.late:
                hit.setdefault(number, set()).add(rule)
        found = {number: rules for number, them in hit.items() if (rules := self._tested(lines[number], them))}
        for rule in () if late else scan.blocks:
            for number, line in enumerate(lines):
                if self._tested(line, (rule,)):
                    found.setdefault(number, []).append(rule)
        return found

    def _by_literals(
        self, scan: Scan, lines: Sequence[str], all_owners: Sequence[Owners | None]
    ) -> dict[int, set[int]]:
        found: dict[int, set[int]] = {}
        spelled: dict[tuple[int, int], Sequence[int]] = {}
        content, place, row = scan.folded.content, -1, -1
        for literal, end in scan.literals:
            if (owners := all_owners[literal]) is None:
                continue
            rules = owners.here(content, end)
            if not rules and not owners.spelled:
                continue
            start = end - self._lengths[literal]
            if start >= place:
                row += content.count(b"\n", place + 1, start + 1)
            else:
                row -= content.count(b"\n", start + 1, place + 1)
            place = start
            number = row if row < len(lines) else scan.folded.repeated[row - len(lines)]
            if owners.spelled:
                if (literal, number) not in spelled:
                    spelled[literal, number] = owners.by_spelling(lines[number])
                rules = [*rules, *spelled[literal, number]]
            if rules:
                found.setdefault(number, set()).update(rules)
        return found

    def _tested(self, line: str, rules: Iterable[int]) -> list[int]:
        """Those of the rules that hit a line which have no test, or whose test it passes."""
        tests = self._tests
        return [rule for rule in rules if (test := tests.get(rule)) is None or test(line)]

    def in_text(self, text: str) -> Iterator[int]:
        r"""Yield the rules of scope `text` whose patterns match; scanners see ends of lines at `"\n"` alone."""
        for seen in {text, text.replace("\r", "\n")}:
            yield from (rule for rule, _ in self.in_whole.hits(encoded(seen))[1])


class Scan(NamedTuple):
    """What stands in a text.

    `literals` and `patterns` are (number, end) and (rule, line), `blocks` the rules whose block tests it passes, and
    `late` the late rules that it could concern.
    """

    source: Encoded
    folded: Folded
    literals: Sequence[tuple[int, int]]
    patterns: Sequence[tuple[int, int]]
    blocks: Sequence[int]
    late: Set[int]


NOTHING = Scan(encoded(""), folded(""), (), (), (), frozenset())
"""What stands in most short texts."""


class Places:
    """Finds the rules that snapshots of one text could concern; lines that an edit left alone are not scanned again."""

    def __init__(self, triggers: Triggers, scan: Scan | None = None) -> None:
        """`scan` is that of the first snapshot, where it is known."""
        self._triggers, self._scan = triggers, scan
        self._first: Sequence[str] | None = None  # the lines of the first snapshot; most texts have no other
        self._plain: dict[str, Sequence[int]] = {}
        self._late: dict[str, Sequence[int]] = {}
        self._of_late: list[tuple[Scan, Sequence[str]]] = []
        self._late_somewhere: set[int] = set()

    def look(self, document: Document) -> Hits:
        """Look at a snapshot."""
        contents, triggers = document.contents, self._triggers
        first = self._first is None
        fresh = contents if first else [line for line in contents if line not in self._seen]
        if self._scan is not None:
            self._note(self._scan, fresh)
            self._scan = None
        elif fresh:
            for block in _blocks(fresh, len(document.text)):
                self._note(triggers.scan("\n".join(block)), block)
        if first:
            self._first = contents
        else:
            self._seen.update(fresh)
        lines = _by_rule(contents, self._plain)
        whole = triggers.whole.intersection(lines)
        if triggers.whole and (not first or "\r" in document.text or len(document.text) > LARGE):
            whole = whole.union(triggers.in_text(document.text))
        return Hits(self, document, lines, whole, frozenset(self._late_somewhere))

    def _note(self, scan: Scan, lines: Sequence[str]) -> None:
        """Note which rules the lines of a scan could concern."""
        for number, rules in self._triggers.by_line(scan, lines, late=False).items():
            self._plain[lines[number]] = rules
        if scan.late:
            self._late_somewhere |= scan.late
            self._of_late.append((scan, lines))
            if len(scan.folded.content) > LARGE:
                self._tell_late()

    @cached_property
    def _seen(self) -> set[str]:
        return set(self._first or ())

    def _tell_late(self) -> None:
        """Tell the lines of late rules in what was scanned; a scan is as large as its text, and is let go."""
        while self._of_late:
            scan, lines = self._of_late.pop()
            for number, rules in self._triggers.by_line(scan, lines, late=True).items():
                self._late[lines[number]] = rules

    def of_late_rules(self, contents: Sequence[str]) -> Mapping[int, Sequence[int]]:
        """For each late rule the lines that it is to look at."""
        self._tell_late()
        return _by_rule(contents, self._late)


LARGE = 1 << 20
"""Characters of a text that is scanned a block of lines at a time, since a scan is several times as large."""


def _blocks(lines: Sequence[str], size: int) -> Iterator[Sequence[str]]:
    if size <= LARGE:
        yield lines
        return
    block: list[str] = []
    filled = 0
    for line in lines:
        block.append(line)
        filled += len(line)
        if filled > LARGE:
            yield block
            block, filled = [], 0
    yield block


def _by_rule(contents: Sequence[str], by_line: Mapping[str, Sequence[int]]) -> Mapping[int, Sequence[int]]:
    found: dict[int, list[int]] = {}
    for number, line in enumerate(contents) if by_line else ():
        if line in by_line:
            for rule in by_line[line]:
                found.setdefault(rule, []).append(number)
    return found


class Hits:
    """The rules that a snapshot could concern, and the lines that each is to look at."""

    def __init__(
        self,
        places: Places,
        document: Document,
        by_rule: Mapping[int, Sequence[int]],
        whole: Collection[int],
        late: Set[int],
    ) -> None:
        self._places, self._document = places, document
        self._by_rule, self._whole, self._late = by_rule, whole, late
        self.rules: Set[int] = by_rule.keys() | whole | late

    def lines_of(self, rule: int) -> Sequence[int]:
        """The numbers of the lines that a rule is to look at; of a late rule they may be none."""
        if rule in self._whole:
            return range(len(self._document.contents))
        return (self._of_late_rules if rule in self._late else self._by_rule).get(rule, ())

    @cached_property
    def _of_late_rules(self) -> Mapping[int, Sequence[int]]:
        return self._places.of_late_rules(self._document.contents)
