"""What every engine is given, and what has to come of it."""

from __future__ import annotations

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
