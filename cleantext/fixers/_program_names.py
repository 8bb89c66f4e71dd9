"""Names of a program that a text about it uses: *the useTide hook*, *set the maxRetries option*.

One such name is no code, and the page that explains it may show none; the word behind it tells what it is. Names of a
family begin alike (*useTide*, *useFerry*), so one that is told speaks for the others.
"""

from __future__ import annotations

import re

from cleantext.document import Document
from cleantext.facts.joint_words import HEADS

_SURE = "methods?|functions?|callbacks?|handlers?|listeners?|parameters?|params?|hooks?|props?"
_LIKELY = (
    "events?|options?|propert(?:y|ies)|attributes?|arguments?|fields?|variables?|settings?|flags?|keys?|objects?"
    "|components?"
)
_TOLD = re.compile(
    rf"(?<![\w.@/#-])(?P<name>(?P<first>[a-z]+)[A-Z][A-Za-z]*)\s(?:(?P<sure>(?:event )?(?:{_SURE}))|(?:{_LIKELY}))\b"
)
"""Written small, and on the next line perhaps, since names are set apart: `requestOptions\\nparameter`."""

_BEGINS_ANEW = re.compile(r"[a-z](?:The|These|Those|This|That|Some|Many|Most|Such|Our|Your|Their|Its|His|Her)\Z")
"""*in the harbourThese parameters*: two words, and what follows the second belongs to it."""


def is_told(run: str, document: Document) -> bool:
    """Does a text say of a run, or of one that begins with the same word, what it is in a program?"""
    told = document.fact(_told)
    return bool(told) and (run in told or _first_of(run) in told)


def _told(document: Document) -> frozenset[str]:
    found: set[str] = set()
    for match in _TOLD.finditer(document.text):
        if _BEGINS_ANEW.search(match["name"]):
            continue
        is_grammar = match["first"] in HEADS["en"]
        if match["sure"] or not is_grammar:
            found.add(match["name"])
        if not is_grammar:
            found.add(match["first"])
    return frozenset(found)


def _first_of(run: str) -> str:
    """Give the small letters a run begins with: `use` of *useTide*."""
    return run[: next((place for place, letter in enumerate(run) if not letter.islower()), len(run))]
