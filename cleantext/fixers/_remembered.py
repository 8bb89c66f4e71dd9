"""What was found in a token, remembered over texts: words come again, and of most nothing is to be found.

It is no fixer itself: it has no `propose`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from cleantext.facts.lines import in_parts

Found = TypeVar("Found")
_MOST, _LONGEST = 1 << 16, 64
"""How many tokens are remembered, and of how many letters; when they are so many, it begins anew."""


class Remembered(Generic[Found]):
    """Asks something of each token of a line; of one token it is always the same that is found.

    >>> marks = Remembered(lambda token: [it for it in token if not it.isalnum()])
    >>> marks.in_line("the ferry, the quay: all")
    [(4, [',']), (15, [':'])]
    """

    def __init__(self, ask: Callable[[str], Sequence[Found]]) -> None:
        self._ask = ask
        self._plain: set[str] = set()
        self._found: dict[str, Sequence[Found]] = {}

    def in_line(self, line: str) -> Sequence[tuple[int, Sequence[Found]]]:
        """Give the tokens in which something is found: their places, and what it is."""
        return [(start + place, it) for start, part in in_parts(line) for place, it in self._in_part(part)]

    def _in_part(self, line: str) -> Sequence[tuple[int, Sequence[Found]]]:
        found = {token: it for token in set(line.split()).difference(self._plain) if (it := self._of(token))}
        if not found:
            return ()
        here, place = [], 0
        for token in line.split():
            start = line.index(token, place)
            place = start + len(token)
            if token in found:
                here.append((start, found[token]))
        return here

    def _of(self, token: str) -> Sequence[Found]:
        known = self._found.get(token)
        if known is not None:
            return known
        found = self._ask(token)
        if len(token) <= _LONGEST:
            if len(self._plain) + len(self._found) >= _MOST:
                self._plain, self._found = set(), {}
            if found:
                self._found[token] = found
            else:
                self._plain.add(token)
        return found
