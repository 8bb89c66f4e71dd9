"""Promises that hold for every text whatever: it never raises, comes to rest, replays and can be undone."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import cleantext
from cleantext.ruleset.folder import builtin_rules

EXAMPLES = [example.before for rule in builtin_rules() for example in (*rule.changes, *rule.keeps)]

anything = st.text(st.characters(exclude_categories=()), max_size=300)
"""Any code points, lone surrogates included."""

MARKS = [
    " ",
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    "\u00a0",
    "\u200b",
    "\u00ad",
    "\f",
    "\ud83d",
    "…",
    "”",
    "“",
    "«",
    " :",
    "&amp;",
    "Ã©",
    "```\n",
    "\t",
]

damaged = st.lists(st.sampled_from([*EXAMPLES, *MARKS, "Loading...", "Read also", "1 / 15"]), max_size=8).map("".join)
"""Pieces of the rules' own examples run together: where rules meet."""

slow = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=150)


def check(text: str, **options: str) -> None:
    result = cleantext.explain(text, **options)  # type: ignore[arg-type]
    assert cleantext.clean(text, **options) == result.text  # type: ignore[arg-type]
    assert cleantext.clean(result.text, **options) == result.text  # type: ignore[arg-type]
    assert result.replay() == result.text
    assert result.undo() == text
    for rule in result.rules:
        result.undo(rule)
    assert all(edit.before != edit.after for edit in result.edits)
    for hunk in result.hunks:
        assert text[hunk.start : hunk.end] == hunk.before
    result.to_json()


def check_offsets(text: str) -> None:
    result = cleantext.explain(text)
    there = [result.to_clean(place) for place in range(len(text) + 1)]
    back = [result.to_original(place) for place in range(len(result.text) + 1)]
    assert there == sorted(there)
    assert back == sorted(back)
    assert 0 <= there[0] <= there[-1] == len(result.text)
    assert 0 <= back[0] <= back[-1] == len(text)
    changed = {place for hunk in result.hunks for place in range(hunk.start, hunk.end)}
    for place, character in enumerate(text):
        if place not in changed and there[place] < len(result.text):
            assert result.text[there[place]] == character


@slow
@given(anything)
def test_any_text_is_survived_and_comes_to_rest(text: str) -> None:
    check(text)


@slow
@given(damaged)
def test_damage_of_all_kinds_comes_to_rest(text: str) -> None:
    check(text)
    cleantext.clean(text, strict=True)


@slow
@given(damaged, st.sampled_from(["fr", "de", "es", "ru"]))
def test_with_a_source_language_too(text: str, source: str) -> None:
    check(text, source_lang=source)


@slow
@given(st.one_of(anything, damaged))
def test_offsets_are_monotone_and_meet(text: str) -> None:
    check_offsets(text)


@slow
@given(damaged, st.sampled_from(["encoding", "glue", "spacing", "boilerplate", "duplicates", "translation"]))
def test_any_stage_may_be_left_out(text: str, stage: str) -> None:
    check(text, ignore=stage)


@pytest.mark.parametrize("profile", ["default", "article"])
def test_lines_thrown_together_keep_every_promise(
    thrown_together: Callable[[int], Iterator[str]], profile: str
) -> None:
    """Lines of many languages and kinds beside one another found what single texts did not."""
    for text in thrown_together(len(profile)):
        check(text, profile=profile)


@pytest.mark.parametrize("text", ["", "\n", "\ud800", "\x00", "\ufeff", "a", " ", "\r\n\r\n"], ids=ascii)
def test_smallest_texts(text: str) -> None:
    check(text)
    check_offsets(text)
