"""What both ends of the pipe between a process and its worker must know."""

from __future__ import annotations

from dataclasses import dataclass

PROTOCOL = 5
"""Of pickle; from here on large values pass without a copy."""


@dataclass(frozen=True, slots=True)
class Failed:
    """The answer to an item on which the task raised, or of which the worker died (`WorkerDied`)."""

    error: Exception
    trace: str = ""
    """The traceback in the worker; an exception that travels loses its own."""

    def noted(self, note: str) -> Exception:
        """The error, with a note that says where it happened; to be raised or told."""
        for line in (note, *([f"in a worker process:\n{self.trace}"] if self.trace else [])):
            self.error.add_note(line)
        return self.error
