"""What `profile="article"` promises: the article stays, its points add up, nothing is emptied, twice is once."""

from __future__ import annotations

import json
from collections.abc import Sequence

import pytest

import cleantext
from cleantext.article import alone, card, placed
from cleantext.article.card import Card
from cleantext.article.page import page_of
from cleantext.article.told import CROWD
from cleantext.ruleset.folder import builtin_folder

CARD = builtin_folder() / "article" / "scorecard.json"

MENU = ["Home", "News", "Sport", "Weather", "Harbour", "Culture", "Jobs", "Search", "Log in", "Contact"]
HEADLINE = "Ferry to the island runs again after the storm"
STORY = """\
The ferry to the island left the harbour on Monday morning for the first time since the storm, with forty passengers.
“We had been living on soup,” said the postmistress, “and the soup was nearly gone when the men came with the bread.”
The company said that it had repaired the ramp, and that the evening boats would follow on Wednesday.
Nobody could say why the old ramp had broken, but the harbour master has asked for a report, and will get it in spring.
""".splitlines()
FOOTER = ["Share", "Tweet", "Print", "Leave a reply", "Name *", "Email *", "Website", "Older posts", "Terms of use",
          "Privacy", "About us", "Advertise"]  # fmt: skip

PAGE = "\n".join([*MENU, HEADLINE, *STORY, *FOOTER])
ARTICLE = "\n".join([HEADLINE, *STORY])

NO_PAGES = {
    "empty": "",
    "blank": " \n\n",
    "two lines": "Ferry late\nAgain",
    "links": "\n".join(MENU + FOOTER),
    "verse": "The tide comes in,\nthe tide goes out,\nthe boats lie still\nand turn about.",
    "code": "def ferry(harbour):\n    if not harbour.boats:\n        return None\n    return harbour.boats[0]",
    "article": ARTICLE,
}


def article_of(text: str) -> str:
    return cleantext.clean(text, profile="article")


def assert_is_article(lines: Sequence[str], story: Sequence[str], beside: Sequence[str]) -> None:
    """All of the story, in order, and of what stands beside it a line or two at the most."""
    assert [line for line in lines if line not in beside] == story
    assert len(lines) <= len(story) + 2


def test_menus_and_forms_go_and_the_article_stays() -> None:
    assert_is_article(article_of(PAGE).splitlines(), [HEADLINE, *STORY], MENU + FOOTER)


@pytest.mark.parametrize("text", NO_PAGES.values(), ids=NO_PAGES.keys())
def test_a_text_that_is_no_page_stays_as_it_is(text: str) -> None:
    assert cleantext.clean(text, profile="article", select="article") == text


@pytest.mark.parametrize("text", [PAGE, "\n\n".join(PAGE.split("\n")), PAGE.replace("\n", "\r\n"), PAGE + "\n" + PAGE])
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    once = article_of(text)
    assert once.strip()
    assert article_of(once) == once


def test_the_default_profile_knows_nothing_of_it() -> None:
    assert not any(rule.stage == "article" for rule in cleantext.Cleaner().rules)
    assert cleantext.explain(PAGE).points == ()


def test_clean_and_explain_come_to_the_same() -> None:
    result = cleantext.explain(PAGE, profile="article")
    assert result.text == article_of(PAGE)
    assert result.replay() == result.text


def test_every_filled_line_has_points_and_they_add_up() -> None:
    text = PAGE.replace("\n", "\n\n", 3)
    points = cleantext.explain(text, profile="article").points
    assert [text[it.start : it.end] for it in points] == [line for line in text.split("\n") if line]
    for it in points:
        assert sum(it.alone.values()) == it.own
        assert sum(it.around.values()) == it.total


def test_lines_below_nought_are_those_that_go() -> None:
    result = cleantext.explain(PAGE, profile="article", select="article")
    kept = [PAGE[it.start : it.end] for it in result.points if it.total >= 0]
    assert kept == result.text.splitlines()
    assert any(CROWD in it.alone for it in result.points)


