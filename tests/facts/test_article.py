"""The article is the run of lines with the most prose, however many menus and footers stand around it."""

from __future__ import annotations

import pytest

from cleantext.facts.article import article_range, subject_words
from cleantext.facts.layout import prose_lines

SAID = "The ferry was late on Monday, and the harbour master said that nobody had told him of it."
TERMS = "By the use of this site you agree to the terms that are told in full on the page of terms."
ENTRY = "Tide tables"
CHINESE = "港口的渡船星期一又晚点了，港务长说没有人告诉过他这件事，码头上的人都在等着。"


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        ([], None),
        ([ENTRY, ENTRY], None),
        ([SAID], (0, 1)),
        ([ENTRY, SAID, ENTRY, SAID, ENTRY], (1, 4)),
        ([ENTRY, SAID, SAID, *[ENTRY] * 12, TERMS], (1, 3)),
        ([TERMS, *[ENTRY] * 12, SAID, SAID], (13, 15)),
        ([ENTRY, CHINESE, "", CHINESE, ENTRY], (1, 4)),
    ],
)
def test_article_range(lines: list[str], found: tuple[int, int] | None) -> None:
    assert article_range(lines, prose_lines(lines)) == found


def test_words_of_scripts_without_spaces_are_pairs() -> None:
    assert subject_words("The Port of 港务长") == {"port", "港务", "务长"}
