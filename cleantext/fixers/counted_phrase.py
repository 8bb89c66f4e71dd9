"""Drop a line that is one of the rule's phrases with a count in it ("117 Comments", "コメント(12件)"), and lift it.

In a phrase `#` stands for the count. Brackets, colons and bars beside it on the line, case and outer marks do not
matter; a phrase without `#` ("no comments yet") is the line as it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from cleantext.document import Document
from cleantext.edits import Proposal
from cleantext.fixers._lines import drop, fact
from cleantext.fixers._neighbours import is_announced
from cleantext.fixers._remedy import phrases_in, phrases_of, remedy_of
from cleantext.folding import folded_literal
from cleantext.remedies.phrases import phrase_key
from cleantext.remembering import remembering, remembering_each
from cleantext.rule import Fixer, Rule
from cleantext.triggers import Trigger

_LONGEST = 60
"""Characters of a line with a count."""

_WIDE = ("\N{FULLWIDTH LEFT PARENTHESIS}", "\N{FULLWIDTH RIGHT PARENTHESIS}")
_OPENERS, _CLOSERS = "([" + _WIDE[0], ")]" + _WIDE[1]
_NO_LETTER = "a-zß-ÿā-žα-ώа-џґ"
"""Letters of scripts with spaces: in "230comments" they are glued to the count, and something else is wrong."""

_COUNT = re.compile(
    rf"""\s*[:/|·]?\s* [(\[{_WIDE[0]}]? (?<![{_NO_LETTER}]) \s*
    \d{{1,3}}(?:[.,]?\d{{3}}){{0,2}}(?:[.,]\d)?k?\+? (?![{_NO_LETTER}]|[\d.,:/-]?\d)
    \s*[)\]{_WIDE[1]}]?\s*""",
    re.IGNORECASE | re.VERBOSE,
)


def trigger(rule: Rule) -> Trigger:
    """Give the longest part of each phrase beside its count."""
    parts = {max(re.split(r"\s*#\s*", phrase), key=len) for phrase in phrases_in(rule)}
    return Trigger(dict.fromkeys(sorted(map(folded_literal, parts)), ()))


def line_test(rule: Rule) -> Callable[[str], bool]:
    """Ask whether a line is a phrase with a count."""
    keys = _keys(remedy_of(rule))
    return lambda line: _is_counted(line, keys)


def propose(document: Document, lines: Sequence[int], rule: Rule) -> Iterator[Proposal]:
    """Propose to drop each of the lines, and lift what it says."""
    counted = line_test(rule)
    for number in lines:
        line = document.line(number)
        if counted(line):
            facts = [fact(document, number, name, 0, len(line)) for name in rule.lift]
            held = "a sentence with a colon leads to it" if is_announced(document, number) else ""
            yield drop(document, number, rule.summary, facts, held)


@remembering_each
def _keys(remedy: Fixer) -> frozenset[str]:
    """The keys of a remedy's phrases: the same object each time, whose hash is kept."""
    return frozenset(map(_key, phrases_of(remedy)))


def _key(phrase: str) -> str:
    return re.sub(r"\s*#\s*", "#", phrase_key(phrase))


@remembering
def _is_counted(line: str, keys: frozenset[str]) -> bool:
    said = line.strip()
    if not said or len(said) > _LONGEST:
        return False
    if said[-1] == "." and said[-2:] != "..":  # an answer: "No comments."
        return False
    if said[0] in _OPENERS and said[-1] in _CLOSERS:
        said = said[1:-1]
    return _key(_COUNT.sub("#", said, count=1)) in keys
