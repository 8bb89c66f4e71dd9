"""Overlaps are decided the same way always, edits apply in place, dropped lines take their blanks along."""

from __future__ import annotations

import pytest

from cleantext.differences import differences
from cleantext.edits import Bid, Edit, Proposal, apply, resolve, settle_blank_lines
from cleantext.facts.lines import Lines


def bid(rule: str, start: int, end: int, after: str = "", priority: int = 50) -> Bid:
    return Bid(rule, priority, Proposal(start, end, after))


@pytest.mark.parametrize(
    ("bids", "winners"),
    [
        ([bid("s/a", 0, 3), bid("s/b", 2, 5)], ["s/a"]),
        ([bid("s/a", 1, 3), bid("s/b", 0, 2)], ["s/b"]),
        ([bid("s/a", 0, 2), bid("s/b", 0, 3)], ["s/b"]),
        ([bid("s/b", 0, 2, "x"), bid("s/a", 0, 2, "y")], ["s/a"]),
        ([bid("s/a", 0, 9), bid("s/b", 4, 5, priority=10)], ["s/b"]),
        ([bid("s/a", 0, 2), bid("s/b", 2, 4)], ["s/a", "s/b"]),
        ([bid("s/a", 3, 3, " "), bid("s/b", 3, 3, "-")], ["s/a"]),
        ([bid("s/a", 0, 3), bid("s/b", 3, 3, " ")], ["s/a", "s/b"]),
        ([bid("s/a", 0, 6), bid("s/b", 3, 3, " ")], ["s/a"]),
    ],
    ids=[
        "leftmost",
        "leftmost-whatever-the-order",
        "longest",
        "name",
        "priority",
        "touching",
        "two-insertions",
        "insertion-at-an-end",
        "insertion-inside",
    ],
)
def test_overlaps_are_decided_by_priority_place_length_name(bids: list[Bid], winners: list[str]) -> None:
    for order in (bids, bids[::-1]):
        won, lost = resolve(order)
        assert [it.rule for it in won] == winners
        assert {it.rule for it, _ in lost} == {it.rule for it in bids} - set(winners)


def test_apply_makes_edits_in_place() -> None:
    edits = [Edit("s/a", 0, 1, "a", "A", ""), Edit("s/b", 2, 2, "", "-", ""), Edit("s/c", 3, 4, "d", "", "")]
    assert apply("abcd", edits) == "Ab-c"


@pytest.mark.parametrize(
    ("text", "dropped", "after"),
    [
        ("a\n\nX\n\nb", [2], "a\n\nb"),
        ("a\nX\nb", [1], "a\nb"),
        ("a\nX\n\nb", [1], "a\n\nb"),
        ("X\n\na", [0], "a"),
        ("X\nY\n\na", [0, 1], "a"),
        ("a\n\nX", [2], "a"),
        ("a\n\nX\n", [2], "a\n"),
        ("a\n\nX\n\nY\n\nb\n", [2, 4], "a\n\nb\n"),
        ("a\n\nX\n\nY", [2, 4], "a"),
        ("a\r\n\r\nX\r\n", [2], "a\r\n"),
        ("a\n\nX\nY\n\nb", [2, 3], "a\n\nb"),
        ("a\nX\n\nY\nb", [1, 3], "a\n\nb"),
    ],
    ids=ascii,
)
def test_dropped_lines_take_the_blank_lines_that_would_double(text: str, dropped: list[int], after: str) -> None:
    lines = Lines(text)
    proposals = [Proposal(lines[n].start, lines[n].end, "", whole_lines=True) for n in dropped]
    settled = settle_blank_lines(proposals, lines, text)
    edits = [Edit("s/x", it.start, it.end, text[it.start : it.end], "", "") for it in settled]
    assert apply(text, edits) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a lionâ€™s back", "a lion’s back"),
        ("x", ""),
        ("", "x"),
        ("one two three", "one 2 three four"),
        ("same", "same"),
    ],
)
def test_differences_turn_one_line_into_the_other(before: str, after: str) -> None:
    edits = [Edit("s/x", start, end, before[start:end], new, "") for start, end, new in differences(before, after)]
    assert apply(before, edits) == after
    assert all(edit.before != edit.after for edit in edits)
