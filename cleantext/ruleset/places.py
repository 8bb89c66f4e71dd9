"""Where rules could act: what their triggers find in a text, line by line.

A trigger spares work and decides nothing: a rule never acts where its trigger is silent.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from cleantext.document import Document
from cleantext.folding import Folded, folded
from cleantext.remedies import LineTest
from cleantext.scanner import LiteralScanner, scanner
from cleantext.triggers import Trigger


class PatternScanner:
    """A scanner that knows whose patterns it looks for."""

    def __init__(self, patterns: Iterable[tuple[int, str]]) -> None:
        """Take (number of the rule, pattern in RE2's syntax)."""
        rows = list(patterns)
        self._scanner = scanner([pattern for _, pattern in rows])
        self._owners = [rule for rule, _ in rows]

    def rules(self, text: str) -> list[int]:
        """The rules whose patterns match in a text."""
        owners = self._owners
        return [owners[number] for number in self._scanner.hits(text)]


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

    def here(self, content: bytes, end: int) -> Iterator[int]:
        """Yield those that a literal concerns which ends at `end` of a folded text, however it is spelled."""
        yield from self.any
        if (self.of_words or self.of_phrases) and not (follows := content[end : end + 2])[:1].isalnum():
            yield from self.of_words
            if not (follows[:1] == b" " and follows[1:].isalnum()):
                yield from self.of_phrases

    def by_spelling(self, text: str) -> tuple[int, ...]:
        """Those that ask for a spelling which the text has."""
        return tuple(rule for rule, spellings in self.spelled if any(map(text.__contains__, spellings)))


def owners_of(triggers: Iterable[tuple[int, Trigger]]) -> Mapping[str, Owners]:
    """The owners of each literal of some rules' triggers, given with the rules' numbers."""
    owners: dict[str, Owners] = defaultdict(Owners)
    for number, trigger in triggers:
        for literal, spellings in trigger.literals.items():
            if spellings:
                owners[literal].spelled.append((number, spellings))
            else:
                owners[literal].any.append(number)
        for literal in trigger.words:
            owners[literal].of_words.append(number)
        for literal in trigger.phrases:
            owners[literal].of_phrases.append(number)
    return owners


@dataclass(frozen=True, slots=True)
class Triggers:
    """What a text is asked for: literals, and patterns.

    An ASCII text is asked for `in_ascii` alone, the patterns that one can match. `in_whole` are those
    of the rules of scope `text`, which are among the others too; `whole` are these rules. `tests` tell
    of some rules, once a line is hit, whether it concerns them indeed; `late_tests` of others, whose
    lines are asked about only where evidence could license them.
    """

    literals: LiteralScanner
    owners: Sequence[Owners]
    in_ascii: PatternScanner
    in_any: PatternScanner
    in_whole: PatternScanner
    whole: frozenset[int]
    tests: Mapping[int, LineTest]
    late_tests: Mapping[int, LineTest]

    def scan(self, text: str) -> Scan:
        """Scan a text without carriage returns, and without a line end after its last line."""
        in_folded = folded(text)
        content = in_folded.content
        spelled: dict[int, bool] = {}
        hits = []
        for hit in self.literals.hits(content):
            literal, _, end = hit
            owners = self.owners[literal]
            if not owners.any and owners.spelled and literal not in spelled:
                spelled[literal] = bool(owners.by_spelling(text))
            if owners.any or spelled.get(literal) or any(True for _ in owners.here(content, end)):
                hits.append(hit)
        return Scan(in_folded, hits, self.by_patterns(text))

    def by_literals(self, scan: Scan, lines: Sequence[str]) -> Mapping[int, set[int]]:
        """For each line of a scanned text in which a literal stands, by its number, the rules of those literals."""
        found: dict[int, set[int]] = {}
        spelled: dict[tuple[int, int], tuple[int, ...]] = {}
        content, place, row = scan.folded.content, -1, -1
        for literal, start, end in scan.literals:
            if start >= place:
                row += content.count(b"\n", place + 1, start + 1)
            else:
                row -= content.count(b"\n", start + 1, place + 1)
            place = start
            number = row if row < len(lines) else scan.folded.repeated[row - len(lines)]
            owners = self.owners[literal]
            rules = [*owners.here(content, end)]
            if owners.spelled:
                if (literal, number) not in spelled:
                    spelled[literal, number] = owners.by_spelling(lines[number])
                rules += spelled[literal, number]
            if rules:
                found.setdefault(number, set()).update(rules)
        return found

    def by_patterns(self, text: str) -> Sequence[int]:
        """The rules whose patterns match in a text without carriage returns."""
        return (self.in_ascii if text.isascii() else self.in_any).rules(text)

    def tested(self, line: str, rules: Iterable[int]) -> list[int]:
        """Those of the rules that hit a line which have no test, or whose test it passes."""
        tests = self.tests
        return [rule for rule in rules if (test := tests.get(rule)) is None or test(line)]

    def in_text(self, text: str) -> Sequence[int]:
        r"""The rules of scope `text` whose patterns match in a text; RE2 sees ends of lines at `"\n"` alone."""
        found = self.in_whole.rules(text)
        return [*found, *self.in_whole.rules(text.replace("\r", "\n"))] if "\r" in text else found


class Scan(NamedTuple):
    """What stands in a text: literals, as their scanner tells, and rules whose patterns match."""

    folded: Folded
    literals: Sequence[tuple[int, int, int]]
    patterns: Sequence[int]


class Places:
    """Finds the rules that snapshots of one text could concern; lines that an edit left alone are not scanned again."""

    def __init__(self, triggers: Triggers, scan: Scan | None = None) -> None:
        """`scan` is that of the first snapshot, where it is known."""
        self._triggers, self._scan = triggers, scan
        self._first: Sequence[str] | None = None  # the lines of the first snapshot; most texts have no other
        self._by_literals: dict[str, Sequence[int]] = {}
        self._by_patterns: dict[str, Sequence[int]] = {}
        self._somewhere: set[int] = set()

    def look(self, document: Document) -> Hits:
        """Look at a snapshot."""
        contents, triggers = document.contents, self._triggers
        first = self._first is None
        fresh = contents if first else [line for line in contents if line not in self._seen]
        whole: Iterable[int] = ()
        if fresh:
            scan = self._scan or triggers.scan("\n".join(fresh))
            self._scan = None  # it is as large as the text
            for number, rules in triggers.by_literals(scan, fresh).items():
                line = fresh[number]
                if concerned := triggers.tested(line, rules):
                    self._by_literals[line] = concerned
            self._somewhere.update(scan.patterns)
            del scan
            whole = triggers.whole & self._somewhere
        if first:
            self._first = contents
        else:
            self._seen.update(fresh)
        if not first or "\r" in document.text:
            whole = triggers.in_text(document.text)
        self._somewhere -= triggers.whole
        lines: dict[int, list[int]] = {}
        if by_literals := self._by_literals:
            for number, line in enumerate(contents):
                if line in by_literals:
                    for rule in by_literals[line]:
                        lines.setdefault(rule, []).append(number)
        return Hits(self, document, lines, triggers.whole.intersection(lines).union(whole))

    @cached_property
    def _seen(self) -> set[str]:
        return set(self._first or ())

    def by_patterns(self, line: str) -> Sequence[int]:
        """The rules that a line could concern by their patterns."""
        found = self._by_patterns.get(line)
        if found is None:
            hit = self._triggers.by_patterns(line)
            found = self._by_patterns[line] = self._triggers.tested(line, hit) if hit else hit
        return found

    def any_pattern(self, block: str) -> bool:
        """Does any pattern match in a block of lines?"""
        return bool(self._triggers.by_patterns(block))

    @property
    def late_tests(self) -> Mapping[int, LineTest]:
        """The tests of lines that are made when a rule's lines are asked for."""
        return self._triggers.late_tests

    @property
    def somewhere(self) -> set[int]:
        """The rules of scope `line` whose patterns match in some line, or did before it was edited."""
        return self._somewhere


class Hits:
    """The rules that a snapshot could concern, and the lines that each is to look at."""

    def __init__(
        self, places: Places, document: Document, by_literals: Mapping[int, list[int]], whole: Collection[int]
    ) -> None:
        self._places, self._document = places, document
        self._by_literals, self._whole = by_literals, whole
        self.rules = places.somewhere.union(by_literals, whole)

    def lines_of(self, rule: int) -> Sequence[int]:
        """The numbers of the lines that a rule is to look at."""
        if rule in self._whole:
            return range(len(self._document.contents))
        found = self._by_literals.get(rule, ())
        if rule in self._places.somewhere:
            found = sorted({*found, *self._by_patterns.get(rule, ())})
        test, contents = self._places.late_tests.get(rule), self._document.contents
        return found if test is None else [number for number in found if test(contents[number])]

    @cached_property
    def _by_patterns(self) -> Mapping[int, Sequence[int]]:
        found: dict[int, list[int]] = {}
        contents = self._document.contents
        for start in range(0, len(contents), _BLOCK):
            block = contents[start : start + _BLOCK]
            if len(contents) > _BLOCK and not self._places.any_pattern("\n".join(block)):
                continue
            for number, line in enumerate(block, start):
                for rule in self._places.by_patterns(line):
                    found.setdefault(rule, []).append(number)
        return found


_BLOCK = 8
"""Lines that are asked together first: most have nothing."""
