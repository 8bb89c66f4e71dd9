"""Drop the weather that stations print above their news: an icon's name with the temperature near it.

The icon's name is unmistakable ("Partly cloudy icon"); a bare temperature goes only with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cleantext.document import Document
from cleantext.edits import Proposal
from cleantext.fixers._lines import drop
from cleantext.fixers._neighbours import filled
from cleantext.rule import Rule

_ICON = re.compile(r"\s*(?:[^\W\d_]+(?:[ -][^\W\d_]+){0,3}\s+)icon\s*\Z", re.IGNORECASE)
_WEATHER = re.compile(
    r"\b(?:clear|sun(?:ny)?|cloud(?:s|y)?|overcast|fog(?:gy)?|mist|haze|rain(?:y)?|drizzle|showers?|snow(?:y)?|sleet"
    r"|thunder\w*|storms?|wind(?:y)?|fair|weather)\b",
    re.IGNORECASE,
)
_TEMPERATURE = re.compile(r"\s*[-−–]?\d{1,3}\s?[º°˚]\s?[CF]?\s*\Z")
_NEAR = 2


def propose(document: Document, lines: Sequence[int], rule: Rule) -> Iterator[Proposal]:
    """Propose to drop icons' names and the temperatures beside them."""
    for number in lines:
        line = document.line(number)
        if not (_ICON.match(line) and _WEATHER.search(line)):
            continue
        yield drop(document, number, rule.summary)
        for step in (-1, 1):
            for other in filled(document, number, step, _NEAR):
                if not _TEMPERATURE.match(document.line(other)):
                    break
                yield drop(document, other, rule.summary)
