"""Real texts to measure with, where a folder of corpora stands beside the checkout; none are part of the project.

A corpus is a `.jsonl.gz` file, a text a line under `text`, some with its language under `lang`. The
documents of the mixes are cut at ends of lines to about the size of a page, those of `short` to that of a
paragraph.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from typing import Any

from generated import PAGE_SIZE, PARAGRAPH_SIZE, damaged_text

CORPORA = Path(__file__).resolve().parent.parent.parent / "shared" / "corpora"
"""Where they stand beside a checkout, if they do."""

SOURCES: dict[str, tuple[str, Sequence[str], str]] = {
    "news": ("clean", ("bbc*", "nltk-abc*", "wmt2*", "gum*"), "en"),
    "web": ("boilerplate", ("aeb*", "dragnet*", "snippets*"), ""),
    "damaged": ("boilerplate", ("aeb*", "dragnet*", "snippets*"), ""),
    "many": ("clean", ("ntrex*",), ""),
    "short": ("clean", ("bbc*", "nltk-abc*", "wmt2*", "gum*"), "en"),
}
"""Of each mix: the folder, the names of the files, and the language asked for, "" for any."""


def documents(root: Path, mix: str, megabytes: float, seed: int = 7) -> list[str]:
    """Documents of a mix, in random order, of together so many megabytes, or as many as there are."""
    folder, names, language = SOURCES[mix]
    rng = Random(seed)  # noqa: S311 - the same order every time is wanted
    size = PARAGRAPH_SIZE if mix == "short" else PAGE_SIZE
    found = (text for name in names for path in _files(root / folder, name) for text in _texts(path, language))
    pages = [page for text in found for page in _pages(text, size)]
    rng.shuffle(pages)
    if mix == "damaged":
        pages = [damaged_text(rng, page) for page in pages]
    return cut(pages, megabytes)[0]


def pages_below(folder: Path, megabytes: float, seed: int = 7) -> list[str]:
    """Pages of all the texts below a folder, of its `.jsonl.gz` and its `.txt` files, in random order."""
    plain = (path.read_bytes().decode("utf-8", "surrogateescape") for path in sorted(folder.rglob("*.txt")))
    pages = [page for texts in (_texts(folder, ""), plain) for text in texts for page in _pages(text, PAGE_SIZE)]
    Random(seed).shuffle(pages)  # noqa: S311
    return cut(pages, megabytes)[0]


def _files(folder: Path, names: str) -> Sequence[Path]:
    return sorted(folder.glob(f"{names}.jsonl.gz"))


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """The rows of a `.jsonl.gz` file, or of all such files below a folder."""
    for file in sorted(path.rglob("*.jsonl.gz")) if path.is_dir() else [path]:
        with gzip.open(file, "rt", encoding="utf-8") as lines:
            yield from map(json.loads, lines)


def _texts(path: Path, language: str) -> Iterator[str]:
    return (row["text"] for row in rows(path) if row.get("text") and language in ("", row.get("lang")))


def _pages(text: str, least: int) -> Iterator[str]:
    """The text in pieces of some lines each; what is left over counts if it is long enough."""
    page: list[str] = []
    size = 0
    for line in text.split("\n"):
        page.append(line)
        size += len(line)
        if size >= least:
            yield "\n".join(page).strip("\n")  # a cut beside a blank line is no damage
            page, size = [], 0
    if size > least // 4:
        yield "\n".join(page).strip("\n")


def cut(texts: Sequence[str], megabytes: float) -> tuple[list[str], list[str]]:
    """The first texts of together so many megabytes, or a little more, and the rest."""
    size, number = 0, 0
    while number < len(texts) and size < megabytes * 1e6:
        size += size_of(texts[number])
        number += 1
    return list(texts[:number]), list(texts[number:])


def size_of(text: str) -> int:
    """Bytes of UTF-8."""
    return len(text.encode("utf-8", "surrogatepass"))
