"""Parts of tokens, remembered over texts: words come again, and of most nothing is to be found."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence, Set

from cleantext.facts.lines import in_parts

Parts = Sequence[tuple[int, str]]
"""Parts of a token or a line, each with its place there."""

_MOST, _LONGEST = 1 << 16, 64
"""How many tokens are remembered, and of how many letters; when they are so many, it begins anew."""


class Remembered:
    """Looks for parts of each token of a line; of one token they are always the same.

    >>> marks = Remembered(lambda token: [(place, it) for place, it in enumerate(token) if not it.isalnum()])
    >>> marks.in_line("the ferry, the quay: all")
    [(9, ','), (19, ':')]
    """

    def __init__(self, ask: Callable[[str], Parts]) -> None:
        self._ask = ask
        self._plain: set[str] = set()
        self._found: dict[str, Parts] = {}

    def are_in(self, text: str) -> bool:
        """Is something found in a token of a text?"""
        return any(self._in_part(part) for _, part in in_parts(text))

    def in_line(self, line: str) -> Parts:
        """Give what is found in the tokens of a line."""
        return [(start + place, it) for start, part in in_parts(line) for place, it in self._placed(part)]

    def _placed(self, line: str) -> Iterator[tuple[int, str]]:
        if found := self._in_part(line):
            place = 0
            for token in line.split():
                start = line.index(token, place)
                place = start + len(token)
                for at, it in found.get(token, ()):
                    yield start + at, it

    def _in_part(self, part: str) -> Mapping[str, Parts]:
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
