"""A task done on many items by several processes, in order, with a bounded number of items under way."""

from __future__ import annotations

import atexit
import pickle
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from queue import SimpleQueue
from typing import Any, Generic, Self, TypeVar

from cleantext.errors import WorkerDied
from cleantext.workers.answers import PROTOCOL, Failed
from cleantext.workers.worker import Worker

Item = TypeVar("Item")

SHARD_ITEMS = 1024
"""Items sent to a process at a time, at most; one by one, sending would cost more than the work."""

SHARD_SIZE = 1 << 18
"""The same in units of size: characters or bytes. A larger item is a shard of its own."""

SHARDS_AHEAD = 4
"""Shards per process that are at work or wait, at most; bounds memory and what is read ahead of the answers."""

GRACE = 5.0
"""Seconds that workers of a prompt task have for ending before they are killed; the others leave nothing unfinished."""

STARTS = 3
"""Times that a worker is started, at most, if it is killed while it starts."""


@dataclass(eq=False)
class _Shard(Generic[Item]):
    """Items that travel together, and the answers that have come for the first of them.

    What tells that they are done is no Future: Ctrl-C while this process waits for one can find the
    lock just taken or just let go, which is then held for ever or ends as `RuntimeError: cannot
    release un-acquired lock`.
    """

    size: int = 0
    items: deque[Item] = field(default_factory=deque)
    answers: deque[Any] = field(default_factory=deque)
    given: int = 0
    """How many have been given. One number: a pair taken off two queues can be torn apart."""
    is_done: bool = False
    _error: BaseException | None = None
    _bell: SimpleQueue[None] = field(default_factory=SimpleQueue)

    def end(self, error: BaseException | None = None) -> None:
        """Say that all are answered, or that no more will be, and why."""
        self._error, self.is_done = error, True
        self._bell.put(None)

    def wait(self) -> None:
        """Wait for the end. Raises what it ended with."""
        if not self.is_done:
            self._bell.get()
        if self._error is not None:
            raise self._error

    def left(self) -> Iterator[tuple[Item, Any]]:
        """The items that are answered and were not given, with their answers."""
        return islice(zip(self.items, self.answers, strict=False), self.given, None)


