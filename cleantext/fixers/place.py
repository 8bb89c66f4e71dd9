"""Give a place its English name, where it stands in the text as the source language spells it.

The gazetteer knows the forms (`facts.places`); the rule's table adds what it holds for ambiguous, and the rule's
trigger says which lines to look at. Held back: a form that the text itself discusses or explains, a part of a
longer name (`Real Madryt`, a surname), a title, and a word that English has too. The rule's phrases are forms
that English knows as names of clubs (`Torino`): they are places only after *in*.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from cleantext.document import Document
from cleantext.edits import Proposal
from cleantext.facts.lexicon import lexicon
from cleantext.facts.places import english_place
from cleantext.fixers._names import SENTENCE_WORDS, later_parts
from cleantext.rule import Fixer, Rule

_NAME = re.compile(r"[^\W\d_a-z][^\W\d_]+(?:-[^\W\d_]+)*")
_WORD_BEFORE = re.compile(r"([\w’'-]+) \Z")
_DISCUSSED = re.compile(
    r"""(?xi)\b(?:
      spell(?:ed|ing|t)? | transliterat\w+ | pronounc\w+ | exonym | known\ in\ \w+\ as
    | in\ (?:French|German|Spanish|Italian|Portuguese|Dutch|Polish|Russian),?\ (?:it|is|as|the)
    | (?:also|sometimes|formerly|then)\ (?:called|known\ as|written)
    )\b"""
)
_OF_A_FOREIGN_NAME = re.compile(
    r"(?:[’']|\b[A-ZÀ-Þ]\w+ (?:de|de la|del|della|delle|di|da|do|du|des|van|van de|von|der) )\Z"
)
"""Before a place that belongs to a name of the source language: *Place d’Italie*, *Rue de Londres*."""
_IN = re.compile(r"\b[Ii]n \Z")
"""Before a place, and no club or firm."""
_NEAR = 60
MOST_FREQUENT = 2.9
"""Zipf; a form more frequent than this in English texts is an English word, or a name known as it is."""


def propose(document: Document, lines: Sequence[int], rule: Rule) -> Iterator[Proposal]:
    """Propose the English name of each place that the source's form of is found."""
    assert isinstance(rule.remedy, Fixer)  # noqa: S101 - what else names a fixer
    shared = {form for forms in rule.remedy.phrases.values() for form in forms}
    for number in lines:
        line = document.line(number)
        last_end = 0
        for match in _NAME.finditer(line):
            if match.start() < last_end:
                continue
            start, end, name = _named(line, match, rule)
            if name is None:
                continue
            last_end = end
            held = _held(document, line, start, end, name, shared)
            reason = f"{line[start:end]!r} is {name!r} in English"
            offset = document.lines[number].start
            yield Proposal(offset + start, offset + end, name, reason, held)


def _named(line: str, match: re.Match[str], rule: Rule) -> tuple[int, int, str | None]:
    """The place that begins at a capitalised word: of two words (`Le Caire`), or of one."""
    assert isinstance(rule.remedy, Fixer)  # noqa: S101 - what else names a fixer
    table, source = rule.remedy.table, rule.requires.source
    following = _NAME.match(line, match.end() + 1) if line[match.end() : match.end() + 1] == " " else None
    if following:
        form = line[match.start() : following.end()]
        if name := table.get(form) or english_place(form, source):
            return match.start(), following.end(), name
    form = match[0]
    return match.start(), match.end(), table.get(form) or english_place(form, source)


def _held(document: Document, line: str, start: int, end: int, name: str, shared: Collection[str]) -> str:
    """Why a form stays; "" if nothing speaks for it."""
    form, near = line[start:end], line[max(0, start - _NEAR) : end + _NEAR]
    if _DISCUSSED.search(near) or re.search(rf"\b{re.escape(name)}\b", near):
        return "the text itself speaks of the name's spelling, or has both forms"
    if line[max(0, start - 1) : start] in set('“"‘«„*_') and line[end : end + 1] in set('”"’»“*_'):
        return "it stands alone in quotation marks, as a title"
    if _part_of_a_name(line, start, end):
        return "it is part of a longer name"
    known = lexicon("en")
    if form in shared:
        return (
            ""
            if _IN.search(line[max(0, start - _NEAR) : start])
            else "English knows the form as the name of a club or a firm"
        )
    if form.isascii() and known is not None and known.frequency(form) > MOST_FREQUENT:
        return "English uses this form, too"
    if form in later_parts(document):
        return "elsewhere in the text it is part of a longer name"
    return ""


def _part_of_a_name(line: str, start: int, end: int) -> bool:
    before = _WORD_BEFORE.search(line, max(0, start - _NEAR), start)
    if before and before[1][0].isupper() and before[1] not in SENTENCE_WORDS:
        return True
    if _OF_A_FOREIGN_NAME.search(line[max(0, start - _NEAR) : start]):
        return True
    after = line[end : end + 2]
    return bool(re.match(r"[-’'](?!s\b)\w| [A-ZÀ-Þ]", after + line[end + 2 : end + 3]))
