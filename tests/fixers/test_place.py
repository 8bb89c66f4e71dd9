"""The fixers `place` and `transliterated-name`: names of the source's spelling, and what holds them back."""

from __future__ import annotations

import pytest

from cleantext import clean

FRAME = "The people of the town and the men of the port were there. {}"


def repaired(text: str, source: str) -> str:
    return clean(FRAME.format(text), select=["translation"], source_lang=source).removeprefix(FRAME.format(""))


@pytest.mark.parametrize(
    ("before", "source", "after"),
    [
        ("It was in Aktaou, not in Janaozen.", "fr", "It was in Aktau, not in Zhanaozen."),
        ("It is near Le Caire.", "fr", "It is near Cairo."),
        ("In Moskau it rained; Charkiw’s sky was blue.", "de", "In Moscow it rained; Kharkiv’s sky was blue."),
        ("It was bought in Nueva York.", "es", "It was bought in New York."),
        ("It was in Мурманск that she was born.", "ru", "It was in Murmansk that she was born."),
        ("It was Nazarbaïev who said it.", "fr", "It was Nazarbayev who said it."),
        (
            "Oleg Tchourkine spoke. For Churkin it was the end.",
            "fr",
            "Oleg Churkin spoke. For Churkin it was the end.",
        ),
    ],
)
def test_names_become_english(before: str, source: str, after: str) -> None:
    assert repaired(before, source) == after


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("It was in Aktaou, not in the port.", ""),
        ("It was in Janaozen (sometimes spelled Zhanaozen).", "fr"),
        ("They saw “Moskau” at the hall.", "de"),
        ("The club FC Moskau won.", "de"),
        ("Antonio Mosca won. For Mosca it was the first time.", "it"),
        ("The train Moskau-Berlin was late.", "de"),
        ("The man was Oleg Tchourkine.", "fr"),
        ("The town of Murmansk (Мурманск) is old.", "ru"),
    ],
)
def test_what_stays(text: str, source: str) -> None:
    assert repaired(text, source) == text
