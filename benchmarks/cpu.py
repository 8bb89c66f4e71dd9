"""What a process and all that it starts cost: seconds on the clock, and CPU seconds.

Engines start processes that start others, and leave some of them to nobody, so that what `wait` tells of a
child is too little. Here every descendant is looked at several times a second, and what it had used when it was
last seen counts. On Linux those that lose their parent become children of this process, and stay in sight.
"""

from __future__ import annotations

import ctypes
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import psutil

_LOOKS = 0.2
"""Seconds between two looks; a process uses about half of that after the last one."""

_PR_SET_CHILD_SUBREAPER = 36


class RunFailedError(Exception):
    """A process that was to be measured failed; the message ends with what it said."""


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds on the clock, CPU seconds of all processes, and what the first of them printed."""

    clock: float
    processor: float
    said: str


@dataclass
class _Seen:
    """CPU seconds of processes by number and start, as last seen; those that `others` have are not ours."""

    others: set[tuple[int, float]] = field(default_factory=lambda: set(map(_key, _descendants())))
    seconds: dict[tuple[int, float], float] = field(default_factory=dict)

    def ours(self) -> list[psutil.Process]:
        """The processes that were started since."""
        return [it for it in _descendants() if _key(it) not in self.others]

    def look(self) -> None:
        """See what they have used."""
        for it in self.ours():
            with suppress(psutil.Error):
                used = it.cpu_times()
                self.seconds[_key(it)] = used.user + used.system


def _descendants() -> list[psutil.Process]:
    return list(psutil.Process().children(recursive=True))


def _key(process: psutil.Process) -> tuple[int, float]:
    return process.pid, process.create_time()


def measured(command: Sequence[str], folder: Path, environment: Mapping[str, str] | None = None) -> Cost:
    """Run a command in a folder, to its end and that of all it started. Raises RunFailedError."""
    _adopt_orphans()
    seen, before = _Seen(), _waited_for()
    with tempfile.TemporaryFile("w+") as said, tempfile.TemporaryFile("w+") as complaints:
        start = time.perf_counter()
        process = subprocess.Popen(
            command, cwd=folder, env={**os.environ, **(environment or {})}, stdout=said, stderr=complaints, text=True
        )
        while process.poll() is None:
            seen.look()
            with suppress(subprocess.TimeoutExpired):
                process.wait(_LOOKS)
        clock = time.perf_counter() - start
        _end_what_is_left(seen)
        said.seek(0)
        complaints.seek(0)
        if process.returncode:
            raise RunFailedError(f"{' '.join(command)}: exit code {process.returncode}\n{complaints.read()[-3000:]}")
        return Cost(clock, max(sum(seen.seconds.values()), _waited_for() - before), said.read())


def _end_what_is_left(seen: _Seen) -> None:
    """Let go what the process has left behind, so that it does not run into the next measurement."""
    left = seen.ours()
    for it in left:
        with suppress(psutil.Error):
            it.terminate()
    _, alive = psutil.wait_procs(left, timeout=5)
    for it in alive:
        with suppress(psutil.Error):
            it.kill()
    psutil.wait_procs(alive, timeout=5)


def _waited_for() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _adopt_orphans() -> None:
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
