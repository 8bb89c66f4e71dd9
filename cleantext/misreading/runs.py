"""What runs of characters beyond ASCII could be if they were UTF-8: the same in every line, so that it is found once.

A sequence has no character of ASCII, so that no codec makes anything of one run that depends on what stands around it.
Words come again, from line to line and from page to page, and their runs with them: `â€™`, `Г¶`, `√©`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from cleantext.encoded import utf8
from cleantext.facts.encodings import Change
from cleantext.misreading.codecs import READ_UTF_8, bytes_of
from cleantext.remembering import remembering
from cleantext.scanner import Scanner, scanner

MARKS = frozenset("£€©®™°«»“”„‘’‚‹›…–—•·§½¼¾×\N{NO-BREAK SPACE}\N{SOFT HYPHEN}¿¡ʻʼ\N{ZERO WIDTH NON-JOINER}")
_CATEGORIES = frozenset("Ll Lu Lo Lm Mc Mn Nd Po Pd Ps Pe Sc So".split())
_TYPED_ASIDE = frozenset("“”„‘’‚…–—«»™€•\N{NO-BREAK SPACE}")
"""Marks that editors put into text of any codec."""
_ODD = re.compile(rf"[^\x00-\x7f{''.join(sorted(_TYPED_ASIDE))}]")

_LEAD_2, _LEAD_3, _LEAD_4, _CONTINUED = (range(*it) for it in ((0xC2, 0xE0), (0xE0, 0xF0), (0xF0, 0xF5), (0x80, 0xC0)))
_COMMON_MARKS = "£©®°±".encode("latin-1")

_RUN = re.compile(r"[^\x00-\x7f]+")
_NEIGHBOURS = 2
"""Characters of ASCII beside a run that tell whether it is suspect."""

_MANY = 8
"""One character in so many is beyond ASCII in texts of other scripts, where most runs are new."""
_WITHOUT_ASCII = bytes(it if it > 0x7F else 0x20 for it in range(256))
_ONE_CHARACTER = 2
"""Bytes that are no more than that: it is no sequence."""


class Made(NamedTuple):
    """What one of the codecs makes of a run, and how many odd characters of it that takes."""

    codec: str
    changes: Sequence[Change]
    odd: int


class Run(NamedTuple):
    """A run: what codecs make of it, its odd characters, and whether it has odd neighbours, or could have."""

    made: Sequence[Made]
    odd: int
    may_be_suspect: bool


def suspects() -> str:
    """The pattern, in RE2's syntax, of neighbours that hardly any text has, and every line that is repaired has."""
    return "|".join(pattern for codec in READ_UTF_8 for pattern in _suspicious(codec))


def may_be_suspect(text: str) -> bool:
    """Could a line of a text be suspect? Never false where one is.

    A scanner takes 20 microseconds a page for `suspects`; most pages have few runs, and the same as others.
    """
    if text.isascii():
        return False
    if _has_many_runs(text):
        return _is_suspect(text)
    return any(map(_may_be_suspect, frozenset(utf8(text).translate(_WITHOUT_ASCII).split())))


def _has_many_runs(text: str) -> bool:
    return (len(utf8(text)) - len(text)) * _MANY > len(text)


@remembering
def _may_be_suspect(run: bytes) -> bool:
    """The same of a run by itself, in UTF-8."""
    return len(run) > _ONE_CHARACTER and _run(run.decode()).may_be_suspect


def is_suspect(line: str) -> bool:
    """Does `suspects` match in a line?"""
    return not line.isascii() and (not _has_many_runs(line) or _is_suspect(line)) and bool(runs_of(line))


@remembering
def runs_of(line: str) -> Sequence[tuple[int, Run]]:
    """The runs of a line, each with its place; none where nothing in the line is suspect. Asked first if it is."""
    found = [(*match.span(), _run(match[0])) for match in _RUN.finditer(line)]
    for start, end, run in found:
        if run.may_be_suspect and _part_is_suspect(line[max(start - _NEIGHBOURS, 0) : end + _NEIGHBOURS]):
            return [(start, run) for start, _, run in found]
    return ()


@remembering
def _run(run: str) -> Run:
    made = []
    misreaders = [it for it in _misreaders() if it.could_have_read(run)]
    for misreader in misreaders:
        if changes := tuple(_changes(run, misreader)):
            odd = sum(len(_ODD.findall(run, start, end)) for start, end, _ in changes)
            made.append(Made(misreader.codec, changes, odd))
    may_be_suspect = bool(misreaders) and any(map(_part_is_suspect, (f"a{run}a", f"a {run} a")))
    return Run(made, len(_ODD.findall(run)), may_be_suspect)


