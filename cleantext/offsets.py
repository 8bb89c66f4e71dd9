"""Where each place of the output stood in the input, and the other way round.

Edits of several passes that touch grow into one *hunk*, in the coordinates of the input and
of the output; between hunks the two texts are the same.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, replace

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
    old, new = deque(stretches), deque(edits)
    grown: list[Stretch] = []
    shift = lead = 0  # output so far -> new output; output -> input
    while old or new:
        start = min(([old[0].out_start] if old else []) + ([new[0].start] if new else []))
        end, growth, rules = start, 0, dict[str, None]()
        lead_before = lead
        while True:
            if old and old[0].out_start <= end:
                stretch = old.popleft()
                end, lead = max(end, stretch.out_end), stretch.end - stretch.out_end
                rules.update(dict.fromkeys(stretch.rules))
            elif new and new[0].start <= end:
                edit = new.popleft()
                end, growth = max(end, edit.end), growth + len(edit.after) - edit.end + edit.start
                rules[edit.rule] = None
            else:
                break
        out = start + shift
        shift += growth
        grown.append(Stretch(start + lead_before, end + lead, out, end + shift, tuple(rules)))
    return grown
