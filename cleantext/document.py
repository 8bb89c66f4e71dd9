"""One snapshot of a text and what can be known of it, each fact found when it is first asked for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from typing import TypeVar, cast

from cleantext.evidence import Evidence, primary_subtag
from cleantext.facts.language import Tongue
from cleantext.facts.layout import prose_range
from cleantext.facts.lines import LARGE, Contents, Lines, contents_of
from cleantext.facts.own_words import OwnWords
from cleantext.facts.protected import Protected, Span
from cleantext.once import once
from cleantext.rule import NO_HINTS, Hints, Position

Found = TypeVar("Found")


class Document:
    """A text at one moment of its repair; it never changes, a repair makes a new one."""

    def __init__(
        self,
        text: str,
        hints: Hints = NO_HINTS,
        gather: Callable[[Document], Evidence] = lambda _: Evidence(),
        tongue: Tongue | None = None,
    ) -> None:
        self.text = text
        self.hints = hints
        self._gather = gather
        self._tongue = tongue or Tongue(text)
        self._facts: dict[Hashable, object] = {}

    @once
    def lines(self) -> Lines:
        """Offsets of the lines, in order."""
        return Lines(self.text, self.contents if len(self.text) <= LARGE else None)

    @once
    def contents(self) -> Sequence[str]:
        """The lines without their ends, in order."""
        return contents_of(self.text) if len(self.text) <= LARGE else Contents(self.text, self.lines)

    @once
    def line_end(self) -> str:
        r"""The commonest line end; `\n` where none or several are."""
        counts = Counter(self.text[line.end : line.next] for line in self.lines)
        kinds = ("\n", "\r\n", "\r")
        return max(kinds, key=lambda kind: counts[kind])

    @once
    def language(self) -> str:
        """The language the text is in, as the caller says or the text tells; "" if unknown."""
        return primary_subtag(self.hints.lang) or self._tongue.code

    def is_in(self, languages: frozenset[str]) -> bool:
        """Is the text in one of these languages? Quicker answered than which one it is in."""
        if self.hints.lang:
            return self.language in languages
        return self._tongue.is_one_of(languages)

    def is_plainly_in_none_of(self, languages: frozenset[str]) -> bool:
        """Is the text in none of these languages, as can be told without telling which it is in?"""
        if self.hints.lang:
            return self.language not in languages
        return self._tongue.is_plainly_none_of(languages)

    @once
    def evidence(self) -> Evidence:
        """What speaks for a language it was translated from, in this snapshot and earlier ones."""
        return self._gather(self)

    @once
    def protector(self) -> Callable[..., Span | None]:
        """The function that gives the code or the address that forbids an edit, as `Protected.protector` does."""
        return Protected(self.text, self.lines).protector

    @once
    def prose(self) -> tuple[int, int] | None:
        """Line numbers: the first of prose, and the one after the last of prose; None without any."""
        return prose_range(self.contents)

    @once
    def own_words(self) -> OwnWords:
        """Tells how often the text has a word that it is asked about."""
        return OwnWords(self.text)

    @once
    def words(self) -> Counter[str]:
        """How often each word stands in the text, as it is written."""
        return self.own_words.counts

    def fact(self, find: Callable[..., Found], *about: Hashable) -> Found:
        """What `find(document, *about)` gives, asked once."""
        key = (find, about)
        if key not in self._facts:
            self._facts[key] = find(self, *about)
        return cast("Found", self._facts[key])

    def of_text(self, find: Callable[[str], Found]) -> Found:
        """What `find(text)` gives, asked once."""
        return cast("Found", self.fact(_of_text, find))

    def line(self, number: int) -> str:
        """The content of a line, without its end."""
        return self.contents[number]

    def line_at(self, offset: int) -> int:
        """The number of the line that an offset lies in."""
        return self.lines.at(offset)

    def stands(self, number: int, position: Position) -> bool:
        """Does a line stand at a position: in the head, the tail, either edge, or anywhere?"""
        if position == "anywhere":
            return True
        if self.prose is None:
            return False
        in_head, in_tail = number < self.prose[0], number >= self.prose[1]
        return {"head": in_head, "tail": in_tail, "edge": in_head or in_tail}[position]


def _of_text(document: Document, find: Callable[[str], Found]) -> Found:
    return find(document.text)
