"""Where each file goes in a folder of outputs, and what must not be so chosen."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path

from cleantext.files.errors import FileError
from cleantext.files.find import Found
from cleantext.files.names import said


def outputs(found: Sequence[Found], searched: Iterable[Path], folder: Path) -> list[Path]:
    """The output of each file, at its place below the folder that was searched for it.

    Raises FileError where the output folder is a file or lies inside a folder `searched` (the next
    run would read it), where an output is itself an input, and where two files share one.
    """
    if os.path.exists(folder) and not folder.is_dir():  # noqa: PTH110 - never raises
        raise FileError(folder, "is a file; the outputs need a folder")
    real = Path(os.path.realpath(folder))
    for root in searched:
        if root.is_dir() and real.is_relative_to(root.resolve()):
            raise FileError(folder, f"lies inside the input {said(root)}; choose a folder beside it")
    spare(found, (folder / it.below for it in found))
    taken: dict[Path, Path] = {}
    for it in found:
        target = folder / it.below
        if (other := taken.setdefault(target, it.path)) != it.path:
            reason = f"would be the output of both {said(other)} and {said(it.path)}; run them one by one"
            raise FileError(target, reason)
    return list(taken)


def spare(found: Iterable[Found], written: Iterable[Path]) -> None:
    """Raise FileError where a file that is going to be written is itself an input."""
    inputs = {os.path.realpath(it.path): it.path for it in found}
    for path in written:
        if (same := inputs.get(os.path.realpath(path))) is not None:
            raise FileError(path, f"would overwrite the input {said(same)}; choose another place")
