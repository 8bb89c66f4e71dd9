"""Where edits leave the lines of a text: only those that they touch are looked at again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cleantext.document import Document
from cleantext.edits import Proposal, parts_after
from cleantext.facts.lines import Line, contents_of
from cleantext.facts.moves import Moves


def moves_of(document: Document, edits: Sequence[Proposal]) -> Moves:
    r"""Tell where lines stand after edits, which are in text order and do not overlap.

    >>> moves = moves_of(Document("The  boat\nleft.\n"), [Proposal(4, 5, "", "")])
    >>> list(moves.fresh), list(moves.of([0, 1]))
    ([0], [1])
    """
    text, lines = document.text, document.lines
    moves = Moves(len(text) + sum([len(it.after) for it in edits]))
    has_returns = "\r" in text
    place = now = 0  # the first line that nothing is told of yet, and the number that it would have
    for first, last, its in _in_groups(document, edits, has_returns):
        begin = now + first - place
        if not its:
            count = above = below = 0
        elif first == last and not has_returns and _stay_inside(lines[first], its):
            count, above, below = 1, 0, 0
        else:
            made = _made(document, first, last, its, begin)
            count, (above, below) = len(made), _same_at_ends(document, first, last, made)
        moves.add(place, first + above, now)
        place, now = last + 1 - below, begin + count - below
        moves.fresh.extend(range(begin + above, now))
    moves.add(place, len(lines), now)
    return moves


def _stay_inside(line: Line, edits: Sequence[Proposal]) -> bool:
    """Do edits of a line leave one line, as nearly all do?"""
    left = line.end - line.start + sum([len(it.after) - it.end + it.start for it in edits])
    if edits[-1].end > line.end or (line.end == line.next and left == 0):
        return False
    return not any("\n" in it.after or "\r" in it.after for it in edits)


def _made(document: Document, first: int, last: int, edits: Sequence[Proposal], begin: int) -> Sequence[str]:
    """The lines that edits make of others; `begin`: how many lines stand above them."""
    text, start, end = document.text, document.lines[first].start, document.lines[last].next
    made = parts_after(text, edits, start, end).joined()
    if not made and begin:
        return ()
    halved = made[:1] == "\n" and text[start - 1 : start] == "\r"  # a line end: its other half stands there now
    return contents_of(made)[halved:]


def _same_at_ends(document: Document, first: int, last: int, made: Sequence[str]) -> tuple[int, int]:
    """How many lines begin those that they became, and how many others end them."""
    before, most = document.contents, min(last + 1 - first, len(made))
    above = next((n for n in range(most) if before[first + n] != made[n]), most)
    most -= above
    return above, next((n for n in range(most) if before[last - n] != made[-1 - n]), most)


def _in_groups(
    document: Document, edits: Sequence[Proposal], has_returns: bool
) -> Iterator[tuple[int, int, Sequence[Proposal]]]:
    """Yield edits that touch the same lines: the first and the last of these, and the edits.

    An edit that takes a line's end touches the line after it, too: what is left of both becomes one. Of whole lines
    that go nothing is left, and no edits are told.
    """
    lines = document.lines
    first, last, after, its = 0, -1, -1, list[Proposal]()
    for it in edits:
        if it.start >= after:
            at = lines.at(it.start)
            if its and at > last:
                yield first, last, its
                its = []
            if not its:
                first = last = at
                after = lines[at].next
        if it.end >= after:
            last = lines.at(it.end)
            begin, _, after = lines[last]
            if lines[first].start == it.start < it.end == begin and not (its or it.after or has_returns):
                yield first, last - 1, its
                after = begin
                continue
        its.append(it)
    if its:
        yield first, last, its
