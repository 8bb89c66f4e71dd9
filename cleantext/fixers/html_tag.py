"""HTML tags that a converter to text left: `<br />`, `</p>`, `<b>never</b>`.

Tags of the plainest kind only, without attributes, in a line that is text otherwise; markup, Markdown, and a line that
tells which tags it allows keep theirs, as do `x < y and z > w`, and a chat where `<br>` is somebody's name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cleantext.document import Document
from cleantext.edits import Proposal
from cleantext.facts.markup import is_source, shows_tags
from cleantext.rule import Rule

_BLOCKS = "p|div|h[1-6]|li|ul|ol|tr|td|table|blockquote|center"
_ENDS = '.!?:…”">'
"""What a new paragraph begins after."""
_INNER_MARKS = frozenset(",;:")
"""Behind a tag with a space before it: it stands for a word ("he said <br>, as if to say brr")."""

_INLINE = "b|i|u|em|strong|small|sup|sub|span|font|big"

_BREAK = re.compile(rf"(?i)(?:<br\s?/?>|</(?:{_BLOCKS}|br)>)(?:<(?:{_BLOCKS})>)?|<(?:{_BLOCKS})>")
_ANY = re.compile(r"</?[A-Za-z][A-Za-z0-9]*\s?/?>")
_INLINE_TAG = re.compile(rf"(?i)<(?P<closing>/?)(?P<name>{_INLINE}|a)>")
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]\n[\u3040-\u30ff\u3400-\u9fff]")
"""Characters of a script without spaces, a line end between them: `非<BR>常相似`."""
_POWER = re.compile(r"(?i)(?<=[\w)])<sup>([-\N{MINUS SIGN}+]?\d{1,4}|[ni])</sup>")
_DEPTH = re.compile(r"(?i)(?<=\d)<sub>(\d{1,4})</sub>")
_RAISED = str.maketrans("0123456789+-\N{MINUS SIGN}niNI", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻ⁿⁱⁿⁱ")
_LOWERED = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
"""`2<sup>32</sup>` and `1101<sub>2</sub>` without their tags would be other numbers."""


_WITH_MORE = re.compile(r"<([A-Za-z][A-Za-z0-9]*)\s+[A-Za-z-]+\s?=")
_NAME = re.compile(r"<[@+%]?(?P<name>[^\s<>/]{1,30})>\s+\S")
_LEAST_NAMES = 3
_TAG_NAME = re.compile(rf"(?i)(?:{_BLOCKS}|{_INLINE}|br|a)\Z")


def propose(document: Document, lines: Sequence[int], rule: Rule) -> Iterator[Proposal]:
    """Propose to take out each tag; one that parts words leaves a space."""
    if document.fact(_is_source):
        return
    is_chat = document.fact(_is_chat)
    for number in lines:
        line = document.contents[number]
        if shows_tags(line) or not _ANY.sub("", line).strip():
            continue
        if is_chat and _NAME.match(line):
            continue
        start = document.lines[number].start
        for first, last, replacement in sorted(_changes(line, document.fact(_kept_openings))):
            yield Proposal(start + first, start + last, replacement, rule.summary)


def _is_source(document: Document) -> bool:
    return is_source(document.text, document.contents)


def _kept_openings(document: Document) -> frozenset[str]:
    """The names of tags that stand in the text with attributes: those stay, and what closes them on a later line."""
    return frozenset(match[1].lower() for match in _WITH_MORE.finditer(document.text))


def _is_chat(document: Document) -> bool:
    """Do lines begin with names in such brackets that are no tags?"""
    found = [match["name"] for line in document.contents if line[:1] == "<" and (match := _NAME.match(line))]
    return sum(not _TAG_NAME.match(name) for name in found) >= _LEAST_NAMES


def _changes(line: str, kept: frozenset[str]) -> Iterator[tuple[int, int, str]]:
    for match in _BREAK.finditer(line):
        before, after = line[: match.start()].rstrip(" \t"), line[match.end() :].lstrip(" \t")
        if before != line[: match.start()] and after[:1] in _INNER_MARKS:
            continue
        opening = not match[0].startswith(("</", "<b", "<B"))
        if not opening or not before or before[-1] in _ENDS:
            yield len(before), len(line) - len(after), _between(before, after)
    yield from _inline_changes(line, kept)


def _between(before: str, after: str) -> str:
    """What takes the place of a tag: where words need no space, one in their midst would part one."""
    if not (before and after):
        return ""
    return "\n" if _UNSPACED.match(f"{before[-1]}\n{after[0]}") else " "


def _inline_changes(line: str, kept: frozenset[str]) -> Iterator[tuple[int, int, str]]:
    """Take out tags within words: an opening one only with the closing one that belongs to it, nested or not."""
    powers = {
        match.start(): (match, match[1].translate(figures))
        for pattern, figures in ((_POWER, _RAISED), (_DEPTH, _LOWERED))
        for match in pattern.finditer(line)
    }
    opened: list[re.Match[str]] = []
    for match in _INLINE_TAG.finditer(line):
        if power := powers.get(match.start()):
            yield *power[0].span(), power[1]
        elif not match["closing"]:
            opened.append(match)
        elif not any(power.start() < match.start() < power.end() for power, _ in powers.values()):
            its = [tag for tag in opened if tag["name"].lower() == match["name"].lower()]
            if its:
                yield *its[-1].span(), ""
                opened.remove(its[-1])
            if its or match["name"].lower() not in kept:
                yield *match.span(), ""
