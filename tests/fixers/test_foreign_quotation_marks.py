"""The fixer `foreign-quotation-marks`: pairs on one line, nested ones too; all else stays as it is."""

from __future__ import annotations

import pytest

from cleantext import clean

FRAME = "The man of the port said it to the people of the town: {} and went to the house."


def quoted(text: str) -> str:
    return clean(FRAME.format(text), select=["translation"])


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("« it is the wind »", "“it is the wind”"),
        ("«it is the wind»", "“it is the wind”"),
        ("«\N{NO-BREAK SPACE}it is\N{NARROW NO-BREAK SPACE}»", "“it is”"),
        ("„it is the wind“", "“it is the wind”"),
        ("„it is the wind”", "“it is the wind”"),
        ('„it is the wind"', "“it is the wind”"),
        ("»it is the wind«", "“it is the wind”"),
        ("«the ship „Captain“ waits»", "“the ship “Captain” waits”"),
        ("„the ‘house’ of it“", "“the ‘house’ of it”"),
        ("„he said “no” to it“", "“he said “no” to it”"),
        ("« Shal, ket ! »", "“Shal, ket!”"),
        ("「it is the wind」", "“it is the wind”"),
    ],
)
def test_pairs_become_english(before: str, after: str) -> None:
    assert quoted(before) == FRAME.format(after)


@pytest.mark.parametrize(
    "text",
    [
        "« it is the wind",
        "it is the wind »",
        "«a «b» of it",
        "„it is the wind",
        "the marks « and »",
        "«»",
        "«Москва»",
        "« Il est interdit de marcher sur les pelouses »",
        "Home » Sports » News",
        "“it is the wind”",
    ],
)
def test_what_stays(text: str) -> None:
    assert quoted(text) == FRAME.format(text)


def test_many_pairs_on_a_line() -> None:
    """Four hundred pairs on one line are all found."""
    line = FRAME.format("«the house of it» " * 400)
    assert "«" not in clean(line, select=["translation/guillemets"])
