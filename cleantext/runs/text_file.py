"""One text file repaired, in this process or in a worker: read, written, and what is to be told of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from cleantext.files import Written, read_text_file, write_text_file
from cleantext.result import Result
from cleantext.runs.orders import Orders, Repaired, Tally, TooMuchChangedError, Work, altered

Before = Callable[[Tally], Written]


def repair_text_file(orders: Orders, work: Work, before: Before) -> Repaired:
    """Read a file, repair it, and write it where that is asked for. Raises FileError; the file is then as it was.

    `before` makes of the counts what is called just before a file is put in place.
    """
    path = work.found.path
    file = read_text_file(path, orders.encoding)
    result = orders.cleaner.edited(file.text)
    # Before writing: an interrupt between the two would leave a repaired file untold.
    told = repaired(orders, result, str(path))
    if orders.max_change is not None and told.tally.exceeds(orders.max_change):
        raise TooMuchChangedError.of(path, told.tally, orders.max_change)
    if orders.mode == "write" and (work.target is not None or result.text != file.text):
        write_text_file(file, result.text, work.target, keeping=orders.keeping, before=before(told.tally))
    return told


def repaired(orders: Orders, result: Result, name: str) -> Repaired:
    """What is to be told of a result."""
    tally = Tally(characters=len(result.original), witnesses={sign.rule for sign in result.evidence.signs})
    if result.text == result.original:
        return Repaired(changed=False, tally=tally)
    tally.edits = Counter(edit.rule for it in result.passes for edit in it.edits)
    tally.altered = altered(result)
    shown = () if orders.shown is None else (orders.shown(result, name),)
    return Repaired(changed=True, tally=tally, shown=shown)
