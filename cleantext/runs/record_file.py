"""One file of records repaired: streamed through whoever repairs the records, and put in place whole or not at all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, closing, nullcontext
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from cleantext.errors import ExtraMissingError, WorkerDied
from cleantext.files import FileError, Replacement, opened, replacing, said
from cleantext.records import FieldTakenError, Format, Record, RecordFaultError, RecordFormat, format_of
from cleantext.runs.one_record import Mended, packed, repair_record
from cleantext.runs.orders import MOST_FAULTS, Orders, RecordError, Repaired, Tally, TooMuchChangedError, Work
from cleantext.runs.quarantine import Quarantine
from cleantext.runs.text_file import Before
from cleantext.workers.answers import Failed
from cleantext.workers.here import one_by_one

Answers = Iterator[tuple[Record, Mended | Failed | None]]
Repair = Callable[[Orders, Work, Iterable[Record]], Answers]
"""What repairs records, in order: this process, or several."""

Check = Callable[[Tally], bool]
Show = Callable[[Any], object]
Progress = Callable[[int], object]


RECORDS_A_STEP = 256
"""Records between two words on the progress."""


def repaired_here(orders: Orders, work: Work, records: Iterable[Record]) -> Answers:
    """Repair records in this process, one by one."""
    path = work.found.path
    return one_by_one(lambda record: repair_record(orders, packed(path, record)), records)


def repair_record_file(
    orders: Orders,
    work: Work,
    before: Before,
    *,
    repair: Repair | None = None,
    exceeds: Check | None = None,
    show: Show | None = None,
    progress: Progress | None = None,
) -> Repaired:
    """Read a file of records, repair their texts, and write it where that is asked for.

    `before` makes of the counts what is called just before the file is put in place; `repair` repairs
    the records, in this process where there is none; `exceeds` tells, after each record, whether too
    much has changed; `show` takes at once what is to be shown, which else is in the answer; `progress` takes
    now and then how many bytes of the file are read. Raises FileError; the file is then as it was.
    """
    path = work.found.path
    format_ = format_of(path)
    assert format_ is not None  # noqa: S101 - it was asked before
    exceeds = exceeds or partial(Tally.exceeds, percentage=orders.max_change)
    passage = _Passage(orders, work, exceeds, show, progress)
    try:
        with opened(path) as (source, status):
            place: AbstractContextManager[Replacement | None] = nullcontext()
            if orders.mode == "write":
                place = replacing(path, status, work.target, keeping=orders.keeping, before=before(passage.tally))
            with place as replacement, closing(passage.quarantine):
                _pass_through(passage, format_, source, replacement, repair or repaired_here)
    except (RecordFaultError, FieldTakenError, ExtraMissingError) as fault:
        raise FileError(path, f"{fault}; left as it is") from fault
    return passage.outcome()


def _pass_through(
    passage: _Passage, format_: Format, source: Any, replacement: Replacement | None, repair: Repair
) -> None:
    orders, work = passage.orders, passage.work
    output = None if replacement is None else replacement.output
    with (
        format_.opened(work.found.path, source, output, orders.fields) as file,
        closing(repair(orders, work, file.records())) as answers,  # type: ignore[type-var]
    ):
        for record, answer in answers:
            passage.take(file, record, answer)
            if passage.progress is not None and record.place % RECORDS_A_STEP == 0:
                passage.progress(source.tell())
    if replacement is not None and not passage.changed and work.target is None:
        replacement.discard()
    elif replacement is not None:
        passage.quarantine.keep()


@dataclass
class _Passage:
    """The records of one file on their way through, and what is to be told of them."""

    orders: Orders
    work: Work
    exceeds: Check
    show: Show | None
    progress: Progress | None = None
    tally: Tally = field(default_factory=Tally)
    changed: bool = False
    shown: list[Any] = field(default_factory=list)
    faults: list[RecordError] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.quarantine = Quarantine.for_file(self.orders.quarantine, self.work.found)

    def outcome(self) -> Repaired:
        """What became of the file."""
        return Repaired(self.changed, self.tally, self.shown, self.faults)

    def take(self, file: RecordFormat, record: Record, answer: Mended | Failed | None) -> None:
        """Write a record as it is to be, and count it."""
        self.tally.records += record.is_data
        self.tally.characters += sum(len(slot.text) for slot in record.slots)
        if record.fault:
            self._fail(file, record, record.fault)
        elif isinstance(answer, Failed):
            self._fail(file, record, self._reason(file, record, answer))
        else:
            self._put(file, record, answer)

    def _put(self, file: RecordFormat, record: Record, mended: Mended | None) -> None:
        before = [slot.text for slot in record.slots]
        if mended is None:
            self._write(file, record, before, {})
            return
        after = [old if new is None else new for old, new in zip(before, mended.texts, strict=True)]
        notes = mended.notes if record.is_data else {}
        try:
            self._write(file, record, after, notes)
        except RecordFaultError as fault:  # its encoding cannot hold the repaired text
            self._fail(file, record, str(fault))
            return
        self.changed = self.changed or after != before or bool(notes)
        self.tally.changed_records += after != before
        self.tally.add(mended.tally)
        self._check()
        for piece in mended.shown:
            self.shown.append(piece) if self.show is None else self.show(piece)

    def _write(self, file: RecordFormat, record: Record, texts: list[str], notes: dict[str, Any]) -> None:
        if self.orders.mode == "write":
            file.put(record, texts, notes)

    def _check(self) -> None:
        if self.orders.max_change is not None and self.exceeds(self.tally):
            raise TooMuchChangedError.of(self.work.found.path, self.tally, self.orders.max_change)

    def _reason(self, file: RecordFormat, record: Record, failed: Failed) -> str:
        """Why a record could not be repaired. Raises what is a bug."""
        if isinstance(failed.error, WorkerDied):
            return f"the process that repaired it, and then another on it alone, {failed.error.how}"
        raise failed.noted(f"while repairing {said(self.work.found.path)}, {file.unit} {record.place}")

    def _fail(self, file: RecordFormat, record: Record, reason: str) -> None:
        error = RecordError(self.work.found.path, record.place, file.unit, reason)
        if self.orders.quarantine is None and self.orders.bad_records == "fail":
            raise error
        self.tally.failed_records += 1
        if len(self.faults) < MOST_FAULTS:
            self.faults.append(error)
        if self.orders.quarantine is None:
            self._write(file, record, [slot.text for slot in record.slots], {})
        elif self.orders.mode == "write":
            self.quarantine.add(error, record)
            self.changed = True
            file.leave_out(record)
