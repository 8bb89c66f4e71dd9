"""Run a pattern over the lines of a document, or over the whole of it.

The library's own patterns run on `re`; a user's run on `regex`, which can be stopped in time.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache, partial
from typing import Any, Protocol, TypeVar

from cleantext.document import Document

Found = TypeVar("Found")

TIME_LIMIT = 1.0
"""Seconds that one search of a user's pattern may take; the rule is then left out for the document."""


class Match(Protocol):
    """What `re.Match` and `regex.Match` share."""

    def start(self, group: int | str = 0, /) -> int:
        """Offset of a group's start."""
        ...

    def end(self, group: int | str = 0, /) -> int:
        """Offset of a group's end."""
        ...

    def expand(self, template: str, /) -> str:
        """The template with groups filled in."""
        ...

    def group(self, group: int | str = 0, /) -> Any:
        """The text of a group."""
        ...


@lru_cache(maxsize=4096)
def compiled(pattern: str, trusted: bool) -> Any:
    """The compiled pattern; `$` and `^` mean ends of lines."""
    if trusted:
        return re.compile(pattern, re.MULTILINE)
    import regex

    return regex.compile(pattern, regex.MULTILINE)


def has_match(pattern: str, line: str) -> bool:
    """Does one of the library's own patterns match in a line?"""
    return compiled(pattern, True).search(line) is not None


def matches(
    pattern: str, trusted: bool, document: Document, lines: Sequence[int] | None
) -> Iterator[tuple[int, Match]]:
    """Yield (offset to add to the match's own, match), over the given lines or, for None, the whole text.

    Raises TimeoutError where an untrusted pattern takes too long.
    """
    find = compiled(pattern, trusted).finditer
    if not trusted:
        find = partial(find, timeout=TIME_LIMIT)
    return ((0, match) for match in find(document.text)) if lines is None else on_lines(find, document, lines)


def on_lines(
    find: Callable[[str], Iterable[Found]], document: Document, lines: Sequence[int]
) -> Iterator[tuple[int, Found]]:
    """Yield (offset to add to the match's own, match) for what is found on each of the lines."""
    for number in lines:
        for match in find(document.line(number)):
            yield document.lines[number].start, match
