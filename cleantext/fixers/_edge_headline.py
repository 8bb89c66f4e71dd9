"""Which lines near an article could be its headline or an author's name, or head another paragraph."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence, Set

from cleantext.facts.article import word_count
from cleantext.facts.layout import is_list_item, is_small, is_table_row
from cleantext.fixers._edge_line import is_beside_headline
from cleantext.fixers._lines import FINAL_MARKS

_MOST_TO_PROSE = 6
"""Lines from a heading to its paragraph; between them stand who wrote it, when, and the buttons that share it."""

_LEAST_OF_HEADLINE, _LEAST_OF_TWIN = 5, 4
"""Words of a line that could be the headline where no other is; and of one that stands twice, close together."""

_LEAST_ABOVE_STAMP = 2
"""Words of one above a date."""

_LEAST_STAYING = 3
"""Words of a line near the article that stays and may be the headline itself."""

_MOST_BETWEEN_TWINS = 3
"""Lines from a page's title to its headline."""

_PATH = re.compile(r"[>»›→|]")
"""Where the article stands on its site ("Home › News › Harbour"), or a row of links."""

_LEAD = re.compile(r"\W*(?:(?:posted |written |published )?by|von|par|por|di|door|av|af|автор)\W*", re.IGNORECASE)
_LONGEST_LEAD = 16
_LEAD_BEGINNINGS = frozenset("po wr pu by vo pa di do av af ав".split())
"""What leads to the name of an author on the next line ("By")."""

_NEAR = 20
"""Lines above the article among which its headline is looked for."""


def titles(lines: Sequence[str], marks: Sequence[int], going: Set[int]) -> Set[int]:
    """Give the places of lines that go and could be the headline, or a title that stands twice."""
    found = set(_twins(lines))
    first = max(0, len(lines) - _NEAR)
    found.update(_last_title(lines, marks, going - found, first))
    found.update(_above_stamp(lines, marks, going, first))
    return found


def _last_title(lines: Sequence[str], marks: Sequence[int], going: Set[int], first: int) -> Iterator[int]:
    """Yield the last line that could be the headline, where none below it stays: a long one, or else a short one."""
    short: int | None = None
    for place in range(len(lines) - 1, first - 1, -1):
        line = lines[place]
        if is_beside_headline(line):
            continue
        words = word_count(line)
        if place not in going:
            if words >= _LEAST_STAYING and not _is_no_title(line):
                return
        elif place not in marks and not _is_path(line):
            if words >= _LEAST_OF_HEADLINE:
                yield place
                return
            if short is None and words >= _LEAST_STAYING and not is_small(line.lstrip()[:1]):
                short = place
    if short is not None:
        yield short


def _is_no_title(line: str) -> bool:
    """Is it a sentence, a list item, a row of a table, or the way to the article?"""
    return line.rstrip().endswith(FINAL_MARKS) or is_list_item(line) or is_table_row(line) or _is_path(line)


def _is_path(line: str) -> bool:
    return " / " in line or _PATH.search(line) is not None


def _above_stamp(lines: Sequence[str], marks: Sequence[int], going: Set[int], first: int) -> Iterator[int]:
    """Yield the line above the last date or byline: it is what was written then."""
    stamp = next((place for place in range(len(lines) - 1, first - 1, -1) if is_beside_headline(lines[place])), first)
    above = next((place for place in range(stamp - 1, first - 1, -1) if not is_beside_headline(lines[place])), None)
    if above is None or above not in going or above in marks or _is_path(lines[above]):
        return
    if word_count(lines[above]) >= _LEAST_ABOVE_STAMP:
        yield above


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


def names(lines: Sequence[str]) -> Iterator[int]:
    """Yield the places of authors' names: below a line that holds no more than "By"."""
    for place, line in enumerate(lines[:-1], 1):
        if len(line) <= _LONGEST_LEAD and line[:2].lower() in _LEAD_BEGINNINGS and _LEAD.fullmatch(line) is not None:
            yield place


def _twins(lines: Sequence[str]) -> Set[int]:
    """The places of lines that stand twice, close together, and nowhere else."""
    counts, last, found = Counter(lines), dict[str, int](), set[int]()
    for place, line in enumerate(lines):
        near = line in last and place - last[line] <= _MOST_BETWEEN_TWINS
        if near and counts[line] == 2 and word_count(line) >= _LEAST_OF_TWIN:
            found |= {last[line], place}
        last[line] = place
    return found
