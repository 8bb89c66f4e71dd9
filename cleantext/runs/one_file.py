"""One file repaired, whatever it is, and what the journal of the run is to know of it."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import Any

from cleantext.files import Written, digest
from cleantext.records import format_of
from cleantext.runs.orders import Orders, Repaired, Tally, Work
from cleantext.runs.record_file import repair_record_file
from cleantext.runs.text_file import repair_text_file


def repair_file(orders: Orders, work: Work, repair_records: Any = repair_record_file) -> Repaired:
    """Repair one file, whatever it is. Raises FileError; the file is then as it was."""
    repair = repair_text_file if format_of(work.found.path) is None else repair_records
    pen = orders.pen if orders.mode == "write" else None
    if pen is None:
        answer: Repaired = repair(orders, work, lambda _tally: lambda _path: None)
        return answer
    with suppress(OSError):  # what cannot be read is told by who reads it
        content = digest(work.found.path)

    def before(tally: Tally) -> Written:
        def note(written: Path) -> None:
            in_place = work.target is None
            pen.note(work.place, digest(written) if in_place else content, tally.rules, None if in_place else written)

        return note

    answer = repair(orders, work, before)
    if not answer.changed and work.target is None:
        pen.note(work.place, content, answer.tally.rules)
    return answer
