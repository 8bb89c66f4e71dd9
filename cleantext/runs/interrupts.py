"""`Interrupts`: Ctrl-C during a run, once, and never where it would cut in two what belongs together."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Self


class Interrupts:
    """A context manager that has Ctrl-C raise KeyboardInterrupt once; another is the same wish.

    So what winds the run down is not interrupted itself. Where Ctrl-C is not ours to take (in
    another thread, where the program has a handler of its own, or was told to ignore it), all stays
    as it is.
    """

    def __init__(self) -> None:
        self._came = self._is_held = self._is_ours = False

    def __enter__(self) -> Self:
        on_main = threading.current_thread() is threading.main_thread()
        if on_main and signal.getsignal(signal.SIGINT) is signal.default_int_handler:
            try:
                self._is_ours = True
                signal.signal(signal.SIGINT, self._take)
                return self  # noqa: TRY300 - here, or it may come in between
            except KeyboardInterrupt:  # already: nobody else would give Ctrl-C back
                self.__exit__()
                raise
        return self

    def __exit__(self, *_: object) -> None:
        if self._is_ours:
            signal.signal(signal.SIGINT, signal.default_int_handler)
            self._is_ours = False

    @property
    def came(self) -> bool:
        """Has there been one? What is raised after it may be what became of it on its way.

        Where Python makes a class it comes as `RuntimeError: Error calling __set_name__`.
        """
        return self._came

    def hold(self) -> None:
        """Let it wait from here on; to be called last in the block, or it could hinder the end of that."""
        self._is_held = True

    @contextmanager
    def held(self) -> Iterator[None]:
        """Let it wait until the block is through. Raises KeyboardInterrupt at its end."""
        self._is_held = True
        try:
            yield
        finally:
            self._is_held = False
        self.check()

    def check(self) -> None:
        """Raise KeyboardInterrupt where one came: here, or where Python lost it, as in a `__del__`."""
        if self._came:
            raise KeyboardInterrupt

    def _take(self, _signal: int, _frame: Any) -> None:
        first, self._came = not self._came, True
        if first and not self._is_held:
            raise KeyboardInterrupt
