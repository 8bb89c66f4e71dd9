"""Spark in local mode: its output is that of one process, row by row."""

from __future__ import annotations

import doctest
import os
import sys
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from cleantext import clean
from cleantext.arrow import ColumnError

pytest.importorskip("pyspark", reason="pyspark is not installed (extra spark)", exc_type=ImportError)
pytestmark = pytest.mark.filterwarnings("default")  # Spark's own warnings are not ours to mend

SCHEMA = "key long, body string, page struct<title: string, size: long>, note string"
Row = tuple[int, str | None]


@pytest.fixture(scope="module")
def session() -> Iterator[Any]:
    from pyspark.sql import SparkSession

    os.environ["PYSPARK_PYTHON"] = sys.executable  # else whatever is called python3
    here = "127.0.0.1"
    settings = {
        "spark.ui.enabled": "false",
        "spark.sql.shuffle.partitions": "4",
        "spark.driver.host": here,
        "spark.driver.bindAddress": here,
    }
    builder = SparkSession.builder.master("local[2]")
    for name, value in settings.items():
        builder = builder.config(name, value)
    session = builder.getOrCreate()
    yield session
    session.stop()


@pytest.fixture(scope="module")
def frame(session: Any, rows: list[Row]) -> Any:
    """The texts twice in each row, at the top and in a struct, beside what has to stay."""
    data = [(key, text, (text, key) if key % 3 else None, "The note  stays.") for key, text in rows]
    return session.createDataFrame(data, SCHEMA).repartition(4)


def test_columns_of_a_frame_are_cleaned(frame: Any, cleaned: list[Row]) -> None:
    """Also in a struct that is null here and there; schema, nulls and other columns stay."""
    from cleantext.engines.spark import clean_frame

    done = clean_frame(frame, ["body", "page.title"])
    assert done.schema == frame.schema
    expected = [(key, text, (text, key) if key % 3 else None, "The note  stays.") for key, text in cleaned]
    assert [tuple(it) for it in done.orderBy("key").collect()] == expected


def test_a_column_is_made_of_another(frame: Any, rows: list[Row], cleaned: list[Row]) -> None:
    from cleantext.engines.spark import clean_column

    done = frame.select("key", "body", clean_column("body").alias("clean")).orderBy("key").collect()
    assert [(it.key, it.body) for it in done] == rows
    assert [(it.key, it.clean) for it in done] == cleaned


def test_options_travel(session: Any) -> None:
    from cleantext.engines.spark import clean_column, clean_frame

    text = "Skip to main content\n\nThe ferry  left at nine, and nobodyâ€™s dog was on board of it that morning."
    minimal = clean(text, profile="minimal")
    assert minimal != clean(text)
    frame = session.createDataFrame([(text,)], "body string")
    assert clean_frame(frame, "body", profile="minimal").first().body == minimal
    assert frame.select(clean_column(frame.body, profile="minimal")).first()[0] == minimal


@pytest.mark.parametrize(("column", "said"), [("key", "not strings"), ("text", "'body'"), ("page.text", "'title'")])
def test_columns_that_cannot_be_are_told_before_anything_runs(frame: Any, column: str, said: str) -> None:
    from cleantext.engines.spark import clean_frame

    with pytest.raises(ColumnError, match=said):
        clean_frame(frame, column)


@pytest.mark.usefixtures("session")
def test_examples_of_the_documentation_come_out_as_printed(examples: Callable[[str], doctest.TestResults]) -> None:
    ran = examples("Spark")
    assert (ran.failed, ran.attempted >= 5) == (0, True)
