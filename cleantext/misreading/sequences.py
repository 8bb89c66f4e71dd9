r"""UTF-8 read as a one-byte codec, beyond what ftfy knows: `MГјnchen`, `k├╢nnen`, `Ă\u00ad`, `Щ„Ш§`.

Each character beyond ASCII became two or three that another codec has for its bytes. Letters of an alphabet stand in
such an order by chance too (`ВІКІ`, `С°`), so that a line is repaired only where nearly all that is odd in it is such
sequences, or where they make words of what is none, or marks where no other letter of that alphabet is.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from cleantext.misreading.codecs import READ_UTF_8, bytes_of
from cleantext.misreading.letters import best_reading, cost_of, steps_of, words_of

Change = tuple[int, int, str]

FEWEST = 4
"""Sequences that are proof by themselves, where hardly anything else is beyond ASCII."""
MOST_OUTSIDE = 0.1
GAIN = 10.0
PLAUSIBLE = 3.6
"""Nats, and nats a step: what a few sequences must gain, and what words they must make."""
MOST_SCRIPTS = 2

_LEAD_2, _LEAD_3, _LEAD_4, _CONTINUED = (range(*it) for it in ((0xC2, 0xE0), (0xE0, 0xF0), (0xF0, 0xF5), (0x80, 0xC0)))
_COMMON_MARKS = "£©®°±".encode("latin-1")
_MARKS = frozenset("£€©®™°«»“”„‘’‚‹›…–—•·§½¼¾×\N{NO-BREAK SPACE}\N{SOFT HYPHEN}¿¡ʻʼ\N{ZERO WIDTH NON-JOINER}")
_OPENING = frozenset("¿¡")
_CATEGORIES = frozenset("Ll Lu Lo Lm Mc Mn Nd Po Pd Ps Pe Sc So".split())
_TYPED_ASIDE = frozenset("“”„‘’‚…–—«»™€•\N{NO-BREAK SPACE}")
"""Marks that editors put into text of any codec."""
_ODD = re.compile(rf"[^\x00-\x7f{''.join(sorted(_TYPED_ASIDE))}]")


_WITH_CJK = frozenset("HIRAGANA KATAKANA KATAKANA-HIRAGANA IDEOGRAPHIC FULLWIDTH HALFWIDTH".split())


class _Misreader(NamedTuple):
    """A codec that UTF-8 is read with: its pattern for what could be a sequence, and the bytes of its characters."""

    codec: str
    sequence: re.Pattern[str]
    byte: Callable[[str], int]


class _Found(NamedTuple):
    """The sequences of a line, as changes, and the line without them."""

    changes: Sequence[Change]
    text: str
    rest: str


def suspects() -> str:
    """The pattern, in RE2's syntax, of neighbours that hardly any text has, and every line that is repaired."""
    return "|".join(pattern for codec in READ_UTF_8 for pattern in _suspicious(codec))


@lru_cache(2048)
def changes(line: str) -> Sequence[Change]:
    """What stands in a line for other characters: (start, end, character), in order.

    >>> changes("MГјnchen"), changes("ВІКІ, 11-16 С°")
    (((1, 3, 'ü'),), ())
    """
    if not _suspect().search(line):
        return ()
    found = [it for misreader in _misreaders() if (it := _found(line, misreader)).changes]
    for number in sorted({len(it.changes) for it in found}, reverse=True):
        certain = [it for it in found if len(it.changes) == number and _is_certain(line, it)]
        if certain:  # `┼¥` is ž in one code page of DOS, and ŝ in the other: words decide
            best = min(certain, key=lambda it: best_reading(it.text).total) if len(certain) > 1 else certain[0]
            return tuple(best.changes)
    return ()


def _found(line: str, misreader: _Misreader) -> _Found:
    changes: list[Change] = []
    parts: list[str] = []
    rest: list[str] = []
    place = 0
    for match in _telling(list(misreader.sequence.finditer(line))):
        character = _decoded(match[0], misreader)
        if character and _is_sound(character):
            changes.append((*match.span(), character))
            between = line[place : match.start()]
            parts += (between, character)
            rest.append(between)
            place = match.end()
    return _Found(changes, "".join((*parts, line[place:])), " ".join((*rest, line[place:])))


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
    if character in _MARKS:
        return True
    accent_or_phonetic = "\u0250" <= character <= "\u036f" and character != "ə"
    return unicodedata.category(character) in _CATEGORIES and not accent_or_phonetic


def _is_certain(line: str, found: _Found) -> bool:
    made = [it for *_, it in found.changes]
    odd = len(_ODD.findall(found.rest))
    taken = len(line) - len(found.rest) + len(made)
    if len(made) >= FEWEST and odd <= MOST_OUTSIDE * taken and _scripts(made) <= MOST_SCRIPTS:
        return True
    return (not odd and _are_marks_in_place(found)) or _makes_words(line, found.text)  # the cheaper question first


def _scripts(characters: Sequence[str]) -> int:
    """How many alphabets the letters are of, as their names tell."""
    names = (unicodedata.name(it, "?").partition(" ")[0] for it in characters if it.isalpha())
    return len({"CJK" if name in _WITH_CJK else name for name in names})


def _makes_words(before: str, after: str) -> bool:
    old = set(words_of(before))
    made = [it for it in words_of(after) if it not in old and not it.isascii()]
    if not made:
        return False
    now, then = best_reading(before), best_reading(after)
    return now.total - then.total >= GAIN and cost_of(made, then.language) <= PLAUSIBLE * steps_of(made)


def _are_marks_in_place(found: _Found) -> bool:
    """Are they marks alone, in a line of Latin letters, each where such a mark stands?"""
    text = found.text
    if not all(it in _MARKS for *_, it in found.changes) or not re.search("[A-Za-z]{2}", found.rest):
        return False
    return all(re.search(f"{it}[A-Za-z]", text) for *_, it in found.changes if it in _OPENING)


@cache
def _suspect() -> re.Pattern[str]:
    return re.compile(suspects())


@cache
def _misreaders() -> Sequence[_Misreader]:
    return [_Misreader(it, re.compile(_sequence(it)), bytes_of(it).__getitem__) for it in READ_UTF_8]


def _suspicious(codec: str) -> Iterator[str]:
    """Three sequences in a row; one beside a Latin letter, where that is odd; one that makes a common mark."""
    known = {byte: character for character, byte in bytes_of(codec).items()}
    yield f"(?:{_sequence(codec)}){{3}}"
    yield "".join(_written(known[byte]) for byte in b"\xe2\x80") + _class(codec, _CONTINUED)
    pair = _class(codec, [it for it in _LEAD_2 if it in known]) + _class(codec, _CONTINUED)
    if known[0xC3].isalpha() and known[0xC3] < "\u0370":
        yield f"[a-z]{pair}"
    else:
        yield f"[A-Za-z]{pair}|{pair}[A-Za-z]"
        yield f"[0-9a-z] {pair} [0-9a-z]"
        yield _written(known[0xC2]) + _class(codec, _COMMON_MARKS)


def _sequence(codec: str) -> str:
    """The pattern of one character of UTF-8 as the codec reads it."""
    continued = _class(codec, _CONTINUED)
    leads = (_class(codec, it) for it in (_LEAD_2, _LEAD_3, _LEAD_4))
    return "|".join(f"{lead}{continued}{{{number}}}" for number, lead in enumerate(leads, 1))


def _class(codec: str, wanted: Sequence[int]) -> str:
    return f"[{''.join(_written(it) for it, byte in sorted(bytes_of(codec).items()) if byte in wanted)}]"


def _written(character: str) -> str:
    return re.escape(character)
