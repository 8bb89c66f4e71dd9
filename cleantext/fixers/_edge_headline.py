"""Which lines above the article could be its headline, or head a paragraph that stands there.

It is no fixer itself: it has no `propose`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence, Set

from cleantext.facts.article import word_count
from cleantext.fixers._edge_line import is_beside_headline

_MOST_TO_PROSE = 6
"""Lines from a heading to its paragraph; between them stand who wrote it, when, and the buttons that share it."""

_LEAST_OF_HEADLINE, _LEAST_OF_TWIN = 5, 4
"""Words of a line that could be the headline where no other is; and of one that stands twice, close together."""

_LEAST_STAYING = 3
"""Words of a line near the article that stays and may be the headline itself."""

_MOST_BETWEEN_TWINS = 3
"""Lines from a page's title to its headline."""

_PATH = re.compile(r"[>»›→|]")
"""Where the article stands on its site ("Home › News › Harbour"), or a row of links."""


_NEAR = 20
"""Lines above the article among which its headline is looked for."""


def titles(lines: Sequence[str], marks: Sequence[int], going: Set[int]) -> Set[int]:
    """Give the places of lines that go though the page would be left without a headline; and of title and headline."""
    found = _twins(lines)
    for place in range(len(lines) - 1, max(-1, len(lines) - 1 - _NEAR), -1):
        line = lines[place]
        if is_beside_headline(line):
            continue
        if place not in going or place in found:
            if word_count(line) >= _LEAST_STAYING:
                break
        elif place not in marks and word_count(line) >= _LEAST_OF_HEADLINE and not _PATH.search(line):
            return found | {place}
    return found


def headings(lines: Sequence[str], marks: Sequence[int], prose: Sequence[int]) -> Set[int]:
    """Give the places of lines that head a paragraph: only a byline, a date or buttons stand between.

    A page may hold more than one article.
    """
    found: set[int] = set()
    for paragraph in prose:
        for place in range(paragraph - 1, max(-1, paragraph - 1 - _MOST_TO_PROSE), -1):
            found.add(place)
            if place not in marks and not is_beside_headline(lines[place]):
                break
    return found


def _twins(lines: Sequence[str]) -> Set[int]:
    """The places of lines that stand twice, close together, and nowhere else."""
    counts, last, found = Counter(lines), dict[str, int](), set[int]()
    for place, line in enumerate(lines):
        near = line in last and place - last[line] <= _MOST_BETWEEN_TWINS
        if near and counts[line] == 2 and word_count(line) >= _LEAST_OF_TWIN:
            found |= {last[line], place}
        last[line] = place
    return found
