"""The runs of letters of a line, and the vocabulary to read them with."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from cleantext.document import Document
from cleantext.facts.language import votes_of
from cleantext.facts.lexicon import Lexicon
from cleantext.facts.own_words import small_words
from cleantext.facts.segments import LETTERS_THAT_ARE_WORDS, Cut, Vocabulary, cuts, may_fall_apart, vocabulary
from cleantext.fixers._letters import LOWER, UPPER
from cleantext.fixers._remembered import Remembered
from cleantext.remembering import remembering

_RUN = re.compile(r"[^\W\d_]+")
_NO_WORDS = re.compile(
    r"[_/@#\\=<>{}|~^`]|[(\[](?:at|dot)[)\]]|www\.|\.\w+\(|\w\.(?:com|org|net|py|js|html?|css|php|txt|pdf|xml|json|exe|csv|jpe?g|png|gif)\b"
)
"""What stands in addresses, names of files, identifiers and code, none of which is parted."""
_MOST_IN_TEXT = 2
_LEAST_VOTES, _LEAST_KNOWN = 2, 0.6

_BEHIND = ".,;:!?”"
"""Marks that stand behind a word."""
_OPENING, _CLOSING = frozenset("“„«»‚‘\"'"), frozenset("”“»«‘’\"'")
"""Of quotation marks, in whichever language."""

_CAMEL = re.compile(rf"[{LOWER}][{UPPER}]|\b[aAIΟ][{UPPER}][{LOWER}]|[{UPPER}]{{2}}[{LOWER}]{{3}}")
_CAMEL_IN_LINE = re.compile(
    rf"""(?x)
    [{UPPER}]
    (?: (?<=[{LOWER}].) | (?<=(?<![^\W\d_])[aAIΟ].)(?=[{LOWER}]) | (?<=[{UPPER}].)(?=[{LOWER}]{{3}}) )
    """
)
"""The same, by the capital: a pattern that begins with what is rare reads a line five times as fast."""

_CALLED = re.compile(r"\(\w*\)")
"""What stands behind a name in a program: *tearDownClass(cls)*."""


class Seam(NamedTuple):
    """A cut, where it lies in its line, and the run it is in."""

    place: int
    cut: Cut
    run: str

    @property
    def start(self) -> int:
        """Where the run begins in its line."""
        return self.place - self.cut.place

    @property
    def reason(self) -> str:
        """What is said of an edit that parts the run there."""
        return f"{self.run!r} is {self.cut.left!r} and {self.cut.right!r}"


def own_vocabulary(document: Document) -> Vocabulary | None:
    """The vocabulary of a document's language and its own words; None where no lexicon serves."""
    return document.fact(_own_vocabulary)


def _own_vocabulary(document: Document) -> Vocabulary | None:
    text = document.text  # not the document, which keeps what is found, and would wait for the garbage collector
    found = vocabulary(document.language, lambda: small_words(text))
    if found is not None or document.hints.lang:
        return found
    return _by_votes(document)


def _by_votes(document: Document) -> Vocabulary | None:
    """Read a text whose language did not show, or showed wrongly, since its words are glued.

    The language of most of its function words, where its lexicon knows most of the words.
    """
    text = document.text
    counts = {code: count for code, count in votes_of(text).counts.items() if count >= _LEAST_VOTES}
    code = max(sorted(counts), key=lambda it: counts[it], default="")
    found = vocabulary(code, lambda: small_words(text)) if code in LETTERS_THAT_ARE_WORDS else None
    if found is None:
        return None
    small = [word for word in document.words if word.isalpha() and word.islower()]
    known = sum(found.is_known(word) for word in small)
    return found if known >= _LEAST_KNOWN * len(small) else None


def seams_of(document: Document, number: int) -> Sequence[Seam]:
    """All cuts of all runs of a line, found once."""
    return document.fact(_seams, number)


def camel_seams_of(document: Document, number: int) -> Sequence[Seam]:
    """The cuts of those runs of a line that begin small and show a cut by a capital."""
    return document.fact(_camel_seams, number)


def cuts_of(document: Document, run: str) -> Sequence[Cut]:
    """The cuts of a run, but for one that the text uses again and again."""
    words = own_vocabulary(document)
    found = cuts(run, words) if words else ()
    return () if found and document.own_words.stand_more_often(run, _MOST_IN_TEXT) else found


