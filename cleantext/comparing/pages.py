"""An analysis, or a comparison, as the content of a report."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from cleantext.comparing.analysis import Analysis, Document, Item, Paragraph, RuleLine, within
from cleantext.comparing.comparison import KINDS, Comparison
from cleantext.comparing.responsible import Explained
from cleantext.comparing.told import notes, responsible, speed, verdict
from cleantext.report import Content, ShownDocument, ShownEdit, ShownRule
from cleantext.report.content import Status
from cleantext.runs.report import counted

MOST_SHOWN = 20_000
"""Edits in one page, about; a browser would bear more, its reader would not."""


@dataclass
class Pages:
    """Documents with their paragraphs and edits, gathered one after the other, as many as a page bears."""

    changed: int = 0
    """Documents with edits, also those that found no room."""

    every_edit: int = 0
    documents_taken: int = 0

    documents: list[ShownDocument] = field(default_factory=list)
    paragraphs: list[str] = field(default_factory=list)
    edits: list[ShownEdit] = field(default_factory=list)

    def add(
        self, it: Document, paragraphs: Sequence[Paragraph], items: Iterable[tuple[Status, Item]], remark: str = ""
    ) -> None:
        """Add a document; items without a paragraph are passed by."""
        shown = ShownDocument(it.name, it.language, it.evidence, it.signs, it.metadata, remark)
        starts = [paragraph.start for paragraph in paragraphs]
        for status, item in sorted(items, key=lambda it: (it[1].start, it[1].end, it[0])):
            number = bisect_right(starts, item.start) - 1
            start, place = starts[number], len(self.paragraphs) + number
            self.edits.append(
                ShownEdit(
                    len(self.documents), place, item.rules, item.start - start, item.end - start, item.after, status
                )
            )
        self.documents.append(shown)
        self.paragraphs += (paragraph.text for paragraph in paragraphs)

    def take(self, it: Document) -> None:
        """Add a document of one rule set with its edits, where it has some and there is room."""
        self.documents_taken += 1
        self.changed += bool(it.items)
        self.every_edit += len(it.items)
        if it.items and len(self.edits) < MOST_SHOWN:
            self.add(it, it.paragraphs, (("", item) for item in it.items))

    def content(self, ruleset: str, lines: Iterable[RuleLine], facts: Sequence[tuple[str, str]]) -> Content:
        """The content of a report of one rule set, by the name of that and its rules."""
        shown, changed = len(self.documents), self.changed
        left_out = [f"Shown are the first {shown:,} of {changed:,} documents with edits."] if shown < changed else []
        told = [*facts, ("Edits", f"{self.every_edit:,} in {counted('document', changed)}")]
        return _content("Edits", ruleset, lines, self, told, left_out)


def page_of_analysis(analysis: Analysis) -> Content:
    """What one rule set does to a corpus. Raises AnalysisError."""
    manifest, pages = analysis.manifest(), Pages()
    for it in analysis.documents():
        pages.take(it)
    facts = [("Rules", manifest.label), ("Documents", f"{pages.documents_taken:,}")]
    return pages.content(manifest.ruleset, manifest.rules, facts)


def page_of_comparison(comparison: Comparison, explained: Explained | None = None) -> Content:
    """What differs between two rule sets."""
    pages = Pages()
    of_document = {} if explained is None else {**explained.together, **explained.alone}
    for it in comparison.changes:
        why = of_document.get(it.new.name)
        remark = KINDS[it.kind] + (f"; comes from {why}" if why else "")
        differing: list[tuple[Status, Item]] = [("gone", item) for item in it.gone]
        differing += [("new", item) for item in it.come]
        paragraphs = [one for one in it.paragraphs() if within(one, [item for _, item in differing])]
        same = [item for one in paragraphs for item in within(one, it.same)]
        pages.add(it.new, paragraphs, [*differing, *(("same", item) for item in same)], remark)
    facts = [
        ("Old rules", comparison.old.label),
        ("New rules", comparison.new.label),
        ("Outcome", verdict(comparison)),
        ("Speed", speed(comparison)),
    ]
    told = [*notes(comparison), *(() if explained is None else responsible(explained))]
    missing = comparison.kinds.total() - len(comparison.changes)
    if missing:
        told.append(f"{counted('document', missing)} that differ as well are counted and not shown.")
    lines = (*comparison.old.rules, *comparison.new.rules)
    return _content("Rules compared", comparison.new.ruleset, lines, pages, facts, told, compares=True)


def _content(
    title: str,
    ruleset: str,
    lines: Iterable[RuleLine],
    pages: Pages,
    facts: Sequence[tuple[str, str]],
    told: Sequence[str],
    *,
    compares: bool = False,
) -> Content:
    used = {name for edit in pages.edits for name in edit.rules}
    named = {line.name: line for line in lines}
    rules = [ShownRule(name, named[name].safety, named[name].summary) for name in sorted(used)]
    return Content(title, ruleset, rules, pages.documents, pages.paragraphs, pages.edits, facts, told, compares)
