"""Folders, files of records and engines beside bare `clean()`: what reading, sending and writing costs.

    python benchmarks/where_used.py --prepare             # the engines, each in an environment of its own
    python benchmarks/where_used.py                       # 20,000 pages, more than 100 MB: a quarter of an hour
    python benchmarks/where_used.py --documents 2000      # a tenth of it
    python benchmarks/where_used.py --only folder --only spark --corpus FOLDER

All work on two processes, on the same pages: a quarter each edited English, web pages, damaged ones and other
languages, made by `generated.py`, or those of the texts in a folder. A folder of text files and a file of JSON
Lines are repaired by the command `cleantext fix` into another folder; their speed is held against that of two
processes that call `clean()` in a loop on texts in memory, at the same time, start and files not counted, before
it and after it.
The engines, and `clean_many`, read Parquet files and write such; theirs is told in megabytes a CPU second, of all
processes that they start, from nothing to the end. Whatever comes out has to be what `clean()` gives, text by text.

The clock is shared with all that the machine does besides; where shares by the clock and by CPU seconds lie far
apart, either it was not quiet, or a use waits for the disk. `--check` exits with 1 where a share is below what is
asked for, or a text is not what it should be.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain
from pathlib import Path

import pyarrow as pa
from corpora import pages_below
from cpu import Cost, RunFailedError, measured
from environments import HERE, ToolMissingError, prepare_engines, python_of
from generated import PAGE_SIZE, documents
from printing import Figures, as_markdown, as_text, commit, machine
from pyarrow import parquet
from uses import PROCESSES

MIXES = ("news", "web", "damaged", "many")
FILES_A_FOLDER = 500
PARQUET_FILES = 8

AGAINST_BARE = {"folder": 0.6, "json lines": 0.7}
"""The share of bare `clean()`'s speed by the clock that is asked for."""

AGAINST_POOL = {"spark": 0.5, "spark column": 0.5, "ray": 0.5, "datatrove": 0.5}
"""The share of the pool's speed a CPU second that is asked for."""

ENGINES = ("spark", "ray", "datatrove")

Texts = Mapping[int, str]
"""By key: what is cleaned, and what comes of it."""


@dataclass(frozen=True, slots=True)
class Use:
    """A way to clean pages, as it went."""

    name: str
    clock: float
    processor: float
    right: bool

    def row(self, size: float, by_clock: float | None, by_processor: float | None, asked: str) -> list[str]:
        """The figures as they are printed; `size` in megabytes, shares of the speed that it is held against."""
        speeds = f"{size / self.clock:.2f}", f"{size / self.processor:.2f}"
        shares = ["" if share is None else f"{share:.2f}" for share in (by_clock, by_processor)]
        seconds = f"{self.clock:.1f}", f"{self.processor:.1f}"
        return [self.name, *seconds, *speeds, *shares, asked, "equal" if self.right else "NOT EQUAL"]


class Bench:
    """The pages where each use wants them, and the uses measured on them."""

    def __init__(self, place: Path, texts: Sequence[str]) -> None:
        self._place = place
        self._texts = dict(enumerate(texts))
        self.size = sum(len(text.encode()) for text in texts) / 1e6
        self._cleaned: Texts = {}
        _write_parquet(self._texts, place / "parquet")

    def bare(self) -> Use:
        """`clean()` alone; what comes out is what all others have to give. Its seconds are those of all its loops."""
        loops = json.loads(self._used("bare", sys.executable).said)
        self._cleaned = _read_parquet(self._output("bare"))
        if self._cleaned.keys() != self._texts.keys():
            raise RunFailedError("bare clean() lost texts")
        rate = sum(loop["bytes"] / loop["clock"] for loop in loops) / 1e6
        return Use("bare clean()", self.size / rate, sum(loop["processor"] for loop in loops), right=True)

    def folder(self) -> Use:
        """`cleantext fix` on a folder of files."""
        pages = self._place / "pages"
        for key, text in self._texts.items():
            file = pages / f"{key // FILES_A_FOLDER:03}" / f"{key:06}.txt"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(text.encode())
        cost = self._fixed(pages)
        found = ((int(it.stem), it.read_bytes().decode()) for it in self._output("fixed").rglob("*.txt"))
        return self._use("folder", cost, dict(found))

    def json_lines(self) -> Use:
        """`cleantext fix` on a file of JSON Lines."""
        pages = self._place / "pages.jsonl"
        with pages.open("w", encoding="utf-8") as file:
            file.writelines(json.dumps({"key": key, "body": text}) + "\n" for key, text in self._texts.items())
        cost = self._fixed(pages, "--field", "body")
        with (self._output("fixed") / pages.name).open(encoding="utf-8") as lines:
            return self._use("json lines", cost, {row["key"]: row["body"] for row in map(json.loads, lines)})

    def pool(self) -> Use:
        """`clean_many`."""
        return self._use("clean_many", self._used("pool", sys.executable), _read_parquet(self._output("pool")))

    def engine(self, name: str) -> Use:
        """An engine, in its own environment. Raises ToolMissingError where there is none."""
        python = python_of(f"engine-{name.split()[0]}")
        if not python.exists():
            raise ToolMissingError("no environment; run with --prepare first")
        cost = self._used(name, str(python))
        return self._use(name, cost, _read_parquet(self._output(name) / "pages"))

    def _fixed(self, pages: Path, *options: str) -> Cost:
        fix = ["-m", "cleantext", "fix", "--quiet", "--jobs", str(PROCESSES)]
        return measured(
            [sys.executable, *fix, *options, "--output-dir", str(self._output("fixed")), str(pages)], self._place, _HERE
        )

    def _used(self, name: str, python: str) -> Cost:
        command = [python, str(HERE / "uses.py"), name, str(self._place / "parquet"), str(self._output(name))]
        return measured(command, self._place, _HERE)

    def _use(self, name: str, cost: Cost, cleaned: Texts) -> Use:
        return Use(name, cost.clock, cost.processor, cleaned == self._cleaned)

    def _output(self, name: str) -> Path:
        output = self._place / "output" / name
        output.mkdir(parents=True, exist_ok=True)
        return output


