"""Part two words where a capital follows a small letter and shows the seam (`fromGoogle`, `pageHome`)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence, Set
from itertools import pairwise

from cleantext.document import Document
from cleantext.edits import Proposal
from cleantext.facts.joints import LETTERS_OF_BRANDS, is_clear
from cleantext.facts.language import FUNCTION_WORDS
from cleantext.facts.segments import LETTERS_THAT_ARE_WORDS
from cleantext.fixers._program_names import is_told, names_identifier
from cleantext.fixers._runs import Seam, camel_runs, camel_seams_of, in_letters, own_vocabulary, trigger_by
from cleantext.remembering import remembering
from cleantext.rule import Rule
from cleantext.triggers import Trigger

_CAMEL = "[{l}][{u}][{l}{u}]"
_SHAPE = re.compile(in_letters("[{u}](?<=[{l}].)[{l}{u}]"))
_CODE = re.compile(
    r"[{}=;(>:<$](?:(?<=[{}=;])\s{0,9}$|(?<=\w\()\)|(?<=[-=]>)|(?<=:):|(?<=<)/|(?<=\$)\w"
    r"|(?<=:)\s{1,4}(?:true|false|null|undefined)\b)"
)
"""Marks of code: at a line's end, calls, arrows, `::`, tags, variables, settings (`key: true`). Each by its rarest
mark, to be read fast."""
_LETTERS = frozenset("".join(LETTERS_THAT_ARE_WORDS.values())) - frozenset(LETTERS_OF_BRANDS)
_OF_KEYS = frozenset("0123456789+/=")
_GRAMMAR = frozenset(" ".join(FUNCTION_WORDS.values()).split())
"""Of all languages: no name in a program is made of one and a noun, *laCámara*."""
_LONGEST_OF_HOST = 3
"""Letters: `ferry.deHarbour` is a host and a word."""
_ADDRESS = re.compile(r"\b(\w++)@(\w*)|(?:@|(?://)?www\.|//)(\w+)")
_KEY = re.compile(r"\s*(?:-\s+)?[\"']?[a-z]+[A-Z]\w*[\"']?:(?:\s|\Z)")
"""A setting and its value: `apiVersion: v1`."""
_FEWEST_NAMED = 3
_BETWEEN = re.compile(r",? (?:(?:and|or|und|et|y|o|e) )?")
_BEFORE_CAPITAL = re.compile(in_letters("(?<=[{l}])(?=[{u}])"))
_CALL = re.compile(r"[A-Z](?<=[a-z].)\w{0,40}\(")


def trigger(_: Rule) -> Trigger:
    """A small letter, a capital and another letter."""
    return trigger_by(_CAMEL)


def line_test(_: Rule) -> Callable[[str], bool]:
    """Ask for a small word that goes on with a capital, in no line of code."""
    return may_hold_camel


def may_hold_camel(line: str) -> bool:
    """Does a word that begins small go on with a capital, and is the line no code? *YouTube* alone does not."""
    small = (run for _, run in camel_runs(line) if run[0].islower())
    return (
        any(not _is_brand(run) and run not in names_of_program(line) for run in small)
        and _SHAPE.search(line) is not None
        and _CODE.search(line) is None
        and _KEY.match(line) is None
        and not ("(" in line and _CALL.search(line))
    )


@remembering
def _is_brand(run: str) -> bool:
    """Is the only seam a capital could show behind a first letter that is no word in any language, or a brand's?"""
    if run[0] in _LETTERS:
        return False
    return not any(right.isupper() and not left.isupper() for left, right in pairwise(run[1:]))


def sure_camels(document: Document, number: int) -> Sequence[Seam]:
    """The seams of a line that need no licence: the first word is small, and the whole is none."""
    if not may_hold_camel(document.line(number)):
        return ()
    line = document.line(number)
    seams = [
        seam
        for seam in camel_seams_of(document, number)
        if not (
            is_member(seam, line)
            or seam.run in names_of_program(line)
            or _is_name(seam, document)
            or is_told(seam.run, document)
        )
    ]
    words = own_vocabulary(document) if seams else None
    if words is None:
        return ()
    return tuple(
        seam
        for seam in seams
        if seam.cut.kind == "camel" and seam.cut.left.islower() and is_clear(seam.cut, seam.run, words)
    )


@remembering
def names_of_program(line: str) -> Set[str]:
    """The words of a line that begin small and go on with a capital, without a word of grammar: *mouseDown, keyPress*.

    Three of them, or two side by side, are no accident: what was run together has a word of grammar in it mostly, and
    in a menu that was run together words begin with a capital, too.
    """
    runs = camel_runs(line)
    if any(run[0].isupper() for _, run in runs):
        return frozenset()
    small = [(at, run) for at, run in runs if run.isascii()]
    of_content = {run for _, run in small if _GRAMMAR.isdisjoint(part.lower() for part in _BEFORE_CAPITAL.split(run))}
    listed = any(
        {above, below} <= of_content and above != below and _BETWEEN.fullmatch(line, at + len(above), following)
        for (at, above), (following, below) in pairwise(small)
    )
    return frozenset(of_content) if listed or len(of_content) >= _FEWEST_NAMED else frozenset()


def is_member(seam: Seam, line: str) -> bool:
    """Is the run a member of something, part of a key, or called a method: `core.hooksPath`, `8itEfGDeC`, `getTide`?"""
    start, end = seam.start, seam.start + len(seam.run)
    before, behind = line[max(0, start - 2) : start], line[end : end + 1]
    if before[-1:] == "." and before[:1].isalnum() and seam.cut.place > _LONGEST_OF_HOST:
        return True
    if before[-1:] in _OF_KEYS and behind in _OF_KEYS:
        return True
    return seam.cut.left.lower() not in _GRAMMAR and names_identifier(line)


def _is_name(seam: Seam, document: Document) -> bool:
    """Does the text write the run with another beginning, or is a host or a mailbox called so?

    *myMooring*, and *MyMooring* where it begins a sentence; `softFerry (www.softferry.example)`.
    """
    other = f"{seam.run[0].swapcase()}{seam.run[1:]}"
    return other in document.own_words or seam.run.lower() in document.fact(_hosts_and_mailboxes)


def _hosts_and_mailboxes(document: Document) -> Set[str]:
    """What stands before and behind `@`, and where the name of a host begins."""
    text = document.text
    if "@" not in text and "www." not in text and "//" not in text:
        return frozenset()
    return frozenset(name for match in _ADDRESS.finditer(text.lower()) for name in match.groups() if name)


def propose(document: Document, lines: Sequence[int], rule: Rule) -> Iterator[Proposal]:
    """Propose a space at each seam."""
    for number in lines:
        for seam in sure_camels(document, number):
            place = document.lines[number].start + seam.place
            yield Proposal(place, place, " ", seam.reason)
