"""Tokens are asked about once, and what is kept of them is bounded."""

from __future__ import annotations

from cleantext.fixers import _remembered
from cleantext.fixers._remembered import Remembered


def asking() -> tuple[Remembered, list[str]]:
    """What finds figures, and the tokens that it was asked about."""
    asked: list[str] = []

    def figures(token: str) -> list[tuple[int, str]]:
        asked.append(token)
        return [(0, token)] if token.isdigit() else []

    return Remembered(figures), asked


def test_a_token_is_asked_about_once() -> None:
    figures, asked = asking()
    assert figures.in_line("the 12 ferries and the 12 keepers") == [(4, "12"), (23, "12")]
    assert figures.are_in("12 keepers")
    assert not figures.are_in("the ferries")
    assert sorted(asked) == ["12", "and", "ferries", "keepers", "the"]


def test_long_tokens_are_not_kept() -> None:
    """A page may hold an image as letters, or be in a script without spaces."""
    figures, asked = asking()
    for long in ("x" * 50_000, "1" * 50_000):
        assert figures.are_in(f"the {long}") is figures.are_in(long) is long.isdigit()
        assert asked.count(long) == 2
    assert all(len(token) < 100 for token in [*figures._plain, *figures._found])


def test_it_begins_anew_when_there_are_too_many(monkeypatch) -> None:
    monkeypatch.setattr(_remembered, "_MOST", 10)
    figures, _ = asking()
    for number in range(50):
        assert figures.in_line(f"ferry-{number} of {number}") == [(len(f"ferry-{number} of "), str(number))]
        assert len(figures._plain) + len(figures._found) <= 10 + 3
