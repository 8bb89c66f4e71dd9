"""One case of a golden file, as it is written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from cleantext.errors import CleanTextError

SUFFIXES = (".golden.toml", ".golden.jsonl")


class GoldenError(CleanTextError):
    """A golden file is not as it should be, or may not be updated; the message says why."""


@dataclass(frozen=True, slots=True)
class Case:
    """A text, and what must come of it: the output, which rules edit, the facts lifted. None: not yet said.

    `index` is its place among the cases of its file, from 0; `options` those of `cleantext.explain`; `xfail` the reason
    why it is known not to hold yet.
    """

    file: Path
    name: str
    index: int
    line: int
    input: str
    output: str | None = None
    rules: Sequence[str] | None = None
    metadata: Mapping[str, Sequence[str]] | None = None
    xfail: str = ""
    options: Mapping[str, Any] = field(default_factory=dict)

    @property
    def place(self) -> str:
        """Where it stands, for a message."""
        return f"{self.near}:{self.line}"

    @property
    def near(self) -> Path:
        """The file, from the current folder where it is below that."""
        here = Path.cwd()
        return self.file.relative_to(here) if self.file.is_relative_to(here) else self.file


def stem(path: Path) -> str:
    """The name of a golden file without its suffixes.

    >>> stem(Path("tests/ferry.golden.toml"))
    'ferry'
    """
    return next(path.name.removesuffix(suffix) for suffix in SUFFIXES if path.name.endswith(suffix))
