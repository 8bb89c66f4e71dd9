"""The fixers `left-over-word` and `left-over-word-between-names`: only between English words, or with a licence."""

from __future__ import annotations

import pytest

from cleantext import clean

FRAME = "The town and the port of the island were in the rain. {}"


def repaired(text: str, source: str) -> str:
    before = FRAME.format(text)
    return clean(before, select=["translation"], source_lang=source).removeprefix(FRAME.format(""))


@pytest.mark.parametrize(
    ("before", "source", "after"),
    [
        ("It is made of sugar et 1 sachet of it.", "fr", "It is made of sugar and 1 sachet of it."),
        ("A neighbour et his son came.", "fr", "A neighbour and his son came."),
        ("Two were injured y 38 houses fell.", "es", "Two were injured and 38 houses fell."),
        ("It was a thing que no school had.", "pt", "It was a thing that no school had."),
        ("The guests were brides и auditors.", "ru", "The guests were brides and auditors."),
        ("Images: via Twitter et Telegram", "fr", "Images: via Twitter and Telegram"),
        ("The ferries from Lisbon et Algiers were late.", "fr", "The ferries from Lisbon and Algiers were late."),
        (
            "Anna et Paul came. Anna was wet, Paul was not.",
            "fr",
            "Anna and Paul came. Anna was wet, Paul was not.",
        ),
    ],
)
def test_it_goes_to_english(before: str, source: str, after: str) -> None:
    assert repaired(before, source) == after


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("A neighbour et his son came.", ""),
        ("A neighbour et his son came.", "de"),
        ("As Smith et al. said, it is so.", "fr"),
        ("They saw Pelléas et Mélisande at the hall.", "fr"),
        ("The shop of Yves et Fils was closed.", "fr"),
        ("They stayed at a Bed und Breakfast of the port.", "de"),
        ("The works of Ortega y Gasset were on the table.", "es"),
        ("The y axis and the letter e of it are red.", "es"),
        ("They went en masse and en route to the port.", "nl"),
        ("It is known that i am not there, and the cat i saw was.", "pl"),
        ("The sign had liberté et égalité on it.", "fr"),
        ("The book Иван и Мария was on the table.", "ru"),
    ],
)
def test_what_stays(text: str, source: str) -> None:
    assert repaired(text, source) == text
