"""A real browser without a window, and reports to open in it; without Chromium these tests are skipped."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from cleantext.report import Content, ShownDocument, ShownEdit, ShownRule, page

FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync --window-size=1280,900"
).split()

RULES = (
    ShownRule("encoding/mojibake", "safe", "UTF-8 read as a single-byte encoding."),
    ShownRule("glue/function-word", "safe", "A function word glued to the next word."),
    ShownRule("spacing/odd-space", "safe", "An odd space where a plain one belongs."),
    ShownRule("boilerplate/skip-link", "safe", "A skip link of the page."),
    ShownRule("translation/fr/outlet", "review", "A newspaper's name translated word for word."),
)

ODD = "\N{NO-BREAK SPACE}\N{ZERO WIDTH SPACE}"

TEXTS = (
    ("The pilot said that the quayâ€™s lamps were out, and the ferry waited.", "â€™", "’", 0),
    ("In front of theharbour office stood the crew of the last ferry.", "theharbour", "the harbour", 1),
    (f"On Sunday{ODD}night the buoys were counted 🛟 again.", ODD, " ", 2),
    ("Skip to main content\n", "Skip to main content\n", "", 3),
    ("Three ships sank, The world wrote on Monday, and two 🚢 were saved.", "The world", "Le Monde", 4),
)  # fmt: skip


def content(edits: int, title: str = "Edits", **more: Any) -> Content:
    """A report of so many edits, ten a document, each in a paragraph of its own; marks are kept by its title."""
    documents = [
        ShownDocument(
            f"pages/quay-{number:04}.txt",
            ("en", "de", "fr")[number % 3],
            {"fr": 3.5} if number % 3 == 2 else {},
            [("fr", 1.5, "translation/fr/outlet", "The world")] if number % 3 == 2 else (),
            {"author": ["Marta Lindqvist"]} if number % 2 else {},
        )
        for number in range((edits + 9) // 10)
    ]
    paragraphs, shown = [], []
    for number in range(edits):
        text, before, after, rule = TEXTS[number % len(TEXTS)]
        text = f"{number}. {text}"
        start = text.index(before)
        paragraphs.append(text)
        shown.append(ShownEdit(number // 10, number, (RULES[rule].name,), start, start + len(before), after))
    facts = (("Rules", "working tree"), ("Edits", f"{edits:,}"))
    return Content(title, "f1n6e7", RULES, documents, paragraphs, shown, facts, **more)


Open = Callable[..., Any]


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """Chromium, with a profile of its own."""
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    driver = shutil.which("chromedriver")
    if found is None or driver is None:
        pytest.skip("no Chromium with its driver is installed (Debian: chromium chromium-driver)")
    from selenium import webdriver

    options = webdriver.ChromeOptions()
    options.binary_location = found
    downloads = tmp_path_factory.mktemp("downloads")
    for flag in (*FLAGS, f"--user-data-dir={tmp_path_factory.mktemp('profile')}"):
        options.add_argument(flag)
    options.add_experimental_option("prefs", {"download.default_directory": str(downloads)})
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    started = webdriver.Chrome(options=options, service=webdriver.ChromeService(driver))
    started.downloads = downloads
    yield started
    started.quit()


@pytest.fixture
def opened(browser: Any, tmp_path: Path) -> Open:
    """Open a report from disk; gives the browser."""

    def open_(shown: Content, *, size: tuple[int, int] = (1280, 900)) -> Any:
        path = tmp_path / "report.html"
        path.write_text(page(shown), encoding="ascii")
        browser.set_window_size(*size)
        browser.get(path.as_uri())
        return browser

    return open_


def rows(browser: Any) -> Sequence[str]:
    """What the rows in sight say, from above."""
    told: Sequence[str] = browser.execute_script(
        """return [...document.querySelectorAll(".row")].sort((a, b) => a.offsetTop - b.offsetTop)
            .map((it) => it.innerText)"""
    )
    return told
