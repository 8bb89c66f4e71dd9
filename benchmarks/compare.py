"""The speed of cleantext beside that of other cleaners, in one run, as ratios to `ftfy.fix_text`.

    python benchmarks/compare.py --prepare              # once: environments for the others, below benchmarks/.tools
    python benchmarks/compare.py                        # generated texts
    python benchmarks/compare.py --corpora ../shared/corpora --megabytes 4
    python benchmarks/compare.py --only cleantext --only plsfix --json

Each tool runs in a process of its own, the others each in an environment of its own too: clean-text
installs a package that is called `cleantext` as well. cleantext and ftfy, on which it depends, run in
the environment of this script. All take turns over the same slices of documents, so that what else the
machine does falls on all of them; a slice's time is the process's own CPU time of the cleaning alone.

Three figures: *cold* is the first megabyte that a new process sees; *warm* the median of the slices, all
of them new text, after `--warm` megabytes of other text; the ratio is the median of the slices' ratios.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import corpora
import generated
from environments import ToolMissingError, prepare, running
from printing import Figures, as_markdown, as_text, commit, machine
from worker import TOOLS

REFERENCE = "ftfy"
SLICES = 7
COLD_MEGABYTES = 1.0

PROBES = {
    "mojibake": ("It was not the cafÃ© they had in mind.", "It was not the café they had in mind."),
    "entity": ("Bread &amp; butter were sold at the gate.", "Bread & butter were sold at the gate."),
    "space": ("The boat  left the quay.", "The boat left the quay."),
    "glue": ("They waited in front of theharbour all night.", "They waited in front of the harbour all night."),
    "menu": (
        "Skip to main content\n\nOn Monday the ferry left the harbour at nine, with forty people on board.",
        "On Monday the ferry left the harbour at nine, with forty people on board.",
    ),
    "quotes kept": ("“We’ll wait,” she said.", "“We’ll wait,” she said."),
    "accent kept": ("Le marché de Zoë était déjà fermé.", "Le marché de Zoë était déjà fermé."),
}
"""What a tool does is tried, not believed: a text, and what it should become."""


@dataclass
class Measured:
    """What was seen of one tool on one mix; speeds in MB of UTF-8 a CPU second."""

    cold: float
    slices: list[float]
    changed: int
    failed: int


def about(tools: Sequence[str]) -> dict[str, dict[str, Any]]:
    """Of each tool that runs here: its version, its start, and which probes it passes; the others are told."""
    known: dict[str, dict[str, Any]] = {}
    for tool in tools:
        try:
            with running(tool) as worker:
                outputs = worker.clean([before for before, _ in PROBES.values()], show=True)["outputs"]
                wanted = [after for _, after in PROBES.values()]
                passed = [name for name, got, want in zip(PROBES, outputs, wanted, strict=True) if got == want]
                known[tool] = {**worker.about, "does": TOOLS[tool][1].__doc__, "passes": passed}
        except ToolMissingError as why:
            print(f"{tool}: skipped: {why}", file=sys.stderr)
    return known


def measure(tools: Sequence[str], documents: Sequence[str], megabytes: float, warm: float) -> dict[str, Measured]:
    """Let the tools take turns over the documents: a megabyte cold, some to get warm, then others in slices.

    What is timed is set aside first: where there is too little text, less of it is left to get warm with.
    """
    timed, rest = corpora.cut(documents, megabytes)
    cold, rest = corpora.cut(rest, COLD_MEGABYTES)
    warming, _ = corpora.cut(rest, warm)
    measured = {}
    with ExitStack() as stack:
        workers = {tool: stack.enter_context(running(tool)) for tool in tools}
        for tool, worker in workers.items():
            measured[tool] = Measured(_speed(cold, worker.clean(cold)), [], 0, 0)
            worker.clean(warming)
        for number in range(SLICES):
            part = timed[number::SLICES]
            for tool in _rotated(tools, number):
                said = workers[tool].clean(part)
                measured[tool].slices.append(_speed(part, said))
                measured[tool].changed += said["changed"]
                measured[tool].failed += said["failed"]
    return measured


def _rotated(tools: Sequence[str], number: int) -> Iterator[str]:
    """The tools, another one first each time."""
    return (tools[(number + place) % len(tools)] for place in range(len(tools)))


def _speed(texts: Sequence[str], said: Mapping[str, Any]) -> float:
    return sum(map(corpora.size_of, texts)) / float(said["seconds"]) / 1e6


def summary(measured: Mapping[str, Measured], tool: str) -> dict[str, Any]:
    """A tool's figures on a mix, beside those of the reference."""
    it, reference = measured[tool], measured[REFERENCE]
    ratios = [ours / theirs for ours, theirs in zip(it.slices, reference.slices, strict=True)]
    return {
        "cold_mb_s": it.cold,
        "mb_s": statistics.median(it.slices),
        "cold_ratio": it.cold / reference.cold,
        "ratio": statistics.median(ratios),
        "ratios": [min(ratios), max(ratios)],
        "changed": it.changed,
        "failed": it.failed,
    }


