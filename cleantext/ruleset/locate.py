"""On which line of a TOML file each key stands, so that a fault can be pointed at.

`tomllib` says where a file is not TOML, and nothing of where a well-formed key stood.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

Path = tuple[str | int, ...]

_HEADER = re.compile(r"^\s*(\[\[?)\s*([^\[\]]+?)\s*\]\]?\s*(?:#.*)?$")
_KEY = re.compile(r"""^\s*((?:[\w-]+|"[^"]*"|'[^']*')(?:\s*\.\s*(?:[\w-]+|"[^"]*"|'[^']*'))*)\s*=""")
_PART = re.compile(r"""[\w-]+|"[^"]*"|'[^']*'""")
_LONG = re.compile(r"'''|\"\"\"")


def key_lines(source: str) -> Mapping[Path, int]:
    r"""Give the line, counted from 1, of every table and key of a TOML text.

    >>> key_lines("summary = 'x'\n[[keeps]]\ntext = 'y'")[("keeps", 0, "text")]
    3
    """
    lines: dict[Path, int] = {}
    table: Path = ()
    arrays: Counter[Path] = Counter()
    closing = ""
    for number, line in enumerate(source.splitlines(), 1):
        if closing:
            if closing in line:
                closing = ""
            continue
        if header := _HEADER.match(line):
            table = _parts(header[2])
            if header[1] == "[[":
                arrays[table] += 1
                table = (*table, arrays[table] - 1)
            lines.setdefault(table, number)
        elif key := _KEY.match(line):
            lines.setdefault((*table, *_parts(key[1])), number)
            opening = _LONG.search(line, key.end())
            if opening and line.count(opening[0], key.end()) == 1:
                closing = opening[0]
    return lines


def key_above(source: str, number: int) -> str:
    r"""Give the key that stands on a line, counted from 1, or the nearest above it; "" where there is none.

    >>> key_above("summary = 'x'\nwhy = \"\"\"y\nz\"\"\"", 3)
    'why'
    """
    keys = (_KEY.match(line) for line in reversed(source.splitlines()[:number]))
    return next((key[1] for key in keys if key), "")


def line_of(lines: Mapping[Path, int], path: Path) -> int:
    """The line of the longest part of `path` that was found; 1 where nothing was."""
    while path and path not in lines:
        path = path[:-1]
    return lines.get(path, 1)


def _parts(dotted: str) -> Path:
    return tuple(part.strip("\"'") for part in _PART.findall(dotted))
