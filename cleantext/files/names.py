"""How a path is said to a person: a file's name may hold any bytes, a message may not."""

from __future__ import annotations

import os
from pathlib import Path


def said(path: Path | str) -> str:
    r"""The path in printable characters; bytes that are not UTF-8, and controls, as escapes.

    >>> said("caf\udce9 \x1b[31m.txt")
    'caf\\xe9 \\x1b[31m.txt'
    """
    text = os.fsencode(path).decode("utf-8", "backslashreplace")
    return "".join(char if char.isprintable() else char.encode("unicode_escape").decode() for char in text)
