"""Write the full-width punctuation of Chinese and Japanese as English does, where English words stand on both sides.

The rule's table leads from the mark to the English one. A mark beside a character of those scripts belongs to them and
stays, as do brackets that hold one; so does a mark that stands alone, since a text may speak of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cleantext.document import Document
from cleantext.edits import Proposal
from cleantext.fixers._east_asian import EAST_ASIAN, is_beside_east_asian
from cleantext.fixers._remedy import table_of
from cleantext.rule import Rule

_MARK = re.compile("[，。、：；？！％]")
_BRACKETS = re.compile("（([^（）]*)）")
_ENGLISH_BEFORE = re.compile("[A-Za-z0-9À-ÿ)”’\"'％%」』》）]\\Z")
_WORD_AFTER = re.compile(r"[^\W_]|[(“‘「『《（]")
_BESIDE_OTHERS = "it stands beside characters of its own script, or alone"
_NEAR = 2


def propose(document: Document, lines: Sequence[int], rule: Rule) -> Iterator[Proposal]:
    """Propose the English mark, with a space outside it where a word follows."""
    table = table_of(rule)
    for number in lines:
        line, offset = document.line(number), document.lines[number].start
        for match in _MARK.finditer(line):
            after, held = _mark(line, match, table.get(match[0], match[0]))
            yield Proposal(offset + match.start(), offset + match.end(), after, rule.summary, held)
        for match in _BRACKETS.finditer(line):
            start, end = offset + match.start(), offset + match.end()
            held = _held_brackets(match)
            before = " (" if re.search(r"[^\W_.,”]\Z|[.,”]\Z", line[max(0, match.start() - 1) : match.start()]) else "("
            behind = ") " if line[match.end() : match.end() + 1].isalnum() else ")"
            yield Proposal(start, start + 1, before, rule.summary, held)
            yield Proposal(end - 1, end, behind, rule.summary, held)


def _mark(line: str, match: re.Match[str], after: str) -> tuple[str, str]:
    """Give the English mark, and why the one found stays."""
    before, behind = line[max(0, match.start() - 1) : match.start()], line[match.end() : match.end() + 1]
    ratio = match[0] == "：" and before.isdigit() and behind.isdigit()
    if match[0] != "％" and not ratio and _WORD_AFTER.match(behind):
        after += " "
    if not _ENGLISH_BEFORE.search(before) or is_beside_east_asian(match, near=_NEAR):
        return after, _BESIDE_OTHERS
    return after, ""


def _held_brackets(match: re.Match[str]) -> str:
    held = match[1]
    if not re.search("[A-Za-z0-9]", held) or EAST_ASIAN.search(held[:1]) or "http" in held:
        return "what stands in the brackets is in another script, or an address"
    return _BESIDE_OTHERS if is_beside_east_asian(match, near=_NEAR) else ""
