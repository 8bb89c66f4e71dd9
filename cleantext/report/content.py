"""What a report shows: rules, documents, paragraphs, and edits that point into them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

Status = Literal["", "new", "gone", "same"]
"""Of an edit: "" in a report of one rule set; in one of two, who makes it: the new one, the old one, or both."""


@dataclass(frozen=True, slots=True)
class ShownRule:
    """A rule, as far as a reader chooses by it."""

    name: str
    safety: str
    summary: str


@dataclass(frozen=True, slots=True)
class ShownDocument:
    """A document: its language, the evidence for source languages, the facts that left it, and a remark."""

    name: str
    language: str = ""
    evidence: Mapping[str, float] = field(default_factory=dict)
    signs: Sequence[tuple[str, float, str, str]] = ()
    metadata: Mapping[str, Sequence[str]] = field(default_factory=dict)
    remark: str = ""


@dataclass(frozen=True, slots=True)
class ShownEdit:
    """An edit: the numbers of its document and of its paragraph, its rules, its span there in code points."""

    document: int
    paragraph: int
    rules: tuple[str, ...]
    start: int
    end: int
    after: str
    status: Status = ""


@dataclass(frozen=True, slots=True)
class Content:
    """All of a report. `ruleset` names the rule set that marks are exported for; `facts` stand below the title."""

    title: str
    ruleset: str
    rules: Sequence[ShownRule]
    documents: Sequence[ShownDocument]
    paragraphs: Sequence[str]
    edits: Sequence[ShownEdit]
    facts: Sequence[tuple[str, str]] = ()
    notes: Sequence[str] = ()
    compares: bool = False
