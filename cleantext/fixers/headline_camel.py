"""Part a site's name from the last word of a headline."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from cleantext.document import Document
from cleantext.edits import Proposal
from cleantext.facts.lexicon import lexicon
from cleantext.rule import Rule

_LAST = re.compile(r"(?<=\s)(?P<word>[A-Z][a-z]{2,})(?P<name>[A-Z][a-z]+(?:[A-Z][a-z]+)+|[A-Z]{2,}[A-Za-z]*)$")
_LEAST_WORDS = 5
_OPENING = "“‘\"'«¿¡["
"""What a headline may begin with besides a word; what is indented or has a bullet is an item of a list."""
_COMMON = 4.0


def line_test(_: Rule) -> Callable[[str], bool]:
    """Ask for a word and a name together at the line's end."""
    return lambda line: _LAST.search(line.rstrip()) is not None


def propose(document: Document, lines: Sequence[int], rule: Rule) -> Iterator[Proposal]:
    """Propose a space before the name at the end of a headline."""
    words = lexicon("en")
    for number in lines:
        line = document.line(number).rstrip()
        match = _LAST.search(line)
        if (
            words is None
            or match is None
            or len(line.split()) < _LEAST_WORDS
            or not (line[0].isalnum() or line[0] in _OPENING)
        ):
            continue
        if match.group() not in words and words.frequency(match["word"]) >= _COMMON:
            where = document.lines[number].start + match.start("name")
            yield Proposal(where, where, " ", f"{match['word']!r} ends the headline, {match['name']!r} names the site")
