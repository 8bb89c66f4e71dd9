"""Letters that were lost: U+FFFD or a question mark stands where a codec had no room, `caf\ufffd`, `na?ve`.

What is lost is beyond ASCII, so that few words fit. It is restored where one does: a word that the document itself
writes out, or for U+FFFD, which nobody means, one of the lexicon; in English also the apostrophe of `don't`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from cleantext.document import Document
from cleantext.edits import Proposal
from cleantext.facts.lexicon import lexicon
from cleantext.fixers._remedy import chosen_in_table
from cleantext.remedies.matching import on_lines
from cleantext.rule import Rule
from cleantext.triggers import Trigger, of_pattern

DATA = ("words: wordfreq 3.1.1, CC BY-SA 4.0",)

_LOST = "\N{REPLACEMENT CHARACTER}"
_LETTER = r"[^\W\d_]"
_DAMAGED = {
    _LOST: re.compile(rf"(?<![\w{_LOST}])({_LETTER}*)({_LOST}+)({_LETTER}*)(?![\w{_LOST}])"),
    "?": re.compile(r"(?<![\w?/.])([A-Za-z]{2,})(\?)(?:([A-Za-z]+)(?![\w?/=])|()(?=,| [a-z]))"),
}
"""A word with one gap: what stands before, the gap, and what stands after it.

Where a question mark ends the word, its sentence must go on.
"""
_SIGNS = {"replacement": _LOST, "question": "?"}

_CONTRACTED = frozenset("s t d m ll re ve".split())
_FAR_AHEAD = 1.0
"""Zipf by which one word of the lexicon must be the more frequent, to be the only one."""
_FEWEST_KNOWN = 3
"""Letters of a word that must be left of it."""


def trigger(_: Rule) -> Trigger:
    """A question mark that a word or a sentence goes on after."""
    return of_pattern(r"[A-Za-z]{2}\?(?:[A-Za-z,]| [a-z])")


def propose(document: Document, lines: Sequence[int], rule: Rule) -> Iterator[Proposal]:
    """Propose the letter of the only word that fits."""
    sign = _SIGNS[chosen_in_table(rule, "sign", _SIGNS)]
    if sign == "?" and document.text.isascii():
        return
    for start, match in on_lines(_DAMAGED[sign].finditer, document, lines):
        if (letter := document.fact(_letter, match[1], match[3] or "", sign)) is not None:
            yield Proposal(start + match.start(2), start + match.end(2), letter, rule.summary)


def _letter(document: Document, before: str, after: str, sign: str) -> str | None:
    """What stood between two parts of a word, if one thing alone can have."""
    if sign == "?" and not _are_in_odd_word(document, before, after):
        return None
    found = set(_between(_folded(document), before, after)) if len(before + after) >= _FEWEST_KNOWN else set()
    if sign == "?":
        if any(it.isascii() for it in found) or (not after and _is_end_of_question(document, before)):
            return None
    else:
        found = {it for it in found if not it.isascii()}
    if sign == _LOST and not found:
        found = _of_lexicon(document, before, after)
    if len(found) != 1:
        return None
    letter = next(iter(found))
    return letter.upper() if (before + after).isupper() and len(before + after) > 1 else letter


def _of_lexicon(document: Document, before: str, after: str) -> set[str]:
    """The letters that make a word of the language of it, and the apostrophe where it is of the kind of `don't`."""
    words = lexicon(document.language)
    found: set[str] = set()
    if words is not None and len(before) > 1 and len(before + after) >= _FEWEST_KNOWN:
        zipfs = {
            it: words.frequency(before + it + after)
            for it in _between(words.beginning_with(before), before, after)
            if not it.isascii()
        }
        most = max(zipfs.values(), default=0.0)
        found = {it for it, zipf in zipfs.items() if zipf > most - _FAR_AHEAD}  # `cafè` is how some misspell it
    if not found and document.language == "en" and before and after in _CONTRACTED:
        found.add("\N{RIGHT SINGLE QUOTATION MARK}")
    return found


def _are_in_odd_word(document: Document, before: str, after: str) -> bool:
    """Do two parts stand in something that is not all ASCII? Such is rare, and telling all words apart is slow."""
    first, last = before.casefold(), after.casefold()
    return any(first in it and last in it for it in document.fact(_odd_words_of))


def _odd_words_of(document: Document) -> frozenset[str]:
    return frozenset(it.casefold() for it in document.text.split() if not it.isascii())


def _is_end_of_question(document: Document, word: str) -> bool:
    """Is a word before a question mark one of the document's, or of a language where words have many ends?"""
    wanted = word.casefold()
    times = sum(count for it, count in document.words.items() if it.casefold() == wanted)
    return document.language != "en" or times > document.text.casefold().count(f"{wanted}?")


def _folded(document: Document) -> frozenset[str]:
    return document.fact(_words_of)


def _words_of(document: Document) -> frozenset[str]:
    """The words of a document, in small letters."""
    return frozenset(word.casefold() for word in document.words)


def _between(words: Iterable[str], before: str, after: str) -> Iterator[str]:
    """The letters that stand between two parts in some words."""
    first, last = before.casefold(), after.casefold()
    for word in words:
        gap = word[len(first) : len(word) - len(last)]
        if len(gap) == 1 and word.startswith(first) and word.endswith(last):
            yield gap
