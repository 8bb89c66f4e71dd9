"""Many texts: in order, lazily, on as many processes as asked, with a bounded number under way."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from typing import TYPE_CHECKING, Unpack

from cleantext.cleaner import Cleaner, cleaner_for
from cleantext.errors import OptionError
from cleantext.options import Options

if TYPE_CHECKING:
    from concurrent.futures import Future

SHARD_TEXTS = 256
"""Texts sent to a process at a time; one by one, sending would cost more than cleaning."""

SHARD_CHARACTERS = 1_000_000
SHARDS_UNDER_WAY = 3
"""Shards per process that are sent or waiting to be taken; bounds memory."""


def clean_many(texts: Iterable[str], *, jobs: int | None = None, **options: Unpack[Options]) -> Iterator[str]:
    """Clean texts in order, taking from `texts` only as fast as the results are taken.

    >>> list(clean_many(["a  b", "c"], jobs=1))
    ['a b', 'c']

    `jobs` is the number of processes, by default one for each processor this process may use; an
    input of a single shard is cleaned in this process. Options as for `clean`, checked at once.
    """
    if isinstance(texts, str | bytes):
        raise TypeError("clean_many takes an iterable of texts; for one text, call clean")
    if jobs is not None and (not isinstance(jobs, int) or isinstance(jobs, bool) or jobs < 1):
        raise OptionError(f"jobs={jobs!r} is not a number of processes from 1 on")
    return _cleaned(_shards(texts), cleaner_for({**options}), jobs or available_processors())


def available_processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _cleaned(shards: Iterator[list[str]], cleaner: Cleaner, jobs: int) -> Iterator[str]:
    first = list(islice(shards, 2))
    everything = chain(first, shards)
    if jobs == 1 or len(first) < 2:
        for shard in everything:
            yield from map(cleaner.clean, shard)
        return
    from concurrent.futures import ProcessPoolExecutor  # costs a fifth of the import of cleantext
    from multiprocessing import get_context

    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        under_way: deque[Future[list[str]]] = deque()
        try:
            for shard in everything:
                under_way.append(pool.submit(_clean_shard, cleaner, shard))
                if len(under_way) >= SHARDS_UNDER_WAY * jobs:
                    yield from under_way.popleft().result()
            while under_way:
                yield from under_way.popleft().result()
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


def _shards(texts: Iterable[str]) -> Iterator[list[str]]:
    shard: list[str] = []
    size = 0
    for text in texts:
        shard.append(text)
        size += len(text) if isinstance(text, str) else 0
        if len(shard) >= SHARD_TEXTS or size >= SHARD_CHARACTERS:
            yield shard
            shard, size = [], 0
    if shard:
        yield shard


def _clean_shard(cleaner: Cleaner, shard: list[str]) -> list[str]:
    return [cleaner.clean(text) for text in shard]