def test_reasons_name_the_points() -> None:
    edits = cleantext.explain(PAGE, profile="article", select="article").edits
    assert edits
    assert all("points" in edit.reason for edit in edits)


def test_date_and_author_are_lifted_before_they_are_lost() -> None:
    head = [HEADLINE, "By Agnes Holm", "12 January 2021, 14:05"]
    result = cleantext.explain("\n".join([*MENU, *head, *STORY, *FOOTER]), profile="article")
    assert [fact.value for fact in result.metadata["author"]] == ["Agnes Holm"]
    assert [fact.value for fact in result.metadata["date"]] == ["12 January 2021, 14:05"]
    assert "Agnes" not in result.text


def test_a_text_without_spaces_is_measured_in_characters() -> None:
    menu = ["首页", "新闻", "体育", "天气", "港口", "文化", "招聘", "搜索", "登录", "联系我们"]
    story = [
        "本报讯，开往小岛的渡轮周一上午离开港口，这是暴风雨以来的第一次，船上有四十名乘客和两车面包，码头上站满了人。",
        "邮局局长和半个村子的人一起在码头上等候，她说大家一直靠喝汤过日子，渡轮来的时候，汤也快要喝完了。",
        "轮船公司表示，坡道已经修好，如果风力允许，晚上的班次将从星期三开始恢复，票价保持不变，请乘客提前到达。",
    ]
    footer = ["分享", "打印", "评论", "关于我们", "广告服务", "版权声明", "友情链接", "网站地图"]
    assert page_of([story[0]]).words[0] > placed.LONG_WORDS
    assert_is_article(article_of("\n".join([*menu, *story, *footer])).splitlines(), story, menu + footer)


@pytest.mark.parametrize(
    ("feature", "line", "expected"),
    [
        ("words", "The ferry was late.", 4),
        ("end", "The ferry was late.", alone.ENDS.index("full stop")),
        ("end", "The ferry was late again and…", alone.ENDS.index("ellipsis")),
        ("commas", "late, later, latest, never", 75),
        ("capitals", "Agnes Holm was late", 50),
        ("commas", "渡轮，邮局、码头", 200),
    ],
)
def test_features_of_a_line(feature: str, line: str, expected: int) -> None:
    assert alone.columns([line], [len(line.split())])[feature] == [expected]


def test_closers_count_from_where_they_stand() -> None:
    page = page_of([STORY[0], "Leave a reply", STORY[1]])
    closing = alone.Closers([b"leave a reply"]).places(page.texts)
    columns, _ = placed.columns(page, [[b"word"]] * 3, closing)
    assert columns["closers"] == [0, 1, 1]


def test_the_card_has_points_for_every_bin() -> None:
    content = json.loads(CARD.read_text(encoding="utf-8"))
    assert {name: len(points) for name, points in content["line"].items()} == _sizes(card.LINE_BINS)
    assert _sizes(card.BINS).items() >= {name: len(points) for name, points in content["around"].items()}.items()
    for pair in content["pairs"]:
        assert [len(pair["points"]), len(pair["points"][0])] == [_sizes(card.BINS)[name] for name in pair["of"]]
    assert CARD.stat().st_size < 300_000


def _sizes(bins: object) -> dict[str, int]:
    assert isinstance(bins, dict)
    return {name: len(bounds) + 1 for name, bounds in bins.items()}


def test_what_a_card_says_is_what_is_done() -> None:
    """Every line below nought but the longer ones."""
    content = json.loads(CARD.read_text(encoding="utf-8"))
    content["line"] = {name: dict.fromkeys(points, 0) for name, points in content["line"].items()}
    content["around"] = {name: dict.fromkeys(points, 0) for name, points in content["around"].items()}
    bounds = ["", *map(str, card.BINS["words"])]
    content["around"]["words"] = {low: (10 if low and int(low) >= 22 else -10) for low in bounds}
    content |= {"base": 0, "base around": 0, "pairs": []}
    kept = Card(content)
    lines = PAGE.split("\n")
    long = [number for number, line in enumerate(lines) if len(line.split()) >= 22]
    assert [number for number in range(len(lines)) if number not in kept.going(lines)] == long
