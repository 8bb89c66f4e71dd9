"""The remedy `pattern`: its matches are replaced, or the lines they touch are dropped."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cleantext.document import Document
from cleantext.edits import Fact, Proposal
from cleantext.remedies.matching import Match, matches
from cleantext.rule import Pattern, Rule


def propose(rule: Rule, remedy: Pattern, document: Document, lines: Sequence[int]) -> Iterator[Proposal]:
    """Propose an edit for each match; a pattern that only gives evidence proposes to change nothing."""
    where = lines if rule.scope == "line" else None
    template = remedy.replacement
    for offset, match in matches(remedy.pattern, rule.trusted, document, where):
        facts = tuple(_facts(rule.lift, match, offset)) if rule.lift else ()
        start, end = offset + match.start(), offset + match.end()
        if remedy.drop:
            first, last = document.line_at(start), document.line_at(max(start, end - 1))
            start, end = document.lines[first].start, document.lines[last].end
            yield Proposal(start, end, "", rule.summary, whole_lines=True, facts=facts)
        else:
            after = document.text[start:end] if template is None else _filled(template, match)
            yield Proposal(start, end, after, rule.summary, facts=facts)


def _filled(template: str, match: Match) -> str:
    return match.expand(template) if "\\" in template else template  # Python parses it anew for each match


def _facts(names: Sequence[str], match: Match, offset: int) -> Iterator[Fact]:
    for name in names:
        if value := match.group(name):
            yield Fact(name, value.strip(), offset + match.start(name), offset + match.end(name))
