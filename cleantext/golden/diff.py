"""The differences between two texts, word by word and in one colour: `[-written-]{+now+}`, with nothing invisible."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cleantext.differences import differences
from cleantext.visible import visible

CONTEXT = 30
"""Characters shown on each side of a difference."""

MOST = 12
"""Groups of differences shown of one text."""


def word_diff(before: str, after: str) -> str:
    r"""Show what differs, a line for each group of neighbouring differences, with its line in `before`.

    >>> print(word_diff("one\ntwo  boats left\n", "one\ntwo boats sank\n"))
    line 2: one↵two [-␣-]boats [-left-]{+sank+}↵
    """
    groups = list(_groups(differences(before, after)))
    shown = [_shown(before, group) for group in groups[:MOST]]
    more = len(groups) - len(shown)
    return "\n".join([*shown, *([f"… and {more} more"] if more else [])])


Change = tuple[int, int, str]


def _groups(changes: Iterable[Change]) -> Iterator[list[Change]]:
    group: list[Change] = []
    for change in changes:
        if group and change[0] - group[-1][1] > 2 * CONTEXT:
            yield group
            group = []
        group.append(change)
    if group:
        yield group


def _shown(before: str, group: list[Change]) -> str:
    first, last = group[0][0], group[-1][1]
    start, end = max(0, first - CONTEXT), min(len(before), last + CONTEXT)
    parts = [f"line {before.count(chr(10), 0, first) + 1}: ", "…" if start else ""]
    place = start
    for left, right, now in group:
        parts.append(visible(before[place:left]))
        if right > left:
            parts.append(f"[-{visible(before[left:right], at_edges=True)}-]")
        if now:
            parts.append(f"{{+{visible(now, at_edges=True)}+}}")
        place = right
    parts += [visible(before[place:end]), "…" if end < len(before) else ""]
    return "".join(parts)
