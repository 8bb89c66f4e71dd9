"""Very large documents: does time grow with the length, and memory stay within a multiple of it?

    python benchmarks/large.py                  # 100 MB on one line or in paragraphs, 10 million short lines: minutes
    python benchmarks/large.py --scale 0.01     # the same a hundred times smaller
    python benchmarks/large.py --scale 0.01 --profile --only "short lines, damaged"

Each document is measured at a quarter, a half and the whole of its size, each time in a fresh process
that has cleaned a small text of the same kind before: seconds of CPU time per MB, and the most memory
that was resident beyond what the process held before it read the text, as a multiple of the text's
size in bytes of UTF-8. The text itself counts: with one curly quote in it, Python holds two bytes for
each character. `--check` exits with 1 where time per MB grows by more than `MOST_GROWTH` from a quarter
to the whole, or memory is above `MOST_MEMORY`.
"""

from __future__ import annotations

import argparse
import cProfile
import json
import pstats
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from random import Random
from typing import Any

from generated import english_line, sentence

MOST_GROWTH = 1.5
"""Time per MB at the whole, as a multiple of that at a quarter; twice would be half way to quadratic."""

MOST_MEMORY = 8.0
PARTS = (0.25, 0.5, 1.0)
FULL_BYTES = 100_000_000
FULL_LINES = 10_000_000
BYTES_OF_LINE = 25
"""Of a short line, on average, its end included."""

DAMAGED_SHARE = 1 / 200
DAMAGE = (" itâ€™s ", " \N{ZERO WIDTH SPACE}")
"""What stands in for a space of a damaged piece."""

DOCUMENTS = ("one line", "one line, damaged", "short lines", "short lines, damaged", "book", "book, damaged")
"""The last two are of paragraphs with blank lines between them."""


def pieces(name: str) -> Iterator[str]:
    """Sentences of one line, short lines or paragraphs, without end; some damaged if the name says so.

    Two halves are drawn from pools: quick to make, and hardly two of them are alike.
    """
    rng = Random(name)  # noqa: S311 - the same texts every time are wanted
    if not name.startswith("short lines"):
        end = " " if name.startswith("one line") else "\n\n"
        openings = [f"{sentence(rng)[:-1]}; " for _ in range(1_000)]
        endings = [f"and {sentence(rng)}{end}" for _ in range(1_000)]
    else:
        openings = [english_line(rng) for _ in range(3_000)]
        endings = [f" {english_line(rng)}\n" for _ in range(3_000)]
    is_damaged = name.endswith("damaged")
    while True:
        piece = rng.choice(openings) + rng.choice(endings)
        if is_damaged and rng.random() < DAMAGED_SHARE:
            piece = piece.replace(" ", rng.choice(DAMAGE), 1)
        yield piece


def write_document(path: Path, name: str, size: int) -> None:
    """Write a document of so many bytes, or a little more, without ever holding it."""
    with path.open("w", encoding="utf-8", newline="") as file:
        for piece in pieces(name):
            size -= len(piece.encode())
            if size <= 0:
                file.write(piece.rstrip())
                return
            file.write(piece)


def clean_document(path: Path, name: str, call: str) -> dict[str, Any]:
    """What a fresh process measures: seconds, bytes, and memory beyond what it held before."""
    repaired = _warm(name, call)
    before = _most_memory()
    text = _text_of(path)
    start = time.process_time()
    after = repaired(text)
    seconds = time.process_time() - start
    size = path.stat().st_size
    memory = (_most_memory() - before) / size
    return {"bytes": size, "seconds": seconds, "memory": memory, "right": _is_right(text, after)}


def _warm(name: str, call: str) -> Callable[[str], str]:
    """The function to measure, when it has seen a small text of the same kind."""
    import cleantext

    def repaired(text: str) -> str:
        return cleantext.clean(text) if call == "clean" else cleantext.explain(text).text

    repaired("".join(islice(pieces(name), 100)))
    return repaired


def _text_of(path: Path) -> str:
    return path.read_bytes().decode("utf-8")


def _is_right(text: str, after: str) -> bool:
    """Is undamaged text what it was, and nothing left of the damage?"""
    if not any(damage in text for damage in DAMAGE):
        return after == text
    return after != text and not any(damage in after for damage in DAMAGE)


def _most_memory() -> int:
    """Bytes: the most that was resident so far in this process."""
    import resource  # not on Windows

    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if sys.platform == "darwin" else most * 1024


