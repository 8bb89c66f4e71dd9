"""Do a task on many items in this process, with answers of the same kind as a `Crew` gives."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from cleantext.workers.answers import Failed

Item = TypeVar("Item")
Answer = TypeVar("Answer")


def one_by_one(task: Callable[[Item], Answer], items: Iterable[Item]) -> Iterator[tuple[Item, Answer | Failed]]:
    """Give each item with its answer, done when it is asked for; `Failed` where the task raises an Exception.

    >>> list(one_by_one(str.upper, ["a", "b"]))
    [('a', 'A'), ('b', 'B')]
    """
    for item in items:
        try:
            answer: Answer | Failed = task(item)
        except Exception as error:
            answer = Failed(error)
        yield item, answer
