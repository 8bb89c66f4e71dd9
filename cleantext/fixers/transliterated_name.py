"""Write a person's name as English transliterates it, where the source language's transliteration was left.

Licensed by the rule's table of well-known names, or by the text itself, when it has the English form elsewhere
(`Nazarbaïev` beside `Nazarbayev`): both sound alike once the source's habits are undone. A line is looked at where it
has a form of the table, or a name of the shape that the language's transliterations have.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from cleantext.document import Document
from cleantext.edits import Proposal
from cleantext.facts.lexicon import lexicon
from cleantext.facts.places import ATTRIBUTION, english_place, fold, sound
from cleantext.fixers._remedy import table_of
from cleantext.remedies.literals import longest_first
from cleantext.remedies.matching import has_match
from cleantext.rule import Rule

DATA = ATTRIBUTION
_SHAPES: Mapping[str, str] = {
    "de": r"[A-Z][a-z]*(?:tsch|sch[eu]w|ljuk|skyj\b)",
    "fr": (
        r"[A-Z][a-z]*(?:tcheno|tchenk|tchev|tchou|tchine\b|tchik\b|aïe|ïev|ouchk|oukh|oulov|guine\b|lkine\b|rkine\b"
        r"|chkine\b|ochenko)|Tch[a-z]"
    ),
}
"""What a name looks like that has been transliterated, behind a word boundary."""
_GENITIVE_IN_S = frozenset({"de"})
"""Languages whose genitive of a name is English's but for the apostrophe: *Gorbatschows*."""

_NAME = re.compile(r"[^\W\d_a-z][^\W\d_]{4,}(?:-[^\W\d_]+)*")
_DISCUSSED = re.compile(r"(?i)\b(?:spell(?:ed|ing|t)?|transliterat\w+|pronounc\w+|known in \w+ as)\b")
_NEAR = 60


def trigger(rule: Rule) -> str:
    """Give the pattern of what the rule knows: the table's forms, and the shapes of the source."""
    return _pattern_of(rule.requires.source, tuple(table_of(rule)))


@lru_cache(maxsize=64)
def _pattern_of(source: str, forms: tuple[str, ...]) -> str:
    either = "|".join(map(re.escape, longest_first(forms)))
    known = rf"(?:{either})s?\b" if source in _GENITIVE_IN_S else rf"(?:{either})\b"
    return rf"\b(?:{_SHAPES[source]}|{known})" if source in _SHAPES else rf"\b{known}"


def propose(document: Document, lines: Sequence[int], rule: Rule) -> Iterator[Proposal]:
    """Propose the English form of each name that is known, or stands in the text in its English form, too."""
    table = table_of(rule)
    looked_for = trigger(rule)
    for number in lines:
        line, offset = document.line(number), document.lines[number].start
        if not has_match(looked_for, line):
            continue
        for match in _NAME.finditer(line):
            form = match[0]
            source = rule.requires.source
            english = _known(table, form, source) or _twin(document, form, source)
            if english is None:
                continue
            near = line[max(0, match.start() - _NEAR) : match.end() + _NEAR]
            discussed = _DISCUSSED.search(near) or (english in near and _is_gloss(english, line, *match.span()))
            held = "the text itself speaks of the name's spelling" if discussed else ""
            reason = f"{form!r} is {english!r} in English"
            yield Proposal(offset + match.start(), offset + match.end(), english, reason, held)


def _is_gloss(english: str, line: str, start: int, end: int) -> bool:
    """Does the English form stand in brackets right after the other, or right before it?"""
    after = re.match(rf"\s*\(\W*{re.escape(english)}", line[end : end + _NEAR])
    before = re.search(rf"\b{re.escape(english)},? \(\W*\Z", line[max(0, start - _NEAR) : start])
    return after is not None or before is not None


def _known(table: Mapping[str, str], form: str, source: str) -> str | None:
    if form in table:
        return table[form]
    name = table.get(form[:-1]) if source in _GENITIVE_IN_S and form.endswith("s") else None
    return name and f"{name}'s"


def _twin(document: Document, form: str, source: str) -> str | None:
    """The one word of the text that is the same name in English spelling; None where there is none, or several."""
    sounded = sound(form, source)
    known = lexicon("en")
    if (
        sounded is None
        or english_place(form, source)
        or (known is not None and known.frequency(form) > 0 and form.isascii())
    ):
        return None
    wanted = {fold(it) for it in (sounded, re.sub(r"(?<=in)e\Z", "", sounded))} - {""}
    folded = document.fact(_by_fold)
    found = {word for it in wanted for word in folded.get(it, ()) if word != form and word[0] == sounded[0].upper()}
    return found.pop() if len(found) == 1 else None


def _by_fold(document: Document) -> Mapping[str, set[str]]:
    """The words of a text that could be names, by what their transliterations share."""
    found: dict[str, set[str]] = {}
    for word in document.words:
        if word.isascii() and word.istitle():
            found.setdefault(fold(word), set()).add(word)
    return found
