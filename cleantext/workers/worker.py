"""One worker process, seen from the process that started it.

A worker is a Python of its own, started afresh with the same `sys.path`. Unlike a fork it is safe
where threads run. Unlike `multiprocessing` it does not run the caller's main module again: a script
needs no `if __name__ == "__main__":`, a worker loads nothing of what the caller has loaded, and
processes that may have no children of their own in `multiprocessing` can have workers.

Protocol, pickled, over standard input and output: the task and whether to be prompt; a list of one
answer, None or `Failed`; then for each list of items as many answers, in one list or several.
"""

from __future__ import annotations

import pickle
import signal
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import Any

from cleantext.errors import WorkerDied
from cleantext.workers.answers import PROTOCOL, Failed

_A_MOMENT = 5.0
"""Seconds from the end of a process's pipe to its own, at most."""

_HINTS = {
    "SIGKILL": ", as happens when memory runs out",
    "SIGSEGV": ", a bug of cleantext or of a library that it uses",
}

_PROGRAM = "import sys; sys.path[:] = sys.argv[1:]; from cleantext.workers.child import main; main()"


class Worker:
    """A process that answers items. Used by one thread at a time, but for `end`."""

    def __init__(self) -> None:
        """Start the process. Raises WorkerDied where the system refuses."""
        # Python's own file names and paths are decoded alike on both sides.
        path = [entry for entry in sys.path if isinstance(entry, str)]
        command = [sys.executable, "-X", f"utf8={sys.flags.utf8_mode}", "-c", _PROGRAM, *path]
        pipe = subprocess.PIPE
        try:
            with _interrupts_held():
                self._process = subprocess.Popen(command, stdin=pipe, stdout=pipe)  # noqa: S603 - this Python
        except OSError as error:
            raise WorkerDied(f"could not be started ({error.strerror}); ask for fewer of them with jobs=") from error

    def take(self, task: bytes, *, prompt: bool) -> None:
        """Give the pickled task. Raises what unpickling it raises, and WorkerDied."""
        try:
            self._put((task, prompt))
            (failed,) = self._get()
        except WorkerDied as died:
            raise WorkerDied(f"did not start: it {died.how}") from died
        if isinstance(failed, Failed):
            raise failed.noted("while a worker process was starting")

    def send(self, items: Iterable[Any]) -> int:
        """Send items, and tell how many they are. Raises WorkerDied."""
        sent = list(items)
        self._put(sent)
        return len(sent)

    def answers(self, number: int) -> Iterator[Any]:
        """Give so many answers as they come. Raises WorkerDied; those before it hold."""
        while number > 0:
            some = self._get()
            number -= len(some)
            yield from some

    @property
    def was_killed(self) -> bool:
        """Did a signal end the process? False while it runs."""
        return (self._process.returncode or 0) < 0

    def end(self) -> None:
        """Ask the process to end; from any thread, and again and again."""
        self._process.terminate()

    def wait(self, seconds: float) -> None:
        """Wait for the process to end; kill it after so many seconds."""
        try:
            self._process.wait(seconds)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def close(self) -> None:
        """End the process, if it has not ended, and give back what it took here."""
        self._process.kill()
        self._process.wait()
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                with suppress(OSError):  # what was still to be sent has nobody to go to
                    stream.close()

    def _put(self, message: Any) -> None:
        stream = self._process.stdin
        assert stream is not None  # noqa: S101 - a pipe was asked for
        try:
            pickle.dump(message, stream, PROTOCOL)
            stream.flush()
        except OSError as error:
            raise WorkerDied(self._how_it_ended()) from error

    def _get(self) -> Sequence[Any]:
        stream = self._process.stdout
        assert stream is not None  # noqa: S101 - a pipe was asked for
        try:
            some: Sequence[Any] = pickle.load(stream)  # noqa: S301 - from a process that we started
        except (EOFError, OSError, pickle.UnpicklingError) as error:
            raise WorkerDied(self._how_it_ended()) from error
        return some

    def _how_it_ended(self) -> str:
        self.wait(_A_MOMENT)
        code = self._process.returncode
        if code >= 0:
            return f"ended with exit code {code}; what it said is on standard error"
        name = signal.Signals(-code).name if -code in set(signal.Signals) else f"signal {-code}"
        return f"was killed by {name}{_HINTS.get(name, '')}"


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Let a process that is started here never see Ctrl-C; it could not ignore it before its Python is up."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
