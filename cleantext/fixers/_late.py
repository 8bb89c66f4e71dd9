"""Patterns that are long, and that most texts do not need: compiled when first used, their matches remembered."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cached_property

from cleantext.remedies.literals import one_of
from cleantext.remembering import remembering

FLAGS = re.IGNORECASE | re.VERBOSE
"""Of nearly all of them."""


class Late:
    """A pattern that is compiled when it is first used."""

    def __init__(self, pattern: str, flags: re.RegexFlag = re.NOFLAG, holds: str = "") -> None:
        """`holds` is a pattern that every match has somewhere, and that is quickly looked for."""
        self.pattern, self.flags = pattern, flags
        self._holds = re.compile(holds, flags) if holds else None

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The compiled pattern."""
        return re.compile(self.pattern, self.flags)

    @cached_property
    def match(self) -> Callable[[str], re.Match[str] | None]:
        """Match at the beginning of a line; several rules ask for the same shape of the same lines."""
        return remembering(self._matched)

    def _matched(self, line: str) -> re.Match[str] | None:
        return None if self._holds is not None and self._holds.search(line) is None else self.compiled.match(line)


def any_of(words: str, separator: str | None = None) -> str:
    """Give the pattern of one of the words, or of what stands between separators, in several rows."""
    entries = {entry.strip() for row in words.strip().split("\n") for entry in row.split(separator)}
    return one_of(entries - {""})
