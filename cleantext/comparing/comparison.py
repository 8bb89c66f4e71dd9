"""Hold two analyses of one corpus against each other, document by document, in bounded memory.

Documents are read side by side and never all at once. What is kept grows with what differs: counts by rule,
equal edits in groups, and the first documents that differ, whole.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import Literal

from cleantext.comparing.analysis import FORMAT, Analysis, AnalysisError, Document, Item, Manifest, Paragraph

Kind = Literal["newly", "no longer", "differently", "other rules"]
KINDS: Mapping[Kind, str] = {
    "newly": "newly changed",
    "no longer": "no longer changed",
    "differently": "changed differently",
    "other rules": "same text, by other rules",
}

Status = Literal["new", "gone"]

MOST_GROUPS = 50_000
"""Groups of equal edits that are kept; edits that would begin another are counted."""

MOST_EDITS = 10_000
"""Edits in documents that are kept whole, about."""

EXAMPLES = 3
"""Documents named for a group."""


@dataclass(frozen=True, slots=True)
class Change:
    """A document that differs: the edits only one side made, those both made, and the paragraphs of all."""

    kind: Kind
    old: Document
    new: Document
    gone: tuple[Item, ...]
    come: tuple[Item, ...]

    @property
    def same(self) -> Sequence[Item]:
        """The edits that both rule sets make."""
        come = set(self.come)
        return [it for it in self.new.items if it not in come]

    def paragraphs(self) -> Sequence[Paragraph]:
        """The paragraphs of both sides, grown together where they overlap."""
        grown: list[Paragraph] = []
        for it in sorted({*self.old.paragraphs, *self.new.paragraphs}, key=lambda it: (it.start, -len(it.text))):
            last = grown[-1] if grown else None
            if last is not None and it.start <= last.start + len(last.text):
                known = last.start + len(last.text) - it.start
                grown[-1] = Paragraph(last.start, last.text + it.text[known:])
            else:
                grown.append(it)
        return grown


@dataclass(slots=True)
class Group:
    """Equal edits: what became of what, by which rules, how often, and in which documents first."""

    status: Status
    rules: tuple[str, ...]
    before: str
    after: str
    edits: int = 0
    documents: int = 0
    examples: list[str] = field(default_factory=list)


@dataclass(slots=True)
class OfRule:
    """What a rule did before and after: edits, and the documents in which they are not the same."""

    name: str
    old: int = 0
    new: int = 0
    newly: int = 0
    no_longer: int = 0
    differently: int = 0
    fate: Literal["", "added", "removed", "changed"] = ""

    @property
    def differs(self) -> bool:
        """Does it do anything else than before?"""
        return self.old != self.new or bool(self.newly or self.no_longer or self.differently)


@dataclass
class Comparison:
    """What differs between two analyses, and what each of them took."""

    old: Manifest
    new: Manifest
    documents: int = 0
    size: int = 0
    times: list[int] = field(default_factory=lambda: [0, 0])
    faults: list[str] = field(default_factory=list)
    kinds: Counter[Kind] = field(default_factory=Counter)
    rules: dict[str, OfRule] = field(default_factory=dict)
    groups: dict[tuple[object, ...], Group] = field(default_factory=dict)
    ungrouped: int = 0
    changes: list[Change] = field(default_factory=list)
    kept_edits: int = 0

    @property
    def differing(self) -> int:
        """Documents whose text comes out differently."""
        return self.kinds.total() - self.kinds["other rules"]

    @property
    def differs(self) -> bool:
        """Does any document come out differently, or by other rules?"""
        return bool(self.kinds.total())

    @property
    def percentage(self) -> float:
        """The share of documents that come out differently, of a hundred."""
        return 100 * self.differing / self.documents if self.documents else 0.0

    def ranked_rules(self) -> Sequence[OfRule]:
        """The rules that changed or act differently, those first that differ in most documents."""
        of_interest = (it for it in self.rules.values() if it.differs or it.fate)
        return sorted(of_interest, key=lambda it: (-(it.newly + it.no_longer + it.differently), it.name))

    def ranked_groups(self) -> Sequence[Group]:
        """Groups of equal edits, the most frequent first."""
        return sorted(self.groups.values(), key=lambda it: (-it.edits, it.status, it.rules, it.before, it.after))

    def seconds_per_mb(self) -> tuple[float, float]:
        """Processor time for a million bytes of UTF-8, before and after."""
        old, new = (time / self.size if self.size else 0.0 for time in self.times)
        return old, new

    def add(self, old: Document, new: Document) -> None:
        """Count one document."""
        self.documents += 1
        self.size += new.size
        self.times[0] += old.time
        self.times[1] += new.time
        self.faults += [f"{it.name}: {it.fault}" for it in (old, new) if it.fault]
        for name, number in old.fires.items():
            self._of(name).old += number
        for name, number in new.fires.items():
            self._of(name).new += number
        if old.items == new.items and old.outcome == new.outcome:
            return
        self._differ(old, new)

    def _differ(self, old: Document, new: Document) -> None:
        olds, news = set(old.items), set(new.items)
        gone = tuple(it for it in old.items if it not in news)
        come = tuple(it for it in new.items if it not in olds)
        change = Change(_kind(old, new), old, new, gone, come)
        self.kinds[change.kind] += 1
        self._count_rules(change)
        self._group("gone", gone, new.name)
        self._group("new", come, new.name)
        if self.kept_edits < MOST_EDITS:
            self.changes.append(change)
            self.kept_edits += len(gone) + len(come)

    def _count_rules(self, change: Change) -> None:
        for name in sorted({rule for it in (*change.gone, *change.come) for rule in it.rules}):
            it = self._of(name)
            before = any(name in item.rules for item in change.old.items)
            after = any(name in item.rules for item in change.new.items)
            it.newly += after and not before
            it.no_longer += before and not after
            it.differently += before and after

    def _group(self, status: Status, items: Iterable[Item], document: str) -> None:
        seen = set()
        for it in items:
            key = (status, it.rules, it.before, it.after)
            if key not in self.groups:
                if len(self.groups) >= MOST_GROUPS:
                    self.ungrouped += 1
                    continue
                self.groups[key] = Group(status, it.rules, it.before, it.after)
            group = self.groups[key]
            group.edits += 1
            if key not in seen:
                seen.add(key)
                group.documents += 1
                if len(group.examples) < EXAMPLES:
                    group.examples.append(document)

    def _of(self, name: str) -> OfRule:
        return self.rules.setdefault(name, OfRule(name))


def _kind(old: Document, new: Document) -> Kind:
    if old.outcome == new.outcome:
        return "other rules"
    if not old.outcome:
        return "newly"
    return "differently" if new.outcome else "no longer"


def compare(old: Analysis, new: Analysis) -> Comparison:
    """Hold two analyses against each other. Raises AnalysisError where they are not of the same documents."""
    comparison = Comparison(_checked(old.manifest()), _checked(new.manifest()))
    _same_corpus(comparison.old, comparison.new)
    _note_fates(comparison)
    for before, after in _side_by_side(old, new):
        comparison.add(before, after)
    return comparison


def _checked(manifest: Manifest) -> Manifest:
    if manifest.format != FORMAT:
        raise AnalysisError(f"an analysis of format {manifest.format}, where {FORMAT} is known; analyse again")
    return manifest


def _same_corpus(old: Manifest, new: Manifest) -> None:
    """Were the two made of the same documents?"""
    for what in ("fields", "encoding", "sample", "seed"):
        before, after = getattr(old, what), getattr(new, what)
        if before != after:
            raise AnalysisError(f"the analyses differ in {what}: {before!r} and {after!r}; analyse one of them again")
    before, after = ({it["name"]: it for it in manifest.files} for manifest in (old, new))
    for name in sorted({*before, *after}):
        if before.get(name) != after.get(name):
            what = "is not the same in" if name in before and name in after else "is in only one of"
            raise AnalysisError(f"the file {name!r} {what} the two analyses; analyse the corpus again under both")


def _note_fates(comparison: Comparison) -> None:
    before, after = comparison.old.fingerprints, comparison.new.fingerprints
    for name in changed_rules(comparison.old, comparison.new):
        it = comparison._of(name)  # noqa: SLF001 - of this module
        it.fate = "added" if name not in before else "removed" if name not in after else "changed"


def changed_rules(old: Manifest, new: Manifest) -> Sequence[str]:
    """The names of the rules that are not the same in both sets, in order."""
    before, after = old.fingerprints, new.fingerprints
    return [name for name in sorted({*before, *after}) if before.get(name) != after.get(name)]


def _side_by_side(old: Analysis, new: Analysis) -> Iterator[tuple[Document, Document]]:
    for before, after in zip_longest(old.documents(), new.documents()):
        if before is None or after is None or (before.name, before.text) != (after.name, after.text):
            name = (before or after).name
            raise AnalysisError(f"the document {name!r} is not the same in both analyses; analyse the corpus again")
        yield before, after
