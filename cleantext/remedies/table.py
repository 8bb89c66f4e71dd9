"""The remedy `table`: literals become their counterparts, where they stand as whole words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from cleantext.document import Document
from cleantext.edits import Proposal
from cleantext.remedies.literals import longest_first
from cleantext.remedies.matching import matches
from cleantext.remembering import remembering_each
from cleantext.rule import Table


def propose(remedy: Table, document: Document, lines: Sequence[int]) -> Iterator[Proposal]:
    """Propose the counterpart of each literal found."""
    for offset, match in matches(any_of(remedy.entries), True, document, lines):
        before = match.group()
        reason = f"{before!r} stands for {remedy.entries[before]!r}"
        yield Proposal(offset + match.start(), offset + match.end(), remedy.entries[before], reason)


@remembering_each
def any_of(entries: Mapping[str, str]) -> str:
    r"""The pattern of all literals, longest first, with word boundaries where a literal ends in a word.

    >>> any_of({"[qui]": "[who]", "et": "and"})
    '\\[qui\\]|\\bet\\b'
    """
    return "|".join(map(_whole, longest_first(entries)))


def _whole(literal: str) -> str:
    before = r"\b" if re.match(r"\w", literal[0]) else ""
    after = r"\b" if re.match(r"\w", literal[-1]) else ""
    return before + re.escape(literal) + after
