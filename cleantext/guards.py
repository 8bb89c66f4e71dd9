"""What holds a rule back, in words: its own requirements of the document and of the place."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from operator import itemgetter

from cleantext.document import Document
from cleantext.edits import Proposal
from cleantext.evidence import primary_subtag
from cleantext.facts.language import is_in_another
from cleantext.facts.locales import number_habits
from cleantext.facts.sections import is_underlined
from cleantext.facts.sites import sites_said
from cleantext.facts.technical import is_technical
from cleantext.remedies.matching import compiled
from cleantext.rule import ANY_SITE, ANY_SOURCE, SAFETIES, Hints, Rule, Safety


def why_not_by_call(rule: Rule, hints: Hints, safety: Safety) -> str:
    """Why the rule may edit nothing by what the caller says; "" if it may."""
    if SAFETIES.index(rule.safety) > SAFETIES.index(safety) or rule.safety == "report":
        return f"its safety is {rule.safety!r}, and the call asks for {safety!r}"
    return _why_not_by_site(rule.requires.site, hints) if rule.requires.site else ""


def _why_not_by_site(site: str, hints: Hints) -> str:
    said = sites_said(hints)
    if not said:
        return "the call has no hint which site the text is from"
    return "" if site == ANY_SITE or site in said else f"the text is from {said[0]!r}, and the rule is for {site!r}"


def why_not_in_document(rule: Rule, document: Document) -> str:
    """Why the rule may edit nothing in this document; "" if it may. Asked last, since some facts take long to find."""
    if rule.requires.prose and document.prose is None:
        return "the text has no line of prose, so nothing in it is known to be furniture"
    if rule.languages and not document.is_in(rule.languages):
        return f"the text's language is another or unknown; the rule is for {', '.join(sorted(rule.languages))}"
    if rule.requires.nontechnical and document.of_text(is_technical):
        return "the text names commands, variables or paths of programs, which look like words run together"
    return _why_not_by_evidence(rule, document) if rule.requires.source else ""


def _why_not_by_evidence(rule: Rule, document: Document) -> str:
    source, asked = rule.requires.source, rule.requires.strength
    strength, leading = document.evidence.strength(source), document.evidence.leading
    named = "a source language" if source == ANY_SOURCE else f"{source!r} as the source"
    if strength < asked:
        return f"the evidence for {named} is {strength:.1f}, and the rule asks for {asked:.1f}"
    if source not in (ANY_SOURCE, leading):
        return f"the evidence speaks more for {leading!r} as the source than for {source!r}"
    return _why_not_by_numbers(rule.requires.numbers, document, leading)


def _why_not_by_numbers(habit: str, document: Document, source: str) -> str:
    if not habit:
        return ""
    hinted = document.hints.source_lang
    habits = number_habits(hinted if primary_subtag(hinted) == source else source)
    return "" if habits is not None and habit in habits else f"{source!r} is not known to write numbers so ({habit})"


def why_not_here(rule: Rule, document: Document, proposal: Proposal) -> str:
    """Why the rule may not make this edit; "" if it may."""
    position = rule.requires.position
    by_line = position != "anywhere" or proposal.whole_lines or rule.antipatterns
    first = last = document.line_at(proposal.start) if by_line else 0
    if position != "anywhere" and not document.stands(first, position):
        return f"the line does not stand at the {position} of the text"
    if span := document.protector(proposal.start, proposal.end, dropping=proposal.whole_lines):
        what = "code" if span.code else "an address"
        return f"the place is inside {what}: {document.text[span.start : span.end][:40]!r}"
    if proposal.whole_lines and is_underlined(document.contents, first):
        return "the line is underlined: a heading of the text's own"
    if rule.antipatterns and proposal.end > document.lines[first].next:
        last = document.line_at(proposal.end - 1)
    for antipattern in rule.antipatterns:
        line = document.line(first)
        if first == last and len(line) < _SHORT and compiled(antipattern, rule.trusted).search(line) is None:
            continue  # as on nearly all lines; a long one is searched once for all of its proposals
        spans = document.fact(_matches, antipattern, rule.trusted, first, last)
        place = bisect_left(spans, proposal.start, key=itemgetter(1))
        if place < len(spans) and spans[place][0] <= proposal.end:
            return f"the antipattern {antipattern!r} holds it"
    return ""


_SHORT = 500
"""Characters of a line that is searched for each of its proposals."""


def why_not_on_line(rule: Rule, document: Document, proposal: Proposal) -> str:
    """Why the rule may not edit a line of a document that it may edit; "" if it may."""
    if not rule.languages:
        return ""
    other = document.fact(_is_in_another, document.line_at(proposal.start), rule.languages)
    return "the line is in another language than the rule is for" if other else ""


def _is_in_another(document: Document, number: int, languages: frozenset[str]) -> bool:
    return is_in_another(document.line(number), languages)


def _matches(document: Document, pattern: str, trusted: bool, first: int, last: int) -> Sequence[tuple[int, int]]:
    """Where a pattern matches from one line to another."""
    start, end = document.lines[first].start, document.lines[last].end
    matches = compiled(pattern, trusted).finditer(document.text[start:end])
    return [(start + match.start(), start + match.end()) for match in matches]
