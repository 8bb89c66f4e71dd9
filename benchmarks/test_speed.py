"""How long the usual calls take: `pytest benchmarks`. Each benchmark checks what comes out, too.

Absolute times of a shared machine say little; compare two commits with `--benchmark-autosave` and
`--benchmark-compare` in one sitting.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

import cleantext

SEEDS = Path(__file__).resolve().parent.parent / "seeds"
SHORT = (
    "The ferry left the harbour at nine, and by noon it had reached the islands in the west of the bay. "
    "Nobody on board had asked when it would go back, least of all the man who was to steer it home."
)


def page(name: str) -> str:
    return (SEEDS / name).read_bytes().decode("utf-8")


def long_text() -> str:
    """Paragraphs that differ, as those of a page do."""
    days = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
    places = ("in the west", "in the east", "to the north")
    return "\n\n".join(f"On {day}, {SHORT.replace('in the west', place)}" for day in days for place in places)


def test_import_and_first_text(benchmark: BenchmarkFixture) -> None:
    """A process that cleans one short string."""
    code = "import cleantext; print(cleantext.clean('a  quiet harbour'))"

    def run() -> str:
        return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout

    assert benchmark(run) == "a quiet harbour\n"


@pytest.mark.parametrize("text", ["", SHORT, long_text()], ids=["empty", "200 bytes", "5 kB"])
def test_undamaged_text(benchmark: BenchmarkFixture, text: str) -> None:
    assert benchmark(cleantext.clean, text) is text


@pytest.mark.parametrize("name", ["fr-harbour-strike", "en-scraped-library", "keep-en-village-almanac"])
def test_whole_page(benchmark: BenchmarkFixture, name: str) -> None:
    assert benchmark(cleantext.clean, page(f"{name}.txt")) == page(f"{name}.expected.txt")


def test_explained_page(benchmark: BenchmarkFixture) -> None:
    result = benchmark(cleantext.explain, page("fr-harbour-strike.txt"))
    assert result.text == page("fr-harbour-strike.expected.txt")


@pytest.mark.parametrize("jobs", [1, 2])
def test_many_texts(benchmark: BenchmarkFixture, jobs: int) -> None:
    texts = [page("en-scraped-library.txt"), SHORT] * 300

    def run() -> list[str]:
        return list(cleantext.clean_many(texts, jobs=jobs))

    cleaned = benchmark.pedantic(run, rounds=1)
    assert cleaned == [page("en-scraped-library.expected.txt"), SHORT] * 300
