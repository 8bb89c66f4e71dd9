"""The command `cleantext`, which `python -m cleantext` is too; here only how its process begins and ends."""

from __future__ import annotations

import os
import signal
import sys
from typing import NoReturn

_INTERRUPTED = 130


def run() -> NoReturn:
    """Run the command. Ctrl-C while it is loaded ends it without a word, and after its end says nothing any more.

    SIGTERM, by which containers and services are stopped, is the same wish as Ctrl-C.
    """
    _stand_in_for_closed_streams()
    is_ours = signal.getsignal(signal.SIGINT) is signal.default_int_handler  # not under nohup, say
    if is_ours:
        signal.signal(signal.SIGINT, lambda *_: os._exit(_INTERRUPTED))
        if signal.getsignal(signal.SIGTERM) is signal.SIG_DFL:
            signal.signal(signal.SIGTERM, lambda *_: signal.raise_signal(signal.SIGINT))
    from cleantext.cli.main import main

    try:
        if is_ours:
            signal.signal(signal.SIGINT, signal.default_int_handler)
        main(prog_name="cleantext")
    except KeyboardInterrupt:  # on the way in or out; the rest is told by `main`
        raise SystemExit(_INTERRUPTED) from None
    finally:
        if is_ours:
            signal.signal(signal.SIGINT, signal.SIG_IGN)
    raise SystemExit


def _stand_in_for_closed_streams() -> None:
    """Give a stream that was closed (`>&-`) its number, which else the next file opened would have, and print into it.

    Reading it and writing to it fail, but for messages, which are lost.
    """
    for name in ("stdin", "stdout", "stderr"):  # in the order of their numbers: a file gets the lowest that is free
        if getattr(sys, name) is None:
            number = os.open(os.devnull, os.O_RDONLY if name == "stdout" else os.O_WRONLY)
            setattr(sys, name, os.fdopen(number, "r" if name == "stdin" else "w", encoding="utf-8"))


if __name__ == "__main__":
    run()
