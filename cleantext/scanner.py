"""Which rules a text could concern, in one pass: an RE2 Set of triggers, or plain `re` where RE2 is missing.

Both give the same repairs; a trigger only spares work. RE2 builds its automaton lazily and needs
room for it (`max_mem`), else it falls back to a slower one without saying so.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import Any, Protocol

try:
    import re2
except ImportError:  # no wheel for this platform (musl): slower, same answers
    re2 = None

MAX_MEMORY = 1 << 28
_SURROGATE = re.compile("[\ud800-\udfff]")


class Scanner(Protocol):
    """Answers which of its triggers a text holds."""

    def hits(self, text: str) -> Collection[int]:
        """The numbers of the triggers that match somewhere in the text."""
        ...


class Re2Scanner:
    """All triggers as one automaton."""

    def __init__(self, triggers: Sequence[str]) -> None:
        options = re2.Options()
        options.max_mem = MAX_MEMORY
        options.log_errors = False
        found: Any = re2.Set.SearchSet(options)
        for trigger in triggers:
            found.Add(trigger)
        found.Compile()
        self._set = found if triggers else None

    def hits(self, text: str) -> Collection[int]:
        """The numbers of the triggers that match somewhere in the text."""
        if self._set is None:
            return ()
        try:
            return self._set.Match(text) or ()
        except UnicodeEncodeError:  # lone surrogates have no UTF-8
            return self._set.Match(_SURROGATE.sub("\N{REPLACEMENT CHARACTER}", text)) or ()


class PlainScanner:
    """Each trigger searched on its own."""

    def __init__(self, triggers: Sequence[str]) -> None:
        self._triggers = [re.compile(_as_python(trigger)) for trigger in triggers]

    def hits(self, text: str) -> Collection[int]:
        """The numbers of the triggers that match somewhere in the text."""
        plain = _SURROGATE.sub("\N{REPLACEMENT CHARACTER}", text)
        return [number for number, trigger in enumerate(self._triggers) if trigger.search(plain)]


def scanner(triggers: Sequence[str]) -> Scanner:
    """The fastest scanner that this platform has."""
    return PlainScanner(triggers) if re2 is None else Re2Scanner(triggers)


_WIDE = re.compile(r"\\x\{([0-9a-f]+)\}")


def _as_python(trigger: str) -> str:
    """A trigger in the syntax of `re`, whose classes are read as ASCII like RE2's."""
    wide = _WIDE.sub(lambda it: f"\\U{int(it[1], 16):08x}", trigger)
    return "(?a)" + wide
