"""A text's tier says what stands in it beyond ASCII; patterns of a lower tier lack what it cannot hold."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cleantext import encoded as module
from cleantext.encoded import beyond_ascii, encoded, utf8
from cleantext.factors.characters import BEYOND, BEYOND_FIGURES, BEYOND_LETTERS, members_in
from cleantext.folding import folded

BEYOND_ASCII = [chr(point) for point in range(128, 0x110000) if not 0xD800 <= point < 0xE000]


def test_every_figure_beyond_ascii_is_told_by_its_first_byte() -> None:
    missed = [it for it in BEYOND_ASCII if it.isdecimal() and not it.encode().translate(None, module._NO_FIGURE)]
    assert not missed


@pytest.mark.parametrize("padding", ["", "é" * 3_000, "x" * 3_000], ids=["short", "many beyond", "few beyond"])
@pytest.mark.parametrize(
    ("text", "tier"),
    [
        ("“a” – b…", 0),
        ("café", 1),
        ("a\u00a0b", 1),
        ("\u0663 dogs", 2),
        ("１２", 2),
        ("Привет", 1),
        ("日本", 1),
        ("😀", 0),
    ],
)
def test_tier(text: str, tier: int, padding: str) -> None:
    least = 1 if "é" in padding else 0
    assert encoded(text + padding).tier >= max(tier, least)
    if not padding:
        assert encoded(text).tier == tier


@settings(max_examples=300, deadline=None)
@given(st.text(st.one_of(st.characters(), st.sampled_from("a1 “é\u00a0٣\ud800")), max_size=30))
def test_a_tier_is_never_too_low(text: str) -> None:
    source = encoded(text)
    plain = utf8(text).decode()
    assert source.content == utf8(text)
    if source.tier < 2:
        assert not re.search(r"[^\W\D0-9]", plain)
    if source.tier < 1:
        assert not re.search(r"[^\W\x00-\x7f]|[^\S\x00-\x7f]", plain)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.text(st.one_of(st.characters(), st.sampled_from("a1 “é\ud800")), max_size=12), max_size=4))
def test_what_is_remembered_of_a_text_is_not_told_of_another(texts: list[str]) -> None:
    for text in (*texts, *reversed(texts), *texts):
        if len(text) % 2:
            encoded(text)
        assert utf8(text) == re.sub("[\ud800-\udfff]", "\ufffd", text).encode()
        assert beyond_ascii(text) == {it for it in utf8(text).decode() if not it.isascii()}


@pytest.mark.parametrize(
    ("tier", "kept"),
    [(0, "a—"), (1, "aé—\u00a0"), (2, "aé—\u00a0٣")],
)
def test_members_of_a_tier(tier: int, kept: str) -> None:
    members = frozenset((*"aé—\u00a0٣", BEYOND, BEYOND_LETTERS, BEYOND_FIGURES))
    named = {0: {BEYOND}, 1: {BEYOND, BEYOND_LETTERS}, 2: {BEYOND, BEYOND_LETTERS, BEYOND_FIGURES}}
    assert members_in(members, tier) == {*kept, *named[tier]}


@settings(max_examples=300, deadline=None)
@given(st.text(st.one_of(st.characters(), st.sampled_from("aA \t\u0307\u00a0’İı\n»")), max_size=30))
def test_folding_needs_no_look_for_runs_where_none_stand(text: str) -> None:
    text = text.replace("\r", "\n")
    runs = re.search(r"[^\S\n]{2}", text) is not None
    if not runs:
        assert folded(text, with_runs=False) == folded(text)
