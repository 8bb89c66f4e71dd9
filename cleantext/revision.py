"""What edits make of a text and of its lines: only lines that they touch are split anew, all others are shared."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from itertools import chain
from typing import NamedTuple

from cleantext.document import Document
from cleantext.edits import Proposal, apply, parts_after
from cleantext.facts.layout import contents_of


class Revision(NamedTuple):
    """A text, its lines without their ends, and those of them that edits made."""

    text: str
    contents: Sequence[str]
    fresh: Sequence[str]


class Revising:
    r"""Edits cut into a document, in text order and without overlaps; it can go from memory before the next is made.

    >>> Revising(Document("The  boat\nleft.\n"), [Proposal(4, 5, "", "")]).done()
    Revision(text='The boat\nleft.\n', contents=['The boat', 'left.'], fresh=['The boat'])
    """

    def __init__(self, document: Document, edits: Sequence[Proposal]) -> None:
        text, lines, before = document.text, document.lines, document.contents
        self._passages: list[_Passage] = []
        self._text: str | None = None
        if "\r" in text or any("\r" in it.after for it in edits):  # edits may join the halves of a line end
            self._text, self._rest = apply(text, edits), before
            return
        place, end = 0, -1
        for first, last, its in _in_groups(document, edits):
            begin, end = lines[first].start, lines[last].next
            parts = parts_after(text, its, begin, end)
            touched = frozenset(before[first : last + 1] if last > first else ())
            self._passages.append(_Passage(before[place:first], parts, touched, end == len(text)))
            place = last + 1
        self._rest = before[place:]
        if end != len(text) and text.endswith("\n"):
            self._rest = [*self._rest, ""]

    @property
    def untouched(self) -> Iterator[str]:
        """The lines that stay as they are."""
        return chain(*(it.before for it in self._passages), self._rest)

    def done(self) -> Revision:
        """Put the text and its lines together, once."""
        if self._text is not None:
            contents, known = contents_of(self._text), set(self._rest)
            return Revision(self._text, contents, [line for line in contents if line not in known])
        contents, fresh = list[str](), list[str]()  # the lines, and an empty one behind the last line end
        for before, parts, touched, ends_text in self._passages:
            made = "".join(parts).split("\n")
            parts.clear()
            if not ends_text:
                made.pop()
            contents += before
            contents += made
            fresh += [line for line in made if line not in touched]
        contents += self._rest
        text = "\n".join(contents)
        if len(contents) > 1 and not contents[-1]:
            contents.pop()
        return Revision(text, contents, fresh)


class _Passage(NamedTuple):
    """Lines that edits touch: those that stay before them, what their text is made of, what they were if several.

    `ends_text`: nothing stands behind them.
    """

    before: Sequence[str]
    parts: list[str]
    touched: Set[str]
    ends_text: bool


def _in_groups(document: Document, edits: Sequence[Proposal]) -> Iterator[tuple[int, int, Sequence[Proposal]]]:
    """Yield edits that touch the same lines: the first and the last of these, and the edits.

    An edit that takes a line's end touches the line after it, too: what is left of both becomes one.
    """
    first, last, after, its = 0, -1, -1, list[Proposal]()
    for it in edits:
        if it.start >= after:
            at = document.line_at(it.start)
            if its and at > last:
                yield first, last, its
                its = []
            if not its:
                first = last = at
                after = document.lines[at].next
        its.append(it)
        if it.end >= after:
            last = document.line_at(it.end)
            after = document.lines[last].next
    if its:
        yield first, last, its
