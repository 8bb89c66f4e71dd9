"""Files that several processes can work on at a time: no two of them one file under two names."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

Item = TypeVar("Item")


def apart(items: Iterable[Item], path_of: Callable[[Item], Path]) -> Iterator[list[Item]]:
    """Part items into runs, in order: where links make an item the same file as an earlier one, a run begins.

    Hard links are no matter: a file that is replaced parts from its other names.
    """
    real = lru_cache(maxsize=1024)(os.path.realpath)  # of folders: mostly the same again, and slow
    run: list[Item] = []
    places: set[str] = set()
    for item in items:
        path = path_of(item)
        place = os.path.realpath(path) if path.is_symlink() else os.path.join(real(path.parent), path.name)  # noqa: PTH118
        if place in places:
            yield run
            run, places = [], set()
        run.append(item)
        places.add(place)
    if run:
        yield run
