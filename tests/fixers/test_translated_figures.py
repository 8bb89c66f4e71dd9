"""The fixers of figures and small marks: `ordinal`, `thousands-space`, `inverted-mark`, `doubled-word`."""

from __future__ import annotations

import pytest

from cleantext import clean
from cleantext.fixers.ordinal import english_ordinal

FRAME = "The people of the town and the men of the port were there. {}"


def repaired(text: str, source: str) -> str:
    return clean(FRAME.format(text), select=["translation"], source_lang=source).removeprefix(FRAME.format(""))


def test_english_ordinals() -> None:
    assert [english_ordinal(n) for n in (1, 11, 21, 112, 122, 3)] == ["1st", "11th", "21st", "112th", "122nd", "3rd"]


@pytest.mark.parametrize(
    ("before", "source", "after"),
    [
        ("It was the 3. February of the year.", "de", "It was the 3rd February of the year."),
        ("On 12. May it rained.", "de", "On 12 May it rained."),
        ("It was the 62ª edition of it.", "es", "It was the 62nd edition of it."),
        ("It rained until Monday the 1º.", "es", "It rained until Monday the 1st."),
        ("It is of the 19e century.", "fr", "It is of the 19th century."),
        ("It cost $ 500 000, or 1 200 000 of theirs.", "fr", "It cost $ 500,000, or 1,200,000 of theirs."),
        ("Some 12 300 people came.", "fr", "Some 12,300 people came."),
        ("It cost 3,2 million and ran at 0,35 or so.", "de", "It cost 3.2 million and ran at 0.35 or so."),
        ("It was of 1.299,90 euros.", "de", "It was of 1,299.90 euros."),
        ("Is it fair? ¿Or is it not? ¡No way!", "es", "Is it fair? Or is it not? No way!"),
        ("It was in the settlement settlement of it.", "ru", "It was in the settlement of it."),
    ],
)
def test_what_is_repaired(before: str, source: str, after: str) -> None:
    assert repaired(before, source) == after


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("It was room No. 3. May I come in?", "de"),
        ("It was 20º in the shade, and 180 °C in the oven.", "es"),
        ("He plays by the 5e rules of the game.", "fr"),
        ("Call 1 800 555 or 030 000.", "fr"),
        ("In group 12 300 of them were ill.", "fr"),
        ("The gap was 2,446 seconds at the end.", "it"),
        ("See the notes 1,2 and 3, and the point (0,0).", "de"),
        ("He asked ¿Por qué? and went.", "es"),
        ("It was a great great aunt of the really really old man.", "ru"),
        ("It took 3,2 hours and ran at 0,35 or so.", ""),
    ],
)
def test_what_stays(text: str, source: str) -> None:
    assert repaired(text, source) == text
