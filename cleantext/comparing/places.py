"""What an analysis keeps of a result: the places that changed, each on its own, and the paragraphs around them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cleantext.comparing.analysis import Item, Paragraph
from cleantext.edits import Edit, apply
from cleantext.result import Hunk, Result

LONGEST = 4_000
"""Characters of a paragraph kept whole; of a longer one, what is around the item."""

AROUND = 400
"""Characters kept on each side of an item in a longer paragraph."""

_LINE_END = re.compile(r"\r\n|\r|\n")


def items_of(result: Result) -> Iterator[Item]:
    """Yield the places that changed, in order.

    Edits that touch lie in one hunk of the result. Where each of them was made on the input as it was, they
    are told one by one; where one worked on what another had made, the hunk is told whole, with all its rules.
    """
    edits = sorted(result.edits, key=lambda edit: (edit.start, edit.end))
    place = 0
    for hunk in result.hunks:
        while place < len(edits) and edits[place].end < hunk.start:
            place += 1
        own = []
        while place < len(edits) and edits[place].start <= hunk.end and edits[place].end <= hunk.end:
            own.append(edits[place])
            place += 1
        if _stand_apart(own, hunk, result.original):
            yield from (Item((it.rule,), it.start, it.end, it.before, it.after) for it in own)
        else:
            yield Item(hunk.rules, hunk.start, hunk.end, hunk.before, hunk.after)


def _stand_apart(edits: Sequence[Edit], hunk: Hunk, text: str) -> bool:
    """Was each edit of a hunk made on the input itself, in a place of its own?"""
    place = hunk.start
    for it in edits:
        if it.start < place or text[it.start : it.end] != it.before:
            return False
        place = it.end
    inside = [Edit(it.rule, it.start - hunk.start, it.end - hunk.start, "", it.after, "") for it in edits]
    return apply(hunk.before, inside) == hunk.after


def paragraphs_of(text: str, items: Sequence[Item]) -> Iterator[Paragraph]:
    """Yield the lines that items stand in, in order, each item in exactly one of them."""
    start = end = -1
    for it in items:
        first, last = _around(text, it)
        if end >= first:
            end = max(end, last)
            continue
        if end >= 0:
            yield Paragraph(start, text[start:end])
        start, end = first, last
    if end >= 0:
        yield Paragraph(start, text[start:end])


def _around(text: str, item: Item) -> tuple[int, int]:
    """The span of the lines that an item touches, without the last line's end, unless that is in the item."""
    start = max(text.rfind("\n", 0, item.start), text.rfind("\r", 0, item.start)) + 1
    if item.end > item.start and text[item.end - 1] in "\r\n":
        end = item.end
    else:
        found = _LINE_END.search(text, item.end)
        end = len(text) if found is None else found.start()
    if end - start > LONGEST + item.end - item.start:
        start, end = max(start, item.start - AROUND), min(end, item.end + AROUND)
    return start, end
