"""LangChain: a document transformer. Needs the extra `langchain`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from cleantext.errors import ExtraMissingError
from cleantext.integrations.documents import document_repair

try:
    from langchain_core.documents import BaseDocumentTransformer, Document
except ImportError as error:
    raise ExtraMissingError("LangChain's documents", "langchain") from error


class CleanText(BaseDocumentTransformer):
    """Repairs the texts of documents; the documents given stay as they are.

    >>> CleanText().transform_documents([Document("The boat  left.", id="7")])
    [Document(id='7', metadata={}, page_content='The boat left.')]

    `options` are those of `clean`. `metadata_prefix`, also `""`, adds the facts that left a text
    with its furniture (author, date, site …) to its metadata, under their names with the prefix;
    what is there already stays. `url_key` names the entry that holds a document's address, in most
    loaders `"source"`: it is a hint.
    """

    def __init__(
        self, *, metadata_prefix: str | None = None, url_key: str = "", options: Mapping[str, Any] | None = None
    ) -> None:
        self._repair = document_repair(options, metadata_prefix, url_key)

    def transform_documents(self, documents: Sequence[Document], **kwargs: Any) -> Sequence[Document]:  # noqa: ARG002 - the interface's
        """Repair documents; asynchronous callers use `atransform_documents`, which does it in a thread."""
        return [self._repaired(document) for document in documents]

    def _repaired(self, document: Document) -> Document:
        text, metadata = self._repair(document.page_content, document.metadata)
        return document.model_copy(update={"page_content": text, "metadata": metadata})
