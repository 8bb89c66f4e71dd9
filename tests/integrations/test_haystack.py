"""Haystack's component, with the real package, in a pipeline that is written down and read again."""

from __future__ import annotations

import asyncio
import inspect

import pytest

haystack = pytest.importorskip("haystack", reason="the extra haystack is not installed")

from haystack.components.preprocessors import DocumentSplitter  # noqa: E402

from cleantext.integrations.haystack import CleanText  # noqa: E402

PAGE = """date 2022-01-07 Connect with us

The boat left  the quay at noon, with all of its crew aboard, said the harbour master on Friday."""
BODY = "The boat left the quay at noon, with all of its crew aboard, said the harbour master on Friday."


def test_document_is_repaired_and_the_given_one_stays() -> None:
    given = haystack.Document(content=PAGE, meta={"page": 1}, embedding=[0.5], score=0.25)
    (repaired,) = CleanText(metadata_prefix="").run(documents=[given])["documents"]
    assert repaired == haystack.Document(content=BODY, meta={"page": 1, "date": "2022-01-07"}, score=0.25)
    assert (given.content, given.meta, given.embedding) == (PAGE, {"page": 1}, [0.5])


def test_id_is_kept_on_request() -> None:
    given = haystack.Document(id="7", content=PAGE)
    assert CleanText(keep_id=True).run(documents=[given])["documents"][0].id == "7"
    assert CleanText().run(documents=[given])["documents"][0].id != "7"


def test_document_that_needs_nothing_or_has_no_text_is_the_same() -> None:
    given = [haystack.Document(id="7", content=BODY, embedding=[0.5]), haystack.Document(content=None)]
    kept = CleanText(metadata_prefix="").run(documents=given)["documents"]
    assert all(after is before for after, before in zip(kept, given, strict=True))


def test_pipeline_is_written_down_with_the_options() -> None:
    pipeline = haystack.Pipeline()
    pipeline.add_component("clean", CleanText(options={"select": "spacing"}))
    pipeline.add_component("split", DocumentSplitter(split_by="word", split_length=50, split_overlap=0))
    pipeline.connect("clean.documents", "split.documents")
    loads = haystack.Pipeline.loads
    asks = "allowed_modules" in inspect.signature(loads).parameters  # since Haystack 3
    read = loads(pipeline.dumps(), **{"allowed_modules": ["cleantext.integrations.haystack"]} if asks else {})
    split = read.run({"clean": {"documents": [haystack.Document(content=PAGE)]}})["split"]["documents"]
    assert [document.content for document in split] == [PAGE.replace("  ", " ")]


def test_asynchronous_callers_get_the_same() -> None:
    ran = asyncio.run(CleanText().run_async(documents=[haystack.Document(content=PAGE)]))
    assert [document.content for document in ran["documents"]] == [BODY]
