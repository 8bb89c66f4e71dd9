"""Which words a text itself uses, and how often: what its language's lexicon lacks may still be a word of its own.

A word is a run of letters, and of apostrophes between them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container

from cleantext.facts.lines import in_parts
from cleantext.facts.small_letters import MARKS, in_small_letters, small_letters
from cleantext.once import once

__all__ = ["OwnWords", "is_among", "small_words"]

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_APOSTROPHES = "'’"
_SMALL_LETTERS = small_letters(kept="'")
_LONG = 1 << 14
"""Characters of a text that is not searched for each word."""


def small_words(text: str) -> frozenset[str]:
    """Give the words in lower case, and perhaps other tokens, in which there is an apostrophe.

    >>> sorted(small_words("Harwich's ferry: 'Kalinka', the FERRY"))
    ['ferry', "harwich's", 'kalinka', 'the']
    """
    if len(text) <= _LONG:
        return _small_words(text)
    words = set[str]()
    for _, part in in_parts(text):
        words |= _small_words(part)
    return frozenset(words)


def _small_words(text: str) -> frozenset[str]:
    if not text.isascii():
        for mark in MARKS:
            text = text.replace(mark, " ")
        text = text.replace("’", "'")
    small = in_small_letters(text, _SMALL_LETTERS)
    if small is None:
        return frozenset(map(str.lower, _WORD.findall(text)))
    small = f" {small} "
    if "'" in small:  # which is no part of a word but between two letters
        small = small.replace("''", "  ").replace(" '", "  ").replace("' ", "  ")
    words = frozenset(small.split())
    if small.isascii():
        return words
    odd = [word for word in words if not word.isascii()]
    return words.union(*(map(str.lower, _WORD.findall(word)) for word in odd))


class OwnWords:
    """Tells how often words of letters stand in a text, as they are written.

    Each is looked for when it is asked about; in a long text, where that would take the square of its time, all are
    counted once.

    >>> own = OwnWords("Kalinka, kalinka, Kalinka's, Kalinkas and Kalinka")
    >>> own.stand_more_often("Kalinka", 1), own.stand_more_often("Kalinka", 2), "Kalinka's" in own, "s" in own
    (True, False, True, False)
    """

    def __init__(self, text: str) -> None:
        self._text = text

    @once
    def counts(self) -> Counter[str]:
        """How often each word stands in the text."""
        found = Counter[str]()
        for _, part in in_parts(self._text):
            found.update(_WORD.findall(part))
        return found

    def stand_more_often(self, word: str, times: int) -> bool:
        """Does a word stand in the text more often than so many times?"""
        text = self._text
        if len(text) > _LONG:
            return self.counts[word] > times
        place = text.find(word)
        while place >= 0:
            end = place + len(word)
            if _begins_at(text, place) and _ends_at(text, end):
                if times == 0:
                    return True
                times -= 1
            place = text.find(word, place + 1)
        return False

    def __contains__(self, word: object) -> bool:
        return isinstance(word, str) and self.stand_more_often(word, 0)


def is_among(words: Container[str], word: str) -> bool:
    """Is a word among some, as it is, in small letters, or with a capital?

    >>> is_among({"Harwich", "ferry"}, "FERRY"), is_among({"Harwich", "ferry"}, "harwich"), is_among({"BBC"}, "bbc")
    (True, True, False)
    """
    return any(form in words for form in (word, word.lower(), word.capitalize()))


def _begins_at(text: str, place: int) -> bool:
    before = text[place - 1 : place]
    return not _is_letter(before) and not (
        before in _APOSTROPHES and before and _is_letter(text[place - 2 : place - 1])
    )


def _ends_at(text: str, place: int) -> bool:
    behind = text[place : place + 1]
    return not _is_letter(behind) and not (
        behind in _APOSTROPHES and behind and _is_letter(text[place + 1 : place + 2])
    )


def _is_letter(character: str) -> bool:
    return _LETTER.match(character) is not None


_LETTER = re.compile(r"[^\W\d_]")
