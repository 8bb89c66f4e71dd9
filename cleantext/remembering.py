"""Answers about lines and words, remembered over texts: a page asks the same of a line in each of its snapshots.

`functools.lru_cache` counts entries, and lines may be of any length: four thousand texts that are one line each
would stay in memory. Here characters are counted, and answers are kept by the string alone, in a dictionary for each
set of further arguments: the garbage collector walks through every tuple that holds an object.

Of sets of characters those of alphabets come again. A page in ideographs has hundreds, and each page others: four
thousand such sets take 400 MB.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sized
from functools import lru_cache, update_wrapper, wraps
from inspect import signature
from typing import Any, Concatenate, ParamSpec, TypeVar

Said = TypeVar("Said", str, bytes)
Of = TypeVar("Of")
Found = TypeVar("Found")
About = ParamSpec("About")

MOST = 1 << 19
"""Characters of all that one function remembers; when they are more, it begins anew."""
LONGEST = MOST // 32
"""Characters of what is remembered at all."""
_OF_AN_ENTRY = 64
"""What an entry takes beside its characters, in characters."""
_UNKNOWN = object()
_NOTHING: Mapping[Any, Any] = {}


def remembering(find: Callable[Concatenate[Said, About], Found]) -> Callable[Concatenate[Said, About], Found]:
    """Remember what a function finds of a string (and of further arguments that can be hashed).

    >>> @remembering
    ... def words(line):
    ...     print("counted")
    ...     return len(line.split())
    >>> words("a ferry") + words("a ferry")
    counted
    4
    """
    room = _Room()
    found = _by_string(find, room) if len(signature(find).parameters) == 1 else _by_more(find, room)
    update_wrapper(found, find)
    return found


def remembering_of_few(find: Callable[[frozenset[str]], Found]) -> Callable[[frozenset[str]], Found]:
    """Remember what a function finds of a set of characters, if they are few.

    >>> @remembering_of_few
    ... def largest(characters):
    ...     print("asked")
    ...     return max(characters)
    >>> largest(frozenset("ferry")) + largest(frozenset("ferry"))
    asked
    'yy'
    """
    remembered = lru_cache(MOST_SETS)(find)

    @wraps(find)
    def found(characters: frozenset[str], /) -> Found:
        return remembered(characters) if len(characters) <= FEW else find(characters)

    return found


def remembering_each(make: Callable[[Of], Found]) -> Callable[[Of], Found]:
    """Make something once of each of a few objects that live on, as rules do: by which one it is, not what it holds.

    >>> @remembering_each
    ... def longest(words):
    ...     print("looked for")
    ...     return max(words, key=len)
    >>> words = ["the", "ferry"]
    >>> longest(words) + longest(words)
    looked for
    'ferryferry'
    """
    known: dict[int, tuple[Of, Found]] = {}

    @wraps(make)
    def made(of: Of, /) -> Found:
        if (found := known.get(id(of))) is None:
            found = known[id(of)] = (of, make(of))  # to hold the object keeps its id its own
        return found[1]

    return made


MOST_SETS, FEW = 4_096, 64
"""Sets that are remembered, and characters of each at most; an alphabet's letters in both cases are as many."""


class _Room:
    """What one function has left to remember with."""

    def __init__(self) -> None:
        self._left = MOST

    def take(self, said: Sized) -> bool:
        """Take the room of an entry; False where there was none, so that all must be forgotten first."""
        self._left -= len(said) + _OF_AN_ENTRY
        if self._left >= 0:
            return True
        self._left = MOST
        return False


def _by_string(find: Callable[..., Found], room: _Room) -> Callable[..., Found]:
    """Of the string alone, as most are asked: in half the time."""
    known: dict[str | bytes, Found] = {}

    def found(said: str | bytes, /) -> Found:
        answer = known.get(said, _UNKNOWN)
        if answer is _UNKNOWN:
            answer = find(said)
            if len(said) <= LONGEST:
                if not room.take(said):
                    known.clear()
                known[said] = answer
        return answer  # type: ignore[return-value]

    return found


def _by_more(find: Callable[..., Found], room: _Room) -> Callable[..., Found]:
    known: dict[object, dict[str | bytes, Found]] = {}

    def found(said: str | bytes, /, *about: object, **named: object) -> Found:
        key = (*about, *named.items()) if named else about
        answers = known.get(key, _NOTHING)
        answer = answers.get(said, _UNKNOWN)
        if answer is _UNKNOWN:
            answer = find(said, *about, **named)
            if len(said) <= LONGEST:
                if not room.take(said):
                    known.clear()
                known.setdefault(key, {})[said] = answer
        return answer  # type: ignore[return-value]

    return found
