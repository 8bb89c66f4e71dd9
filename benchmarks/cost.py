"""What each rule costs: how often it is triggered for nothing, how long its proposals take, what its trigger costs.

    python benchmarks/cost.py                                   # generated texts without damage
    python benchmarks/cost.py ../shared/corpora/clean           # the texts below a folder
    python benchmarks/cost.py --leave-out --only glue           # the triggers of a stage, by leaving each out
    python benchmarks/cost.py --json

Three figures a rule. *Triggered*: the share of documents in which its trigger fires or its gate opens;
in texts without damage each is work for nothing. *Proposals*: milliseconds per MB of all the texts that
the rule takes to look at the places it was called to, and how many proposals it makes, before anything
weighs them. *Trigger*: milliseconds per MB by which it is told quicker which rules new text concerns where
the rule is left out, and how far the rounds lie apart (a difference of that size is none). In a fresh
process two cleaners, one without the rule, both cold, take turns over the documents; then again in another,
where the other one is first. Asked for with `--leave-out`, since that takes two processes a rule and round.
Rules that give evidence still do so when they are left out: what is saved there is not their trigger.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from functools import cache
from pathlib import Path

import corpora
import generated
from printing import Figures, as_text, commit, machine

from cleantext import Cleaner
from cleantext.workshop.cost import Cost, Costs, megabytes


@cache
def without(name: str) -> Costs:
    """What measures all rules but one; all where the name is empty."""
    return Costs(Cleaner(ignore=[name]) if name else Cleaner())


def asking(texts: Sequence[str]) -> float:
    """Milliseconds per MB that all triggers and gates together take of text seen before."""
    triggered_in = without("").triggered_in
    for text in texts:
        triggered_in(text)
    start = time.process_time()
    for text in texts:
        triggered_in(text)
    return 1000 * (time.process_time() - start) / megabytes(texts)


def trigger_costs(names: Sequence[str], rounds: int, arguments: Sequence[str]) -> dict[str, list[float]]:
    """What leaving out each rule saves, in milliseconds per MB, round by round."""
    saved: dict[str, list[float]] = {name: [] for name in names}
    for _ in range(rounds):
        for name in names:
            saved[name].append(statistics.mean(_said_saved(name, order, arguments) for order in ("first", "second")))
    return saved


def _said_saved(name: str, order: str, arguments: Sequence[str]) -> float:
    command = [sys.executable, __file__, "--without", name, order, *arguments]
    return float(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


def saved_without(name: str, order: str, texts: Sequence[str]) -> float:
    """Milliseconds per MB that asking for the rules of texts not seen before is quicker without one of them.

    Whichever cleaner comes to the first document pays for what both share; `order` is that of the one without.
    """
    names = [name, ""] if order == "first" else ["", name]
    seconds = dict.fromkeys(names, 0.0)
    for each in names:  # what is compiled or loaded by the first text that needs it is no rule's own cost
        for page in generated.documents("damaged", 0.02):
            without(each).triggered_in(page)
    for text in texts:
        for each in names:
            start = time.process_time()
            without(each).triggered_in(text)
            seconds[each] += time.process_time() - start
        names.reverse()
    return 1000 * (seconds[""] - seconds[name]) / megabytes(texts)


def texts_of(folder: Path | None, size: float) -> list[str]:
    """Documents of together so many megabytes: pages of a folder's texts, or edited and native ones that are made."""
    if folder is None:
        return [*generated.documents("news", size / 2), *generated.documents("many", size / 2)]
    return corpora.pages_below(folder, size)


def table(found: Sequence[Cost], saved: Mapping[str, Sequence[float]], texts: Sequence[str]) -> Figures:
    """All costs, the dearest rules first; `saved` without their triggers, round by round, where that was asked for."""
    of_triggers = {name: statistics.median(rounds) for name, rounds in saved.items()}
    order = sorted(found, key=lambda it: (-it.proposing_ms - of_triggers.get(it.rule, 0.0), -it.triggered, it.rule))
    head = ["rule", "triggered", "proposals", "proposing, ms/MB", "trigger, ms/MB"]
    rows = [
        [
            it.rule,
            f"{100 * it.triggered:.1f} %",
            str(it.proposals),
            f"{it.proposing_ms:.2f}",
            f"{of_triggers[it.rule]:.1f} (within {max(rounds) - min(rounds):.1f})"
            if (rounds := saved.get(it.rule))
            else "",
        ]
        for it in order
    ]
    measured = f"{len(texts)} documents, {megabytes(texts):.1f} MB; cleantext at {commit()}; {machine()}"
    return Figures(f"{measured}; all triggers and gates, asked of it again: {asking(texts):.0f} ms/MB", head, rows)


def main() -> None:
    """Measure, and print what came of it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?", help="where texts lie, as .txt or .jsonl.gz")
    parser.add_argument("--megabytes", type=float, default=2.0, help="of texts (default 2)")
    parser.add_argument("--only", action="append", help="rules, folders or stages by name; may be repeated")
    parser.add_argument("--leave-out", action="store_true", help="measure triggers too, in a process a rule and round")
    parser.add_argument("--rounds", type=int, default=3, help="of processes with a rule left out (default 3)")
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--without", nargs=2, help=argparse.SUPPRESS)
    args = parser.parse_args()
    texts = texts_of(args.folder, args.megabytes)
    if args.without:
        name, order = args.without
        print(saved_without(name, order, texts))
        return
    names = [rule.name for rule in (Cleaner(select=args.only) if args.only else Cleaner()).rules]
    found = list(without("").of(names, texts))
    arguments = [*([str(args.folder)] if args.folder else []), "--megabytes", str(args.megabytes)]
    saved = trigger_costs(names, args.rounds, arguments) if args.leave_out else {}
    if args.json:
        print(json.dumps([{**asdict(cost), "trigger_ms": saved.get(cost.rule, [])} for cost in found]))
    else:
        print(as_text(table(found, saved, texts)))


if __name__ == "__main__":
    main()
