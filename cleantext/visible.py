"""Text with what cannot be seen named: line ends, controls, odd spaces, runs of spaces."""

from __future__ import annotations

import re
from collections.abc import Iterator

SHORT_NAMES = {
    "\N{NO-BREAK SPACE}": "<NBSP>",
    "\N{NARROW NO-BREAK SPACE}": "<NNBSP>",
    "\N{ZERO WIDTH SPACE}": "<ZWSP>",
    "\N{ZERO WIDTH NON-JOINER}": "<ZWNJ>",
    "\N{ZERO WIDTH JOINER}": "<ZWJ>",
    "\N{ZERO WIDTH NO-BREAK SPACE}": "<BOM>",
    "\N{SOFT HYPHEN}": "<SHY>",
    "\x1b": "<ESC>",
    " ": "␣",
    "\t": "⇥",
    "\r": "␍",
    "\n": "↵",
}

_RUN_OF_SPACES = re.compile(" {2,}")
_SPACES_AT_EDGES = re.compile(" {2,}|^ +| +$")


def visible(text: str, *, at_edges: bool = False) -> str:
    r"""The text with what cannot be seen named.

    `at_edges` names a single space too, where the text begins or ends with it.

    >>> visible("a\N{NO-BREAK SPACE} b  c\n"), visible(" a", at_edges=True)
    ('a<NBSP> b␣␣c↵', '␣a')
    """
    return "".join(shown for shown, _ in visible_pieces(text, at_edges=at_edges))


def visible_pieces(text: str, *, at_edges: bool) -> Iterator[tuple[str, bool]]:
    """The shown text in pieces, each with: does it stand for something invisible?"""
    spaces = _SPACES_AT_EDGES if at_edges else _RUN_OF_SPACES
    place = 0
    for match in spaces.finditer(text):
        yield from _characters(text[place : match.start()])
        yield "␣" * len(match.group()), True
        place = match.end()
    yield from _characters(text[place:])


def _characters(text: str) -> Iterator[tuple[str, bool]]:
    for char in text:
        if char == " " or char.isprintable():
            yield char, False
        else:
            yield SHORT_NAMES.get(char) or f"<U+{ord(char):04X}>", True
