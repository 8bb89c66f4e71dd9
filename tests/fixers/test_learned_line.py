"""Frames of lines, and the lines that go by them."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import cleantext
from cleantext.fixers._frames import frame_of, says_something

FRAMES = {
    "figures": ("1,204 comments", "0,0 comments"),
    "marks and case": ("» Most READ:", "most read"),
    "a date": ("Posted on 12 May 2019 by the desk", "posted on {date} by the desk"),
    "with its weekday": ("Monday, May 13, 2019 | Weather", "{date} | weather"),
    "in German": ("Stand: Freitag, 3. Oktober 2008, 12 Uhr", "stand: {date}, 0 uhr"),
    "in Spanish": ("Actualizado el lunes, 3 de mayo de 2021", "actualizado el {date}"),
    "in Russian": ("Вторник, 4 мая 2021 г. Сегодня", "{date} г. сегодня"),
    "in Japanese": ("2021年5月4日の記事", "{date}の記事"),
    "in figures": ("Updated 03/05/2021 10:15", "updated {date} 0:0"),
    "a month of an archive": ("January 2012 (31)", "{date} (0"),
    "a month that is a verb": ("You may like 3 of these", "you may like 0 of these"),
    "a weekday alone": ("Sunday Times", "sunday times"),
}


@pytest.mark.parametrize(("line", "frame"), FRAMES.values(), ids=FRAMES)
def test_frame_has_neither_figures_nor_dates(line: str, frame: str) -> None:
    assert frame_of(line) == frame
    assert frame_of(frame) == frame


@given(
    st.lists(
        st.sampled_from(["3", "may", "mon,", "2021", "12/", "5", ".", "th", "{date}", "年", "May", " ", "x", "0月"])
    )
)
def test_frame_of_a_frame_is_itself(parts: list[str]) -> None:
    frame = frame_of("".join(parts))
    assert frame_of(frame) == frame


def test_figures_and_dates_alone_say_nothing() -> None:
    assert not says_something(frame_of("12 May 2019 | 14:05"))
    assert says_something(frame_of("3 comments"))


FERRY = "The night ferry will not sail until the wind has gone round to the west, the harbour master told the crew."
LAMP = "By the time the lamp was lit again, every boat of the fleet had been counted twice and nobody was missing."

RULE = """
summary = "A line that recurs."
why = "A test."
requires = { prose = true, site = "example.com" }
fixer = "learned-line"
[phrases]
und = ["menu", "quay | tides | lamps", "share (0", "updated {date}", "old boat finds a new captain",
       "new crane for the old quay",
       "our readers write every morning what they saw on the quay the night before, and we print it all."]
[[changes]]
before = "x"
after = ""
[[keeps]]
text = "y"
why = "z"
"""

TEXTS = {
    "above and below": (["Menu", "Headline of the day", FERRY, LAMP, "Share (31)", "Updated 3 May 2021"],
                        ["Headline of the day", FERRY, LAMP]),
    "a menu with marks between its entries": (["Quay | Tides | Lamps", FERRY], [FERRY]),
    "inside the text": ([FERRY, "Menu", LAMP], [FERRY, "Menu", LAMP]),
    "around a sentence that was learned": (
        ["Menu", "Our readers write every morning what they saw on the quay the night before, and we print it all.",
         "Share (2)", FERRY],
        [FERRY]),
    "a headline over its text": (["Menu", "Old boat finds a new captain", FERRY],
                                 ["Old boat finds a new captain", FERRY]),
    "a headline over its date": (["Old boat finds a new captain", "by the desk", FERRY],
                                 ["Old boat finds a new captain", "by the desk", FERRY]),
    "headlines of a sidebar": (["Old boat finds a new captain", "Menu", "The lamp is lit", FERRY],
                               ["The lamp is lit", FERRY]),
    "a headline over another that stays": (
        ["Old boat finds a new captain", "New crane for the old quay", FERRY],
        ["Old boat finds a new captain", "New crane for the old quay", FERRY]),
    "headlines below": ([FERRY, "Old boat finds a new captain", "New crane for the old quay"], [FERRY]),
    "no text but learned lines": (["Menu", "Share (3)"], ["Menu", "Share (3)"]),
    "another figure's place": ([FERRY, "Share 3 of them"], [FERRY, "Share 3 of them"]),
}  # fmt: skip


@pytest.mark.parametrize(("before", "after"), TEXTS.values(), ids=TEXTS)
def test_learned_lines_go_where_furniture_stands(tmp_path: Path, before: list[str], after: list[str]) -> None:
    (tmp_path / "boilerplate/sites").mkdir(parents=True)
    (tmp_path / "boilerplate/sites/example.toml").write_text(RULE, encoding="utf-8")
    cleaner = cleantext.Cleaner(rules=[tmp_path], select="boilerplate/sites", strict=True)
    text, wanted = "\n\n".join(before), "\n\n".join(after)
    assert cleaner.clean(text, url="https://m.example.com/a") == wanted
    assert cleaner.clean(wanted, url="https://m.example.com/a") == wanted
    assert cleaner.clean(text) == text
    assert cleaner.clean(text, site="example.org") == text
