"""Where each place of the output stood in the input, and the other way round.

Edits of several passes that touch grow into one *hunk*, in the coordinates of the input and
of the output; between hunks the two texts are the same.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from sys import maxsize

from cleantext.edits import Edit
from cleantext.once import once


@dataclass(frozen=True, slots=True)
class Stretch:
    """A place that changed: `start:end` of the input became `out_start:out_end` of the output."""

    start: int
    end: int
    out_start: int
    out_end: int
    rules: tuple[str, ...]


@dataclass(frozen=True)
class OffsetMap:
    """The stretches that changed, in order, of a text that went through passes of edits.

    They are worked out when first asked for: whoever wants the text alone never asks.
    """

    earlier: OffsetMap | None = None
    edits: Sequence[Edit] = ()

    def then(self, edits: Sequence[Edit]) -> OffsetMap:
        """The map after one more pass, whose edits are in the coordinates of this map's output."""
        return OffsetMap(self, edits)

    @once
    def stretches(self) -> Sequence[Stretch]:
        """The stretches of all passes, grown together where they touch."""
        return () if self.earlier is None else _grown(self.earlier.stretches, self.edits)

    def to_original(self, offset: int) -> int:
        """The place in the input of a place in the output; inside a hunk, the hunk's start or end."""
        place = bisect_right(self.stretches, offset, key=lambda it: it.out_start) - 1
        if place < 0:
            return offset
        it = self.stretches[place]
        return it.start if offset < it.out_end else offset + it.end - it.out_end

    def to_clean(self, offset: int) -> int:
        """The place in the output of a place in the input; inside a hunk, the hunk's start or end."""
        place = bisect_right(self.stretches, offset, key=lambda it: it.start) - 1
        if place < 0:
            return offset
        it = self.stretches[place]
        return it.out_start if offset < it.end else offset + it.out_end - it.end

    def span_in_original(self, start: int, end: int) -> tuple[int, int]:
        """The span of the input that a span of the output stands for; whole hunks where it cuts one."""
        first = self.to_original(start)
        place = bisect_right(self.stretches, end, key=lambda it: it.out_start) - 1
        if place >= 0 and end <= self.stretches[place].out_end:
            it = self.stretches[place]
            inside = end > it.out_start or (start == end == it.out_start)
            return first, max(first, it.end if inside else it.start)
        return first, max(first, self.to_original(end))

    def in_original(self, edit: Edit) -> Edit:
        """The edit with its span in the coordinates of the input."""
        start, end = self.span_in_original(edit.start, edit.end)
        return replace(edit, start=start, end=end)


def _grown(stretches: Sequence[Stretch], edits: Sequence[Edit]) -> Sequence[Stretch]:
    """The stretches after one more pass."""
    grown: list[Stretch] = []
    shift = lead = 0  # output so far -> new output; output -> input
    old, new = iter(stretches), iter(edits)
    stretch, edit = next(old, None), next(new, None)
    old_start, new_start = stretch.out_start if stretch else maxsize, edit.start if edit else maxsize
    while stretch or edit:
        start = end = min(old_start, new_start)
        growth, lead_before = 0, lead
        rules: tuple[str, ...] = ()
        while True:
            if stretch and old_start <= end:
                more, end, lead = stretch.rules, max(end, stretch.out_end), stretch.end - stretch.out_end
                stretch = next(old, None)
                old_start = stretch.out_start if stretch else maxsize
            elif edit and new_start <= end:
                more, end, growth = (edit.rule,), max(end, edit.end), growth + len(edit.after) - edit.end + edit.start
                edit = next(new, None)
                new_start = edit.start if edit else maxsize
            else:
                break
            rules = tuple(dict.fromkeys(rules + more)) if rules else more
        out = start + shift
        shift += growth
        grown.append(Stretch(start + lead_before, end + lead, out, end + shift, rules))
    return grown