@remembering
def _part_is_suspect(part: str) -> bool:
    return _is_suspect(part)


def _is_suspect(text: str) -> bool:
    return bool(_scanner().hits(text))


class _Misreader(NamedTuple):
    """A codec that UTF-8 is read with, and the bytes of its characters.

    A sequence begins with one of `leads`, and goes on with some of `continued`.
    """

    codec: str
    leads: frozenset[str]
    continued: frozenset[str]
    byte: Callable[[str], int]

    def could_have_read(self, run: str) -> bool:
        """Does a sequence begin somewhere in a run? In most there is none, and nothing more is asked."""
        return any(a in self.leads and b in self.continued for a, b in pairwise(run))


def _changes(run: str, misreader: _Misreader) -> Iterator[Change]:
    """Yield the sequences of a run that stand for a character, with that character."""
    for match in _telling(list(_pattern(misreader.codec).finditer(run))):
        character = _decoded(match[0], misreader)
        if character and _is_sound(character):
            yield (*match.span(), character)


def _telling(matches: Sequence[re.Match[str]]) -> Iterator[re.Match[str]]:
    """Leave out what may be marks as editors type them, unless it touches what is none (`–•–æ—Ç—è`)."""
    edges: set[int] = set()
    for match in matches:
        if not _TYPED_ASIDE.issuperset(match[0]):
            edges.update(match.span())
    yield from (it for it in matches if it.start() in edges or it.end() in edges)


def _decoded(sequence: str, misreader: _Misreader) -> str:
    try:
        return bytes(map(misreader.byte, sequence)).decode()
    except UnicodeDecodeError:
        return ""


def _is_sound(character: str) -> bool:
    """Is it what texts are written with: a letter, a mark of many languages, a sign that a script needs?"""
    if character in MARKS:
        return True
    accent_or_phonetic = "\u0250" <= character <= "\u036f" and character != "ə"
    return unicodedata.category(character) in _CATEGORIES and not accent_or_phonetic


@cache
def _scanner() -> Scanner:
    return scanner([suspects()])


@cache
def _misreaders() -> Sequence[_Misreader]:
    return [_misreader(codec) for codec in READ_UTF_8]


def _misreader(codec: str) -> _Misreader:
    byte = bytes_of(codec)
    leads = frozenset(it for it in byte if _LEAD_2.start <= byte[it] < _LEAD_4.stop)
    continued = frozenset(it for it in byte if byte[it] in _CONTINUED)
    return _Misreader(codec, leads, continued, byte.__getitem__)


@cache
def _pattern(codec: str) -> re.Pattern[str]:
    """What could be a sequence; of most codecs few texts need it."""
    return re.compile(_sequence(codec))


def _suspicious(codec: str) -> Iterator[str]:
    """Three sequences in a row; one beside a Latin letter, where that is odd; one that makes a common mark."""
    known = {byte: character for character, byte in bytes_of(codec).items()}
    yield f"(?:{_sequence(codec)}){{3}}"
    yield "".join(re.escape(known[byte]) for byte in b"\xe2\x80") + _class(codec, _CONTINUED)
    pair = _class(codec, [it for it in _LEAD_2 if it in known]) + _class(codec, _CONTINUED)
    if known[0xC3].isalpha() and known[0xC3] < "\u0370":
        yield f"[a-z]{pair}"
    else:
        yield f"[A-Za-z]{pair}|{pair}[A-Za-z]"
        yield f"[0-9a-z] {pair} [0-9a-z]"
        yield re.escape(known[0xC2]) + _class(codec, _COMMON_MARKS)


def _sequence(codec: str) -> str:
    """The pattern of one character of UTF-8 as the codec reads it."""
    continued = _class(codec, _CONTINUED)
    leads = (_class(codec, it) for it in (_LEAD_2, _LEAD_3, _LEAD_4))
    return "|".join(f"{lead}{continued}{{{number}}}" for number, lead in enumerate(leads, 1))


def _class(codec: str, wanted: Sequence[int]) -> str:
    return f"[{''.join(re.escape(it) for it, byte in sorted(bytes_of(codec).items()) if byte in wanted)}]"
