"""One tool in a process of its own: JSON in, a line a request, and JSON out. Started by `compare.py`.

    python -I benchmarks/worker.py TOOL

First it tells what it is: `{"version": …, "start": CPU seconds from nothing to the first text cleaned}`.
Then each `{"texts": […]}` is answered with `{"seconds": …, "changed": …, "failed": …}`, and with
`"outputs"` where the request says `"show": true`. The time is the CPU time of the cleaning alone.

Only the standard library is used here, since it runs in every tool's own environment.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable, Sequence
from importlib.metadata import version
from typing import Any, TextIO

Clean = Callable[[str], str]


def cleantext_repair() -> Clean:
    """All stages: mojibake, entities, lost spaces, white space, page furniture, doubles, what translators left."""
    import cleantext

    return cleantext.clean


def cleantext_minimal() -> Clean:
    """The stages encoding and spacing alone: of cleantext, what is nearest to the others."""
    import cleantext

    return cleantext.Cleaner(profile="minimal").clean


def ftfy_fix_text() -> Clean:
    """Mojibake, entities, controls, ligatures, widths, line ends; straightens quotes and normalises to NFC."""
    import ftfy

    return ftfy.fix_text


def clean_text() -> Clean:
    """`ftfy.fix_text`, then white space; without its defaults, which turn all into lower case and ASCII."""
    import cleantext  # clean-text's package has the same name: this runs where nothing else has it

    def clean(text: str) -> str:
        return str(cleantext.clean(text, to_ascii=False, lower=False))  # type: ignore[call-arg]

    return clean


def datatrove_ftfy() -> Clean:
    """`ftfy.fix_text` for mojibake, entities and controls; quotes, ligatures, widths and normal form stay."""
    from datatrove.pipeline.formatters import FTFYFormatter

    clean: Clean = FTFYFormatter().format
    return clean


def datatrove_symbol_lines() -> Clean:
    """Drops lines of nothing but symbols, and nothing else."""
    from datatrove.pipeline.formatters import SymbolLinesFormatter

    clean: Clean = SymbolLinesFormatter().format
    return clean


def plsfix_fix_text() -> Clean:
    """What ftfy repairs, written again in Rust."""
    import plsfix

    clean: Clean = plsfix.fix_text
    return clean


TOOLS: dict[str, tuple[str, Callable[[], Clean]]] = {
    "cleantext": ("cleantext-repair", cleantext_repair),
    "cleantext minimal": ("cleantext-repair", cleantext_minimal),
    "ftfy": ("ftfy", ftfy_fix_text),
    "clean-text": ("clean-text", clean_text),
    "datatrove ftfy": ("datatrove", datatrove_ftfy),
    "datatrove symbol lines": ("datatrove", datatrove_symbol_lines),
    "plsfix": ("plsfix", plsfix_fix_text),
}
"""By name: the distribution, and what gives the function that cleans one text; its docstring says what that does."""

FIRST_TEXT = "The ferry wasnâ€™t late."


def main() -> None:
    """Answer requests until there are no more."""
    answers = os.fdopen(os.dup(1), "w", encoding="ascii")
    os.dup2(2, 1)  # whatever a tool prints goes where errors go
    distribution, make = TOOLS[sys.argv[1]]
    clean = make()
    clean(FIRST_TEXT)
    _answer(answers, {"version": version(distribution), "start": time.process_time()})
    for line in sys.stdin:
        request = json.loads(line)
        _answer(answers, timed(clean, request["texts"], show=request.get("show", False)))


def timed(clean: Clean, texts: Sequence[str], *, show: bool) -> dict[str, Any]:
    """Clean texts one by one; a tool that fails on a text leaves it as it is."""
    outputs = []
    failed = 0
    start = time.process_time()
    for text in texts:
        try:
            outputs.append(clean(text))
        except Exception:  # whatever it is: some raise for lone surrogates
            outputs.append(text)
            failed += 1
    seconds = time.process_time() - start
    changed = sum(before != after for before, after in zip(texts, outputs, strict=True))
    answer = {"seconds": seconds, "changed": changed, "failed": failed}
    return answer | {"outputs": outputs} if show else answer


def _answer(file: TextIO, answer: dict[str, Any]) -> None:
    file.write(json.dumps(answer) + "\n")
    file.flush()


if __name__ == "__main__":
    main()
