"""LlamaIndex's transformation, with the real package, in its ingestion pipeline."""

from __future__ import annotations

import asyncio
import pickle

import pytest

schema = pytest.importorskip("llama_index.core.schema", reason="the extra llama-index is not installed")

from llama_index.core.ingestion import IngestionPipeline  # noqa: E402
from llama_index.core.node_parser import SentenceSplitter  # noqa: E402

from cleantext.errors import OptionError  # noqa: E402
from cleantext.integrations.llama_index import CleanText  # noqa: E402

PAGE = """date 2022-01-07 Connect with us

The boat left  the quay at noon, with all of its crew aboard, said the harbour master on Friday."""
BODY = "The boat left the quay at noon, with all of its crew aboard, said the harbour master on Friday."


@pytest.mark.parametrize("kind", ["Document", "TextNode"])
def test_node_is_repaired_and_the_given_one_stays(kind: str) -> None:
    given = getattr(schema, kind)(text=PAGE, id_="7", metadata={"page": 1})
    (repaired,) = CleanText(metadata_prefix="")([given])
    assert type(repaired) is type(given)
    assert (repaired.get_content(), repaired.node_id) == (BODY, "7")
    assert repaired.metadata == {"page": 1, "date": "2022-01-07"}
    assert (given.get_content(), given.metadata) == (PAGE, {"page": 1})


def test_node_without_text_stays() -> None:
    node = schema.ImageNode(image_url="https://example.com/quay.jpg")
    (kept,) = CleanText()([node])
    assert kept is node


def test_pipeline_cleans_before_it_splits_and_keeps_what_it_cached() -> None:
    pipeline = IngestionPipeline(transformations=[CleanText(), SentenceSplitter(chunk_size=100, chunk_overlap=0)])
    nodes = pipeline.run(documents=[schema.Document(text=PAGE, id_="7")])
    assert [node.get_content() for node in nodes] == [BODY]
    assert nodes[0].ref_doc_id == "7"
    again = pipeline.run(documents=[schema.Document(text=PAGE, id_="7")])
    assert [node.get_content() for node in again] == [BODY]


def test_other_options_are_another_transformation_to_the_cache() -> None:
    first, second = CleanText(), CleanText(options={"select": "spacing"})
    assert first.to_dict() != second.to_dict()
    assert CleanText.from_dict(second.to_dict())([schema.Document(text=PAGE)])[0].get_content().startswith("date")


def test_pipeline_of_several_processes() -> None:
    documents = [schema.Document(text=PAGE, id_=str(number)) for number in range(4)]
    nodes = IngestionPipeline(transformations=[CleanText()]).run(documents=documents, num_workers=2)
    assert [node.get_content() for node in nodes] == [BODY] * 4


def test_is_pickled_with_its_options() -> None:
    loaded = pickle.loads(pickle.dumps(CleanText(options={"select": "spacing"})))  # noqa: S301 - made here
    assert loaded([schema.Document(text="a  thatâ€™s")])[0].get_content() == "a thatâ€™s"


def test_asynchronous_callers_get_the_same() -> None:
    nodes = asyncio.run(IngestionPipeline(transformations=[CleanText()]).arun(documents=[schema.Document(text=PAGE)]))
    assert [node.get_content() for node in nodes] == [BODY]


def test_unknown_value_of_an_option_is_told_at_once() -> None:
    with pytest.raises(OptionError, match="profile"):
        CleanText(options={"profile": "harsh"})
