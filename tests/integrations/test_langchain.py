"""LangChain's transformer, with the real package."""

from __future__ import annotations

import asyncio

import pytest

core = pytest.importorskip("langchain_core.documents", reason="the extra langchain is not installed")

from cleantext.integrations.langchain import CleanText  # noqa: E402

PAGE = """date 2022-01-07 Connect with us

The boat left  the quay at noon, with all of its crew aboard, said the harbour master on Friday."""
BODY = "The boat left the quay at noon, with all of its crew aboard, said the harbour master on Friday."


def test_document_is_repaired_and_the_given_one_stays() -> None:
    given = core.Document(PAGE, id="7", metadata={"page": 1})
    assert CleanText().transform_documents([given]) == [core.Document(BODY, id="7", metadata={"page": 1})]
    assert (given.page_content, given.metadata) == (PAGE, {"page": 1})


def test_facts_and_options() -> None:
    (told,) = CleanText(metadata_prefix="page_").transform_documents([core.Document(PAGE)])
    assert told.metadata == {"page_date": "2022-01-07"}
    (kept,) = CleanText(options={"select": "spacing"}).transform_documents([core.Document(PAGE)])
    assert kept.page_content == PAGE.replace("  ", " ")


def test_address_of_a_document_is_a_hint() -> None:
    text = f"A gale sinks the ferry HarbourPost\n\n{BODY}"
    document = core.Document(text, metadata={"source": "https://harbourpost.com/a/1"})
    (hinted,) = CleanText(url_key="source").transform_documents([document])
    assert hinted.page_content == f"A gale sinks the ferry\n\n{BODY}"


def test_asynchronous_callers_get_the_same() -> None:
    documents = [core.Document(PAGE), core.Document("")]
    transformed = asyncio.run(CleanText().atransform_documents(documents))
    assert [document.page_content for document in transformed] == [BODY, ""]
