"""TOML as this library writes it, by hand and in place: files keep their comments, and nothing in them is invisible."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping, Sequence
from typing import Any

from cleantext.errors import CleanTextError

_LONG = 80
"""Characters of a list that is still written on one line."""


class NotInToml(CleanTextError):  # noqa: N818 - the name says what is the matter
    """A value has no form in TOML, or a file is not written so that a key of it can be set."""


def quoted(text: str) -> str:
    r"""The text as a basic string; what cannot be seen is escaped.

    >>> print(quoted('a "b"\t\N{NO-BREAK SPACE}'))
    "a \"b\"\t\u00a0"
    """
    return f'"{_escaped(text)}"'


def block(text: str) -> str:
    r"""The text as a basic string, over several lines where it has several.

    >>> block("one\ntwo").split("\n")[1], block("one")
    ('one', '"one"')
    """
    if "\n" not in text:
        return quoted(text)
    lines = [_escaped(line) for line in text.split("\n")]
    return '"""\n' + "\n".join(lines) + '"""'


def literal(pattern: str) -> str:
    r"""A pattern as a literal string, so that its backslashes stay single; as a basic one where it cannot be.

    >>> print(literal(r"\d+"), literal("it's"))
    '\d+' '''it's'''
    """
    if not all(char == "\n" or char == " " or char.isprintable() for char in pattern):
        return block(pattern)
    if "'" not in pattern and "\n" not in pattern:
        return f"'{pattern}'"
    if "'''" in pattern or pattern.endswith("'"):
        return block(pattern)
    start = "\n" if "\n" in pattern else ""
    return f"'''{start}{pattern}'''"


def value(it: Any) -> str:
    """Any plain value: a string, a number, true or false, a list of them, a table (inline).

    >>> value({"site": ["Bay"], "n": 1})
    '{ site = ["Bay"], n = 1 }'
    """
    if isinstance(it, str):
        return block(it)
    if isinstance(it, Mapping):
        said = ", ".join(f"{key_of(key)} = {value(each)}" for key, each in it.items())
        return f"{{ {said} }}" if said else "{}"
    if isinstance(it, Sequence):
        items = [quoted(each) if isinstance(each, str) else value(each) for each in it]
        if sum(map(len, items)) < _LONG:
            return f"[{', '.join(items)}]"
        return "[\n" + "".join(f"    {item},\n" for item in items) + "]"
    return json.dumps(it)


def key_of(name: str) -> str:
    """A key, in quotation marks where it needs them.

    >>> key_of("source_lang"), key_of("The world")
    ('source_lang', '"The world"')
    """
    bare = name.isascii() and name.replace("-", "").replace("_", "").isalnum()
    return name if bare else quoted(name)


def last_line(lines: Sequence[str], first: int) -> int:
    """The line after the key and value that begin at a line, both counted from 0. Raises NotInToml."""
    for end in range(first + 1, len(lines) + 1):
        try:
            tomllib.loads("\n".join(lines[first:end]))
        except tomllib.TOMLDecodeError:
            continue
        return end
    raise NotInToml(f"no value of TOML begins in line {first + 1}: {lines[first]!r}")


def _escaped(text: str) -> str:
    if any("\ud800" <= char <= "\udfff" for char in text):
        raise NotInToml(f"TOML cannot hold the lone surrogate in {text[:40]!r}; JSON Lines can")
    return "".join(_escape(char) for char in text)


def _escape(char: str) -> str:
    if char in '"\\\t\r\n':
        return json.dumps(char)[1:-1]
    if char == " " or char.isprintable():
        return char
    return f"\\u{ord(char):04x}" if char <= "\uffff" else f"\\U{ord(char):08x}"
