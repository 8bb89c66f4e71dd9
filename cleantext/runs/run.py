"""`Run`: the files of a run, one after another or on several processes, each settled when it is done."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, nullcontext
from dataclasses import replace
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cleantext.batch import available_processors
from cleantext.errors import WorkerDied
from cleantext.files import BinaryFileError, FileError, apart, said, sweep
from cleantext.records import Record, format_of
from cleantext.runs.audience import Audience
from cleantext.runs.interrupts import Interrupts
from cleantext.runs.one_file import repair_file
from cleantext.runs.one_record import packed, repair_record
from cleantext.runs.orders import Orders, Repaired, Tally, TooMuchChangedError, Work
from cleantext.runs.quarantine import Quarantine
from cleantext.runs.record_file import Answers, repair_record_file, repaired_here
from cleantext.runs.report import Report
from cleantext.runs.settings import Settings
from cleantext.workers.answers import Failed
from cleantext.workers.here import one_by_one

if TYPE_CHECKING:
    from cleantext.runs.journal import Journal

BYTES_A_PROCESS = 2_000_000
"""What one process repairs in about the time that another needs to start."""

STREAMED = 8_000_000
"""Bytes from which on the records of one file are shared out among the processes; smaller files go whole to one."""


class _StopError(Exception):
    """The run is to end; the report says why."""


class Run:
    """One run, and its report."""

    def __init__(self, settings: Settings, audience: Audience | None = None) -> None:
        self.settings, self.audience = settings, audience or Audience()
        self.report = Report(settings.orders.mode)
        self._orders = settings.orders
        self._journal: Journal | None = None
        self._told = 0  # bytes of the file under way
        self._interrupts = Interrupts()
        self._counted: Work | None = None

    def go(self) -> Report:
        """Do all that is asked. Raises FileError for outputs that would hurt, and what is a bug.

        Ctrl-C ends the run, whenever it comes, and the report tells; each file is whole, old or new.
        """
        with self._interrupts:
            self._go()
        return self.report

    def _go(self) -> None:
        works: Sequence[Work] = ()
        try:
            works, missing = self.settings.works()
            self._begin(works)
            for error in missing:
                self._pass_by(error)
            self._repair(works)
        except KeyboardInterrupt:
            self.report.interrupted = True
        except _StopError:
            pass
        except Exception:
            if not self._interrupts.came:
                raise
            self.report.interrupted = True
        if self.report.interrupted:
            self._sweep(works)
        self._interrupts.hold()

    def _begin(self, works: Sequence[Work]) -> None:
        if self.settings.journal is not None and self._orders.mode == "write":
            self._journal = _begun(self.settings.journal, self._orders)
            self._orders = replace(self._orders, pen=self._journal.pen)
        self._sweep(works)
        self.audience.begin(sum(map(_size, works)), len(works))

    def _sweep(self, works: Sequence[Work]) -> None:
        """Take away what a run that was cut short, this or another, has left half written."""
        if self.settings.orders.mode == "write":
            for folder in set(self._written_folders(works)):
                sweep(folder)

    def _written_folders(self, works: Iterable[Work]) -> Iterator[Path]:
        for work in works:
            yield Path(os.path.realpath(work.place)).parent
            if self._orders.quarantine is not None:
                yield (self._orders.quarantine / work.found.below).parent

    def _repair(self, works: Sequence[Work]) -> None:
        whole = [work for work in works if not _is_streamed(work)]
        self._repair_whole(whole, self.settings.jobs or jobs_for(whole))
        streamed = [work for work in works if _is_streamed(work)]
        if streamed:
            self._repair_streamed(streamed, self.settings.jobs or available_processors())

    def _repair_whole(self, works: Sequence[Work], jobs: int) -> None:
        task = partial(repair_file, self._orders)
        if jobs == 1:
            self._settle(one_by_one(task, self._still_to_do(works)))
            return
        from cleantext.workers.crew import Crew

        writing = self.settings.orders.mode == "write"
        with Crew[Work](task, jobs, size=_size, prompt=True) as crew:
            # Two workers must not repair one file at a time, which links would have them do.
            to_do = self._still_to_do(works)
            runs = apart(to_do, lambda work: work.found.path) if writing else [to_do]
            try:
                self._settle(chain.from_iterable(map(crew.run, runs)))
            except (KeyboardInterrupt, _StopError) as end:
                self.report.interrupted = isinstance(end, KeyboardInterrupt)
                if writing:  # what is written is told
                    with self._interrupts.held():
                        crew.stop()
                        for work, answer in crew.rest():
                            if work is not self._counted:
                                self._count(work, answer)
                raise

    def _repair_streamed(self, works: Sequence[Work], jobs: int) -> None:
        """Repair large files of records, one after another, the records of each on several processes."""
        if jobs == 1:
            self._settle(one_by_one(partial(self._stream, repair=repaired_here), self._still_to_do(works)))
            return
        from cleantext.workers.crew import Crew

        task = partial(repair_record, self._orders)
        with Crew[_Sent](task, jobs, size=lambda sent: sent[1].size, pack=lambda sent: packed(*sent)) as crew:
            self._settle(one_by_one(partial(self._stream, repair=partial(_by_crew, crew)), self._still_to_do(works)))

    def _still_to_do(self, works: Iterable[Work]) -> Iterator[Work]:
        """Pass over what the journal says is done."""
        for work in works:
            if self._journal is None or not self._journal.is_done(work):
                yield work
            else:
                self.report.done_before += 1
                self.audience.advance(_size(work))

    def _stream(self, work: Work, repair: Any) -> Repaired:
        stream = partial(
            repair_record_file,
            repair=repair,
            exceeds=self._exceeds,
            show=self.audience.show_piece,
            progress=self._progress,
        )
        return repair_file(self._orders, work, stream)

    def _progress(self, place: int) -> None:
        """Tell that so many bytes of the file under way are read."""
        self._interrupts.check()
        self.audience.advance(max(0, place - self._told))
        self._told = max(self._told, place)

    def _exceeds(self, tally: Tally) -> bool:
        """Has too much changed, with what one file under way adds?"""
        together = Tally()
        together.add(self.report.tally)
        together.add(tally)
        return together.exceeds(self.settings.orders.max_change)

    def _settle(self, answers: Iterable[tuple[Work, Repaired | Failed]]) -> None:
        writing = self.settings.orders.mode == "write"  # else what is printed may wait for a pager
        for work, answer in answers:
            size = _size(work)
            with self._interrupts.held() if writing else nullcontext():
                self._count(work, answer)
            self._progress(size)
            self._told = 0
            self._stop_at(work, answer)

    def _stop_at(self, work: Work, answer: Repaired | Failed) -> None:
        """End the run where what became of a file asks for it."""
        error = answer.error if isinstance(answer, Failed) else None
        if isinstance(error, TooMuchChangedError):
            self._stop("too much would change")
        limit, tally = self.settings.orders.max_change, self.report.tally
        if limit is not None and tally.exceeds(limit):
            told = TooMuchChangedError.of(work.found.path, tally, limit).reason.partition("; the run stops")[0]
            self._stop(f"in all files so far {told}".replace("would change", "changed"))

    def _stop(self, why: str) -> None:
        self.report.stopped = why
        raise _StopError

    def _count(self, work: Work, answer: Repaired | Failed) -> None:
        """Count and tell what became of a file. Raises what is a bug."""
        self._counted, path = work, work.found.path
        if isinstance(answer, Repaired):
            self.report.add(answer)
            for fault in answer.faults:
                self.audience.fail(fault)
            if (more := answer.tally.failed_records - len(answer.faults)) > 0:
                self.audience.more_failed(work, more)
            self.audience.show(work, answer)
        elif isinstance(answer.error, BinaryFileError) and work.found.root is not None:
            self._skip(answer.error)
        elif isinstance(answer.error, FileError):
            self.fail(answer.error, work)
        elif isinstance(answer.error, WorkerDied):
            reason = f"the process that repaired it, and then another on it alone, {answer.error.how}; left as it is"
            self.fail(FileError(path, reason), work)
        else:  # a bug: the report of it needs the text
            raise answer.noted(f"while repairing {said(path)}")

    def _pass_by(self, error: FileError) -> None:
        if isinstance(error, BinaryFileError):
            self._skip(error)
        else:
            self.fail(error)

    def _skip(self, error: BinaryFileError) -> None:
        self.report.skipped += 1
        self.audience.note(f"skipped {error}")

    def fail(self, error: FileError, work: Work | None = None) -> None:
        """Count and tell a file that failed."""
        self.report.fail(error)
        orders = self.settings.orders
        if work is not None and orders.quarantine is not None and orders.mode == "write":
            with closing(Quarantine.for_file(orders.quarantine, work.found)) as quarantine:
                quarantine.add_file(error)
                quarantine.keep()
        self.audience.fail(error)
        if self.settings.fail_fast and not (self.report.stopped or self.report.interrupted):
            self._stop("a file failed")


_Sent = tuple[Path, Record]


def _by_crew(crew: Any, _orders: Orders, work: Work, records: Iterable[Record]) -> Answers:
    """Repair the records of a file by a crew, which is left ready for another file, whatever happens here."""
    stopping = False

    def until_stopped() -> Iterator[_Sent]:
        for record in records:
            if stopping:
                return
            yield work.found.path, record

    answers = crew.run(until_stopped())
    try:
        for (_, record), answer in answers:
            yield record, answer
    finally:
        stopping = True
        for _ in answers:
            pass


def _begun(path: Path, orders: Orders) -> Journal:
    from cleantext.runs.journal import Journal

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FileError(path, f"the journal cannot be written: {error.strerror}") from error
    return Journal(path, orders)


def jobs_for(works: Sequence[Work]) -> int:
    """As many processes as there are processors, but no more than have something to do."""
    processors = available_processors()
    size = 0
    for work in works if processors > 1 else ():
        size += _size(work)
        if size >= processors * BYTES_A_PROCESS:
            break
    return max(1, min(processors, len(works), size // BYTES_A_PROCESS))


def _is_streamed(work: Work) -> bool:
    return format_of(work.found.path) is not None and _size(work) >= STREAMED


def _size(work: Work) -> int:
    """Bytes; none for what cannot be read, which is told when its turn comes."""
    try:
        return work.found.path.stat().st_size
    except OSError:
        return 0
