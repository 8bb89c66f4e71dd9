"""Give a news outlet its own name back, where the translated words name nothing else in English (`The chained duck`).

The rule's table leads from the translated name to the outlet's own. No words need stand beside it. Held back is what
explains a name (`Gazeta Wyborcza ("Electoral newspaper")`), what is one of many (`a South German newspaper`), and what
is said of another country.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cleantext.document import Document
from cleantext.edits import Proposal
from cleantext.fixers._outlets import another_is_meant, names_on, pattern_of
from cleantext.fixers._remedy import table_of
from cleantext.rule import Rule


def trigger(rule: Rule) -> str:
    """The names, in both ways of writing them."""
    return pattern_of(table_of(rule))


def propose(document: Document, lines: Sequence[int], rule: Rule) -> Iterator[Proposal]:
    """Propose the outlet's own name, or hold it back with the reason."""
    for found in names_on(document, lines, table_of(rule)):
        yield found.proposal(another_is_meant(found.own, found.before, found.after, article=True))
