"""Real texts to measure with, where a folder of corpora stands beside the checkout; none are part of the project.

A corpus is a `.jsonl.gz` file, a text a line under `text`, some with its language under `lang`. The
documents of the four mixes are cut at ends of lines to about the size of a page.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random

from generated import PAGE_SIZE, damaged_text

CORPORA = Path(__file__).resolve().parent.parent.parent / "shared" / "corpora"
"""Where they stand beside a checkout, if they do."""

SOURCES: dict[str, tuple[str, Sequence[str], str]] = {
    "news": ("clean", ("bbc*", "nltk-abc*", "wmt2*", "gum*"), "en"),
    "web": ("boilerplate", ("aeb*", "dragnet*", "snippets*"), ""),
    "damaged": ("boilerplate", ("aeb*", "dragnet*", "snippets*"), ""),
    "many": ("clean", ("ntrex*",), ""),
}
"""Of each mix: the folder, the names of the files, and the language asked for, "" for any."""


def documents(root: Path, mix: str, megabytes: float, seed: int = 7) -> list[str]:
    """Documents of a mix, in random order, of together so many megabytes, or as many as there are."""
    folder, names, language = SOURCES[mix]
    rng = Random(seed)  # noqa: S311 - the same order every time is wanted
    pages = [page for name in names for text in _texts(root / folder, name, language) for page in _pages(text)]
    rng.shuffle(pages)
    if mix == "damaged":
        pages = [damaged_text(rng, page) for page in pages]
    return list(_first(pages, megabytes * 1e6))


def _texts(folder: Path, names: str, language: str) -> Iterator[str]:
    for path in sorted(folder.glob(f"{names}.jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for row in map(json.loads, lines):
                if row.get("text") and language in ("", row.get("lang")):
                    yield row["text"]


def _pages(text: str) -> Iterator[str]:
    """The text in pieces of some lines each; what is left over counts if it is long enough."""
    page: list[str] = []
    size = 0
    for line in text.split("\n"):
        page.append(line)
        size += len(line)
        if size >= PAGE_SIZE:
            yield "\n".join(page)
            page, size = [], 0
    if size > PAGE_SIZE // 4:
        yield "\n".join(page)


def _first(texts: Sequence[str], size: float) -> Iterator[str]:
    for text in texts:
        if size <= 0:
            return
        size -= len(text.encode("utf-8", "surrogatepass"))
        yield text
