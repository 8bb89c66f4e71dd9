"""Which parts of a headline name its site, and where they are cut."""

from __future__ import annotations

import pytest

import cleantext
from cleantext.fixers._site_names import is_site, names_of
from cleantext.rule import Hints

NAMES = {
    "without spaces": ("dailyexample.com", "Daily Example", True),
    "with its article": ("dailyexample.com", "The Daily Example", True),
    "the host has the article": ("thequay.example", "Quay Post", False),
    "the host alone has the article": ("thequaypost.example", "Quay Post", True),
    "its address": ("dailyexample.com", "dailyexample.com", True),
    "its address with www": ("dailyexample.com", "www.DailyExample.com", True),
    "lower case": ("dailyexample.com", "daily example", True),
    "with a hyphen in the host": ("daily-example.co.uk", "Daily Example", True),
    "a medium": ("dailyexample.com", "Daily Example Online", True),
    "capitals": ("vbc.co.uk", "VBC", True),
    "capitals and medium": ("vbc.co.uk", "VBC News", True),
    "capitals with points": ("vbc.co.uk", "V.B.C.", True),
    "no capitals": ("vbc.co.uk", "Vbc", False),
    "first letters and a word": ("lvherald.com", "Lower Valley Herald", True),
    "first letters of a headline": ("vbc.co.uk", "Vain Big Cars", False),
    "first letters and a short word": ("lvsea.com", "Low Valley Sea", False),
    "another name": ("dailyexample.com", "The Daily Bugle", False),
    "a part of the name": ("dailyexample.com", "Example", False),
    "more than the name": ("dailyexample.com", "Daily Example reader", False),
    "another host's name": ("news.example.org", "News", False),
    "nothing": ("dailyexample.com", "", False),
}


@pytest.mark.parametrize(("host", "part", "named"), NAMES.values(), ids=NAMES)
def test_host_is_read_in_its_site_s_name(host: str, part: str, named: bool) -> None:
    assert is_site(part, names_of(Hints(url=f"https://www.{host}/2020/05"))) is named
    assert is_site(part, names_of(Hints(site=host))) is named


TEXT = "The county has closed three of its bridges until spring, because the salt has eaten through the railings."
HEADLINE = "Three bridges close for the winter"
AFTER = ["{} - {site}", "{} – {site}", "{} — {site}", "{} | {site}", "{}|{site}", "{} : {site}", "{} · {site}",
         "{} » {site}", "{} « {site}", "{} :: {site}", "{}｜{site}"]  # fmt: skip
BEFORE = ["{site} - {}", "{site} | {}", "{site} :: {}", "{site} » {}", "{site} : {}"]


@pytest.mark.parametrize("form", [*AFTER, *BEFORE])
@pytest.mark.parametrize(
    ("site", "hints"),
    [("Daily Example", {"site": "daily example"}), ("The Daily Example", {"url": "https://m.dailyexample.com/a"})],
    ids=["site", "url"],
)
def test_site_s_name_becomes_metadata(form: str, site: str, hints: dict[str, str]) -> None:
    text = f"{form.format(HEADLINE, site=site)}\n\n{TEXT}"
    result = cleantext.explain(text, select="boilerplate/headline-site-name", **hints)
    assert result.text == f"{HEADLINE}\n\n{TEXT}"
    assert [fact.value for fact in result.metadata["site"]] == [site]
    assert cleantext.clean(text, select="boilerplate/headline-site-name") == text


def test_paper_that_a_headline_is_about_stays() -> None:
    text = f"Spider-Man and the photographer - The Daily Bugle\n\n{TEXT}"
    assert cleantext.clean(text, url="https://www.dailyexample.com/films") == text
    assert cleantext.clean(text, site="The Daily Example") == text


def test_copies_of_the_headline_below_the_text_go_with_it() -> None:
    """Also where the headline itself has no name, or another mark before it."""
    text = f"{HEADLINE} - Daily Example\n\n{TEXT}\n\n{HEADLINE} | Daily Example\n\nSix mills open - Daily Example\n"
    assert cleantext.clean(text, site="Daily Example") == f"{HEADLINE}\n\n{TEXT}\n\nSix mills open - Daily Example\n"
