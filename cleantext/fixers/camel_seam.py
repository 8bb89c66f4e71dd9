"""Part two words where a capital follows a small letter and shows the seam (`fromGoogle`, `pageHome`)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence, Set
from itertools import pairwise

from cleantext.document import Document
from cleantext.edits import Proposal
from cleantext.facts.joints import LETTERS_OF_BRANDS, is_clear
from cleantext.facts.segments import LETTERS_THAT_ARE_WORDS
from cleantext.fixers._letters import in_letters, trigger_by
from cleantext.fixers._program_names import is_of_program, names_of_program
from cleantext.fixers._runs import Seam, camel_runs, camel_seams_of, own_vocabulary
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
_ADDRESS = re.compile(r"\b(\w++)@(\w*)|(?:@|(?://)?www\.|//)(\w+)")
_KEY = re.compile(r"\s*(?:-\s+)?[\"']?[a-z]+[A-Z]\w*[\"']?:(?:\s|\Z)")
"""A setting and its value: `apiVersion: v1`."""
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
    seams = [
        seam
        for seam in camel_seams_of(document, number)
        if not (is_of_program(seam, document, number) or _is_name(seam, document))
    ]
    words = own_vocabulary(document) if seams else None
    if words is None:
        return ()
    return tuple(
        seam
        for seam in seams
        if seam.cut.kind == "camel" and seam.cut.left.islower() and is_clear(seam.cut, seam.run, words)
    )


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
