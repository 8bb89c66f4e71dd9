"""Arrow arrays, batches and tables keep their types, nulls, chunks and metadata; only texts change."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

import pytest

from cleantext.arrow import ColumnError, clean_array, clean_arrow, clean_batch, texts_at, with_texts_at
from cleantext.errors import ExtraMissingError

pa = pytest.importorskip("pyarrow")

TEXTS = ["left  out", "The boat  left.", None, "The quay.", ""]
CLEANED = ["left out", "The boat left.", None, "The quay.", ""]
TYPES = [
    pa.string(),
    pa.large_string(),
    pa.dictionary(pa.int8(), pa.string()),
    pa.dictionary(pa.uint32(), pa.large_string(), ordered=True),
]
if hasattr(pa, "string_view"):
    TYPES += [pa.string_view(), pa.dictionary(pa.int16(), pa.string_view())]


def made(kind: Any, texts: list[str | None] = TEXTS) -> Any:
    """An array of a type, also of those that `pyarrow.array` does not make."""
    if not pa.types.is_dictionary(kind):
        return pa.array(texts, kind)
    values = list(dict.fromkeys(text for text in texts if text is not None))
    rows = [None if text is None else values.index(text) for text in texts]
    indices, dictionary = pa.array(rows, kind.index_type), pa.array(values, kind.value_type)
    return pa.DictionaryArray.from_arrays(indices, dictionary, ordered=kind.ordered)


def counting(clean: Callable[[str], str]) -> tuple[Callable[[str], str], list[str]]:
    asked: list[str] = []

    def counted(text: str) -> str:
        asked.append(text)
        return clean(text)

    return counted, asked


@pytest.mark.parametrize("kind", TYPES, ids=str)
class TestEveryType:
    def test_array_keeps_type_and_nulls(self, kind: Any) -> None:
        cleaned = clean_arrow(made(kind))
        cleaned.validate(full=True)
        assert (cleaned.type, cleaned.to_pylist()) == (kind, CLEANED)

    def test_slice_is_cleaned_alone(self, kind: Any) -> None:
        cleaned = clean_arrow(made(kind)[1:4])
        cleaned.validate(full=True)
        assert (cleaned.type, cleaned.to_pylist()) == (kind, CLEANED[1:4])

    def test_chunks_stay_also_empty_ones(self, kind: Any) -> None:
        array = made(kind)
        chunked = pa.chunked_array([array[:2], array[:0], array[2:]], kind)
        cleaned = clean_arrow(chunked)
        cleaned.validate(full=True)
        assert [len(chunk) for chunk in cleaned.chunks] == [2, 0, 3]
        assert (cleaned.type, cleaned.to_pylist()) == (kind, CLEANED)
        assert clean_arrow(pa.chunked_array([], kind)).type == kind

    def test_what_needs_nothing_is_the_same_object(self, kind: Any) -> None:
        array = made(kind, ["The quay.", None])
        assert clean_arrow(array) is array

    def test_texts_by_row(self, kind: Any) -> None:
        table = pa.table({"id": pa.array([0] * 10), "body": pa.chunked_array([made(kind), made(kind)])})
        changed = with_texts_at(table, ("body",), [text and text.upper() for text in texts_at(table, ("body",))])
        changed.validate(full=True)
        assert changed.schema == table.schema
        assert changed["body"].to_pylist() == [text and text.upper() for text in TEXTS] * 2


def test_value_of_dictionaries_is_cleaned_once_in_all_chunks() -> None:
    kind = pa.dictionary(pa.int8(), pa.string())
    clean, asked = counting(str.upper)
    cleaned = clean_array(pa.chunked_array([made(kind, ["a", "b", "a"]), made(kind, ["b", "c"])]), clean)
    assert cleaned.to_pylist() == ["A", "B", "A", "B", "C"]
    assert asked == ["a", "b", "c"]


def test_values_that_become_equal_are_one() -> None:
    """Pandas refuses categories that stand twice."""
    array = made(pa.dictionary(pa.int8(), pa.string(), ordered=True), ["b  c", "a", "b c", None])
    cleaned = clean_array(array, lambda text: text.replace("  ", " "))
    assert cleaned.dictionary.to_pylist() == ["b c", "a"]
    assert cleaned.to_pylist() == ["b c", "a", "b c", None]


def test_null_among_the_values_of_a_dictionary_stays_null() -> None:
    array = pa.DictionaryArray.from_arrays(pa.array([0, 1, None], pa.int8()), pa.array(["a", None]))
    assert clean_array(array, str.upper).to_pylist() == ["A", None, None]


def test_enum_of_polars_never_becomes_null() -> None:
    """Its values stand beside the field, and Polars makes null of every other text."""
    polars = pytest.importorskip("polars")
    frame = polars.DataFrame({"text": polars.Series(TEXTS, dtype=polars.Enum(["left  out", *TEXTS[3:], TEXTS[1]]))})
    with pytest.raises(ColumnError, match="'text' is an Enum"):
        clean_arrow(frame.to_arrow(), "text")
    assert clean_arrow(frame.to_arrow()[3:], "text", ignore=["spacing"])["text"].to_pylist() == CLEANED[3:]
    assert polars.from_arrow(clean_arrow(frame["text"].to_arrow())).to_list() == CLEANED


def test_column_of_nulls_has_no_texts() -> None:
    array = pa.nulls(3)
    assert clean_arrow(array) is array


def batch() -> Any:
    fields = [pa.field("id", pa.int64(), nullable=False), pa.field("body", pa.string(), metadata={"unit": "page"})]
    kind = pa.struct([("title", pa.string()), ("n", pa.int64())])
    page = pa.array([{"title": "A  quay", "n": 1}, None, {"title": None, "n": 2}], kind)
    fields.append(pa.field("page", page.type))
    schema = pa.schema(fields, metadata={"from": "the harbour"})
    return pa.RecordBatch.from_arrays([pa.array([1, 2, 3]), pa.array(["a  b", None, "c"]), page], schema=schema)


def test_batch_keeps_schema_and_metadata() -> None:
    cleaned = clean_batch(batch(), ["body"], lambda text: text.replace("  ", " "))
    assert isinstance(cleaned, pa.RecordBatch)
    assert cleaned.schema.equals(batch().schema, check_metadata=True)
    assert cleaned["body"].to_pylist() == ["a b", None, "c"]
    assert cleaned["page"].equals(batch()["page"])


@pytest.mark.parametrize("jobs", [1, 2])
def test_table_in_other_processes_is_the_same(jobs: int) -> None:
    table = pa.Table.from_batches([batch(), batch()[1:]])
    cleaned = clean_arrow(table, ["body", "page.title", "body"], jobs=jobs)
    assert cleaned.schema.equals(table.schema, check_metadata=True)
    assert cleaned["body"].to_pylist() == ["a b", None, "c", None, "c"]
    pages = [{"title": "A quay", "n": 1}, None, {"title": None, "n": 2}]
    assert cleaned["page"].to_pylist() == pages + pages[1:]
    assert cleaned["page"].num_chunks == 2


def test_options_are_those_of_clean() -> None:
    array = pa.array(["The boat  left."])
    assert clean_arrow(array, ignore=["spacing"]) is array


@pytest.mark.parametrize(
    ("columns", "said"),
    [
        (["bdy"], "there is no column 'bdy', but 'id', 'body', 'page'"),
        (["id"], "the column 'id' holds int64, not strings"),
        (["page.n"], "the column 'page.n' holds int64, not strings"),
        (["body.title"], "the column 'body.title' leads through string, which has no fields"),
        (["page.name"], "there is no column 'page.name', but 'title', 'n'"),
    ],
)
def test_column_that_cannot_be_cleaned(columns: list[str], said: str) -> None:
    with pytest.raises(ColumnError, match=said):
        clean_batch(batch(), columns, str.upper)


def test_two_columns_of_a_name() -> None:
    table = pa.table([pa.array(["a"]), pa.array(["b"])], names=["body", "body"])
    with pytest.raises(ColumnError, match="there are 2 columns 'body'"):
        clean_arrow(table, "body")


@pytest.mark.parametrize(
    ("values", "columns", "said"),
    [
        (["a"], (), "not list"),
        (pa.array(["a"]), "body", "an array has no columns"),
        (pa.table({"body": ["a"]}), (), "the names of columns are wanted"),
    ],
)
def test_what_is_not_to_be_cleaned_so(values: Any, columns: Any, said: str) -> None:
    with pytest.raises(TypeError, match=said):
        clean_arrow(values, columns)


def test_array_of_numbers() -> None:
    with pytest.raises(ColumnError, match="the array holds int64, not strings"):
        clean_array(pa.array([1]), str.upper)


def test_bytes_that_are_no_text() -> None:
    offsets, letters = pa.array([0, 1], pa.int32()).buffers()[1], pa.py_buffer(b"\xff")
    with pytest.raises(ColumnError, match="not UTF-8"):
        clean_arrow(pa.Array.from_buffers(pa.string(), 1, [None, offsets, letters]))


def test_missing_package_is_named_with_its_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(ExtraMissingError, match=r"cleantext-repair\[arrow\]"):
        clean_arrow(["a"])
