"""Join words that the lines of print have cut."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set

from cleantext.document import Document
from cleantext.edits import Proposal
from cleantext.fixers._cuts import Judge, judge_for
from cleantext.rule import Rule

_CUT = re.compile(
    r"""(?x)
    (?<![\w/-]) (?P<left> [^\W\d_]*[^\W\d_A-Z]{2} )
    (?P<cut> (?P<mark> [-\N{HYPHEN}\N{SOFT HYPHEN}] ) [ \t]* (?P<end> \r\n | \n | \r ) )
    (?P<right> [^\W\d_A-Z]{2,} ) (?![\w/-])
    (?P<marks> [.,;:!?)\]’”»"']* ) (?P<gap> [ \t]* )
    """
)
_LEAST_JOINED = 2
_COMPOUND = re.compile(r"\b[^\W\d_]+-[^\W\d_]+\b")
_OLD_HYPHEN = frozenset(("to-day", "to-night", "to-morrow"))
"""Written so until a hundred years ago, and cut there by whatever breaks lines at hyphens."""
_SENTENCE_END = re.compile(r"[.!?…:;][\"”’»)\]]*\s*\Z")
_CUT_END = re.compile(r"[-\N{HYPHEN}\N{SOFT HYPHEN}]\s*\Z")
_NEAR = 3


def propose(document: Document, lines: Sequence[int], rule: Rule) -> Iterator[Proposal]:
    """Propose to take out the hyphen and the line end, or the line end alone.

    Where the paragraph is broken into lines, the line ends behind the word instead.
    """
    cuts = [cut for cut in _CUT.finditer(document.text) if cut["right"].islower()]
    if not cuts:
        return
    judge = judge_for(document)
    hyphens = [_hyphen(cut, document, judge) for cut in cuts]
    few = hyphens.count("") < _LEAST_JOINED
    for cut, hyphen in zip(cuts, hyphens, strict=True):
        if hyphen is not None and (not few or _is_soft(cut)):
            yield _joined(document, cut, hyphen, rule.summary)


def _is_soft(cut: re.Match[str]) -> bool:
    """Was it a soft hyphen? It says for sure that a word is cut there."""
    return cut["mark"] == "\N{SOFT HYPHEN}"


def _hyphen(cut: re.Match[str], document: Document, judge: Judge) -> str | None:
    """What goes between the two parts: nothing, a hyphen, or None if they stay apart."""
    left, right = cut["left"], cut["right"]
    if _is_soft(cut):
        return ""
    compound, compounds = f"{left}-{right}".lower(), document.fact(_compounds_of)
    if compound in compounds or (compound in _OLD_HYPHEN and not _writes_today(document)):
        return cut["mark"]
    if judge.joins(left, right):
        return ""
    return cut["mark"] if judge.is_compound(left, right) else None


def _compounds_of(document: Document) -> Set[str]:
    """The compounds that the text writes with a hyphen in one line, in lower case: its own spelling of *to-morrow*."""
    return frozenset(compound.lower() for compound in _COMPOUND.findall(document.text))


def _writes_today(document: Document) -> bool:
    return any(compound.replace("-", "") in document.words for compound in _OLD_HYPHEN)


def _joined(document: Document, cut: re.Match[str], hyphen: str, reason: str) -> Proposal:
    start = cut.start("cut") + len(hyphen)
    if not _is_wrapped(document, document.line_at(cut.start())):
        return Proposal(start, cut.end("cut"), "", reason)
    last = document.text[cut.end() : cut.end() + 1] in ("", "\n", "\r")
    return Proposal(start, cut.end(), cut["right"] + cut["marks"] + ("" if last else cut["end"]), reason)


def _is_wrapped(document: Document, number: int) -> bool:
    """Does a line nearby break off in mid-sentence and in no word, as those of a paragraph set in lines do?"""
    contents = document.contents
    for above in range(max(0, number - _NEAR), min(number + _NEAR, len(contents) - 1)):
        line, below = contents[above], contents[above + 1].lstrip()
        if line and below[:1].islower() and not _SENTENCE_END.search(line) and not _CUT_END.search(line):
            return True
    return False
