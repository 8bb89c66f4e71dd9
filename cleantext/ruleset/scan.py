"""What rules look for in a text, and what of it stands there: one pass for patterns, one for literals.

A trigger spares work and decides nothing: a rule never acts where its trigger is silent.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence, Set
from typing import NamedTuple

from cleantext.encoded import TIERS, Encoded, encoded, utf8
from cleantext.folding import Folded, folded
from cleantext.remedies import LineTest
from cleantext.scanner import LineScanner, line_scanner, literal_scanner
from cleantext.triggers import Trigger

BlockTest = Callable[[str], bool]
"""Asks lines whether a rule could do anything with one of them, where no trigger can say; not asked of ASCII."""


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
        return patterns, [number for number, rule in enumerate(owners) if rule == NOBODY or rule in self._late]

    def _owners(self, tier: int) -> Sequence[int]:
        return [NOBODY, *(rule for rule, it in self._triggers if it.patterns[tier])]

    def hits(self, source: Encoded) -> tuple[bool, Sequence[tuple[int, int]]]:
        """Whether runs of spaces stand in a text; and the rules whose patterns match, with the line: (rule, line)."""
        if source.tier not in self._by_tier:
            self._by_tier[source.tier] = line_scanner(*self.looked_for(source.tier)), self._owners(source.tier)
        scanner, owners = self._by_tier[source.tier]
        if not (found := scanner.hits(source.content)):
            return False, ()
        hits = [(owners[number], line) for number, line in found if owners[number] >= 0]
        return any(not number for number, _ in found), hits


NOBODY = -1
"""Stands for no rule, and what is below it for a rule that nobody asks for."""
_SPACES = r"\x09\x0b-\x0c\x1c-\x20"
_SPACES_BEYOND = r"\x85\xa0\x{1680}\x{2000}-\x{200a}\x{2028}-\x{2029}\x{202f}\x{205f}\x{3000}"
_RUNS_OF_SPACES = [f"[{spaces}][{spaces}]" for spaces in (_SPACES, *[_SPACES + _SPACES_BEYOND] * (len(TIERS) - 1))]


_Asking = tuple[int, Sequence[str], bool, bool]
"""A rule that a literal stands for: its number, spellings, whether no letter follows, and whether no further word."""


class Owners:
    """The rules behind a literal, by what they ask of its place.

    `inside`: those that ask nothing; `in_front`: those that a further word may follow, too; `alone`: all that ask for
    no spelling. Those in `spelled` ask that the line has it in one of some, and, for some of them, that no letter
    follows. All are tuples: there are thousands, and the garbage collector need not walk through those of numbers.
    """

    __slots__ = ("alone", "in_front", "inside", "spelled")

    def __init__(self, asking: Sequence[_Asking]) -> None:
        plain = [(number, of_words, alone) for number, spellings, of_words, alone in asking if not spellings]
        self.alone = tuple(number for number, *_ in plain)
        self.in_front = tuple(number for number, _, alone in plain if not alone)
        self.inside = tuple(number for number, of_words, alone in plain if not alone and not of_words)
        self.spelled = tuple((number, spellings, of_words) for number, spellings, of_words, _ in asking if spellings)

    def here(self, source: Folded, end: int) -> tuple[Sequence[int], bool]:
        """Those that a literal concerns which ends at `end` of a text, however spelled; and whether a word ends there.

        A mark that is folded away parts letters in the text alone.
        """
        content, _, closer = source
        if content[end : end + 1].isalnum() and not closer:
            return self.inside, False
        if not closer and content[end : end + 1] == b" ":
            return self.in_front if content[end + 1 : end + 2].isalnum() else self.alone, True
        return self.alone, True

    def by_spelling(self, text: str, *, ended: bool) -> Sequence[int]:
        """Those that ask for a spelling which the text has; `ended` where a word ends with the literal."""
        found = []
        for rule, spellings, of_words in self.spelled:
            if ended or not of_words:
                for spelling in spellings:
                    if spelling in text:
                        found.append(rule)
                        break
        return found


def owners_of(triggers: Iterable[tuple[int, Trigger]]) -> Mapping[str, Owners]:
    """The owners of each literal of some rules' triggers, given with the rules' numbers; below 0 nobody asks.

    Thousands of literals have the same.
    """
    asking: dict[str, tuple[_Asking, ...]] = {}
    for number, trigger in triggers:
        words, phrases = trigger.words, trigger.phrases
        for literal, spellings in trigger.literals.items():
            its = asking.setdefault(literal, ())
            if number >= 0:
                asking[literal] = (*its, (number, spellings, literal in words, literal in phrases))
    shared: dict[tuple[_Asking, ...], Owners] = {}
    return {literal: shared.get(its) or shared.setdefault(its, Owners(its)) for literal, its in asking.items()}


_FEW = 8
"""Lines that are asked together: most have nothing, and asking takes longer than reading."""


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
        self._blocks, self._tests = blocks, tests
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
        blocks = [rule for rule, test in self._blocks.items() if test(text)] if source.beyond != "" else ()
        in_folded = folded(text, source, with_runs=with_runs)
        by_literals = self._literals.hits(in_folded.content)
        if not (by_patterns or by_literals or blocks):
            return NOTHING
        late = {rule for rule, _ in by_patterns if rule in self.late}
        late.update(self._late_by_literals(text, in_folded, by_literals))
        return Scan(source, in_folded, by_literals, by_patterns, blocks, late)

    def _late_by_literals(self, text: str, in_folded: Folded, by_literals: Sequence[tuple[int, int]]) -> Iterator[int]:
        """Yield the late rules that a text could concern by its literals; each of these is asked once."""
        all_owners, asked = self._owners[True], dict[int, bool]()
        for literal, end in by_literals:
            if (owners := all_owners[literal]) is not None and not asked.get(literal):
                rules, ended = owners.here(in_folded, end)
                if asked.get(literal) is not ended:
                    asked[literal] = ended
                    yield from rules
                    yield from owners.by_spelling(text, ended=ended)

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
            for number in self._by_block(rule, lines):
                found.setdefault(number, []).append(rule)
        return found

    def _by_block(self, rule: int, lines: Sequence[str]) -> Iterator[int]:
        """Yield the lines that a rule without a trigger is to look at; a few are asked together first."""
        test = self._blocks[rule]
        for first in range(0, len(lines), _FEW):
            block = lines[first : first + _FEW]
            if len(lines) <= _FEW or test("\n".join(block)):
                yield from (number for number, line in enumerate(block, first) if self._tested(line, (rule,)))

    def _by_literals(
        self, scan: Scan, lines: Sequence[str], all_owners: Sequence[Owners | None]
    ) -> dict[int, set[int]]:
        found: dict[int, set[int]] = {}
        spelled: dict[tuple[int, int, bool], Sequence[int]] = {}
        content, place, row = scan.folded.content, -1, -1
        for literal, end in scan.literals:
            if (owners := all_owners[literal]) is None:
                continue
            rules, ended = owners.here(scan.folded, end)
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
                key = (literal, number, ended)
                if key not in spelled:
                    spelled[key] = owners.by_spelling(lines[number], ended=ended)
                rules = [*rules, *spelled[key]]
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
