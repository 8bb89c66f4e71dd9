"""What every engine is given, and what has to come of it."""

from __future__ import annotations

import doctest
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from generated import documents

from cleantext import clean

Row = tuple[int, str | None]
MIXES = ("web", "damaged", "many")


@pytest.fixture(scope="session")
def rows(request: pytest.FixtureRequest) -> list[Row]:
    """Keys and texts: generated pages of `--megabytes` together, empty texts and nulls among them."""
    size = request.config.getoption("--megabytes") / len(MIXES)
    texts: list[str | None] = [text for mix in MIXES for text in documents(mix, size)]
    for place in range(0, len(texts), 20):
        texts[place:place] = [None, "", "The boat  left."]
    return list(enumerate(texts))


@pytest.fixture(scope="session")
def cleaned(rows: list[Row]) -> list[Row]:
    """The same rows, cleaned in one process."""
    return [(key, None if text is None else clean(text)) for key, text in rows]


@pytest.fixture
def examples() -> Callable[[str], doctest.TestResults]:
    """Run the examples of a section of docs/clusters.md; how many failed, and how many there are."""
    path = Path(__file__).resolve().parents[2] / "docs/clusters.md"
    sections = re.split(r"^## (.*)\n", path.read_text(encoding="utf-8"), flags=re.MULTILINE)

    def run(section: str) -> doctest.TestResults:
        text = sections[sections.index(section) + 1]
        test = doctest.DocTestParser().get_doctest(text, {}, section, str(path), 0)
        return doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(test)

    return run
