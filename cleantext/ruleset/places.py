"""Where rules could act: what their triggers find in a text, line by line.

A trigger spares work and decides nothing: a rule never acts where its trigger is silent.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from cleantext.document import Document
from cleantext.folding import folded
from cleantext.scanner import LiteralScanner, Scanner


@dataclass(frozen=True, slots=True)
class Triggers:
    """What a text is asked for: literals, and patterns by the scope of their rules.

    The rules behind them are the owners, of literals with the spellings that they must have in the line.
    `beyond` are those of the patterns on lines that only a character outside ASCII can match;
    `whole` are the rules of scope `text`.
    """

    literals: LiteralScanner
    literal_owners: Sequence[Sequence[tuple[int, tuple[str, ...]]]]
    lines: Scanner
    line_owners: Sequence[int]
    beyond: Scanner
    beyond_owners: Sequence[int]
    texts: Scanner
    text_owners: Sequence[int]
    whole: frozenset[int]

    def by_literals(self, text: str, lines: Sequence[str]) -> Mapping[int, set[int]]:
        """For each line in which a literal stands, by its number, the rules of those literals."""
        found: dict[int, set[int]] = {}
        in_folded = folded(text)
        content, place, row = in_folded.content, -1, -1
        for literal, start, _ in self.literals.hits(content):
            if start >= place:
                row += content.count(b"\n", place + 1, start + 1)
            else:
                row -= content.count(b"\n", start + 1, place + 1)
            place = start
            number = row if row < len(lines) else in_folded.repeated[row - len(lines)]
            for rule, spellings in self.literal_owners[literal]:
                if not spellings or any(spelling in lines[number] for spelling in spellings):
                    found.setdefault(number, set()).add(rule)
        return found

    def by_patterns(self, text: str) -> set[int]:
        """The rules of scope `line` whose patterns match in a text without carriage returns."""
        found = {self.line_owners[trigger] for trigger in self.lines.hits(text)}
        if not text.isascii():
            found.update(self.beyond_owners[trigger] for trigger in self.beyond.hits(text))
        return found

    def in_text(self, text: str) -> set[int]:
        """The rules of scope `text` whose patterns match in a text."""
        found = {self.text_owners[trigger] for trigger in self.texts.hits(text)}
        if "\r" in text:  # RE2 sees ends of lines at "\n" alone
            found.update(self.text_owners[trigger] for trigger in self.texts.hits(text.replace("\r", "\n")))
        return found


class Places:
    """Finds the rules that snapshots of one text could concern; lines that an edit left alone are not scanned again."""

    def __init__(self, triggers: Triggers) -> None:
        self._triggers = triggers
        self._by_literals: dict[str, Iterable[int]] = {}
        self._by_patterns: dict[str, Iterable[int]] = {}
        self._somewhere: set[int] = set()

    def look(self, document: Document) -> Hits:
        """Look at a snapshot."""
        contents = document.contents
        known = self._by_literals
        fresh = [line for line in contents if line not in known] if known else contents
        if fresh:
            text = "\n".join(fresh)
            self._by_literals.update(dict.fromkeys(fresh, ()))
            for number, rules in self._triggers.by_literals(text, fresh).items():
                self._by_literals[fresh[number]] = rules
            self._somewhere |= self._triggers.by_patterns(text)
        return Hits(self, document)

    def by_literals(self, line: str) -> Iterable[int]:
        """The rules that a line could concern by its literals."""
        return self._by_literals[line]

    def by_patterns(self, line: str) -> Iterable[int]:
        """The rules that a line could concern by their patterns."""
        found = self._by_patterns.get(line)
        if found is None:
            found = self._by_patterns[line] = tuple(self._triggers.by_patterns(line))
        return found

    @property
    def somewhere(self) -> set[int]:
        """The rules whose patterns match in some line, or did before it was edited."""
        return self._somewhere

    def whole(self, document: Document) -> set[int]:
        """The rules of scope `text` whose patterns match in a snapshot."""
        return self._triggers.in_text(document.text)

    def of_whole_texts(self, rules: Iterable[int]) -> set[int]:
        """Those of some rules that look at whole texts."""
        return self._triggers.whole.intersection(rules)


class Hits:
    """The rules that a snapshot could concern, and the lines that each is to look at."""

    def __init__(self, places: Places, document: Document) -> None:
        self._places, self._document = places, document
        self._lines: dict[int, list[int]] = {}
        for number, line in enumerate(document.contents):
            for rule in places.by_literals(line):
                self._lines.setdefault(rule, []).append(number)
        whole = places.whole(document) | places.of_whole_texts(self._lines)
        self.rules = places.somewhere | self._lines.keys() | whole
        self._whole = whole

    def lines_of(self, rule: int) -> Sequence[int]:
        """The numbers of the lines that a rule is to look at."""
        if rule in self._whole:
            return range(len(self._document.contents))
        found = self._lines.get(rule, ())
        if rule in self._places.somewhere:
            found = sorted({*found, *self._by_patterns.get(rule, ())})
        return found

    @cached_property
    def _by_patterns(self) -> Mapping[int, Sequence[int]]:
        found: dict[int, list[int]] = {}
        for number, line in enumerate(self._document.contents):
            for rule in self._places.by_patterns(line):
                found.setdefault(rule, []).append(number)
        return found
