"""Letters that Windows-1252 has in the place of a language's own: `tûnik` is `tűnik`, `cã` `că`, `görüþme` `görüşme`.

By its letters such a line could be in another language, for Portuguese has õ, French è, Icelandic þ, and where most of
its words are in ASCII, a letter or two say too little. Its function words tell: a line in Hungarian has no õ. Its other
words confirm it, by a lexicon or by `cleantext/data/letters/words.txt.gz`, the commonest words with such letters of
languages without one, which `scripts/build_letters.py` writes.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache
from importlib import resources
from typing import NamedTuple

from cleantext.encoded import beyond_ascii
from cleantext.facts.language import votes_of
from cleantext.facts.lexicon import lexicon
from cleantext.misreading.codecs import WESTERN, WRITTEN, characters, exchange
from cleantext.misreading.letters import COUNTED_AS, alphabets
from cleantext.remembering import remembering, remembering_of_few

_CODECS = ("cp1250", "cp1254", "cp1257")
_NOT_THEIRS = {"ro": "ã"}
"""Letters that a language has in `alphabets` only because texts hold so many of them in the place of its own."""
_VOTES_OF = {"sh": "hr"}
"""What `votes_of` calls a language."""
_LEAST_SAID, _MANY_VOTES = 3, 5
"""Function words of a language in a line, and words that change to known ones: of these as many as are not, at least.

Where the language is clear, half as many: no list has all forms of a language.
"""
_MOST_ALIKE = 5
"""Languages in which a line has as many function words; *a* is one in nine, and says nothing by itself."""
_SHORTEST = 2
"""Letters of a word that is known: *è* is Italian, *č* nothing."""
IN_WORDS = frozenset("³¹¿¾")
"""What stands for letters, is none, and stands in words nowhere else: *by³a*, *mo¿na*, *ve¾mi*."""
_SIGNS = "£¥¯¿"
"""What stands for letters and is none; the others are word characters to `re`."""
_RUN = re.compile(rf"(?:[^\W\d_]|[{_SIGNS}])+")


class StandIns(NamedTuple):
    """A language, the codec it is written in, the letters that stand for its own, and its alphabet with them."""

    language: str
    codec: str
    foreign: frozenset[str]
    all: frozenset[str]


class Restored(NamedTuple):
    """A line with its language's own letters, and the codec that it was written in."""

    codec: str
    text: str


@remembering
def restored(line: str) -> Restored | None:
    """The line with its language's own letters; None where its words leave a doubt."""
    languages = those_for(letter for letter in beyond_ascii(line) if letter.isalpha() or letter in IN_WORDS)
    counts = votes_of(line).counts if languages else {}
    for it in languages:
        votes = counts.get(_VOTES_OF.get(it.language, it.language), 0)
        alike = list(counts.values()).count(votes)
        if votes and votes == max(counts.values()) and alike <= _MOST_ALIKE:
            text, changed = _reread(line, exchange(WESTERN, it.codec))
            known = sum(_is_known(word, it.language) for word in changed)
            most = 3 if votes >= _MANY_VOTES and alike == 1 else 2
            if changed and most * known >= len(changed) and known + votes >= _LEAST_SAID:
                return Restored(it.codec, text)
    return None


def _reread(line: str, exchanged: Mapping[int, str]) -> tuple[str, Sequence[str]]:
    """A line with other letters where those make words of letters alone, and the words that change."""
    changed: list[str] = []

    def word_of(match: re.Match[str]) -> str:
        old, new = match[0], match[0].translate(exchanged)
        if old == new or not new.isalpha():
            return old
        changed.append(new)
        return new

    return _RUN.sub(word_of, line), changed


def may_stand_in(letters: frozenset[str]) -> bool:
    """Could one of some characters of a text stand for another, in whichever of its lines?"""
    return not letters.isdisjoint(_foreign())


@cache
def _foreign() -> frozenset[str]:
    small = frozenset().union(*(it.foreign for it in _every()))
    return small.union(map(str.upper, small))


def those_for(letters: Iterable[str]) -> Collection[StandIns]:
    """The languages in which some letters are their own and such as stand for others, with one of these at least."""
    beyond = frozenset("".join(it for it in letters if not it.isascii()).lower())
    return _those_for(beyond) if beyond else ()


@remembering_of_few
def _those_for(beyond: frozenset[str]) -> Collection[StandIns]:
    return [it for it in _every() if beyond <= it.all and not beyond.isdisjoint(it.foreign)]


@cache
def _every() -> Sequence[StandIns]:
    found = []
    for codec, languages in WRITTEN:
        for language in languages if codec in _CODECS else ():
            own = alphabets()[language].difference(_NOT_THEIRS.get(language, ""))
            here, there = characters(WESTERN), characters(codec)
            pairs = [(here[byte], it) for byte, it in there.items() if it.lower() in own and here[byte] != it]
            foreign = frozenset(old.lower() for old, _ in pairs if old.isalpha() or old in IN_WORDS)
            theirs = own.difference(new.lower() for _, new in pairs)
            found.append(StandIns(language, codec, foreign, theirs | foreign))
    return found


def _is_known(word: str, language: str) -> bool:
    if len(word) < _SHORTEST:
        return False
    words = lexicon(language)
    if words is not None:
        return word in words
    return word.lower().translate(COUNTED_AS) in _words()[language]


@cache
def _words() -> Mapping[str, frozenset[str]]:
    source = resources.files("cleantext") / "data" / "letters" / "words.txt.gz"
    rows = (line.split("\t") for line in gzip.decompress(source.read_bytes()).decode().splitlines())
    return {language: frozenset(words.split()) for language, words in rows}
