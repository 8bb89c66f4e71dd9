"""Drop running heads and feet of printed pages: the same line again and again, but for a page number that counts up.

A table of contents has page numbers too, but each of its lines has words of its own.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from cleantext.document import Document
from cleantext.edits import Proposal
from cleantext.fixers._lines import drop
from cleantext.rule import Rule

_LONGEST = 160
_PAGE = re.compile(
    r"\b(?P<word>page|p\.|pg\.|seite|s\.|página|pagina|pág\.|strona|str\.|strana|страница|стр\.|сторінка|sayfa)\s*(?P<page>\d{1,4})"
    r"(?P<of>\s*(?:of|/|von|de|di|van|z|ze|из|з|sur)\s*\d{1,4})?\b",
    re.IGNORECASE,
)
_LEAST_WITH_TOTAL = 2
_LEAST_WITHOUT = 3


def line_test(_: Rule) -> Callable[[str], bool]:
    """Ask for the number of a page in a line that could be a running foot."""
    return lambda line: len(line) <= _LONGEST and _PAGE.search(line) is not None


def propose(document: Document, lines: Sequence[int], rule: Rule) -> Iterator[Proposal]:
    """Propose to drop the lines of each frame whose page numbers count up."""
    frames: dict[tuple[str, str, str], list[tuple[int, int]]] = defaultdict(list)
    for number in lines:
        line = document.line(number).strip()
        match = _PAGE.search(line) if len(line) <= _LONGEST else None
        if match:
            frame = (line[: match.start("page")], line[match.end("page") :], "total" if match["of"] else "")
            frames[frame].append((number, int(match["page"])))
    for (before, after, total), found in frames.items():
        pages = [page for _, page in found]
        counts_up = all(one < two for one, two in pairwise(pages))
        least = _LEAST_WITH_TOTAL if total else _LEAST_WITHOUT
        if len(found) < least or not counts_up:
            continue
        held = "" if _is_frame(before, after, total) else "the line is nothing but a page's number"
        for number, _ in found:
            yield drop(document, number, rule.summary, held=held)


def _is_frame(before: str, after: str, total: str) -> bool:
    """Is there more to the line than "Page 3", and no sentence?"""
    return bool(total) or (any(mark in before + after for mark in "|·•–—") and not after.rstrip().endswith("."))
