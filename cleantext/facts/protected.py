"""Places that no rule may edit: code, and addresses as whole tokens.

Code is what Markdown marks as code, and indented lines that hold a programming language's marks.
An address (URL, e-mail, handle, path) may go with its whole line, but is never changed inside.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cleantext.facts.layout import is_prose
from cleantext.facts.lines import Lines
from cleantext.once import once

_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_INDENTED = re.compile(r"(?: {4,}|\t)\S")
_CODE_MARK = re.compile(r"[{};=<>\\$]|\w\(|\)\s*:|</|//|--\w|^\s*(?:#|\$|>>>|import |def |return )")
_INLINE_CODE = re.compile(r"(`+)(?!`)[^\n]+?(?<!`)\1(?!`)")
_ADDRESS = re.compile(
    r"""(?x)
      \b(?:[Hh][Tt][Tt][Pp][Ss]?|ftp|file|mailto)://?[^\s<>"“”«»]+        # a URL with its scheme
    | \bwww\.[^\s<>"“”«»]+
    | (?<=[^\W\d_])www\.[\w-]+\.[A-Za-z][^\s<>"“”«»]*       # which a word was run together with
    | (?<![\w.@])[\w.+-]+@[\w-]+(?:\.[\w-]+)+              # an e-mail address
    | \bdoi:10\.[^\s]+
    | (?<![\w.-])(?![A-Za-z]+www\.[\w-]+\.)(?:[A-Za-z0-9-]+\.)+(?:com|org|net|info|biz|gov|edu|io|dev|tv|news|example|
        (?:co\.)?(?:uk|jp|kr|nz)|(?:com\.)?(?:au|br|mx|tr|cn|ar)|eu|us|ca|de|fr|es|it|nl|be|at|ch|pl|cz|ru|ua|
        se|no|dk|fi|pt|gr|ie|in|kz)(?:/[^\s<>"“”«»]*)?(?![\w-])  # a host name; `finished.It` is a seam
    | (?<!\w)[@\#][^\W\d]\w*                               # a handle or a hashtag
    | (?<!\w)[A-Za-z]:\\[^\s"“”]*                              # a path of Windows
    """
)
_DOT_IN_WORD = re.compile(r"\.[a-zA-Z]{2}")
_TRAILING = ".,;:!?)]}'’\""


class Span(NamedTuple):
    """A protected place; `code` is protected from dropping too."""

    start: int
    end: int
    code: bool


class Protected:
    """The code and the addresses of a text; addresses are looked for on the lines that are asked about.

    >>> Protected("see `x&amp;y`", Lines("see `x&amp;y`")).protector(6, 11, dropping=False)
    Span(start=4, end=13, code=True)
    """

    def __init__(self, text: str, lines: Lines) -> None:
        self._text, self._lines = text, lines
        self._addresses: dict[int, Sequence[Span]] = {}
        self._last: tuple[int, int, Sequence[Sequence[Span]]] = (0, 0, ())  # edits come line by line

    @once
    def _code(self) -> Sequence[Span]:
        spans = [*_blocks(self._text, self._lines)] if _may_hold_blocks(self._text) else []
        if "`" in self._text:
            spans += (Span(*match.span(), True) for match in _INLINE_CODE.finditer(self._text))
        return sorted(spans)

    def _addresses_of(self, number: int) -> Sequence[Span]:
        found = self._addresses.get(number)
        if found is None:
            start, end, _ = self._lines[number]
            found = self._addresses[number] = _addresses(self._text[start:end], start)
        return found

    def _addresses_near(self, start: int, end: int) -> Sequence[Sequence[Span]]:
        """The addresses of each line that `start:end` touches."""
        begin, after, found = self._last
        if begin <= start and end <= after and start < after:
            return found
        first = self._lines.at(start)
        begin, _, after = self._lines[first]
        lines = (first,) if end <= after else range(first, self._lines.at(end - 1) + 1)
        near = [its for number in lines if (its := self._addresses_of(number))]
        if end <= after:
            self._last = (begin, after, near)
        return near

    def protector(self, start: int, end: int, *, dropping: bool) -> Span | None:
        """The span that forbids an edit of `start:end`; `dropping` whole lines only code forbids."""
        code = self._code
        if dropping and not code:
            return None
        addresses: Sequence[Sequence[Span]] = () if dropping else self._addresses_near(start, end)
        if not addresses and not code:
            return None
        near = sorted(span for spans in (code, *addresses) for span in _near(spans, start, end))
        for span in near:
            overlaps = span.start < end and start < span.end
            swallowed = start <= span.start and span.end <= end
            if overlaps and (span.code or not swallowed):
                return span
        return None


def _near(spans: Sequence[Span], start: int, end: int) -> Iterator[Span]:
    """The spans that could overlap `start:end`; those of code nest at most once."""
    for place in range(max(0, bisect_left(spans, (start, -1, False)) - 3), len(spans)):
        if spans[place].start > end:
            return
        yield spans[place]


def _addresses(line: str, offset: int) -> Sequence[Span]:
    if not _may_hold_address(line):
        return ()
    found = []
    for match in _ADDRESS.finditer(line):
        start, end = match.span()
        found.append(Span(offset + start, offset + start + len(line[start:end].rstrip(_TRAILING)), False))
    return found


def _may_hold_address(line: str) -> bool:
    marked = "@" in line or "#" in line or "\\" in line or "://" in line or "www." in line or "doi:" in line
    return marked or _DOT_IN_WORD.search(line) is not None


_PROMPT = re.compile(
    r"""(?x) [ ]*>>>[ ](?:
        import[ ][\w.]+ | from[ ][\w.]+[ ]import[ ]
      | (?:for|def|class|with|if|while|try)\b.*:$ | (?:raise|del|assert)[ ]
      | @?[A-Za-z_][\w.]* (?: \( | \[ | [ ]?[+*=<>!]=?[ ]?[\w"'(\[{] )
      | [bru]?(["']).*\1$
      | [-(\[{]?\d[^A-Za-z]*$
    )"""
)
"""What is typed at a prompt of Python; `>>> mehr` is an arrow."""
_QUOTED_MAIL = re.compile(r"(?m)^>>? ?[^>\s]")


def _may_hold_blocks(text: str) -> bool:
    if text[:1] in " \t" or "\r" in text or "\n    " in text or ">>> " in text:
        return True
    # one character is found ten times as fast as several, and most texts have none of these
    return ("\t" in text and "\n\t" in text) or ("`" in text and "```" in text) or ("~" in text and "~~~" in text)


def _blocks(text: str, lines: Lines) -> Iterator[Span]:
    """Fenced blocks, runs of indented lines with marks of code that stand after a blank line, and sessions of Python.

    A session goes from its prompt to the next blank line; in quoted mail `>>> ` is somebody's third answer.
    """
    fence, opened, blank_before, in_code = "", 0, True, False
    prompts, in_session = ">>> " in text and not _QUOTED_MAIL.search(text), False
    for line in lines:
        content = text[line.start : line.end]
        if fence:
            if content.strip().startswith(fence) and not content.strip().strip(fence[0]):
                yield Span(opened, line.end, True)
                fence = ""
            continue
        in_session = prompts and bool(content.strip()) and (in_session or _PROMPT.match(content) is not None)
        if in_session:
            yield Span(line.start, line.end, True)
        elif mark := _FENCE.match(content):
            fence, opened = mark[1], line.start
        elif _INDENTED.match(content) and (blank_before or in_code):
            in_code = in_code or _shows_code(content)
            if in_code:
                yield Span(line.start, line.end, True)
        elif content.strip():
            in_code = False
        blank_before = not content.strip()
    if fence:
        yield Span(opened, len(text), True)


def _shows_code(line: str) -> bool:
    """Does an indented line hold a mark of code? Semicolons within a sentence, as of a list's paragraph, are none."""
    if _CODE_MARK.search(line) is None:
        return False
    return not is_prose(line) or _CODE_MARK.search(line.replace("; ", " ")) is not None
