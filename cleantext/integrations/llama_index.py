"""LlamaIndex: a transformation for ingestion pipelines. Needs the extra `llama-index`."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import Any

from cleantext.errors import ExtraMissingError
from cleantext.integrations.documents import DocumentRepair, document_repair

try:
    from llama_index.core.bridge.pydantic import Field, PrivateAttr
    from llama_index.core.schema import BaseNode, MetadataMode, TransformComponent
except ImportError as error:
    raise ExtraMissingError("LlamaIndex's transformations", "llama-index") from error


class CleanText(TransformComponent):
    """Repairs the texts of documents and other nodes; the nodes given stay as they are, without text too.

    >>> from llama_index.core.schema import Document
    >>> [node.get_content() for node in CleanText()([Document(text="The boat  left.")])]
    ['The boat left.']

    Belongs before a splitter: whole pages show more than pieces of them, and the places of pieces
    are told in the text that was split. `options` are those of `clean`. `metadata_prefix`, also
    `""`, adds the facts that left a text with its furniture (author, date, site …) to its
    metadata, under their names with the prefix; what is there already stays. `url_key` names the
    entry that holds a document's address: it is a hint.
    """

    metadata_prefix: str | None = None
    url_key: str = ""
    options: dict[str, Any] = Field(default_factory=dict)
    _repair: DocumentRepair = PrivateAttr()

    def __init__(self, **fields: Any) -> None:
        super().__init__(**fields)
        self._repair = document_repair(self.options, self.metadata_prefix, self.url_key)

    @classmethod
    def class_name(cls) -> str:
        """The name that LlamaIndex knows the class by."""
        return "CleanText"

    def __call__(self, nodes: Sequence[BaseNode], **kwargs: Any) -> Sequence[BaseNode]:  # noqa: ARG002 - the interface's
        """Repair nodes."""
        return [self._repaired(node) for node in nodes]

    async def acall(self, nodes: Sequence[BaseNode], **kwargs: Any) -> Sequence[BaseNode]:
        """Repair nodes in a thread, so that the loop goes on."""
        return await asyncio.to_thread(self, nodes, **kwargs)

    def _repaired(self, node: BaseNode) -> BaseNode:
        before = node.get_content(metadata_mode=MetadataMode.NONE)
        if not before:
            return node
        text, metadata = self._repair(before, node.metadata)
        repaired = node.model_copy(update={"metadata": metadata})
        if text != before:
            repaired.set_content(text)
        return repaired
