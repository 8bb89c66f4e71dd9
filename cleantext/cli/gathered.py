"""What `fix --report-html` keeps of each result, beside the diff, until the run is done."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from cleantext.cleaner import Cleaner, rules_known_to
from cleantext.files import said, write_anew
from cleantext.result import Result
from cleantext.runs.orders import Shown

if TYPE_CHECKING:
    from cleantext.comparing import Document
    from cleantext.comparing.pages import Pages


@dataclass(frozen=True, slots=True)
class Kept:
    """A document for the report, and its diff, where one is printed; travels from a worker."""

    document: Document
    diff: Any = None


@dataclass(frozen=True, slots=True)
class Keep:
    """Makes of a result what is kept of it."""

    diff: Shown | None

    def __call__(self, result: Result, name: str) -> Kept:
        """Keep the edits with the paragraphs around them, and the diff, where one is printed."""
        from cleantext.comparing.analysing import document_of

        return Kept(document_of(result, said(name)), None if self.diff is None else self.diff(result, name))


def _pages() -> Pages:
    from cleantext.comparing.pages import Pages

    return Pages()


@dataclass
class Gathered:
    """The documents of a run, for a report."""

    pages: Pages = field(default_factory=_pages)

    def take(self, piece: Any) -> Any:
        """Take what belongs to the report out of what is shown; the rest, None for nothing."""
        if not isinstance(piece, Kept):
            return piece
        self.pages.take(piece.document)
        return piece.diff

    def write(self, path: str, cleaner: Cleaner) -> None:
        """Write the report. Raises FileError."""
        from cleantext.comparing.analysing import rule_lines, ruleset_of
        from cleantext.report import page

        lines = rule_lines(rules_known_to(cleaner), {rule.name for rule in cleaner.rules})
        write_anew(path, page(self.pages.content(ruleset_of(lines), lines, ())))
