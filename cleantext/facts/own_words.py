"""Which words a text itself uses, and how often: what its language's lexicon lacks may still be a word of its own.

A word is what `Document.words` calls one; that counts all of them, which takes longer than what is asked here.
"""

from __future__ import annotations

import re

from cleantext.encoded import utf8

__all__ = ["WordsOf", "small_words", "stands_more_often"]

LEAST_LETTERS = 4
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_APOSTROPHES = "'’"
_SMALL_LETTERS = bytes(
    ord(chr(it).lower()) if chr(it).isalpha() or chr(it) == "'" else ord(" ") for it in range(128)
) + bytes(range(128, 256))
"""ASCII letters in lower case, all else in ASCII but the apostrophe a space; the bytes of others as they are."""


def small_words(text: str) -> frozenset[str]:
    """Give the words of four letters and more in lower case, but for those with an apostrophe inside.

    >>> sorted(small_words("Harwich's ferry: 'Kalinka', the FERRY"))
    ['ferry', 'kalinka']
    """
    content = utf8(text if text.isascii() else text.replace("’", "'")).translate(_SMALL_LETTERS).decode()
    found = set()
    for token in set(content.split()):
        if token.isascii() and "'" not in token:
            if len(token) >= LEAST_LETTERS:
                found.add(token)
        else:
            words = (it for it in _WORD.findall(token) if "'" not in it and len(it) >= LEAST_LETTERS)
            found.update(map(str.lower, words))
    return frozenset(found)


def stands_more_often(text: str, word: str, times: int) -> bool:
    """Does a word of letters stand in a text, as it is written, more often than so many times?

    >>> stands_more_often("Kalinka, kalinka, Kalinka's, Kalinkas and Kalinka", "Kalinka", 1)
    True
    >>> stands_more_often("Kalinka, kalinka, Kalinka's, Kalinkas and Kalinka", "Kalinka", 2)
    False
    """
    place = text.find(word)
    while place >= 0:
        end = place + len(word)
        if _begins_at(text, place) and _ends_at(text, end):
            if times == 0:
                return True
            times -= 1
        place = text.find(word, place + 1)
    return False


class WordsOf:
    """Tells which words stand in a text, each looked for when it is asked about.

    >>> "ferry" in WordsOf("the ferry's quay"), "quay" in WordsOf("the ferry's quay")
    (False, True)
    """

    def __init__(self, text: str) -> None:
        self._text = text

    def __contains__(self, word: object) -> bool:
        return isinstance(word, str) and stands_more_often(self._text, word, 0)


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
