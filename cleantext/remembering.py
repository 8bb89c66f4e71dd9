"""Answers about lines and words, remembered over texts: a page asks the same of a line in each of its snapshots.

`functools.lru_cache` counts entries, and lines may be of any length: four thousand texts that are one line each
would stay in memory. Here characters are counted, and answers are kept by the string alone, in a dictionary for each
set of further arguments: the garbage collector walks through every tuple that holds an object.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import update_wrapper
from typing import Any, Concatenate, ParamSpec, TypeVar

Said = TypeVar("Said", str, bytes)
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
    known: dict[object, dict[Said, Found]] = {}
    left = MOST

    def found(said: Said, /, *about: About.args, **named: About.kwargs) -> Found:
        nonlocal left
        key = (*about, *named.items()) if named else about
        answers = known.get(key, _NOTHING)
        answer = answers.get(said, _UNKNOWN)
        if answer is _UNKNOWN:
            answer = find(said, *about, **named)
            if len(said) <= LONGEST:
                left -= len(said) + _OF_AN_ENTRY
                if left < 0:
                    known.clear()
                    left = MOST
                known.setdefault(key, {})[said] = answer
        return answer  # type: ignore[return-value]

    update_wrapper(found, find)
    return found
