"""Passes of edits compose into hunks whose two sides are what the input and the output hold."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cleantext.edits import Edit, apply
from cleantext.offsets import OffsetMap


@st.composite
def passes(draw: st.DrawFn) -> tuple[str, list[list[Edit]]]:
    """A text, and edits in the coordinates of what the ones before made of it."""
    original = text = draw(st.text("abc\n", max_size=20))
    found: list[list[Edit]] = []
    for _ in range(draw(st.integers(0, 4))):
        cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=6)))
        edits = []
        for start, end in zip(cuts[::2], cuts[1::2], strict=False):
            if not edits or (edits[-1].end < start):
                edits.append(Edit("s/x", start, end, text[start:end], draw(st.text("XYZ", max_size=3)), ""))
        found.append(edits)
        text = apply(text, edits)
    return original, found


@given(passes())
def test_hunks_hold_what_changed_and_nothing_else(case: tuple[str, list[list[Edit]]]) -> None:
    original, found = case
    text, offsets = original, OffsetMap()
    for edits in found:
        text, offsets = apply(text, edits), offsets.then(edits)
    rebuilt = [
        Edit("s/x", it.start, it.end, original[it.start : it.end], text[it.out_start : it.out_end], "")
        for it in offsets.stretches
    ]
    assert apply(original, rebuilt) == text
    assert [it.start for it in offsets.stretches] == sorted(it.start for it in offsets.stretches)


@given(passes())
def test_offsets_are_monotone_both_ways(case: tuple[str, list[list[Edit]]]) -> None:
    original, found = case
    text, offsets = original, OffsetMap()
    for edits in found:
        text, offsets = apply(text, edits), offsets.then(edits)
    there = [offsets.to_clean(place) for place in range(len(original) + 1)]
    back = [offsets.to_original(place) for place in range(len(text) + 1)]
    assert there == sorted(there)
    assert back == sorted(back)
    assert there[-1] == len(text)
    assert back[-1] == len(original)


def test_edits_that_touch_make_one_hunk() -> None:
    r"""`theÂ\xa0akimat` is mended twice in one place: mojibake first, then the space that it left."""
    first = OffsetMap().then([Edit("encoding/x", 3, 5, "Â\xa0", "\xa0", "")])
    both = first.then([Edit("spacing/x", 3, 4, "\xa0", " ", "")])
    (hunk,) = both.stretches
    assert (hunk.start, hunk.end, hunk.out_start, hunk.out_end) == (3, 5, 3, 4)
    assert hunk.rules == ("encoding/x", "spacing/x")


def test_spans_of_later_snapshots_are_found_in_the_input() -> None:
    offsets = OffsetMap().then([Edit("s/x", 0, 4, "1234", "", "")])
    assert offsets.span_in_original(2, 5) == (6, 9)
    assert offsets.span_in_original(0, 2) == (4, 6)
