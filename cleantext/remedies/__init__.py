"""From a rule's remedy to the edits it proposes: one module a kind, compiled when first asked.

Each gives `propose(document, lines) -> proposals`, where `lines` are the numbers of the lines
that the rule's trigger hit; a rule of scope `text` is given all of them. What a line alone can tell
is asked before, once for each line: `line_test`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from cleantext.document import Document
from cleantext.edits import Proposal
from cleantext.remedies import fixer, matching, pattern, phrases, table
from cleantext.rule import Fixer, Pattern, Phrases, Rule, Table

Propose = Callable[[Document, Sequence[int]], Iterator[Proposal]]
LineTest = Callable[[str], bool]


def line_test(rule: Rule) -> LineTest | None:
    """The function that tells of a line, wherever it stands, whether an edit of it could be proposed; None for none."""
    match rule.remedy:
        case Pattern() if rule.scope == "line" and rule.trusted:
            return partial(matching.has_match, rule.remedy.pattern)
        case Phrases():
            return phrases.phrase_test(rule.remedy)
        case Fixer():
            return fixer.own_line_test(rule, rule.remedy)
    return None


def proposer(rule: Rule) -> Propose:
    """The function that proposes the rule's edits."""
    match rule.remedy:
        case Pattern():
            return partial(pattern.propose, rule, rule.remedy)
        case Table():
            return partial(table.propose, rule.remedy)
        case Phrases():
            return partial(phrases.propose, rule.remedy)
        case Fixer():
            return partial(fixer.propose, rule, rule.remedy)
