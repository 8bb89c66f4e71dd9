"""Give a place its English name, where it stands in the text as the source language spells it.

The gazetteer knows the forms (`facts.places`); the rule's table adds what no source of it holds, or what it holds for
ambiguous. A line is looked at where it has a form of the table, a country or well-known city, or a name of the shape
that the language's transliterations have. Held back: a form that the text itself discusses or explains, a part of a
longer name (`Real Madryt`, a surname), a title, and a word that English has too. The rule's phrases are forms
that English knows as names of clubs (`Torino`): they are places only after *in*.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import lru_cache

from cleantext.document import Document
from cleantext.edits import Proposal
from cleantext.facts.lexicon import lexicon
from cleantext.facts.places import ATTRIBUTION, SHAPES, english_place, exonyms, listed_place
from cleantext.fixers._names import SENTENCE_WORDS, is_later_part
from cleantext.fixers._remedy import phrases_in, table_of
from cleantext.remedies.literals import either_of, one_of
from cleantext.rule import Rule

DATA = ATTRIBUTION
_NAME = re.compile(r"(?:L(?=[’'])|[^\W\d_a-z][^\W\d_]+(?:-[^\W\d_]+)*)")
_LONGER = re.compile(r"(?:[ ’'](?=\w)[\w-]+){1,4}")
"""What may follow the first word of a name of several (`Saint-Marin`, `Franja de Gaza`, `L'Avana`)."""
_GAP = re.compile(r"[ ’']|\Z")
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
_CLOSING = re.compile(r"[,.]?[”\"’»“*_]")
_GOES_ON = re.compile(r"[-’'](?!s\b)\w| [A-ZÀ-Þ]")
_LABEL = re.compile(r"\w\.\Z")
"""`harbour.中国`"""
_IN = re.compile(r"\b[Ii]n \Z")
"""Before a place, and no club or firm."""
_NEAR = 60
_MOST_FREQUENT = 2.9
"""Zipf; a form more frequent than this in English texts is an English word, or a name known as it is."""


def trigger(rule: Rule) -> str:
    """Give the pattern of what the rule knows: the table's forms, the source's exonyms, its shapes."""
    return _pattern_of(rule.requires.source, tuple(table_of(rule)))


@lru_cache(maxsize=64)
def _pattern_of(source: str, forms: tuple[str, ...]) -> str:
    either = either_of({*forms, *exonyms(source)})
    return rf"\b(?:{SHAPES[source]}|(?:{either})\b)" if source in SHAPES else rf"\b(?:{either})\b"


@lru_cache(maxsize=64)
def _finder(source: str, forms: tuple[str, ...]) -> re.Pattern[str]:
    """Find what the trigger's pattern finds."""
    either = rf"(?:{one_of({*forms, *exonyms(source)})})\b"
    return re.compile(rf"\b(?:(?=[A-ZÉ])(?:{SHAPES[source]})|{either})" if source in SHAPES else rf"\b{either}")


def propose(document: Document, lines: Sequence[int], rule: Rule) -> Iterator[Proposal]:
    """Propose the English name of each place that the source's form of is found."""
    find = _finder(rule.requires.source, tuple(table_of(rule)))
    found = [number for number in lines if find.search(document.line(number))]
    shared = set(phrases_in(rule)) if found else set()
    for number in found:
        line = document.line(number)
        last_end = 0
        for match in _NAME.finditer(line):
            if match.start() < last_end:
                continue
            end, name = _named(line, match, table_of(rule), rule.requires.source)
            if name is None:
                continue
            last_end = end
            held = _held(document, line, match.start(), end, name, shared)
            reason = f"{line[match.start() : end]!r} is {name!r} in English"
            offset = document.lines[number].start
            yield Proposal(offset + match.start(), offset + end, name, reason, held)


def _named(line: str, match: re.Match[str], table: Mapping[str, str], source: str) -> tuple[int, str | None]:
    """The place that begins at a capitalised word, the longest first: of several words (`Le Caire`), or of one."""
    if longer := _LONGER.match(line, match.end()):
        for end in sorted({gap.start() for gap in _GAP.finditer(longer[0])} - {0}, reverse=True):
            form = line[match.start() : longer.start() + end].replace("’", "'")
            if name := table.get(form) or listed_place(form, source):
                return longer.start() + end, name
    return match.end(), table.get(match[0]) or english_place(match[0], source)


def _held(document: Document, line: str, start: int, end: int, name: str, shared: Collection[str]) -> str:
    """Why a form stays; "" if nothing speaks for it."""
    form, near, before = line[start:end], line[max(0, start - _NEAR) : end + _NEAR], line[max(0, start - _NEAR) : start]
    if (name in near and re.search(rf"\b{re.escape(name)}\b", near)) or _DISCUSSED.search(near):
        return "the text itself speaks of the name's spelling, or has both forms"
    if before[-1:] in set('“"‘«„*_') and _CLOSING.match(line, end):
        return "it stands alone in quotation marks, as a title"
    if _LABEL.search(line, max(0, start - 2), start):
        return "it is a label of a host or a member of a program"
    if _part_of_a_name(line, start, end):
        return "it is part of a longer name"
    known = lexicon("en")
    if form in shared:
        return "" if _IN.search(before) else "English knows the form as the name of a club or a firm"
    if form.isascii() and known is not None and known.frequency(form) > _MOST_FREQUENT:
        return "English uses this form, too"
    if is_later_part(document, form):
        return "elsewhere in the text it is part of a longer name"
    return ""


def _part_of_a_name(line: str, start: int, end: int) -> bool:
    before = _WORD_BEFORE.search(line, max(0, start - _NEAR), start)
    if before and before[1][0].isupper() and before[1] not in SENTENCE_WORDS:
        return True
    if _OF_A_FOREIGN_NAME.search(line[max(0, start - _NEAR) : start]):
        return True
    after = line[end : end + 2]
    return _GOES_ON.match(after + line[end + 2 : end + 3]) is not None
