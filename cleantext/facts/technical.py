"""Does a text speak of programs? Names of commands, variables and files look like words that were run together."""

from __future__ import annotations

import re

_LEAST_NAMES, _CHARACTERS_BY_CHANCE = 2, 50_000
"""Different names: one may be the name of a file or of a user, and in so long a text one more may stand by chance."""

_FOLDERS = "bin|boot|dev|etc|home|lib|mnt|opt|proc|srv|sys|tmp|usr|var"
_TYPES = (
    "(?:(?:static|final|abstract) )*(?:(?:class|interface) [A-Z]|(?:void|int|long|double|bool|boolean|String) [a-z])"
)
_SEVERAL = r"[\[{][\w, ]{1,80}[]}]"
_NAMES = [
    (re.compile(hint), re.compile(pattern))
    for hint, pattern in (
        ("_[a-zA-Z0-9]", r"(?<![\w@/.#-])[a-zA-Z]+(?:_[a-zA-Z0-9]+)+(?![\w@/-])"),  # max_size
        (r"\((?:[1-9][a-z]?)?\)", r"(?<!\w)[a-zA-Z_]\w*\((?:[1-9][a-z]?)?\)(?!\w)"),  # open(), a manual's chmod(1)
        (f"/(?:{_FOLDERS})/", rf"(?<![\w/.:])~?/(?:{_FOLDERS})(?:/[\w.-]+)+"),
        (r"\.[a-z]+[A-Z]", r"(?<![\w./@])[a-z]\w*\.(?:[A-Za-z]\w*\.)*[a-z]+[A-Z][A-Za-z]+(?!\w)"),  # window.titleBar
        (r"\$[A-Z{]", r"\$(?:[A-Z][A-Z_]+|\{[\w:]+\})"),
        (r'"\s?:', r'"[A-Z]?[a-z]+(?:[A-Z][a-z]+)+"\s?:'),  # "nextToken": of a record
        ("--[a-z]", r"(?<!\S)--[a-z]+(?:(?:-[a-z]+)+(?![\w-])|=\S)"),  # --tide-table, --quay=2
        ("#include", r'#include\s?[<"][\w./]+[>"]'),
        (r"\);", r"(?<!\w)[a-z_]\w*\([^()\n]{0,80}[\"&*][^()\n]{0,80}\);"),  # set_tide("high");
        (r"::[a-zA-Z]", r"(?<![\w:])[A-Za-z]\w*(?:::[A-Za-z]\w*)+"),  # Tide::Table
        *((f"{it} ", rf"\b{it} (?:{_TYPES})\w*") for it in ("public", "private", "protected")),  # private int tide
        (r"=>", r"\([\w\s,{}]{0,80}\)\s?=>"),  # (tide) =>
        *((f"{it} ", rf"(?<![\w-]){it} (?:\w+|{_SEVERAL}) ?=(?![=>])") for it in ("const", "let", "var")),  # let x =
        (r"\([\d\"']", r"(?<!\w)[a-z]+[A-Z]\w*\((?:\d+|\"[^\"\n]{0,80}\"|'[^'\n]{0,80}')\)"),  # useTide(0)
        (r"\$\(['\"]", r"\$\(['\"][#.]?\w[^'\"\n]{0,60}['\"]\)"),  # $('#tide')
        (r"=\{", r"(?<!\S)[a-z][A-Za-z]*=\{[^{}\n]{1,80}\}"),  # onTide={open}, of a template
        *((kind, rf"(?<!\w)(?:[A-Z][a-z]+)+{kind}(?!\w)") for kind in ("Exception", "Error", "Listener")),
        (r"`[^\s`]", r"(?<![`\w])(``?)([^\s`](?:[^`\n]*[^\s`])?)\1(?![`\w])"),  # `tide` of Markdown, not `tide'
    )
]
"""What all of them have, which begins with one mark and is found ten times as fast; and the names."""


def is_technical(text: str) -> bool:
    """Does a text hold several different names that only programs have?

    >>> is_technical("Set max_size in /etc/ferry/ferry.conf, or call set_size() from the script.")
    True
    >>> is_technical("The ferry of the line (1) leaves at 8, and/or later; see the page of my_ferry.")
    False
    """
    found: set[str] = set()
    least = _LEAST_NAMES + len(text) // _CHARACTERS_BY_CHANCE
    for hint, pattern in _NAMES:
        if hint.search(text):
            found.update(pattern.findall(text))
            if len(found) >= least:
                return True
    return False
