"""How long the usual calls take, level by level: `pytest benchmarks`. Each benchmark checks what comes out, too.

Absolute times of a shared machine say little; compare two commits with `--benchmark-autosave` and
`--benchmark-compare` in one sitting. Single texts are cleaned over and over, so that theirs are the
times of text seen before; each round over a corpus has new documents. With `--benchmark-disable`
everything runs once, on less text.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random
from typing import Any

import corpora
import generated
import pytest
from pytest_benchmark.fixture import BenchmarkFixture

import cleantext
from cleantext.workshop.cost import megabytes as megabytes_of

SEEDS = Path(__file__).resolve().parent.parent / "seeds"
SHORT = (
    "The ferry left the harbour at nine, and by noon it had reached the islands in the west of the bay. "
    "Nobody on board had asked when it would go back, least of all the man who was to steer it home."
)
RANDOM = Random(5)  # noqa: S311 - the same texts every time are wanted
ARTICLE = generated.news(RANDOM)
PARAGRAPH_LENGTH = 150
"""Characters of a line that is surely the article's, not its furniture."""

MEGABYTES, ROUNDS = 2.0, 3
QUICK_MEGABYTES = 0.1
"""Of a corpus, where nothing is timed."""


def page(name: str) -> str:
    return (SEEDS / name).read_bytes().decode("utf-8")


def time_rounds(
    benchmark: BenchmarkFixture, run: Callable[[list[str]], Any], documents: Callable[[float, int], list[str]]
) -> tuple[list[str], Any]:
    """Time a function over documents, new ones each round; the last round's documents, and what came of them."""
    megabytes = QUICK_MEGABYTES if benchmark.disabled else MEGABYTES
    rounds: list[list[str]] = []

    def new_documents() -> tuple[tuple[list[str]], dict[str, Any]]:
        rounds.append(documents(megabytes, len(rounds)))
        return (rounds[-1],), {}

    came: Any = benchmark.pedantic(run, setup=new_documents, rounds=ROUNDS)  # type: ignore[no-untyped-call]
    benchmark.extra_info["megabytes"] = round(megabytes_of(rounds[-1]), 2)
    return rounds[-1], came


def clean_all(texts: Sequence[str]) -> list[str]:
    return [cleantext.clean(text) for text in texts]


# The start of the engine


def test_import_and_first_text(benchmark: BenchmarkFixture) -> None:
    """A process that cleans one short string."""
    code = "import cleantext; print(cleantext.clean('a  quiet harbour'))"

    def run() -> str:
        return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout

    assert benchmark(run) == "a quiet harbour\n"


