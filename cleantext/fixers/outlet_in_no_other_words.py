"""Give a news outlet its own name back, where the translated words name nothing else in English (`The chained duck`).

The rule's table leads from the translated name to the outlet's own. No words need stand beside it. Held back is what
explains a name (`Gazeta Wyborcza ("Electoral newspaper")`), what is one of many (`a South German newspaper`), and what
is said of another country.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cleantext.document import Document
from cleantext.edits import Proposal
from cleantext.fixers._outlets import another_is_meant, finder, keys_by_fold, pattern_of
from cleantext.fixers._remedy import table_of
from cleantext.remedies.matching import on_lines
from cleantext.rule import Rule

_NEAR = 60


def trigger(rule: Rule) -> str:
    """The names, in both ways of writing them."""
    return pattern_of(tuple(table_of(rule)))


def propose(document: Document, lines: Sequence[int], rule: Rule) -> Iterator[Proposal]:
    """Propose the outlet's own name, or hold it back with the reason."""
    table = table_of(rule)
    names = tuple(table)
    find, keys = finder(names), keys_by_fold(names)
    for offset, match in on_lines(find.finditer, document, lines):
        line, start, end = match.string, *match.span()
        key = match[0].replace("’", "'")
        own = table.get(key) or table[keys[key.casefold()]]
        before, after = line[max(0, start - _NEAR) : start], line[end : end + _NEAR]
        held = another_is_meant(own, before, after, article=True)
        reason = f"{match[0]!r} is the translated name of {own}"
        yield Proposal(offset + start, offset + end, own, reason, held)
