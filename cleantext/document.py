"""One snapshot of a text and what can be known of it, each fact found when it is first asked for."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Sequence
from functools import cached_property

from cleantext.evidence import Evidence, primary_subtag
from cleantext.facts.language import language_of
from cleantext.facts.layout import Line, contents_of, lines_of, prose_range
from cleantext.facts.protected import Span, protected_spans
from cleantext.rule import NO_HINTS, Hints, Position

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


class Document:
    """A text at one moment of its repair; it never changes, a repair makes a new one."""

    def __init__(
        self,
        text: str,
        hints: Hints = NO_HINTS,
        gather: Callable[[Document], Evidence] = lambda _: Evidence(),
        know_language: Callable[[Document], str] | None = None,
    ) -> None:
        self.text = text
        self.hints = hints
        self._gather = gather
        self._know_language = know_language or (lambda document: language_of(document.text))

    @cached_property
    def lines(self) -> Sequence[Line]:
        """Offsets of the lines, in order."""
        return lines_of(self.text)

    @cached_property
    def contents(self) -> Sequence[str]:
        """The lines without their ends, in order."""
        return contents_of(self.text)

    @cached_property
    def line_end(self) -> str:
        r"""The commonest line end; `\n` where none or several are."""
        counts = Counter(self.text[line.end : line.next] for line in self.lines)
        kinds = ("\n", "\r\n", "\r")
        return max(kinds, key=lambda kind: counts[kind])

    @cached_property
    def language(self) -> str:
        """The language the text is in, as the caller says or the text tells; "" if unknown."""
        return primary_subtag(self.hints.lang) or self._know_language(self)

    @cached_property
    def evidence(self) -> Evidence:
        """What speaks for a language it was translated from, in this snapshot and earlier ones."""
        return self._gather(self)

    @cached_property
    def protected(self) -> Sequence[Span]:
        """Code and addresses, which no rule may edit."""
        return protected_spans(self.text, self.lines)

    @cached_property
    def prose(self) -> tuple[int, int] | None:
        """Line numbers: the first of prose, and the one after the last of prose; None without any."""
        return prose_range(self.contents)

    @cached_property
    def words(self) -> Counter[str]:
        """How often each word stands in the text, as it is written."""
        return Counter(_WORD.findall(self.text))

    def line(self, number: int) -> str:
        """The content of a line, without its end."""
        return self.contents[number]

    def line_at(self, offset: int) -> int:
        """The number of the line that an offset lies in."""
        return bisect_right(self.lines, offset, key=lambda line: line.start) - 1

    def stands(self, number: int, position: Position) -> bool:
        """Does a line stand at a position: in the head, the tail, either edge, or anywhere?"""
        if position == "anywhere":
            return True
        if self.prose is None:
            return False
        in_head, in_tail = number < self.prose[0], number >= self.prose[1]
        return {"head": in_head, "tail": in_tail, "edge": in_head or in_tail}[position]
