"""What runs in a worker process: takes a task, then shards of items, and answers them until the pipe ends.

Started by `worker.py`, which tells the protocol. The process ends when its standard input does, so
that it never outlives the process that it works for.
"""

from __future__ import annotations

import _thread
import os
import pickle
import signal
import sys
import threading
import traceback
from collections.abc import Callable, Sequence
from queue import SimpleQueue
from typing import Any, BinaryIO

from cleantext.errors import CleanTextError
from cleantext.workers.answers import PROTOCOL, Failed

Messages = SimpleQueue[Any]


def main() -> None:
    """Work until told to end; never returns."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for who started us, and who then ends us
    signal.signal(signal.SIGTERM, _end)
    try:
        requests, answers = _own_streams()
        messages: Messages = SimpleQueue()
        threading.Thread(target=_read, args=(requests, messages), daemon=True).start()
        _work(messages, answers)
    except (BrokenPipeError, SystemExit):  # nobody waits for an answer any more
        pass
    except BaseException:
        traceback.print_exc()
        os._exit(1)
    os._exit(0)  # there is nothing to tidy up, and a thread that waits for input would be in the way


class _Asked:
    """Was this process asked to end? Module state, as a signal handler has no other."""

    to_end = False


def _end(_signal: int, _frame: object) -> None:
    """End by an exception, so that a file half written beside its target is taken away."""
    _Asked.to_end = True
    sys.exit()


def _own_streams() -> tuple[BinaryIO, BinaryIO]:
    """Keep both ends of the pipe for the protocol; what anybody prints goes to standard error."""
    requests, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.dup2(2, 1)
    return requests, answers


def _read(requests: BinaryIO, messages: Messages) -> None:
    """Pass messages on as they come; when they end, end the work, whatever it is doing."""
    try:
        while True:
            messages.put(pickle.load(requests))  # noqa: S301 - from the process that started us
    except (EOFError, OSError, pickle.UnpicklingError):
        messages.put(None)
        _thread.interrupt_main(signal.SIGTERM)


def _work(messages: Messages, answers: BinaryIO) -> None:
    try:
        pickled, prompt = messages.get()
        task = pickle.loads(pickled)  # noqa: S301 - from the process that started us
    except Exception as error:  # the one who waits for us tells it
        _send([_failed(error)], answers)
        return
    _send([None], answers)
    while (shard := messages.get()) is not None:
        if prompt:
            for item in shard:
                _send([_answer(task, item)], answers)
        else:
            _send([_answer(task, item) for item in shard], answers)


def _send(some: Sequence[Any], answers: BinaryIO) -> None:
    pickle.dump(some, answers, PROTOCOL)
    answers.flush()


def _answer(task: Callable[[Any], Any], item: Any) -> Any:
    try:
        return task(item)
    except Exception as error:
        if _Asked.to_end:  # not the item's fault: what raises SystemExit may be turned into another error on its way
            raise SystemExit from error
        return _failed(error)


def _failed(error: Exception) -> Failed:
    """The error as it can travel; some exceptions pickle and cannot be made again."""
    trace = "".join(traceback.format_exception(error))
    try:
        pickle.loads(pickle.dumps(error))  # noqa: S301 - our own
    except Exception:
        return Failed(CleanTextError(f"{type(error).__name__}: {error}"), trace)
    return Failed(error, trace)
