"""Where on a page the lines stand that recur: above the text, below it, inside it, between two of its paragraphs."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate
from typing import Literal, NamedTuple

from cleantext.facts.layout import is_prose
from cleantext.facts.lines import contents_of
from cleantext.fixers._bylines import PERSON
from cleantext.fixers._frames import frame_of

Where = Literal["", "head", "tail", "inside", "between"]
"""Of a line that stands more than once the last of these counts; "" is a page without prose."""

_ORDER: Sequence[Where] = ("", "head", "tail", "inside", "between")

_SIGNED = re.compile(
    r"""(?<!\w)(?i:by|written\sby|von|par|por|door|di|od|przez|autor[ea]?|auteur|author|автор|yazan)\s*:?\s+"""
    rf"(?-x:{PERSON})",
    re.VERBOSE,
)


_SURROGATE = re.compile(r"[\ud800-\udfff]")


class Place(NamedTuple):
    """What one page says of a frame: where it stands, whether it names an author, and one of its lines."""

    frame: str
    where: Where
    signed: bool
    line: str


def frames_of(text: str) -> Sequence[tuple[str, str]]:
    """Give (frame, line) for each line of a page that is not blank, and that a rule file can hold."""
    lines = filter(None, map(str.strip, contents_of(text)))
    return [(frame, line) for line in lines if (frame := frame_of(line)) and not _SURROGATE.search(frame)]


def places(page: Sequence[tuple[str, str]], recurs: Callable[[str], bool]) -> Iterator[Place]:
    """Yield a place for each frame of a page that recurs; prose is what does not.

    >>> prose = ("p", "The ferry left the harbour at noon, and nobody on the quay waved at it or at its captain.")
    >>> [it.where for it in places([("m", "Menu"), prose, ("a", "About us")], {"m", "a"}.__contains__)]
    ['head', 'tail']
    """
    recurring = [recurs(frame) for frame, _ in page]
    prose = [not known and is_prose(line) for known, (_, line) in zip(recurring, page, strict=True)]
    above = list(accumulate(zip(recurring, prose, strict=True), _nearest, initial=False))
    below = list(accumulate(zip(reversed(recurring), reversed(prose), strict=True), _nearest, initial=False))
    first = prose.index(True) if True in prose else None
    last = len(prose) - 1 - prose[::-1].index(True) if first is not None else None
    found: dict[str, Place] = {}
    for number, (frame, line) in enumerate(page):
        if not recurring[number]:
            continue
        between = above[number] and below[len(page) - 1 - number]
        where = _where(number, first, last, between=between)
        so_far = found.setdefault(frame, Place(frame, where, False, line))
        found[frame] = Place(
            frame,
            max(so_far.where, where, key=_ORDER.index),
            so_far.signed or _SIGNED.search(line) is not None,
            min(so_far.line, line),
        )
    yield from found.values()


def _nearest(so_far: bool, line: tuple[bool, bool]) -> bool:
    """Is the nearest line that does not recur a line of prose?"""
    recurs, is_text = line
    return so_far if recurs else is_text


def _where(number: int, first: int | None, last: int | None, *, between: bool) -> Where:
    if first is None or last is None:
        return ""
    if number < first:
        return "head"
    if number > last:
        return "tail"
    return "between" if between else "inside"