_HERE = {"PYTHONPATH": str(HERE.parent)}
"""Environments have a wheel of cleantext; what is measured is this checkout."""


def _write_parquet(texts: Texts, folder: Path) -> None:
    folder.mkdir()
    keys = list(texts)
    for part in range(PARQUET_FILES):
        its = keys[part::PARQUET_FILES]
        table = pa.table({"key": its, "body": [texts[key] for key in its]})
        parquet.write_table(table, folder / f"{part}.parquet")


def _read_parquet(folder: Path) -> Texts:
    table = pa.concat_tables(
        [parquet.ParquetFile(it).read(["key", "body"]) for it in sorted(folder.rglob("*.parquet"))]
    )
    return dict(zip(table["key"].to_pylist(), table["body"].to_pylist(), strict=True))


def pages_of(number: int, corpus: Path | None) -> list[str]:
    """So many pages, of a corpus at most; those that no text file or column can hold are left out."""
    megabytes = number * PAGE_SIZE / 1e6
    if corpus is not None:
        return [it for it in pages_below(corpus, megabytes) if _is_storable(it)][:number]
    # Twice as many bytes as characters: pages in other alphabets.
    mixes = [documents(mix, 2.4 * megabytes / len(MIXES)) for mix in MIXES]
    return list(chain.from_iterable(zip(*mixes, strict=False)))[:number]


def _is_storable(text: str) -> bool:
    return "\0" not in text and not any("\ud800" <= character <= "\udfff" for character in text)


def measured_uses(bench: Bench, only: Sequence[str]) -> Iterator[tuple[Use, Use | None]]:
    """Each use that is asked for, with what it is held against."""
    bare = bench.bare()
    yield bare, None
    ways: dict[str, Callable[[], Use]] = {"folder": bench.folder, "json lines": bench.json_lines}
    for name, way in ways.items():
        if name in only:
            # What else the machine does comes and goes: what was before and what is after is the yardstick.
            use, before, bare = way(), bare, bench.bare()
            yield use, _between(before, bare)
    if not set(only) & AGAINST_POOL.keys():
        return
    pool = bench.pool()
    yield pool, bare
    for name in AGAINST_POOL:
        if name in only:
            try:
                yield bench.engine(name), pool
            except ToolMissingError as missing:
                print(f"{name}: {missing}", file=sys.stderr)


def _between(before: Use, after: Use) -> Use:
    clock, processor = (before.clock + after.clock) / 2, (before.processor + after.processor) / 2
    return Use(after.name, clock, processor, right=True)


def main() -> int:
    """Measure, and print what came of it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--prepare", action="store_true", help="install the engines, each in its environment")
    parser.add_argument("--documents", type=int, default=20_000, help="pages of about 5 kB (default 20,000)")
    known = [*AGAINST_BARE, *AGAINST_POOL]
    parser.add_argument("--only", choices=known, action="append", help="this use; may be repeated")
    parser.add_argument("--corpus", type=Path, help="take the pages from the .txt and .jsonl.gz files of this folder")
    parser.add_argument("--markdown", action="store_true", help="print the table of docs/clusters.md")
    parser.add_argument("--check", action="store_true", help="exit with 1 where too little is reached")
    args = parser.parse_args()
    if args.prepare:
        prepare_engines(ENGINES)
        return 0
    pages = pages_of(args.documents, args.corpus)
    source = args.corpus.name if args.corpus else "generated pages"
    header = f"{machine()}, load {os.getloadavg()[0]:.1f}. {date.today()}, cleantext at {commit()}; {source}."
    rows, fine = [], True
    with tempfile.TemporaryDirectory() as place:
        bench = Bench(Path(place), pages)
        for use, other in measured_uses(bench, args.only or known):
            by_clock = other.clock / use.clock if other else None
            by_processor = other.processor / use.processor if other else None
            asked, enough = _asked(use.name, by_clock, by_processor)
            fine = fine and enough and use.right
            rows.append(use.row(bench.size, by_clock, by_processor, asked))
            print(" ".join(rows[-1]), file=sys.stderr)
        title = f"{len(pages):,} pages, {bench.size:.1f} MB, {PROCESSES} processes"
    head = ["use", "seconds", "CPU seconds", "MB/s", "MB a CPU second", "share", "share by CPU", "asked for", "output"]
    shown = as_markdown if args.markdown else as_text
    print(f"{header}\n")
    print(shown(Figures(title, head, rows)))
    return 0 if fine or not args.check else 1


def _asked(name: str, by_clock: float | None, by_processor: float | None) -> tuple[str, bool]:
    """What is asked of a use, as it is printed, and is it reached?"""
    if name in AGAINST_BARE and by_clock is not None:
        return f"{AGAINST_BARE[name]:.2f}", by_clock >= AGAINST_BARE[name]
    if name in AGAINST_POOL and by_processor is not None:
        return f"{AGAINST_POOL[name]:.2f} by CPU", by_processor >= AGAINST_POOL[name]
    return "", True


if __name__ == "__main__":
    sys.exit(main())
