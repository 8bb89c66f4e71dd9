"""datatrove: a step of its pipelines that cleans the text of each document, and counts what each rule did."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any, Unpack

from cleantext.cleaner import Cleaner
from cleantext.errors import ExtraMissingError, OptionError
from cleantext.options import HintOptions, Options, says_something
from cleantext.result import Result

try:
    from datatrove.pipeline.formatters.base import BaseFormatter
    from datatrove.utils.typeshelper import StatHints
except ImportError as error:
    raise ExtraMissingError("Pipelines of datatrove", "datatrove") from error

HINTS = frozenset(HintOptions.__annotations__)


class CleanFormatter(BaseFormatter):
    """Cleans the text of each document; none is dropped.

    `hints` says which keys of a document's metadata hold what is known of its text:
    `{"url": "url", "lang": "language"}`; a key that a document has not is no hint, nor is a value that is no string
    or names no language, which the statistics count as `lang_not_understood`. With `facts` those that left
    the text with its furniture (author, date, site …) are put into the metadata under that key, as lists by name.
    Options as for `clean`. The statistics of the step count, by the names of the rules, the edits in documents
    that had any, and `changed` documents.
    """

    name = "cleantext"

    def __init__(self, *, hints: Mapping[str, str] | None = None, facts: str = "", **options: Unpack[Options]) -> None:
        """Raises OptionError for hints there are not, and what `clean` raises for options that cannot be."""
        super().__init__()
        self._hints, self._facts = dict(hints or {}), facts
        for hint in self._hints:
            if hint not in HINTS:
                raise OptionError(f"{hint!r} is no hint; there are {', '.join(sorted(HINTS))}")
        self._cleaner = Cleaner(**options)

    def format(self, text: str) -> str:
        """Clean a text of which nothing else is known, and count."""
        return self._counted(self._cleaner.edited(text)).text

    def run(self, data: Any, rank: int = 0, world_size: int = 1) -> Iterator[Any]:  # noqa: ARG002 - datatrove's own
        """Clean the documents as they come."""
        for document in data:
            self.stat_update(StatHints.total)
            with self.track_time():
                self._clean(document)
            yield document

    def _clean(self, document: Any) -> None:
        known = {hint: document.metadata.get(key) for hint, key in self._hints.items()}
        hints = {hint: value for hint, value in known.items() if says_something(hint, value)}
        for hint, value in known.items():
            if value is not None and hint not in hints:
                self.stat_update(f"{hint}_not_understood")
        result = self._counted(self._cleaner.edited(document.text, **hints))
        document.text = result.text
        if self._facts and result.metadata:
            document.metadata[self._facts] = {
                name: [fact.value for fact in facts] for name, facts in result.metadata.items()
            }

    def _counted(self, result: Result) -> Result:
        edits = Counter(edit.rule for it in result.passes for edit in it.edits)
        for rule in sorted(edits):
            self.stat_update(rule, value=edits[rule])
        if result.text != result.original:
            self.stat_update("changed")
        return result