def measure(path: Path, name: str, call: str, limit: float) -> dict[str, Any]:
    """Measure a document in a fresh process; `seconds` is None where the limit was reached."""
    command = [sys.executable, __file__, "--measure", str(path), "--only", name, "--call", call]
    try:
        said = subprocess.run(command, capture_output=True, text=True, check=True, timeout=limit).stdout
    except subprocess.TimeoutExpired:
        return {"bytes": path.stat().st_size, "seconds": None, "memory": None, "right": False}
    measured: dict[str, Any] = json.loads(said)
    return measured


def measure_parts(name: str, scale: float, call: str, limit: float) -> list[dict[str, Any]]:
    """Measure a document at all its sizes; after one that took too long, none that is larger."""
    rows: list[dict[str, Any]] = []
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "document.txt")
        for part in PARTS:
            write_document(path, name, int(full_size(name) * scale * part))
            rows.append(measure(path, name, call, limit))
            if rows[-1]["seconds"] is None:
                break
    return rows


def full_size(name: str) -> int:
    """Bytes of a document at scale 1."""
    return FULL_LINES * BYTES_OF_LINE if name.startswith("short lines") else FULL_BYTES


def faults_of(rows: Sequence[dict[str, Any]]) -> Iterator[str]:
    """What a document's measurements break of the promises."""
    if any(row["seconds"] is None for row in rows):
        yield "took too long"
        return
    if not all(row["right"] for row in rows):
        yield "wrong output"
    if (grown := _seconds_per_mb(rows[-1]) / _seconds_per_mb(rows[0])) > MOST_GROWTH:
        yield f"time per MB grew {grown:.1f} times"
    if (most := max(row["memory"] for row in rows)) > MOST_MEMORY:
        yield f"{most:.1f} times its size in memory"


def _seconds_per_mb(row: dict[str, Any]) -> float:
    return float(row["seconds"] / row["bytes"] * 1e6)


def profile(name: str, scale: float, call: str) -> None:
    """Print the functions that take most time of the whole document, with how it grew from a quarter on."""
    quarter, whole = (_profiled(name, scale * part, call) for part in (0.25, 1.0))
    print(f"\n{name}: seconds of the function itself at the whole, and as a multiple of those at a quarter")
    for function, seconds in sorted(whole.items(), key=lambda it: -it[1])[:20]:
        grown = seconds / quarter[function] if quarter.get(function) else float("inf")
        print(f"{seconds:9.2f} s  x {grown:5.1f}  {function}")


def _profiled(name: str, scale: float, call: str) -> dict[str, float]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "document.txt")
        write_document(path, name, int(full_size(name) * scale))
        text = _text_of(path)
    repaired = _warm(name, call)
    profiler = cProfile.Profile()
    profiler.runcall(repaired, text)
    stats = pstats.Stats(profiler).stats  # type: ignore[attr-defined]
    return {f"{file}:{line} {function}": row[2] for (file, line, function), row in stats.items()}


def print_table(measured: dict[str, list[dict[str, Any]]]) -> None:
    """Print what was measured, one document a row."""
    print(f"{'document':22} {'MB':>7}   {'s per MB at 1/4, 1/2, 1':>28}   {'memory, times the size':>24}")
    for name, rows in measured.items():
        times = "  ".join("too long" if row["seconds"] is None else f"{_seconds_per_mb(row):8.3f}" for row in rows)
        memory = "  ".join("       ?" if row["memory"] is None else f"{row['memory']:8.1f}" for row in rows)
        said = "; ".join(faults_of(rows))
        print(f"{name:22} {rows[-1]['bytes'] / 1e6:7.1f}   {times:>28}   {memory:>28}   {said}")


def main() -> int:
    """Measure and print, or be one of the processes that measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--scale", type=float, default=1.0, help="share of the full size (default 1)")
    parser.add_argument("--only", choices=DOCUMENTS, action="append", help="measure this document; may be repeated")
    parser.add_argument("--call", choices=("clean", "explain"), default="clean")
    parser.add_argument("--limit", type=float, default=1800, help="seconds that one measurement may take")
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--check", action="store_true", help="exit with 1 where time or memory breaks its promise")
    parser.add_argument("--profile", action="store_true", help="tell which functions' time grows")
    parser.add_argument("--measure", type=Path, help=argparse.SUPPRESS)
    args = parser.parse_args()
    names = args.only or DOCUMENTS
    if args.measure:
        print(json.dumps(clean_document(args.measure, names[0], args.call)))
        return 0
    if args.profile:
        for name in names:
            profile(name, args.scale, args.call)
        return 0
    measured = {name: measure_parts(name, args.scale, args.call, args.limit) for name in names}
    if args.json:
        print(json.dumps(measured))
    else:
        print_table(measured)
    return int(args.check and any(fault for rows in measured.values() for fault in faults_of(rows)))


if __name__ == "__main__":
    sys.exit(main())
