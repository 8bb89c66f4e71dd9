"""The documented lines for pandas and Polars: nulls, index and types of every kind of text column stay."""

from __future__ import annotations

from typing import Any

import pytest

import cleantext
from cleantext.arrow import clean_arrow

pandas = pytest.importorskip("pandas", reason="the extra pandas is not installed")
polars = pytest.importorskip("polars", reason="the extra polars is not installed")
pyarrow = pytest.importorskip("pyarrow")

TEXTS = ["The boat  left.", None, "thatâ€™s it"]
CLEANED = ["The boat left.", None, "that’s it"]
OF_PANDAS = ["str", "string[python]", "string[pyarrow]", "category", pandas.ArrowDtype(pyarrow.string())]


def listed(series: Any) -> list[str | None]:
    return [None if pandas.isna(text) else text for text in series]


@pytest.mark.parametrize("kind", OF_PANDAS, ids=str)
def test_line_for_pandas(kind: Any) -> None:
    series = pandas.Series(TEXTS, index=[7, 3, 5], dtype=kind, name="text")
    cleaned = series.map(cleantext.clean, na_action="ignore")
    assert listed(cleaned) == CLEANED
    assert list(cleaned.index) == [7, 3, 5]
    assert cleaned.name == "text"
    assert cleaned.dtype == (pandas.CategoricalDtype(["The boat left.", "that’s it"]) if kind == "category" else kind)


def test_categories_of_pandas_are_cleaned_once_each() -> None:
    asked: list[str] = []
    series = pandas.Series(["a  b"] * 5, dtype="category")
    series.map(lambda text: asked.append(text) or cleantext.clean(text), na_action="ignore")
    assert asked == ["a  b"]


@pytest.mark.parametrize("kind", [*(it for it in OF_PANDAS if it != "category"), object], ids=str)
def test_lines_for_pandas_over_processes(kind: Any) -> None:
    frame = pandas.DataFrame({"text": pandas.Series(TEXTS, index=[7, 3, 5], dtype=kind)})
    there = frame["text"].notna()
    frame.loc[there, "text"] = list(cleantext.clean_many(frame.loc[there, "text"], jobs=2))
    assert listed(frame["text"]) == CLEANED
    assert list(frame.index) == [7, 3, 5]
    assert frame["text"].dtype == kind


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize("kind", [polars.String, polars.Categorical], ids=str)
def test_line_for_polars(kind: Any, jobs: int) -> None:
    frame = polars.DataFrame({"id": [1, 2, 3], "text": polars.Series(TEXTS, dtype=kind)})
    cleaned = frame.with_columns(text=polars.from_arrow(clean_arrow(frame["text"].to_arrow(), jobs=jobs)))
    assert cleaned.schema == frame.schema
    assert cleaned["text"].to_list() == CLEANED


@pytest.mark.parametrize("kind", [polars.String, polars.Categorical], ids=str)
def test_line_for_lazy_polars(kind: Any) -> None:
    frame = polars.DataFrame({"text": polars.Series(TEXTS, dtype=kind)})
    cleaned = polars.col("text").map_batches(lambda it: polars.from_arrow(clean_arrow(it.to_arrow())), kind)
    assert frame.lazy().with_columns(cleaned).collect()["text"].to_list() == CLEANED
