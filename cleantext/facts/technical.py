"""Does a text speak of programs? Names of commands, variables and files look like words that were run together."""

from __future__ import annotations

import re

_LEAST_NAMES, _CHARACTERS_BY_CHANCE = 2, 50_000
"""Different names: one may be the name of a file or of a user, and in so long a text one more may stand by chance."""

_NAMES = [
    ("_", re.compile(r"(?<![\w@/.#-])[a-zA-Z]+(?:_[a-zA-Z0-9]+)+(?![\w@/-])")),  # max_size
    (")", re.compile(r"(?<!\w)[a-zA-Z_]\w*\((?:[1-9][a-z]?)?\)(?!\w)")),  # open(), a page of a manual: chmod(1)
    ("/", re.compile(r"(?<![\w/.:])~?/(?:bin|boot|dev|etc|home|lib|mnt|opt|proc|srv|sys|tmp|usr|var)(?:/[\w.-]+)+")),
    (".", re.compile(r"(?<![\w./@])[a-z]\w*\.(?:[A-Za-z]\w*\.)*[a-z]+[A-Z][A-Za-z]+(?!\w)")),  # window.titleBar
    ("$", re.compile(r"\$(?:[A-Z][A-Z_]+|\{\w+\})")),
]


def is_technical(text: str) -> bool:
    """Does a text hold several different names that only programs have?

    >>> is_technical("Set max_size in /etc/ferry/ferry.conf, or call set_size() from the script.")
    True
    >>> is_technical("The ferry of the line (1) leaves at 8, and/or later; see the page of my_ferry.")
    False
    """
    found: set[str] = set()
    least = _LEAST_NAMES + len(text) // _CHARACTERS_BY_CHANCE
    for mark, pattern in _NAMES:
        if mark in text:
            found.update(pattern.findall(text))
            if len(found) >= least:
                return True
    return False