def tables(result: Mapping[str, Any]) -> Iterator[Figures]:
    """All that is shown of a result."""
    tools, mixes, documents = result["tools"], result["mixes"], result["documents"]
    head = ["tool", *mixes]

    def rows(cell: Callable[[Mapping[str, Any]], str]) -> list[list[str]]:
        return [[tool, *(cell(figures[tool]) for figures in mixes.values())] for tool in tools]

    yield Figures(
        f"Times the speed of ftfy.fix_text, warm, on new text (lowest and highest of {SLICES} slices)",
        head,
        rows(lambda it: f"{it['ratio']:.2f} ({it['ratios'][0]:.2f}–{it['ratios'][1]:.2f})"),
    )
    yield Figures("MB a CPU second, warm", head, rows(lambda it: f"{it['mb_s']:.2f}"))
    yield Figures(
        "The first megabyte of a new process: times the speed of ftfy.fix_text there, and MB a CPU second",
        head,
        rows(lambda it: f"{it['cold_ratio']:.2f} ({it['cold_mb_s']:.2f})"),
    )
    yield Figures("Documents changed", ["tool", *(f"{mix} (of {documents[mix]})" for mix in mixes)], rows(_changed))
    yield Figures(
        "What each does: probes mended, or left alone where they should be",
        ["tool", "version", "CPU seconds to the first text", *PROBES],
        [
            [name, it["version"], f"{it['start']:.2f}", *("yes" if probe in it["passes"] else "no" for probe in PROBES)]
            for name, it in tools.items()
        ],
    )
    yield Figures("What each is asked for", ["tool", ""], [[name, it["does"]] for name, it in tools.items()])


def _changed(figures: Mapping[str, Any]) -> str:
    return str(figures["changed"]) + (f", failed on {figures['failed']}" if figures["failed"] else "")


def header(result: Mapping[str, Any]) -> str:
    """Where and on what it was measured."""
    return (
        f"{result['machine']}. cleantext at {result['commit']}; {result['texts']}, {result['megabytes']:g} MB "
        f"of each mix after {result['warm']:g} MB of others."
    )


def main() -> int:
    """Measure, and print what came of it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--prepare", action="store_true", help="install the other tools, each in its environment")
    parser.add_argument("--only", choices=TOOLS, action="append", help="this tool, beside ftfy; may be repeated")
    parser.add_argument("--mix", choices=generated.MIXES, action="append", help="this mix; may be repeated")
    parser.add_argument("--corpora", type=Path, help="take the texts from this folder of corpora")
    parser.add_argument("--megabytes", type=float, default=2.0, help="of each mix, to be timed (default 2)")
    parser.add_argument("--warm", type=float, default=4.0, help="megabytes of each mix to get warm on (default 4)")
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--markdown", action="store_true", help="print the tables of docs/speed.md")
    args = parser.parse_args()
    if args.prepare:
        prepare()
        return 0
    tools = about([tool for tool in TOOLS if not args.only or tool in {REFERENCE, *args.only}])
    if REFERENCE not in tools:
        print("without ftfy there is nothing to compare with", file=sys.stderr)
        return 1
    result = compare(tools, args.mix or list(generated.MIXES), args.corpora, args.megabytes, args.warm)
    if args.json:
        print(json.dumps(result))
    else:
        shown = as_markdown if args.markdown else as_text
        print("\n\n".join([header(result), *map(shown, tables(result))]))
    return 0


def compare(
    tools: Mapping[str, Mapping[str, Any]], mixes: Sequence[str], root: Path | None, megabytes: float, warm: float
) -> dict[str, Any]:
    """Measure the tools on the mixes: all that the tables show, as plain values."""
    figures, counts = {}, {}
    for mix in mixes:
        wanted = COLD_MEGABYTES + warm + megabytes
        documents = corpora.documents(root, mix, wanted) if root else generated.documents(mix, wanted)
        measured = measure(list(tools), documents, megabytes, warm)
        figures[mix] = {tool: summary(measured, tool) for tool in tools}
        counts[mix] = len(corpora.cut(documents, megabytes)[0])
    return {
        "machine": machine(),
        "commit": commit(),
        "texts": "texts of corpora" if root else "generated texts",
        "megabytes": megabytes,
        "warm": warm,
        "tools": tools,
        "documents": counts,
        "mixes": figures,
    }


if __name__ == "__main__":
    sys.exit(main())
