"""What was found in a token, remembered over texts: words come again, and of most nothing is to be found."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence, Set
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

    def are_in(self, text: str) -> bool:
        """Is something found in a token of a text?"""
        return any(self._in_part(part) for _, part in in_parts(text))

    def in_line(self, line: str) -> Sequence[tuple[int, Sequence[Found]]]:
        """Give the tokens in which something is found: their places, and what it is."""
        return [(start + place, it) for start, part in in_parts(line) for place, it in self._placed(part)]

    def _placed(self, line: str) -> Iterator[tuple[int, Sequence[Found]]]:
        if found := self._in_part(line):
            place = 0
            for token in line.split():
                start = line.index(token, place)
                place = start + len(token)
                if token in found:
                    yield start, found[token]

    def _in_part(self, part: str) -> Mapping[str, Sequence[Found]]:
        """The tokens in which something is found, and what it is."""
        fresh, known, ask = set(part.split()).difference(self._plain), self._found, self._ask
        found = {token: it for token in fresh if (it := known.get(token) or ask(token))}
        if len(self._plain) + len(known) >= _MOST:
            self._plain, self._found = set(), {}
        self._plain |= _short(fresh.difference(found))
        for token in _short(found.keys()):
            self._found[token] = found[token]
        return found


def _short(tokens: Set[str]) -> Set[str]:
    """Those of some tokens that are worth remembering."""
    if max(map(len, tokens), default=0) <= _LONGEST:
        return tokens
    return {token for token in tokens if len(token) <= _LONGEST}