def test_command_and_first_file(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    """The command on one small file that needs no repair."""
    file = tmp_path / "short.txt"
    file.write_text(SHORT, encoding="utf-8")
    command = [sys.executable, "-m", "cleantext", "fix", "--check", str(file)]
    done = benchmark(subprocess.run, command, capture_output=True, check=False)
    assert (done.returncode, done.stdout) == (0, b"")


# One text


@pytest.mark.parametrize("text", ["", SHORT, ARTICLE], ids=["empty", "200 bytes", "5 kB"])
def test_undamaged_text(benchmark: BenchmarkFixture, text: str) -> None:
    assert benchmark(cleantext.clean, text) is text


@pytest.mark.parametrize("name", ["fr-harbour-strike", "en-scraped-library", "keep-en-village-almanac"])
def test_whole_page(benchmark: BenchmarkFixture, name: str) -> None:
    assert benchmark(cleantext.clean, page(f"{name}.txt")) == page(f"{name}.expected.txt")


def test_page_with_mojibake(benchmark: BenchmarkFixture) -> None:
    """5 kB of which most lines went through the wrong codec."""
    damaged = ARTICLE.encode().decode("mac-roman")
    assert damaged != ARTICLE
    assert benchmark(cleantext.clean, damaged) == ARTICLE


def test_page_with_spaces_lost_and_doubled(benchmark: BenchmarkFixture) -> None:
    damaged = ARTICLE.replace(" was ", "  was ")
    for noun in ("harbour", "bridge", "museum", "river"):
        damaged = damaged.replace(f" the {noun} ", f" the{noun} ")
    assert len(damaged.split()) < len(ARTICLE.split())
    assert benchmark(cleantext.clean, damaged) == ARTICLE


@pytest.mark.benchmark(group="explain beside clean")
@pytest.mark.parametrize("name", ["fr-harbour-strike", "keep-en-village-almanac"])
@pytest.mark.parametrize("call", [cleantext.clean, lambda text: cleantext.explain(text).text], ids=["clean", "explain"])
def test_explain_beside_clean(benchmark: BenchmarkFixture, call: Callable[[str], str], name: str) -> None:
    assert benchmark(call, page(f"{name}.txt")) == page(f"{name}.expected.txt")


# Many texts


@pytest.mark.benchmark(group="generated corpus")
@pytest.mark.parametrize("mix", ["news", "many"])
def test_undamaged_corpus(benchmark: BenchmarkFixture, mix: str) -> None:
    documents, cleaned = time_rounds(
        benchmark, clean_all, lambda size, number: generated.documents(mix, size, seed=number)
    )
    assert cleaned == documents


@pytest.mark.benchmark(group="generated corpus")
def test_corpus_of_web_pages(benchmark: BenchmarkFixture) -> None:
    """The furniture goes, every paragraph stays."""
    documents, cleaned = time_rounds(
        benchmark, clean_all, lambda size, number: generated.documents("web", size, seed=number)
    )
    for before, after in zip(documents, cleaned, strict=True):
        assert {line for line in before.split("\n") if len(line) > PARAGRAPH_LENGTH} <= set(after.split("\n"))
        assert not {"Skip to main content", "Loading...", "Share this article"} & set(after.split("\n"))


@pytest.mark.benchmark(group="generated corpus")
def test_damaged_corpus(benchmark: BenchmarkFixture) -> None:
    _, cleaned = time_rounds(
        benchmark, clean_all, lambda size, number: generated.documents("damaged", size, seed=number)
    )
    assert not any(mark in text for text in cleaned for mark in ("â€", "‚Äô", "Â£"))


@pytest.mark.benchmark(group="corpus beside the checkout")
@pytest.mark.skipif(not corpora.CORPORA.is_dir(), reason="no ../shared/corpora beside the checkout")
@pytest.mark.parametrize("mix", corpora.SOURCES)
def test_real_corpus(benchmark: BenchmarkFixture, mix: str) -> None:
    documents, cleaned = time_rounds(
        benchmark, clean_all, lambda size, number: corpora.documents(corpora.CORPORA, mix, size, seed=number)
    )
    changed = sum(before != after for before, after in zip(documents, cleaned, strict=True))
    assert clean_all(cleaned) == cleaned
    assert changed > 0 if mix in ("web", "damaged") else changed < len(documents) / 3  # they have spaces to spare


@pytest.mark.benchmark(group="clean_many")
@pytest.mark.parametrize("jobs", [1, 2])
def test_many_texts(benchmark: BenchmarkFixture, jobs: int) -> None:
    documents, cleaned = time_rounds(
        benchmark,
        lambda texts: list(cleantext.clean_many(texts, jobs=jobs)),
        lambda size, number: generated.documents("web", size, seed=number),
    )
    assert cleaned == clean_all(documents)


def test_folder_of_files(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    """`cleantext fix` from one folder into another, a web page a file."""
    pages = tmp_path / "pages"
    pages.mkdir()

    def write_files(size: float, seed: int) -> list[str]:
        documents = generated.documents("web", size, seed)
        for number, text in enumerate(documents):
            (pages / f"{number:04}.txt").write_text(text, encoding="utf-8")
        return documents

    def fix(_: Sequence[str]) -> int:
        command = [sys.executable, "-m", "cleantext", "fix", "--quiet", "--output-dir", str(tmp_path / "out"), "pages"]
        return subprocess.run(command, cwd=tmp_path, check=False).returncode

    documents, code = time_rounds(benchmark, fix, write_files)
    assert code == 0
    for number, text in enumerate(documents):
        assert (tmp_path / "out" / f"{number:04}.txt").read_text(encoding="utf-8") == cleantext.clean(text)


def test_records_of_json_lines(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    """One large file of records on two processes, which share its records out; beside `test_many_texts`."""

    def run(texts: list[str]) -> Path:
        source = tmp_path / "texts.jsonl"
        source.write_text("".join(json.dumps({"text": text}) + "\n" for text in texts), encoding="utf-8")
        cleantext.clean_files(source, output_dir=tmp_path / "out", jobs=2)
        return tmp_path / "out/texts.jsonl"

    texts, written = time_rounds(benchmark, run, lambda size, number: generated.documents("web", size, seed=number))
    assert [json.loads(line)["text"] for line in written.read_text(encoding="utf-8").splitlines()] == clean_all(texts)