def has_camel(run: str) -> bool:
    """Does a capital follow a small letter?"""
    return _CAMEL.search(run) is not None


def _seams(document: Document, number: int) -> Sequence[Seam]:
    words = own_vocabulary(document)
    if words is None:
        return ()
    found = _tokens_to_part(words.language).in_line(document.line(number))
    return [seam for place, run in found for seam in seams_in(document, place, run)]


def seams_in(document: Document, place: int, run: str) -> Sequence[Seam]:
    """The cuts of a run that stands at a place of its line."""
    return [Seam(place + cut.place, cut, run) for cut in cuts_of(document, run)]


def _camel_seams(document: Document, number: int) -> Sequence[Seam]:
    small = ((at, run) for at, run in camel_runs(document.line(number)) if run[0].islower())
    return [seam for at, run in small for seam in seams_in(document, at, run)]


@cache
def _tokens_to_part(language: str) -> Remembered:
    words = vocabulary(language, frozenset)
    return Remembered(lambda token: runs_to_part(token, words) if words else ())


@remembering
def is_plain_word(token: str, known: Lexicon) -> bool:
    """Is a token a known word in small letters, and a mark perhaps, as most are? Several ask it of the same line."""
    word = token.rstrip(_BEHIND)
    return word.isalpha() and word.islower() and word in known and not word.endswith("www")


def runs_to_part(token: str, words: Vocabulary) -> Sequence[tuple[int, str]]:
    """The runs of a token that may fall apart, as far as can be told without its text, each with its place."""
    if is_plain_word(token, words.known):
        return ()
    return tuple((at, run) for at, run in runs(token) if may_fall_apart(run) and _may_be_parted(token, at, run, words))


def _may_be_parted(token: str, at: int, run: str, words: Vocabulary) -> bool:
    """Does a run show a cut by a capital, or is it no word and no part of a compound? Names in a program are left.

    In English compounds are parted too where enough speaks for it: *start-upsbecause*.
    """
    if has_camel(run):
        return not _is_called(token, at, run)
    return (words.language == "en" or not is_beside_hyphen(token, at, run)) and not words.is_known(run)


def is_beside_hyphen(line: str, at: int, run: str) -> bool:
    """Does a hyphen stand before or behind a run?"""
    return "-" in (line[at - 1 : at], line[at + len(run) : at + len(run) + 1])


def _is_called(line: str, at: int, run: str) -> bool:
    return _CALLED.match(line, at + len(run)) is not None and run[0].islower()


def stands_in_quotation_marks(line: str, at: int, run: str) -> bool:
    """Does a run stand in quotation marks by itself, as names and words that are spoken of do?"""
    return line[at - 1 : at] in _OPENING and line[at + len(run) : at + len(run) + 1] in _CLOSING


@remembering
def camel_runs(line: str) -> Sequence[tuple[int, str]]:
    """The runs that show a cut by a capital, but names in a program; the same in each snapshot that holds the line."""
    found: list[tuple[int, str]] = []
    for start, token in tokens_with(_CAMEL_IN_LINE, line):
        found += [(start + at, run) for at, run in _camels(token)]
    return tuple(found)


@remembering
def _camels(token: str) -> Sequence[tuple[int, str]]:
    found = ((at, run) for at, run in runs(token) if has_camel(run))
    return tuple((at, run) for at, run in found if not _is_called(token, at, run))


def tokens_with(pattern: re.Pattern[str], line: str) -> Sequence[tuple[int, str]]:
    """Give what stands between two spaces and holds a match of a pattern, each with its place.

    >>> tokens_with(re.compile("r"), "the ferry or the quay")
    [(4, 'ferry'), (10, 'or')]
    """
    found, end = [], -1
    for match in pattern.finditer(line):
        place = match.start()
        if place > end:
            start, end = line.rfind(" ", 0, place) + 1, line.find(" ", place)
            end = len(line) if end < 0 else end
            found.append((start, line[start:end]))
    return found


def runs(line: str) -> Iterator[tuple[int, str]]:
    """Give the runs of letters that could be words, each with its place.

    >>> list(runs("see www.x.example andthe 3D"))
    [(0, 'see'), (18, 'andthe'), (26, 'D')]
    """
    place = 0
    for token in line.split():
        start = line.index(token, place)
        place = start + len(token)
        if not _NO_WORDS.search(token):
            for run in _RUN.finditer(token):
                yield start + run.start(), run[0]
