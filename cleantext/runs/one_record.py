"""The texts of one record repaired, in this process or in a worker."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from cleantext.options import HintOptions
from cleantext.records import Record
from cleantext.result import Result
from cleantext.runs.orders import Orders, Tally
from cleantext.runs.text_file import repaired

Packed = tuple[str, Sequence[tuple[str, bytes]], str]
"""A record as it travels: its name, of each text the field and the bytes, and the address that they are from.

As bytes, since pickle would leave a second form of every text that is not ASCII in the sender's object.
"""


@dataclass(slots=True)
class Mended:
    """What became of a record: its texts, None where one stays; counts; what is added and what is shown."""

    texts: list[str | None]
    tally: Tally = field(default_factory=Tally)
    notes: dict[str, Any] = field(default_factory=dict)
    shown: list[Any] = field(default_factory=list)


def packed(path: Path, record: Record) -> Packed:
    """A record as it is sent to who repairs it."""
    texts = [(it.field, it.text.encode("utf-8", "surrogatepass")) for it in record.slots]
    return f"{path}:{record.place}", texts, record.url


def repair_record(orders: Orders, sent: Packed) -> Mended | None:
    """Repair the texts of a record; None where they stay and nothing is to be added."""
    name, texts, url = sent
    hints: HintOptions = {"url": url} if url else {}
    results = [(field, orders.cleaner.edited(text.decode("utf-8", "surrogatepass"), **hints)) for field, text in texts]
    notes = _notes(orders, results)
    if not notes and all(result.text == result.original and not result.evidence.signs for _, result in results):
        return None
    mended = Mended([result.text if result.text != result.original else None for _, result in results], notes=notes)
    for _, result in results:
        told = repaired(orders, result, name)
        mended.tally.add(told.tally)
        mended.shown += told.shown
    mended.tally.characters = 0  # are counted by who reads the record
    return mended


def _notes(orders: Orders, results: Sequence[tuple[str, Result]]) -> dict[str, Any]:
    notes: dict[str, Any] = {}
    if orders.fields.metadata:
        notes[orders.fields.metadata] = _metadata([result for _, result in results])
    if orders.fields.edits:
        notes[orders.fields.edits] = [
            {
                "field": field,
                "rule": edit.rule,
                "start": edit.start,
                "end": edit.end,
                "before": edit.before,
                "after": edit.after,
            }
            for field, result in results
            for edit in result.edits
        ]
    return notes


def _metadata(results: Sequence[Result]) -> Mapping[str, list[str]]:
    """The facts that left the texts with their furniture: the values by name."""
    values: dict[str, dict[str, None]] = {}
    for result in results:
        for name, facts in result.metadata.items():
            values.setdefault(name, {}).update(dict.fromkeys(fact.value for fact in facts))
    return {name: list(its) for name, its in values.items()}
