"""The smallest edits between two versions of a line, for repairs that hand back whole lines."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator

_PIECE = re.compile(r"\w+|\s+|[^\w\s]+")


def differences(before: str, after: str) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, replacement) in `before`, word by word, each trimmed to what differs.

    >>> list(differences("a lionâ€™s back", "a lion’s back"))
    [(6, 9, '’')]
    """
    old, new = _PIECE.findall(before), _PIECE.findall(after)
    ends = [0]
    for piece in old:
        ends.append(ends[-1] + len(piece))
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag != "equal":
            yield _trimmed(before, ends[i], ends[j], "".join(new[k:m]))


def _trimmed(before: str, start: int, end: int, after: str) -> tuple[int, int, str]:
    while start < end and after and before[start] == after[0]:
        start, after = start + 1, after[1:]
    while start < end and after and before[end - 1] == after[-1]:
        end, after = end - 1, after[:-1]
    return start, end, after
