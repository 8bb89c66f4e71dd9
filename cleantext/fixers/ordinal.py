"""Write a number with the ordinal mark of a source language as the English ordinal.

The rule's trigger is its pattern too: the first number in what it matches, with its mark, becomes the ordinal.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cleantext.document import Document
from cleantext.edits import Proposal
from cleantext.remedies.matching import matches
from cleantext.rule import Rule

_ORDINAL = re.compile(r"(\d+)(?:\.?[ªº°]|\.|[eè]me?s?|e)")


def propose(document: Document, lines: Sequence[int], rule: Rule) -> Iterator[Proposal]:
    """Propose the English ordinal for each match of the rule's trigger."""
    for offset, match in matches(rule.trigger, rule.trusted, document, lines):
        if found := _ORDINAL.search(match.group()):
            start = offset + match.start()
            yield Proposal(start + found.start(), start + found.end(), english_ordinal(int(found[1])), rule.summary)


def english_ordinal(number: int) -> str:
    """Give the ordinal in figures.

    >>> [english_ordinal(number) for number in (1, 2, 3, 4, 11, 12, 13, 22, 101)]
    ['1st', '2nd', '3rd', '4th', '11th', '12th', '13th', '22nd', '101st']
    """
    teen = 10 < number % 100 < 20
    return f"{number}{'th' if teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"
