"""An analysis, or a comparison, as the content of a report."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from cleantext.comparing.analysis import Analysis, Document, Item, Manifest, Paragraph
from cleantext.comparing.comparison import KINDS, Comparison
from cleantext.comparing.responsible import Explained
from cleantext.comparing.told import notes, responsible, speed, verdict
from cleantext.report import Content, ShownDocument, ShownEdit, ShownRule
from cleantext.report.content import Status
from cleantext.runs.report import counted

MOST_SHOWN = 20_000
"""Edits in one page, about; a browser would bear more, its reader would not."""


@dataclass
class _Pages:
    """Documents with their paragraphs and edits, gathered one after the other."""

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

    @property
    def full(self) -> bool:
        """Is there no room for another document?"""
        return len(self.edits) >= MOST_SHOWN


def page_of_analysis(analysis: Analysis) -> Content:
    """What one rule set does to a corpus. Raises AnalysisError."""
    manifest, pages = analysis.manifest(), _Pages()
    documents = changed = shown = edits = 0
    for it in analysis.documents():
        documents += 1
        changed += bool(it.items)
        edits += len(it.items)
        if it.items and not pages.full:
            shown += 1
            pages.add(it, it.paragraphs, (("", item) for item in it.items))
    left_out = [f"Shown are the first {shown:,} of {changed:,} documents with edits."] if shown < changed else []
    facts = [
        ("Rules", manifest.label),
        ("Documents", f"{documents:,}, of which {changed:,} change"),
        ("Edits", f"{edits:,}"),
    ]
    return _content("Edits", [manifest], pages, facts, left_out)


def page_of_comparison(comparison: Comparison, explained: Explained | None = None) -> Content:
    """What differs between two rule sets."""
    pages = _Pages()
    of_document = {} if explained is None else {**explained.together, **explained.alone}
    for it in comparison.changes:
        why = of_document.get(it.new.name)
        remark = KINDS[it.kind] + (f"; comes from {why}" if why else "")
        items: list[tuple[Status, Item]] = [("same", item) for item in it.same]
        items += [("gone", item) for item in it.gone]
        items += [("new", item) for item in it.come]
        pages.add(it.new, it.paragraphs(), items, remark)
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
    return _content("Rules compared", [comparison.old, comparison.new], pages, facts, told, compares=True)


def _content(
    title: str,
    manifests: Sequence[Manifest],
    pages: _Pages,
    facts: Sequence[tuple[str, str]],
    told: Sequence[str],
    *,
    compares: bool = False,
) -> Content:
    used = {name for edit in pages.edits for name in edit.rules}
    lines = {line.name: line for manifest in manifests for line in manifest.rules}
    rules = [ShownRule(name, lines[name].safety, lines[name].summary) for name in sorted(used)]
    return Content(
        title, manifests[-1].ruleset, rules, pages.documents, pages.paragraphs, pages.edits, facts, told, compares
    )
