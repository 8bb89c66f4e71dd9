"""Where two English words lost the space between them, for sure: one of them is a function word, the whole is none."""

from __future__ import annotations

import gzip
import re
from collections.abc import Sequence
from functools import cache
from importlib import resources

from cleantext.document import Document
from cleantext.encoded import utf8
from cleantext.facts.joints import is_sure, may_be_sure
from cleantext.facts.lexicon import Lexicon, lexicon
from cleantext.facts.seams import Split, best_split, may_be_two
from cleantext.facts.segments import Vocabulary, vocabulary
from cleantext.fixers._remembered import Remembered
from cleantext.fixers._runs import (
    Seam,
    is_beside_hyphen,
    is_plain_word,
    own_vocabulary,
    runs_to_part,
    seams_in,
    stands_in_quotation_marks,
)
from cleantext.remembering import remembering
from cleantext.scanner import LineScanner, line_scanner

_TOKEN = re.compile(r"(?<![\w'’`@#/\\.&+*_~=-])[A-Za-z]?[a-z]{3,24}I?(?![\w'’`@/\\&+*_~=-])")
_ENGLISH = re.compile(
    r"\b(?:the|of|and|with|that|was|were|for|from|have|this|they|is|his|her|it|I|The|to|by|are|has|had|you|your|we|our"
    r"|will|their|which|but|not|into|been|would|who|when|what|there|than|its|she|he|my|can|more|about)\b"
)
_OF_DEAD_LANGUAGE = re.compile(
    r"\b(?:Latin|Gothic|Norse|Sanskrit|Hebrew|Aramaic|Akkadian|(?:Old|Middle) (?:High )?[A-Z][a-z]+),? [“‘\"'(*_]?\Z"
)
"""What stands before a word that is spoken of: "from Latin canere, to sing"."""
_LONGEST_BEFORE = 30
_MOST_IN_TEXT = 2
"""A token that stands more often than this in a text is its word, however odd."""


def complement() -> str:
    """The complement of the lexicon that `scripts/build_seams.py` wrote: no text loads the lexicon for nothing."""
    source = resources.files("cleantext") / "data" / "seams" / "en.txt.gz"
    return gzip.decompress(source.read_bytes()).decode("ascii")


def looks_english(line: str) -> bool:
    """Does a line hold a common English word? A text may hold lines in other languages."""
    return _ENGLISH.search(line) is not None


@remembering
def may_hold_glue(line: str) -> bool:
    """Does a line hold a common English word, and something that the lexicon's complement finds?"""
    return looks_english(line) and bool(_scanner().hits(utf8(line)))


def may_hold_sure_glue(line: str) -> bool:
    """Does something in such a line part for sure, as far as can be told without its text?"""
    return may_hold_glue(line) and bool(_suspects().in_line(line) or _runs_with_joints().in_line(line))


@cache
def _scanner() -> LineScanner:
    return line_scanner([complement()])  # as the build wrote it down among the triggers


def sure_splits(document: Document, number: int) -> Sequence[tuple[int, str, Split]]:
    """The splits of a line that need no licence: where, the token, and its parts; found once."""
    return document.fact(_sure_splits, number)


def sure_joints(document: Document, number: int) -> Sequence[Seam]:
    """The further seams of a line in English that need no licence, for much is saved by them."""
    line = document.line(number)
    found = _runs_with_joints().in_line(line) if may_hold_glue(line) else ()
    words = own_vocabulary(document) if found else None
    if words is None or words.language != "en":
        return ()
    seams = (seam for at, run in found if not _is_cited(line, at, run) for seam in seams_in(document, at, run))
    return tuple(seam for seam in seams if is_sure(seam.cut, seam.run, words))


def _is_cited(line: str, at: int, run: str) -> bool:
    """Is a word spoken of: in quotation marks by itself, a part of it in brackets, or of a dead language?"""
    if stands_in_quotation_marks(line, at, run):
        return True
    before = line[max(0, at - _LONGEST_BEFORE) : at]
    return (before[-1:] == "]" and before[-2:-1].isalpha()) or _OF_DEAD_LANGUAGE.search(before) is not None


@cache
def _runs_with_joints() -> Remembered:
    words = vocabulary("en", frozenset)
    return Remembered(lambda token: _runs_with_joints_in(token, words) if words else ())


def _runs_with_joints_in(token: str, words: Vocabulary) -> Sequence[tuple[int, str]]:
    found = ((at, run) for at, run in runs_to_part(token, words) if not is_beside_hyphen(token, at, run))
    return tuple((at, run) for at, run in found if may_be_sure(run, words))


def _sure_splits(document: Document, number: int) -> Sequence[tuple[int, str, Split]]:
    line, words = document.line(number), lexicon("en")
    if words is None or not may_hold_glue(line):
        return ()
    own = document.own_words
    found = []
    for place, token in _suspects().in_line(line):
        split = best_split(token, words, own)
        if split is None or (token[0].isupper() and split.left != "The"):  # names: Overpeer, Herchen
            continue
        if not own.stand_more_often(token, _MOST_IN_TEXT) and not _is_cited(line, place, token):
            found.append((place + split.place, token, split))
    return tuple(found)


@cache
def _suspects() -> Remembered:
    words = lexicon("en")
    return Remembered(lambda token: _suspects_in(token, words) if words else ())


def _suspects_in(token: str, words: Lexicon) -> Sequence[tuple[int, str]]:
    if is_plain_word(token, words):
        return ()
    return tuple((match.start(), match[0]) for match in _TOKEN.finditer(token) if _is_suspect(match[0], words))


def _is_suspect(token: str, words: Lexicon) -> bool:
    """Is a token unknown, no form of a known word, and may it be two words?"""
    known = token in words and not token.endswith("I")
    return not known and may_be_two(token, words) and not _inflected(token, words)


_ENDINGS = tuple("s es ed d ing er ers ly ness less like ism ist ists ish ity able".split())
_PREFIXES = tuple("un re non pre over out sub anti mis dis de co under super inter counter".split())


def _inflected(token: str, words: Lexicon) -> bool:
    """Is it a known word with an English ending, or prefix, which the lexicon happens to lack?"""
    if any(token.endswith(end) and words.frequency(token[: -len(end)]) > 0 for end in _ENDINGS):
        return True
    return any(token.startswith(it) and words.frequency(token[len(it) :]) > 0 for it in _PREFIXES)
