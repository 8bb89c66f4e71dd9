"""Where rules could act: the lines of each, from snapshot to snapshot of a text."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set

from cleantext.document import Document
from cleantext.once import once
from cleantext.ruleset.scan import Scan, Triggers


class Places:
    """Finds the rules that snapshots of one text could concern; lines that an edit left alone are not scanned again."""

    def __init__(self, triggers: Triggers, scan: Scan | None = None) -> None:
        """`scan` is that of the first snapshot, where it is known."""
        self._triggers, self._scan = triggers, scan
        self._looked = False
        self._plain: dict[str, Sequence[int]] = {}
        self._late: dict[str, Sequence[int]] = {}
        self._of_late: list[tuple[Scan, Sequence[str]]] = []
        self._late_somewhere: set[int] = set()

    def look(self, document: Document, fresh: Sequence[str] | None = None) -> Hits:
        """Look at a snapshot; `fresh` are the lines that the last one had not, None for all."""
        contents, triggers = document.contents, self._triggers
        first, self._looked = not self._looked, True
        if first or fresh is None:
            fresh = contents
        if self._scan is not None:
            self._note(self._scan, fresh)
            self._scan = None
        elif fresh:
            for block in _blocks(fresh, len(document.text)):
                self._note(triggers.scan("\n".join(block)), block)
        lines = _by_rule(contents, self._plain)
        whole = triggers.whole.intersection(lines)
        if triggers.whole and (not first or "\r" in document.text or len(document.text) > LARGE):
            whole = whole.union(triggers.in_text(document.text))
        return Hits(self, document, lines, whole, frozenset(self._late_somewhere))

    def forget_all_but(self, lines: Iterable[str]) -> None:
        """Let go of lines that are no more: in a long text they take as much room as those that are."""
        kept = [it for it in lines if it in self._plain or it in self._late]
        self._plain, self._late = (
            {line: known[line] for line in kept if line in known} for known in (self._plain, self._late)
        )

    def nowhere(self, document: Document) -> Hits:
        """Do not look: rules with a gate can be asked about a snapshot whose lines were not scanned."""
        return Hits(self, document, {}, set(), frozenset())

    def _note(self, scan: Scan, lines: Sequence[str]) -> None:
        """Note which rules the lines of a scan could concern."""
        _add(self._plain, lines, self._triggers.by_line(scan, lines, late=False))
        if scan.late:
            self._late_somewhere |= scan.late
            self._of_late.append((scan, lines))
            if len(scan.folded.content) > LARGE:
                self._tell_late()

    def _tell_late(self) -> None:
        """Tell the lines of late rules in what was scanned; a scan is as large as its text, and is let go."""
        while self._of_late:
            scan, lines = self._of_late.pop()
            _add(self._late, lines, self._triggers.by_line(scan, lines, late=True))

    def of_late_rules(self, contents: Sequence[str]) -> Mapping[int, Sequence[int]]:
        """For each late rule the lines that it is to look at."""
        self._tell_late()
        return _by_rule(contents, self._late)


def _add(known: dict[str, Sequence[int]], lines: Sequence[str], found: Mapping[int, Sequence[int]]) -> None:
    """Note what was found on lines; of several that say the same one may have more, where what hits begins above it."""
    for number, rules in found.items():
        line = lines[number]
        before = known.setdefault(line, rules)
        if before is not rules and before != rules:
            known[line] = tuple(dict.fromkeys((*before, *rules)))


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

    @once
    def _of_late_rules(self) -> Mapping[int, Sequence[int]]:
        return self._places.of_late_rules(self._document.contents)
