"""Paragraphs that were cut into lines of one width, as in books, mails and files from PDF.

The features of a line are those of a paragraph; half a sentence looks like a teaser, a caption or a menu.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from cleantext.article.page import Page
from cleantext.facts.layout import UNSPACED, is_prose

_SHORTEST, _LONGEST = 25, 120
"""Characters of a line that goes on in the next."""

_NEAR = 3
"""Lines, up and down, whose longest tells the width."""

_FULL = 0.95
"""Of the width: with the next line's first word, a line that was cut would be longer."""

_LEAST_LINES = 4
"""Of a paragraph, on a page that has few such lines."""

_LEAST_SHARE = 1 / 3
"""Of such lines in a text that is cut up as a whole."""

_LEAST_GOING_ON = 0.4
"""The share of lines in the midst of a sentence; menus, teasers and lists have one a line."""

_FINAL_MARKS = tuple('.!?…:;"”’»)')


def wrapped(page: Page) -> Collection[int]:
    """The places of lines that belong to such paragraphs; where a text has many, of all between the first and the last.

    >>> from cleantext.article.page import page_of
    >>> said = "Home|About us||The ferry was late again, and the people|on the quay had to wait for it until|dark."
    >>> said += "||Nobody said why.||It came when the bells of the town had|rung for the third time, and was empty."
    >>> list(wrapped(page_of(said.split("|"))))
    [2, 3, 4, 5, 6, 7]
    """
    paragraphs = list(_paragraphs(page))
    if sum(map(len, paragraphs)) > _LEAST_SHARE * len(page.texts):
        return range(paragraphs[0].start, paragraphs[-1].stop)
    return [place for paragraph in paragraphs if len(paragraph) >= _LEAST_LINES for place in paragraph]


def _paragraphs(page: Page) -> Iterator[range]:
    """Yield the lines, by their places, that were cut at one width and read on as prose."""
    texts, start = page.texts, 0
    for place in range(len(texts)):
        if place + 1 < len(texts) and _goes_over(page, place):
            continue
        lines = range(start, place + 1)
        if len(lines) > 1 and _reads_on(texts[start : place + 1]):
            yield lines
        start = place + 1


def _goes_over(page: Page, place: int) -> bool:
    """Was a line cut because the first word of the next one had no room in it?"""
    texts = page.texts
    line, following = texts[place], texts[place + 1]
    if not _SHORTEST <= len(line) <= _LONGEST or page.numbers[place + 1] != page.numbers[place] + 1:
        return False
    width = max(map(len, texts[max(0, place - _NEAR) : place + _NEAR + 1]))
    return len(line) + 1 + len(following.split(maxsplit=1)[0]) >= _FULL * width


def _reads_on(lines: Sequence[str]) -> bool:
    going_on = sum(
        not line.endswith(_FINAL_MARKS) and not following[0].isupper() for line, following in pairwise(lines)
    )
    if going_on < _LEAST_GOING_ON * (len(lines) - 1):
        return False
    whole = " ".join(lines)
    return is_prose(whole) and UNSPACED.search(whole) is None
