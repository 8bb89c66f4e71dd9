"""The report in a real browser: what it shows, how it is used, how fast it is, and that no text breaks out of it."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any

import pytest

from cleantext.report import Content, ShownDocument, ShownEdit, ShownRule

from .conftest import RULES, TEXTS, Open, content, rows

pytest.importorskip("selenium", reason="selenium is not installed (extra `browser`)")

from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import Select, WebDriverWait

MOST_SECONDS_TO_OPEN = 2.0
MOST_MILLISECONDS_TO_FILTER = 100.0

HOSTILE = "</script><img src=x onerror=\"document.title='taken'\"> \u2028 \ud800 <!-- & 'quotes' \U0001f6df theharbour"


def count(browser: Any) -> str:
    return str(browser.find_element(By.ID, "count").text)


def choose(browser: Any, name: str, value: str) -> None:
    Select(browser.find_element(By.ID, name)).select_by_value(value)


def press(browser: Any, *keys: str) -> None:
    browser.find_element(By.ID, "list").send_keys(*keys)


def exported(browser: Any) -> Any:
    """The file of marks that the button gives."""
    target = Path(browser.downloads, "marks.json")
    target.unlink(missing_ok=True)
    browser.find_element(By.ID, "export").click()
    for _ in range(100):
        if target.is_file() and target.stat().st_size:
            return json.loads(target.read_text(encoding="utf-8"))
        time.sleep(0.05)
    raise AssertionError("no file came")


def hostile() -> Content:
    start = HOSTILE.index("theharbour")
    edit = ShownEdit(0, 0, (RULES[1].name,), start, start + 10, "the harbour")
    names = ShownRule(RULES[1].name, "safe", HOSTILE)
    document = ShownDocument(HOSTILE, HOSTILE, {HOSTILE: 1.0}, [(HOSTILE, 1.0, HOSTILE, HOSTILE)], {HOSTILE: [HOSTILE]})
    return Content(HOSTILE, HOSTILE, [names], [document], [HOSTILE], [edit], [(HOSTILE, HOSTILE)], [HOSTILE])


def test_ten_thousand_edits_open_and_filter_in_time(opened: Open) -> None:
    shown = content(10_000)
    began = time.monotonic()
    browser = opened(shown)
    taken = time.monotonic() - began
    assert count(browser) == "10,000 edits of 10,000"
    assert taken < MOST_SECONDS_TO_OPEN
    assert browser.execute_script("return document.querySelectorAll('.row').length") < 60  # those in sight
    times = browser.execute_script(
        """return ["quay", "lamps were", "zzz", "", "translation"].map((query) => {
            const began = performance.now();
            document.getElementById("query").value = query;
            document.getElementById("query").dispatchEvent(new Event("input"));
            document.body.offsetHeight;
            return performance.now() - began;
        })"""
    )
    assert max(times) < MOST_MILLISECONDS_TO_FILTER
    assert count(browser) == "2,000 edits of 10,000"
    press(browser, Keys.END)
    assert rows(browser)[-1].startswith("9999.")


@pytest.mark.parametrize(
    ("name", "value", "number"),
    [
        ("stage", "glue", 10),
        ("rule", "translation/fr/outlet", 10),
        ("safety", "review", 10),
        ("language", "de", 20),
        ("verdict", "accept", 0),
        ("verdict", "none", 50),
    ],
)
def test_filters_leave_what_they_name(opened: Open, name: str, value: str, number: int) -> None:
    browser = opened(content(50))
    choose(browser, name, value)
    assert count(browser) == f"{number} edits of 50"
    browser.find_element(By.ID, "reset").click()
    time.sleep(0.05)
    assert count(browser) == "50 edits of 50"


@pytest.mark.parametrize(
    ("query", "number"),
    [("HARBOUR OFFICE", 10), ("quay-0001", 10), ("le monde", 10), ("encoding/", 10), ("nothing so", 0)],
)
def test_text_is_looked_for_everywhere(opened: Open, query: str, number: int) -> None:
    browser = opened(content(50))
    browser.find_element(By.ID, "query").send_keys(query)
    assert count(browser) == f"{number} edits of 50"


def test_diffs_show_what_cannot_be_seen(opened: Open) -> None:
    browser = opened(content(5))
    press(browser, "jj")
    removed = browser.find_element(By.CSS_SELECTOR, "#diff del")
    assert removed.get_attribute("textContent") == "removed: NBSPZWSP"
    press(browser, "v")
    told = browser.find_element(By.ID, "diff").text
    assert "Before" in told
    assert "After" in told
    assert len(browser.find_elements(By.CSS_SELECTOR, "#diff .sides > div")) == 2


def test_documents_tell_their_evidence_and_metadata(opened: Open) -> None:
    browser = opened(content(30))
    press(browser, Keys.END)
    told = browser.find_element(By.ID, "document").text
    assert "pages/quay-0002.txt" in told
    assert "fr 3.5" in told
    assert "fr 1.5 translation/fr/outlet The world" in told
    browser.find_element(By.ID, "query").send_keys("quay-0001")
    assert "author Marta Lindqvist" in browser.find_element(By.ID, "document").text


def test_marks_are_made_by_keyboard_and_exported(opened: Open) -> None:
    """Spans of marks are in code points, though the browser counts a lifebuoy as two."""
    browser = opened(content(5, "Marked by keyboard"))
    press(browser, *KEYS)
    marks = exported(browser)
    assert {name: marks[name] for name in ("version", "ruleset")} == {"version": 1, "ruleset": "f1n6e7"}
    expected = []
    for number, verdict in ((2, "accept"), (4, "reject")):
        text, before, after, rule = TEXTS[number]
        text = f"{number}. {text}"
        start = text.index(before)
        span = {"start": start, "end": start + len(before), "before": before, "after": after}
        names = {"verdict": verdict, "rule": RULES[rule].name, "document": "pages/quay-0000.txt", "text": text}
        expected.append(names | span)
    assert marks["marks"] == expected
    for mark in marks["marks"]:
        assert mark["text"][mark["start"] : mark["end"]] == mark["before"]
    WebDriverWait(browser, 30).until(marks_outlive_a_reload)


KEYS = ("j", "j", "a", "n", "n", "r", "k", "a", "u")
"""They mark two edits, and a third whose mark is taken back."""


def marks_outlive_a_reload(browser: Any) -> bool:
    """Chromium writes down what a page keeps when it has the time; a reload before that loses it for good."""
    time.sleep(0.5)
    browser.refresh()
    if browser.find_element(By.ID, "marked").text == "2":
        return True
    press(browser, *KEYS)
    return False


def test_equal_edits_are_marked_at_once(opened: Open) -> None:
    browser = opened(content(50, "Marked at once"))
    browser.find_element(By.ID, "group").click()
    assert count(browser) == "50 edits of 50, 5 different ones"
    press(browser, "a")
    assert browser.find_element(By.ID, "marked").text == "10"
    assert browser.find_element(By.ID, "which").text == "1 of 10"
    browser.find_element(By.ID, "next").click()
    assert browser.find_element(By.ID, "which").text == "2 of 10"


def test_comparisons_tell_who_makes_an_edit(opened: Open) -> None:
    text = "The ferry  left for  theharbour."
    edits = [
        ShownEdit(0, 0, ("spacing/odd-space",), 9, 11, " ", "same"),
        ShownEdit(0, 0, ("spacing/odd-space",), 19, 21, " ", "gone"),
        ShownEdit(0, 0, ("glue/function-word",), 21, 31, "the harbour", "new"),
    ]
    documents = [ShownDocument("a.txt", remark="changed differently")]
    shown = Content("Rules compared", "f1", RULES, documents, [text], edits, compares=True)
    browser = opened(shown)
    assert count(browser) == "2 edits of 2"
    press(browser, "v")
    old, new = (it.get_attribute("textContent") for it in browser.find_elements(By.CSS_SELECTOR, ".sides .paragraph"))
    assert old == "The ferry␣left forremoved: ␣removed: theharbour."
    assert new == "The ferry␣left foradded: ␣␣added: the harbour."
    choose(browser, "status", "gone")
    assert count(browser) == "1 edit of 2"
    assert "no longer" in rows(browser)[0]


def test_nothing_in_a_text_breaks_out(opened: Open) -> None:
    browser = opened(hostile())
    assert browser.title != "taken"
    assert browser.find_elements(By.TAG_NAME, "img") == []
    assert "</script><img" in browser.find_element(By.ID, "diff").text
    press(browser, "a")
    mark = exported(browser)["marks"][0]
    assert mark["text"] == HOSTILE
    assert mark["text"][mark["start"] : mark["end"]] == "theharbour"
    assert [it for it in browser.get_log("browser") if it["level"] == "SEVERE"] == []


def test_nothing_is_fetched_and_nothing_fails(opened: Open) -> None:
    browser = opened(content(50))
    browser.find_element(By.ID, "theme").click()
    press(browser, "j", "v", "v", "n", "/")
    assert browser.execute_script("return performance.getEntriesByType('resource').length") == 0
    assert [it for it in browser.get_log("browser") if it["level"] in ("SEVERE", "WARNING")] == []


def test_a_screen_reader_finds_its_way(opened: Open) -> None:
    """Landmarks, one heading of the first rank, a name for each control, the chosen row named by the list."""
    browser = opened(content(50))
    press(browser, Keys.ARROW_DOWN)
    found = browser.execute_script(
        """const name = (it) => it.ariaLabel || it.labels?.[0]?.textContent || it.textContent;
        return {
            landmarks: ["header", "[role=search]", "main", "[aria-labelledby=edit-title]"].map(
                (it) => document.querySelectorAll(it).length),
            first: document.querySelectorAll("h1").length,
            nameless: [...document.querySelectorAll("button, select, input")].filter((it) => !name(it).trim()).length,
            active: document.getElementById(document.getElementById("list").getAttribute("aria-activedescendant"))
                ?.getAttribute("aria-posinset"),
            live: document.getElementById("count").getAttribute("aria-live"),
            language: document.documentElement.lang,
        }"""
    )
    assert found == {
        "landmarks": [1, 1, 1, 1], "first": 1, "nameless": 0, "active": "2", "live": "polite", "language": "en",
    }  # fmt: skip


def test_all_is_reached_by_tab_and_seen_when_it_is(opened: Open) -> None:
    browser = opened(content(50))
    reached = set()
    for _ in range(20):
        browser.switch_to.active_element.send_keys(Keys.TAB)
        it = browser.switch_to.active_element
        reached.add(it.get_attribute("id"))
        assert it.tag_name == "body" or it.value_of_css_property("outline-style") != "none"
    assert {"theme", "export", "query", "stage", "rule", "group", "reset", "list", "accept", "view-side"} <= reached


@pytest.mark.parametrize("width", [500, 700, 1280])
def test_nothing_is_wider_than_the_window(opened: Open, width: int) -> None:
    browser = opened(content(50), size=(width, 900))
    assert browser.execute_script("return document.documentElement.scrollWidth <= document.documentElement.clientWidth")


@pytest.mark.parametrize("theme", [1, 2], ids=["light", "dark"])
def test_all_texts_have_contrast(opened: Open, theme: int) -> None:
    """WCAG AA: 4.5 to 1 for text, measured on what is on the screen."""
    browser = opened(content(50))
    for _ in range(theme):
        browser.find_element(By.ID, "theme").click()
    press(browser, "j", "j", "a")
    for query, on in _CONTRASTS:
        told = browser.execute_script(_COLOURS, query, on)
        assert told is not None, query
        assert _ratio(*told) >= 4.5, f"{query} on {on}: {told}"


_CONTRASTS = (
    ("h1", "body"), ("dt", "body"), ("#count", "body"), ("#filters label", "#filters"), ("select", "select"),
    ("button.main", "button.main"), ("button[aria-pressed=true]", "button[aria-pressed=true]"),
    (".row[aria-selected=true] .by", ".row[aria-selected=true]"), (".row del", ".row del"), (".row ins", ".row ins"),
    (".row .verdict", ".row[aria-selected=true]"), ("#diff del", "#diff del"), ("#diff ins", "#diff ins"),
    ("#diff .inv", "#diff del"), (".keys", "body"), ("#document th", "body"), (".tag", "body"),
)  # fmt: skip
_COLOURS = """const [query, on] = [...arguments].map((it) => document.querySelector(it));
    return query && on ? [getComputedStyle(query).color, getComputedStyle(on).backgroundColor] : null"""


def _ratio(*colours: str) -> float:
    light, dark = sorted((_luminance(it) for it in colours), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    """By WCAG's definition, of `rgb(r, g, b)`."""
    parts = [int(it) / 255 for it in colour[colour.index("(") + 1 : -1].split(",")[:3]]
    red, green, blue = (it / 12.92 if it <= 0.04045 else ((it + 0.055) / 1.055) ** 2.4 for it in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
