"""What the rules for outlets share: how their names are found, and what shows that another outlet is meant."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from cleantext.document import Document
from cleantext.edits import Proposal
from cleantext.fixers._remedy import phrases_in
from cleantext.remedies.literals import either_of, one_of
from cleantext.remedies.matching import on_lines
from cleantext.rule import Rule

_NEAR = 60
"""Characters before and after a name in which words that speak of a source are looked for."""
OPENING = '[“"‘«„(*_]'
"""A mark that may stand before a name."""

KINDS = (
    "daily",
    "newspaper",
    "weekly",
    "magazine",
    "paper",
    "news site",
    "news portal",
    "news magazine",
    "news agency",
    "tabloid",
    "broadcaster",
    "sports daily",
    "sports newspaper",
    "business daily",
    "business newspaper",
    "economic daily",
    "economic newspaper",
)
"""What an outlet is called, where the words before say whose it is: `French daily`."""
_OTHER_NATION = re.compile(
    r"\b(?:British|American|U\.?S\.?|UK|English|London|Irish|Scottish|Australian|Canadian|New York|Sydney)"
    r"(?: [a-z]+){0,2}\s[“\"‘«„(*_]?\Z"
)
_ARTICLE = re.compile(r"(?i)\b(?:the|this|that|our|its|his|her|their)\s\Z")
_ONE_OF_MANY = re.compile(r"(?i)\b(?:an?|another|each|every|one|some|any|no|these|those|old|new|local)\s\Z")
_GLOSS = re.compile(
    r"""(?xi)(?:\([“"‘«„*_]
      |(?:\b(?:literally|lit\.|meaning|means|meant|i\.e\.|that\ is|in\ English|translates\ (?:as|to)|stands\ for),?|=)
       \ [“"‘«„*_]?)\Z"""
)
"""`La Croix (“The Cross”)`, `Trud, which means labour`: words that explain a name."""
_OPEN_BRACKET = re.compile(r"\(\Z")
_CLOSE_BRACKET = re.compile(r"\)")


def _as_a_title(name: str) -> str:
    """Write a name with every word capitalised.

    >>> _as_a_title("People's voice")
    "People's Voice"
    """
    return re.sub(r"\b(?<!['’])[a-z]", lambda letter: letter[0].upper(), name)


class Found(NamedTuple):
    """A translated name in a text: where it stands, as it is written there, and what stands before and after it.

    `key` is the name as the table writes it, `own` the outlet's own name.
    """

    start: int
    end: int
    said: str
    key: str
    own: str
    before: str
    after: str

    def proposal(self, held: str) -> Proposal:
        """Propose the outlet's own name."""
        return Proposal(self.start, self.end, self.own, f"{self.said!r} is the translated name of {self.own}", held)


def names_on(document: Document, lines: Sequence[int], table: Mapping[str, str]) -> Iterator[Found]:
    """Find the names of a table, as it writes them and with every word capitalised."""
    names = tuple(table)
    find, keys = _finder(names), _keys_by_fold(names)
    for offset, match in on_lines(find.finditer, document, lines):
        line, (start, end) = match.string, match.span()
        name = match[0].replace("’", "'")
        key = name if name in table else keys[name.casefold()]
        before, after = line[max(0, start - _NEAR) : start], line[end : end + _NEAR]
        yield Found(offset + start, offset + end, match[0], key, table[key], before, after)


@lru_cache(maxsize=64)
def _finder(names: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{one_of({*names, *map(_as_a_title, names)})})\b")


def pattern_of(names: Collection[str]) -> str:
    """What `names_on` looks for, written so that a trigger can be derived from it."""
    return rf"\b(?:{either_of({*names, *map(_as_a_title, names)})})\b"


@lru_cache(maxsize=64)
def _keys_by_fold(names: tuple[str, ...]) -> Mapping[str, str]:
    return {name.casefold(): name for name in names}


def nations_of(rule: Rule) -> tuple[str, ...]:
    """The rule's phrases: words that say of an outlet whose it is (`French`)."""
    return phrases_in(rule)


def phrases_of_the_country(rule: Rule) -> list[str]:
    """Words that say whose an outlet is, `French daily`, for each of the rule's phrases (`French`)."""
    return [f"{nation} {kind}" for nation in nations_of(rule) for kind in KINDS]


@lru_cache(maxsize=64)
def right_before(nations: tuple[str, ...]) -> re.Pattern[str]:
    """The words right before a name that say whose outlet it is."""
    return re.compile(rf"(?i)\b(?:{one_of(nations)}) (?:{one_of(KINDS)}),? {OPENING}?\Z")


def another_is_meant(own: str, before: str, after: str, *, article: bool) -> str:
    """What shows that another outlet, or none, is meant, whatever speaks for this one; "" if nothing does.

    `own`: the outlet's own name, as it would go in.
    `article`: one before it says nothing, since the name has its own, or names nothing else.
    """
    if _OTHER_NATION.search(before):
        return "the words before it name an outlet of an English-speaking country"
    if _GLOSS.search(before) or (_CLOSE_BRACKET.match(after) and _OPEN_BRACKET.search(before)):
        return "it explains a name, as a gloss"
    # the name itself is seldom there, and a pattern of it must be compiled
    if (own in before or own in after) and re.search(rf"\b{re.escape(own)}\b", f"{before}\n{after}"):
        return "the text itself has the outlet's own name beside it"
    if _ONE_OF_MANY.search(before):
        return "the words before it speak of one of many"
    if not article and _ARTICLE.search(before):
        return "with an article before it, it is no name"
    return ""
