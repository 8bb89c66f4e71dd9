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
    r"""Yield the places that changed, in order.

    Edits that touch lie in one hunk of the result. Where an edit was made on the input as it was, it is told
    on its own; where one worked on what another had made (`theÂ\xa0akimat`), they are one place, with all
    their rules.
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
        yield from _apart(own, hunk, result.original) or [
            Item(hunk.rules, hunk.start, hunk.end, hunk.before, hunk.after)
        ]


def _apart(edits: Sequence[Edit], hunk: Hunk, text: str) -> Sequence[Item]:
    """The places within a hunk; none where they cannot be told from each other."""
    items: list[Item] = []
    odd = []
    for number, part in enumerate(_overlapping(edits)):
        start, end = part[0].start, max(it.end for it in part)
        if len(part) > 1 or part[0].before != text[start:end]:
            odd.append(number)
        items.append(Item(tuple(sorted({it.rule for it in part})), start, end, text[start:end], part[0].after))
    if not odd:
        return items if _made(text, hunk.start, items, hunk.end) == hunk.after else ()
    # Of one such place in a hunk the outcome is what is left of the hunk's, when all others have theirs.
    it = items[odd[0]]
    head = _made(text, hunk.start, items[: odd[0]], it.start)
    tail = _made(text, it.end, items[odd[0] + 1 :], hunk.end)
    size = len(hunk.after) - len(head) - len(tail)
    if len(odd) > 1 or size < 0 or not (hunk.after.startswith(head) and hunk.after.endswith(tail)):
        return ()
    items[odd[0]] = Item(it.rules, it.start, it.end, it.before, hunk.after[len(head) : len(head) + size])
    return items


def _overlapping(edits: Sequence[Edit]) -> Iterator[Sequence[Edit]]:
    """Yield the edits, sorted by their places, in runs that overlap."""
    run: list[Edit] = []
    end = 0
    for it in edits:
        if run and it.start >= end:
            yield run
            run = []
        run.append(it)
        end = max(end, it.end) if len(run) > 1 else it.end
    if run:
        yield run


def _made(text: str, start: int, items: Sequence[Item], end: int) -> str:
    """A stretch of the text with some of its places changed."""
    inside = [Edit("", it.start - start, it.end - start, "", it.after, "") for it in items]
    return apply(text[start:end], inside)


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
    # No farther than decides whether the lines are long: one of a million characters may hold a hundred thousand items.
    far = max(0, item.start - LONGEST - 1)
    start = max(text.rfind("\n", far, item.start) + 1, text.rfind("\r", far, item.start) + 1, far)
    if item.end > item.start and text[item.end - 1] in "\r\n":
        end = item.end
    else:
        far = min(len(text), item.end + LONGEST + 1)
        found = _LINE_END.search(text, item.end, far)
        end = far if found is None else found.start()
    if end - start > LONGEST + item.end - item.start:
        start, end = max(start, item.start - AROUND), min(end, item.end + AROUND)
    return start, end
