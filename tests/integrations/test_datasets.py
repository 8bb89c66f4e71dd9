"""The documented line for Hugging Face's datasets, with the real package."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

import pytest

from cleantext.arrow import clean_arrow

datasets = pytest.importorskip("datasets", reason="the extra datasets is not installed")

PAGES = {"id": list(range(40)), "text": ["The boat  left.", None, "thatâ€™s it", ""] * 10}
CLEANED = ["The boat left.", None, "that’s it", ""] * 10


def cleaned(dataset: Any, processes: int | None) -> Any:
    clean = partial(clean_arrow, columns="text")
    return dataset.with_format("arrow").map(clean, batched=True, num_proc=processes).with_format(None)


@pytest.mark.parametrize("processes", [None, 2])
def test_batches_of_arrow(processes: int | None) -> None:
    dataset = datasets.Dataset.from_dict(PAGES)
    mapped = cleaned(dataset, processes)
    assert mapped["text"][:] == CLEANED
    assert mapped["id"][:] == PAGES["id"]
    assert mapped.features == dataset.features


@pytest.mark.parametrize("kind", ["large_string", "string"])
def test_kind_of_string_is_kept(kind: str) -> None:
    features = datasets.Features({"id": datasets.Value("int64"), "text": datasets.Value(kind)})
    assert cleaned(datasets.Dataset.from_dict(PAGES, features=features), None).features == features


def test_what_was_mapped_before_is_found_in_the_cache(tmp_path: Path) -> None:
    datasets.Dataset.from_dict(PAGES).save_to_disk(tmp_path / "pages")
    once, again = (cleaned(datasets.load_from_disk(tmp_path / "pages"), None) for _ in range(2))
    assert once._fingerprint == again._fingerprint
    assert once.cache_files == again.cache_files
