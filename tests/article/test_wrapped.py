"""Paragraphs cut into lines are told by their width and by sentences that go over it; lists and menus have neither."""

from __future__ import annotations

import textwrap

import pytest

import cleantext
from cleantext.article.page import page_of
from cleantext.article.wrapped import wrapped

PARAGRAPHS = """\
The old ferry left the harbour at noon, and most of those on board knew that it would not come back before the end of \
the winter, since the company had sold it to a town further up the coast.
For forty years it had carried letters, cattle, coal and schoolchildren to the islands, in any weather that its first \
captain called good enough.
“We will miss the noise,” said the baker, who has her shop on the quay.
The town has asked two firms for offers. One of them builds ships that need no fuel but what a cable brings, and would \
take three years; the other has a boat lying idle, which is larger than the quay is long.
""".splitlines()
MENU = "Home\nAbout the harbour\nTimetable\nTickets\nContact\nSearch\nLog in\n"
FOOT = "\nShare this\nTweet\nPrivacy\nTerms of use\nSitemap\n"


@pytest.mark.parametrize("width", [30, 34, 42, 50, 60, 72, 90])
def test_an_article_stays_whatever_the_width_of_its_lines(width: int) -> None:
    article = "\n\n".join(textwrap.fill(it, width) for it in PARAGRAPHS)
    cleaned = cleantext.clean(f"{MENU}\n{article}\n{FOOT}", profile="article")
    assert article in cleaned
    gone = "Timetable" not in cleaned and "Sitemap" not in cleaned
    assert gone or width < 50  # where no line is long, the text is no page to the scorecard


@pytest.mark.parametrize(
    "lines",
    [
        "Mayor opens the new ferry line\nHarbour closed for the winter\nTwo firms make offers to town\nBakery moves",
        "politics and the economy today\nsport and everything around it\nculture and the arts this week\nweather\n",
        "the tide comes in,\nthe boats lie still along the wall,\nand no one calls.",
        "船が港を出たのは正午のことで、乗客の多くは冬が終わるまで戻らないことを\n知っていた。会社がそれを海岸の先にある町に売ったからである。人々は岸に\n立っていた。",
    ],
    ids=["headlines", "lower-case-menu", "verse", "unspaced"],
)
def test_lists_and_verse_are_no_paragraphs(lines: str) -> None:
    assert not wrapped(page_of(lines.split("\n")))


def test_one_cut_paragraph_on_a_page_says_nothing_of_its_other_lines() -> None:
    cut = textwrap.fill(PARAGRAPHS[3], 42).split("\n")
    page = page_of([*MENU.split("\n"), *cut, *FOOT.split("\n"), "The harbour is closed.", "", *MENU.split("\n")])
    assert {page.texts[place] for place in wrapped(page)} == set(cut)
