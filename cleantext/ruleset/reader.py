"""`Reader`: one rule file while its keys are read, and its faults, each with its line.

It knows types, and of keys only that those of a rule stand above its tables.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence
from types import UnionType
from typing import Any, cast

from cleantext.errors import Fault
from cleantext.ruleset.keys import KEYS
from cleantext.ruleset.locate import Path, key_lines, line_of

BELONGS_ABOVE = "it belongs to the rule, so it stands above the first [table] or [[table]]"
"""Said of a key that TOML takes for one of the table above it."""

_SAID: Mapping[type | UnionType, str] = {
    str: "a string",
    int: "a whole number",
    float: "a number",
    bool: "true or false",
    bool | str: "true or a string",
    list: "a list",
}


def _said(kind: type | UnionType) -> str:
    return _SAID.get(kind, "a table")


class Reader:
    """The faults of one file, gathered while its keys are read."""

    def __init__(
        self, file: str, source: str, table: Mapping[str, Any], *, trusted: bool, thorough: bool, examples: bool
    ) -> None:
        self.file, self.table, self.trusted, self.thorough = file, table, trusted, thorough
        self.examples = examples
        self.source = source
        self.faults: list[Fault] = []

    @functools.cached_property
    def lines(self) -> Mapping[Path, int]:
        """The line of each key."""
        return key_lines(self.source)

    def fault(self, reason: str, *path: str | int) -> None:
        """Note a fault of what stands at a path of keys."""
        self.faults.append(Fault(self.file, self.line(*path), reason))

    def line(self, *path: str | int) -> int:
        """The line of a path of keys, or of what of it is there."""
        return line_of(self.lines, path)

    def check_keys(
        self, table: Mapping[str, Any], keys: Mapping[str, type | UnionType], path: Path = ()
    ) -> dict[str, Any]:
        """The known keys of the right type; the others are faults."""
        good: dict[str, Any] = {}
        for key, value in table.items():
            if key not in keys and path and key in KEYS:
                self.fault(f"unknown key {key!r}; {BELONGS_ABOVE}", *path, key)
            elif key not in keys:
                import difflib  # only to help

                near = difflib.get_close_matches(key, keys, 1)
                hint = f"; did you mean {near[0]!r}?" if near else f"; known are {', '.join(keys)}"
                self.fault(f"unknown key {key!r}{hint}", *path, key)
            elif keys[key] is float and isinstance(value, int) and not isinstance(value, bool):
                good[key] = float(value)
            elif not isinstance(value, keys[key]) or (keys[key] is int and isinstance(value, bool)):
                self.fault(f"{key!r} must be {_said(keys[key])}, not {value!r}", *path, key)
            else:
                good[key] = value
        return good

    def strings(self, keys: Mapping[str, Any], key: str) -> tuple[str, ...]:
        """The strings of a list; what else it holds is a fault."""
        values = keys.get(key, [])
        for number, value in enumerate(values):
            if not isinstance(value, str):
                self.fault(f"{key!r} holds {value!r}, which is not a string", key, number)
        return tuple(value for value in values if isinstance(value, str))

    def one_of(self, keys: Mapping[str, Any], key: str, known: Sequence[str], default: str, *path: str) -> str:
        """A value; one that is not known is a fault."""
        value = keys.get(key, default)
        if value not in known:
            self.fault(f"{key!r} is {value!r}; known are {', '.join(filter(None, known))}", *path, key)
        return cast("str", value)
