"""Long texts are read part by part: what is found is the same, and the list of all their words is never made."""

from __future__ import annotations

import tracemalloc

from cleantext.facts import own_words
from cleantext.facts.lines import in_parts
from cleantext.facts.own_words import small_words
from cleantext.fixers._remembered import Remembered

LONG = "".join(f"Harwich’s ferry {number} ‘Kalinka’ and the FERRY\nof 'Brücke'n " for number in range(6_000))


def test_parts_make_up_the_text_and_are_cut_at_spaces() -> None:
    parts = list(in_parts(LONG))
    assert len(parts) > 3
    assert "".join(part for _, part in parts) == LONG
    assert all(LONG.startswith(part, start) for start, part in parts)
    assert all(part.startswith(" ") for _, part in parts[1:])


def test_a_text_without_spaces_is_one_part() -> None:
    assert list(in_parts("x" * 200_000)) == [(0, "x" * 200_000)]


def test_words_of_a_long_text_are_those_of_the_whole() -> None:
    assert small_words(LONG) == own_words._small_words(LONG)


def test_tokens_of_a_long_line_stand_where_they_stand_in_the_whole() -> None:
    of_ferries = Remembered(lambda token: [(0, token)] if token.isdigit() else [])
    found = of_ferries.in_line(LONG)
    assert len(found) == 6_000
    assert all(LONG.startswith(token, place) for place, token in found)


def test_no_list_of_all_words_is_made() -> None:
    tracemalloc.start()
    try:
        small_words(LONG)
        Remembered(lambda token: token[:0]).in_line(LONG)
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert most < 8 * len(LONG)
