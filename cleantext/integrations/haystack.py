"""Haystack: a component for pipelines. Needs the extra `haystack`."""

from __future__ import annotations

import asyncio
from typing import Any

from cleantext.errors import ExtraMissingError
from cleantext.integrations.documents import document_repair

try:
    from haystack import Document, component
except ImportError as error:
    raise ExtraMissingError("Haystack's components", "haystack") from error


@component
class CleanText:
    """Repairs the texts of documents; the documents given stay as they are, without text too.

    >>> CleanText().run(documents=[Document(content="The boat  left.")])["documents"][0].content
    'The boat left.'

    Belongs before a splitter, since whole pages show more than pieces of them. `options` are those
    of `clean`. `metadata_prefix`, also `""`, adds the facts that left a text with its furniture
    (author, date, site …) to its metadata, under their names with the prefix; what is there
    already stays. `url_key` names the entry that holds a document's address: it is a hint. A
    document that changes has an id of its own, made of its content, unless `keep_id`; an
    embedding of the text before is no longer its own, and is left out.
    """

    def __init__(
        self,
        metadata_prefix: str | None = None,
        url_key: str = "",
        options: dict[str, Any] | None = None,
        *,
        keep_id: bool = False,
    ) -> None:
        self.metadata_prefix, self.url_key, self.options, self.keep_id = metadata_prefix, url_key, options, keep_id
        self._repair = document_repair(options, metadata_prefix, url_key)

    @component.output_types(documents=list[Document])
    def run(self, documents: list[Document]) -> dict[str, list[Document]]:
        """Repair documents."""
        return {"documents": [self._repaired(document) for document in documents]}

    @component.output_types(documents=list[Document])
    async def run_async(self, documents: list[Document]) -> dict[str, list[Document]]:
        """Repair documents in a thread, so that the loop goes on."""
        return await asyncio.to_thread(self.run, documents)

    def _repaired(self, document: Document) -> Document:
        if not document.content:
            return document
        text, meta = self._repair(document.content, document.meta)
        if (text, meta) == (document.content, document.meta):
            return document
        told = {"blob": document.blob, "meta": meta, "score": document.score}
        if text == document.content:
            told |= {"embedding": document.embedding, "sparse_embedding": document.sparse_embedding}
        return Document(id=document.id if self.keep_id else "", content=text, **told)
