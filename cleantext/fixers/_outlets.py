"""What the rules for outlets share: how their names are found, and what shows that another outlet is meant."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from cleantext.rule import Fixer, Rule

OPENING = '[“"‘«„(*_]'
"""A mark that may stand before a name."""

_KINDS = (
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
_ARTICLE = re.compile(r"(?i)\b(?:the|an?|this|that|these|our|its|his|her|their|another|each|every|one)\s\Z")
_OPEN_BRACKET = re.compile(r"\([“\"‘«„*_]?\Z")
_CLOSE_BRACKET = re.compile(r"[”\"’»“*_]?\)")


def table_of(rule: Rule) -> Mapping[str, str]:
    """The rule's table: from the translated name to the outlet's own."""
    assert isinstance(rule.remedy, Fixer)  # noqa: S101 - what else names a fixer
    return rule.remedy.table


def as_a_title(name: str) -> str:
    """Write a name with every word capitalised.

    >>> as_a_title("People's voice")
    "People's Voice"
    """
    return re.sub(r"\b(?<!['’])[a-z]", lambda letter: letter[0].upper(), name)


@lru_cache(maxsize=64)
def finder(names: tuple[str, ...]) -> re.Pattern[str]:
    """Find the names as the table writes them, and with every word capitalised."""
    return re.compile(rf"\b(?:{any_of({*names, *map(as_a_title, names)})})\b")


@lru_cache(maxsize=64)
def keys_by_fold(names: tuple[str, ...]) -> Mapping[str, str]:
    """The names of a table by what they are without capitals."""
    return {name.casefold(): name for name in names}


def any_of(names: set[str] | frozenset[str]) -> str:
    """The pattern of some names, longest first; an apostrophe may be a curly one."""
    return "|".join(re.escape(it).replace("'", "['’]") for it in sorted(names, key=lambda it: (-len(it), it)))


def phrases_of_the_country(rule: Rule) -> list[str]:
    """Words that say whose an outlet is, `French daily`, for each of the rule's phrases (`French`)."""
    assert isinstance(rule.remedy, Fixer)  # noqa: S101 - what else names a fixer
    nations = [phrase for phrases in rule.remedy.phrases.values() for phrase in phrases]
    return [f"{nation} {kind}" for nation in nations for kind in _KINDS]


def another_is_meant(before: str, after: str, *, article: bool) -> str:
    """What shows that another outlet, or none, is meant, whatever speaks for this one; "" if nothing does.

    `article`: the name has one of its own.
    """
    if _OTHER_NATION.search(before):
        return "the words before it name an outlet of an English-speaking country"
    if _CLOSE_BRACKET.match(after) and _OPEN_BRACKET.search(before):
        return "it explains a name in brackets, as a gloss"
    if not article and _ARTICLE.search(before):
        return "with an article before it, it is no name"
    return ""
