"""What the libraries of documents have in common: a text with metadata, which may tell and may be told something."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from cleantext.cleaner import Cleaner
from cleantext.options import HintOptions


@dataclass(frozen=True, slots=True)
class DocumentRepair:
    """Repairs the texts of documents.

    `prefix` stands before the names of facts that are added to the metadata; None adds none.
    `url_key` names the entry of the metadata that holds the address of the document's page, which
    becomes the hint `url`; `""` for none.
    """

    cleaner: Cleaner
    prefix: str | None = None
    url_key: str = ""

    def __call__(self, text: str, metadata: Mapping[Any, Any]) -> tuple[str, dict[Any, Any]]:
        r"""The repaired text, and metadata with the facts that left it; what the metadata has already stays.

        >>> repair = document_repair({}, prefix="page_")
        >>> said = "The boat left the quay at noon, with all of its crew aboard, said the mayor."
        >>> text, metadata = repair(f"date 2022-01-07 Connect with us\n\n{said}", {"page": 3})
        >>> text == said, metadata
        (True, {'page': 3, 'page_date': '2022-01-07'})
        """
        result = self.cleaner.edited(text, **self._hints(metadata))
        if self.prefix is None:
            return result.text, dict(metadata)
        facts = {
            f"{self.prefix}{name}": "; ".join(fact.value for fact in its)  # a store takes no lists
            for name, its in result.metadata.items()
        }
        return result.text, {**metadata, **{name: told for name, told in facts.items() if name not in metadata}}

    def _hints(self, metadata: Mapping[Any, Any]) -> HintOptions:
        url = metadata.get(self.url_key) if self.url_key else None
        return {"url": url} if isinstance(url, str) and "://" in url else {}  # a file's path is no address


def document_repair(options: Mapping[str, Any] | None, prefix: str | None = None, url_key: str = "") -> DocumentRepair:
    """A repair of documents with the options of `clean`. Raises what `clean` raises for them."""
    return DocumentRepair(Cleaner(**(options or {})), prefix, url_key)