class Crew(Generic[Item]):
    """Several processes that do one task.

    Each is driven by a thread of this process, which sends it a shard and waits for the answers.
    `task` is pickled; `size` tells what an item weighs; `pack` makes of it what is sent. With
    `prompt`, each answer comes as soon as it is there, for tasks that leave something behind and
    should not be done twice.

    A context manager: at its end no process is left, whatever happened inside.
    """

    def __init__(
        self,
        task: Callable[[Any], Any],
        jobs: int,
        *,
        size: Callable[[Item], int],
        pack: Callable[[Item], Any] = lambda item: item,
        prompt: bool = False,
    ) -> None:
        self._task, self._prompt = pickle.dumps(task, PROTOCOL), prompt
        self._jobs, self._size, self._pack = jobs, size, pack
        self._under_way: deque[_Shard[Item]] = deque()
        self._waiting: SimpleQueue[_Shard[Item] | None] = SimpleQueue()
        self._threads: list[threading.Thread] = []
        self._workers: set[Worker] = set()
        self._hiring = threading.Lock()
        self._stopping = False

    def __enter__(self) -> Self:
        # When the interpreter ends, threads that hold a pipe stop dead; they must have let go before.
        atexit.register(self.stop)
        return self

    def __exit__(self, *_: object) -> None:
        try:
            self.stop()
        except KeyboardInterrupt:
            self.stop()
            raise

    def run(self, items: Iterable[Item]) -> Iterator[tuple[Item, Any]]:
        """Give each item with its answer, in order.

        `Failed` stands where the task raised an Exception, and, with WorkerDied, where workers died
        of the item twice, the second time with nothing else to do. Raises WorkerDied where no
        worker can be started. Where `items` raises, the answers to what came before are given first.

        At most `SHARDS_AHEAD` shards a process are under way, of a shard's size each; of items
        that are larger, one a process.
        """
        shards, late = self._shards(items), None
        while True:
            try:
                shard = next(shards, None)
            except Exception as error:
                shard, late = None, error
            if shard is None:
                break
            self._send(shard)
            while self._under_way and (self._is_full() or self._under_way[0].is_done):
                yield from self._first()
        while self._under_way:
            yield from self._first()
        if late is not None:
            raise late

    def stop(self) -> None:
        """End all processes; what they have answered by then can be had from `rest`.

        Also where Ctrl-C came while a thread was being started: it may run, or never.
        """
        with self._hiring:
            self._stopping = True
            workers = list(self._workers)
        for worker in workers:
            worker.end()
        deadline = time.monotonic() + (GRACE if self._prompt else 0)
        for worker in workers:
            worker.wait(max(0.0, deadline - time.monotonic()))
        self._waiting.put(None)
        for thread in self._threads:
            if thread.is_alive():
                thread.join()
        self._threads.clear()
        atexit.unregister(self.stop)

    def rest(self) -> Iterator[tuple[Item, Any]]:
        """After `stop`: the items that were answered and not given yet, with their answers, in order.

        The one given last is among them, if nobody asked for the next: was it taken?
        """
        for shard in self._under_way:
            yield from shard.left()
        self._under_way.clear()

    def _shards(self, items: Iterable[Item]) -> Iterator[_Shard[Item]]:
        shard: _Shard[Item] = _Shard()
        try:
            for item in items:
                size = self._size(item)
                if shard.items and shard.size + size > SHARD_SIZE:
                    yield shard
                    shard = _Shard()
                shard.items.append(item)
                shard.size += size
                if len(shard.items) >= SHARD_ITEMS or shard.size >= SHARD_SIZE:
                    yield shard
                    shard = _Shard()
        except Exception:
            if shard.items:
                yield shard
            raise
        if shard.items:
            yield shard

    def _is_full(self) -> bool:
        most, shards = SHARDS_AHEAD * self._jobs, len(self._under_way)
        return shards >= most or (shards >= self._jobs and self._weight() >= most * SHARD_SIZE)

    def _weight(self) -> int:
        return sum(shard.size for shard in self._under_way)

    def _send(self, shard: _Shard[Item]) -> None:
        self._under_way.append(shard)
        self._waiting.put(shard)
        if len(self._threads) < self._jobs:
            thread = threading.Thread(target=self._drive, name="cleantext worker", daemon=True)
            self._threads.append(thread)
            thread.start()

    def _first(self) -> Iterator[tuple[Item, Any]]:
        """Give the first shard under way, which stays there until its last answer is asked for."""
        shard = self._under_way[0]
        shard.wait()
        for pair in shard.left():
            yield pair
            shard.given += 1
        self._under_way.popleft()

    def _drive(self) -> None:
        """What each thread does: let one worker at a time work off the shards that wait."""
        hand = _Hand(self._hire, self._dismiss)
        while (shard := self._waiting.get()) is not None:
            try:
                self._work(shard, hand)
            except BaseException as error:  # for who waits for the answers
                shard.end(error)
            else:
                shard.end()
        self._waiting.put(None)  # for the other threads
        hand.let_go()

    def _work(self, shard: _Shard[Item], hand: _Hand) -> None:
        """Get the answers of a shard.

        Where a worker dies, what it has not answered goes to a fresh one, item by item: so the one
        that it died of is known, and the others are answered.
        """
        items, pack = tuple(shard.items), self._pack
        if hand.ask(map(pack, items), shard.answers) is None:
            return
        for item in items[len(shard.answers) :]:
            died = hand.ask(map(pack, [item]), shard.answers)
            if self._stopping:
                return
            if died is not None:
                shard.answers.append(Failed(died))

    def _hire(self, starts: int = STARTS) -> Worker:
        """Start a worker; again where it is killed before it is given any item, which says nothing of the items."""
        worker = self._start()
        try:
            worker.take(self._task, prompt=self._prompt)
        except BaseException:
            killed = worker.was_killed
            self._dismiss(worker)
            if killed and starts > 1:
                return self._hire(starts - 1)
            raise
        return worker

    def _start(self) -> Worker:
        with self._hiring:
            if self._stopping:
                raise WorkerDied("was not started any more")
            worker = Worker()
            self._workers.add(worker)
        return worker

    def _dismiss(self, worker: Worker) -> None:
        worker.close()
        with self._hiring:
            self._workers.discard(worker)


class _Hand:
    """The worker of one thread: started when there is something to ask, and anew after it died."""

    def __init__(self, hire: Callable[[], Worker], dismiss: Callable[[Worker], None]) -> None:
        self._hire, self._dismiss = hire, dismiss
        self._worker: Worker | None = None

    def ask(self, items: Iterable[Any], answers: deque[Any]) -> WorkerDied | None:
        """Add the answers as they come; what befell the worker, if it died over them."""
        if self._worker is None:
            self._worker = self._hire()
        try:
            answers.extend(self._worker.answers(self._worker.send(items)))
        except WorkerDied as died:
            self.let_go()
            return died
        except BaseException:  # half a message may be in the pipe
            self.let_go()
            raise
        return None

    def let_go(self) -> None:
        """End the worker, if there is one."""
        if self._worker is not None:
            self._dismiss(self._worker)
        self._worker = None
