"""Where rules could act: the lines of each, from snapshot to snapshot of a text."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping, Sequence, Set
from typing import NamedTuple

from cleantext.document import Document
from cleantext.facts.lines import BLOCK, LARGE, numbers_to
from cleantext.facts.moves import Moves
from cleantext.once import once
from cleantext.ruleset.scan import Scan, Triggers

ByRule = dict[int, "array[int]"]
"""For each rule the numbers of the lines that it is to look at, in order."""


class Places:
    """Finds the rules that snapshots of one text could concern; lines that an edit left alone are not scanned again."""

    def __init__(self, triggers: Triggers, scan: Scan | None = None) -> None:
        """`scan` is that of the first snapshot, where it is known."""
        self._triggers, self._scan = triggers, scan
        self._looked = False
        self._plain: ByRule = {}
        self._late: ByRule = {}
        self._late_somewhere: set[int] = set()
        self._untold: list[_Untold] = []
        self._moves: list[Moves] = []

    def look(self, document: Document, moves: Moves | None = None) -> Hits:
        """Look at a snapshot; `moves` tell where lines of the last one stand in it, None that all are to be scanned."""
        triggers, is_large = self._triggers, len(document.text) > LARGE
        first, self._looked = not self._looked, True
        if moves is None or first:
            self._scan_lines(document, range(len(document.contents)))
        else:
            self._plain, self._late = _moved(self._plain, moves), _moved(self._late, moves)
            if self._untold:
                self._moves.append(moves)
            self._scan_lines(document, moves.fresh)
        whole = triggers.whole.intersection(self._plain)
        if triggers.whole and (not first or "\r" in document.text or is_large):
            whole = whole.union(triggers.in_text(document.text))
        return Hits(self, document, self._plain, whole, frozenset(self._late_somewhere))

    def nowhere(self, document: Document) -> Hits:
        """Do not look: rules with a gate can be asked about a snapshot whose lines were not scanned."""
        return Hits(self, document, {}, set(), frozenset())

    def _scan_lines(self, document: Document, numbers: Sequence[int]) -> None:
        """Note which rules some lines could concern."""
        plain, late, most = ByRule(), ByRule(), len(document.text)
        for these, lines in _blocks(document, numbers):
            scan = self._scan or self._triggers.scan("\n".join(lines))
            self._scan = None
            _add(plain, self._triggers.by_line(scan, lines, late=False), these, most)
            self._late_somewhere |= scan.late
            if scan.late and most <= LARGE:
                self._untold.append(_Untold(scan, lines, these, len(self._moves)))
            elif scan.late:  # a scan is larger than its text
                _add(late, self._triggers.by_line(scan, lines, late=True), these, most)
        _merge(self._plain, plain)
        _merge(self._late, late)

    def of_late_rules(self) -> Mapping[int, Sequence[int]]:
        """For each late rule the lines that it is to look at."""
        for scan, lines, numbers, earlier in self._untold:
            found = ByRule()
            _add(found, self._triggers.by_line(scan, lines, late=True), numbers, 0)
            for moves in self._moves[earlier:]:
                found = _moved(found, moves)
            _merge(self._late, found)
        self._untold.clear()
        self._moves.clear()
        return self._late


class _Untold(NamedTuple):
    """A scan of some lines, their numbers then, and how many moves came earlier; where late rules hit is not told."""

    scan: Scan
    lines: Sequence[str]
    numbers: Sequence[int]
    earlier: int


def _blocks(document: Document, numbers: Sequence[int]) -> Iterator[tuple[Sequence[int], Sequence[str]]]:
    """Yield some lines, with their numbers: those of a large text in blocks, since a scan is larger than its text."""
    contents, most = document.contents, len(document.text)
    if most > LARGE:
        most = BLOCK
    block, filled, first = list[str](), 0, 0
    for line in contents if len(numbers) == len(contents) else (contents[number] for number in numbers):
        block.append(line)
        filled += len(line)
        if filled > most:
            yield numbers[first : first + len(block)], block
            block, filled, first = [], 0, first + len(block)
    if block:
        yield numbers[first:], block


def _add(known: ByRule, found: Mapping[int, Sequence[int]], numbers: Sequence[int], most: int) -> None:
    """Add lines to those of each rule, behind which they stand.

    `found` has the rules of a line by its place among `numbers`, none of which is above `most`.
    """
    by_rule: dict[int, list[int]] = {}
    for place in sorted(found):
        for rule in found[place]:
            by_rule.setdefault(rule, []).append(numbers[place])
    for rule, its in by_rule.items():
        if rule not in known:
            known[rule] = numbers_to(most)
        known[rule].extend(its)


def _merge(known: ByRule, others: ByRule) -> None:
    """Put other lines among those that are known."""
    for rule, numbers in others.items():
        place, merged, before = 0, numbers[:0], known.get(rule, numbers[:0])
        for number in numbers if before else ():
            at = bisect_left(before, number, place)
            merged += before[place:at]
            merged.append(number)
            place = at
        known[rule] = merged + before[place:] if before else numbers


def _moved(known: ByRule, moves: Moves) -> ByRule:
    """Where the lines of each rule stand after edits, in so far as they are left."""
    moved = {rule: array(moves.fresh.typecode, moves.of(numbers)) for rule, numbers in known.items()}
    return {rule: numbers for rule, numbers in moved.items() if numbers}


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

    @once
    def _of_late_rules(self) -> Mapping[int, Sequence[int]]:
        return self._places.of_late_rules()
