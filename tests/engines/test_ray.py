"""Ray Data on this machine: its output is that of one process, row by row."""

from __future__ import annotations

import doctest
from collections.abc import Callable, Iterator
from typing import Any

import pyarrow as pa
import pytest

from cleantext import OptionError, clean

ray = pytest.importorskip("ray", reason="Ray is not installed (extra ray)", exc_type=ImportError)
pytestmark = pytest.mark.filterwarnings("default")  # Ray's own warnings are not ours to mend

Row = tuple[int, str | None]
PROCESSORS = 2


@pytest.fixture(scope="module", autouse=True)
def cluster() -> Iterator[None]:
    ray.init(num_cpus=PROCESSORS, include_dashboard=False, log_to_driver=False)
    yield
    ray.shutdown()


@pytest.fixture(scope="module")
def dataset(rows: list[Row]) -> Any:
    keys, texts = zip(*rows, strict=True)
    table = pa.table({"key": keys, "body": pa.array(texts, pa.string()), "note": ["a  b"] * len(keys)})
    return ray.data.from_arrow(table).repartition(4)


def by_key(dataset: Any) -> list[Row]:
    assert {row["note"] for row in dataset.take_all()} == {"a  b"}
    return sorted((row["key"], row["body"]) for row in dataset.take_all())


@pytest.mark.parametrize("actors", [None, 1], ids=["tasks", "actors"])
def test_columns_are_cleaned(dataset: Any, cleaned: list[Row], actors: int | None) -> None:
    from cleantext.engines.ray import clean_dataset

    done = clean_dataset(dataset, "body", actors=actors).materialize()
    assert by_key(done) == cleaned
    assert done.schema() == dataset.schema()


def test_options_travel() -> None:
    from cleantext.engines.ray import clean_dataset

    text = "Skip to main content\n\nThe ferry  left at nine, and nobodyâ€™s dog was on board of it that morning."
    minimal = clean(text, profile="minimal")
    assert minimal != clean(text)
    for actors in (None, 1):
        dataset = ray.data.from_items([{"body": text}])
        assert clean_dataset(dataset, "body", actors=actors, profile="minimal").take_all() == [{"body": minimal}]


@pytest.mark.parametrize("actors", [PROCESSORS, PROCESSORS + 5, 0, True])
def test_a_pool_that_cannot_be_is_refused(dataset: Any, actors: int) -> None:
    """As is one that takes all processors: nothing would be left to read the data."""
    from cleantext.engines.ray import clean_dataset

    with pytest.raises(OptionError, match=f"actors={actors}"):
        clean_dataset(dataset, "body", actors=actors)


def test_examples_of_the_documentation_come_out_as_printed(examples: Callable[[str], doctest.TestResults]) -> None:
    ran = examples("Ray Data")
    assert (ran.failed, ran.attempted >= 4) == (0, True)
