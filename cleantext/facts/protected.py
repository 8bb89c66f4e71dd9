"""Places that no rule may edit: code, and addresses as whole tokens.

Code is what Markdown marks as code, and indented lines that hold a programming language's marks.
An address (URL, e-mail, handle, path) may go with its whole line, but is never changed inside.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cleantext.facts.layout import Line

_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_INDENTED = re.compile(r"(?: {4,}|\t)\S")
_CODE_MARK = re.compile(r"[{};=<>\\$]|\w\(|\)\s*:|</|//|--\w|^\s*(?:#|\$|>>>|import |def |return )")
_INLINE_CODE = re.compile(r"(`+)(?!`)[^\n]+?(?<!`)\1(?!`)")
_ADDRESS = re.compile(
    r"""(?x)
      \b(?:[Hh][Tt][Tt][Pp][Ss]?|ftp|file|mailto)://?[^\s<>"“”«»]+        # a URL with its scheme
    | \bwww\.[^\s<>"“”«»]+
    | (?<![\w.@])[\w.+-]+@[\w-]+(?:\.[\w-]+)+              # an e-mail address
    | \bdoi:10\.[^\s]+
    | (?<![\w.-])(?:[A-Za-z0-9-]+\.)+(?:com|org|net|info|biz|gov|edu|io|dev|tv|news|example|
        (?:co\.)?(?:uk|jp|kr|nz)|(?:com\.)?(?:au|br|mx|tr|cn|ar)|eu|us|ca|de|fr|es|it|nl|be|at|ch|pl|cz|ru|ua|
        se|no|dk|fi|pt|gr|ie|in|kz)(?:/[^\s<>"“”«»]*)?(?![\w-])  # a host name; `finished.It` is a seam
    | (?<!\w)[@\#][^\W\d]\w*                               # a handle or a hashtag
    | (?<!\w)[A-Za-z]:\\[^\s"“”]*                              # a path of Windows
    """
)
_ADDRESS_MARK = re.compile(r"://|www\.|@|#|\\|\.[a-zA-Z]{2}|doi:")
_TRAILING = ".,;:!?)]}'’\""


class Span(NamedTuple):
    """A protected place; `code` is protected from dropping too."""

    start: int
    end: int
    code: bool


def protected_spans(text: str, lines: Sequence[Line]) -> list[Span]:
    """Give the code and the addresses of a text, in order.

    >>> protected_spans("see `x&amp;y`", [Line(0, 13, 13)])
    [Span(start=4, end=13, code=True)]
    """
    spans = [*_blocks(text, lines)]
    if "`" in text:
        spans += (Span(*match.span(), True) for match in _INLINE_CODE.finditer(text))
    if _ADDRESS_MARK.search(text):
        for match in _ADDRESS.finditer(text):
            start, end = match.span()
            spans.append(Span(start, start + len(text[start:end].rstrip(_TRAILING)), False))
    return sorted(spans)


def _blocks(text: str, lines: Sequence[Line]) -> Iterator[Span]:
    """Fenced blocks, and runs of indented lines with marks of code that stand after a blank line."""
    fence, opened, blank_before, in_code = "", 0, True, False
    for line in lines:
        content = text[line.start : line.end]
        if fence:
            if content.strip().startswith(fence) and not content.strip().strip(fence[0]):
                yield Span(opened, line.end, True)
                fence = ""
            continue
        if mark := _FENCE.match(content):
            fence, opened = mark[1], line.start
        elif _INDENTED.match(content) and (blank_before or in_code):
            in_code = in_code or _CODE_MARK.search(content) is not None
            if in_code:
                yield Span(line.start, line.end, True)
        elif content.strip():
            in_code = False
        blank_before = not content.strip()
    if fence:
        yield Span(opened, len(text), True)


def protector(spans: Sequence[Span], start: int, end: int, *, dropping: bool) -> Span | None:
    """The span that forbids an edit of `start:end`; `dropping` whole lines only code forbids."""
    place = bisect_left(spans, (start, -1, False))
    for span in spans[max(0, place - 3) :]:
        if span.start > end:
            break
        overlaps = span.start < end and start < span.end
        swallowed = start <= span.start and span.end <= end
        if overlaps and (span.code or not (dropping or swallowed)):
            return span
    return None
