"""One one-byte codec read as another: `Âåòåð` for `Ветер`, `йЪ` for `Из`, `pøed` for `před`.

Nothing but the letters tells: the bytes are valid in both codecs. A line is a suspect where no known language has its
words; it is repaired where one other reading makes words of them, by far, and no second reading comes near. Where few
letters of a line are at stake, the other lines of its document have a say.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import starmap
from operator import eq
from string import ascii_letters
from typing import NamedTuple

from cleantext.encoded import beyond_ascii, utf8
from cleantext.misreading.codecs import MISREADERS, WESTERN, WRITTEN, Written, bytes_of, characters, exchange, is_utf_8
from cleantext.misreading.letters import each_word_of, is_alphabet_of_one, with_letters, words_of
from cleantext.misreading.readings import Reading, best_reading, cost_of, steps_of
from cleantext.misreading.stand_ins import IN_WORDS, may_stand_in, restored
from cleantext.remembering import remembering, remembering_of_few

Pair = tuple[str, str]
"""The codec that a text was misread with, and the one that it was written in."""

PLAUSIBLE = 3.2
"""Nats a step: of 3,800 lines of news in 33 languages 98 % cost less in their own."""
WORSE = 1.3
"""Nats a step that the present reading costs more than the repaired one."""
GAINS = (12.0, 15.0)
"""Nats that a line gains, all in all, to speak for itself: where several letters change, and where one does."""
FEWEST_WORDS = 5
"""Where one letter changes, its line has so many words at least, to tell its language."""
CONFIRMED_GAIN = 5.0
"""Nats that are enough where the document's other lines are written in the same codec."""
AHEAD = 4.0
"""Nats that a second reading must stay behind."""
MOST_OUTSIDE = 0.1
"""Of the characters beyond ASCII: those that the codec has not got, and that come from elsewhere."""


_ASCII = bytes(range(128))
_AS_WINDOWS = {byte: character for byte, character in characters(WESTERN).items() if byte < 0xA0}
"""Controls are what they are in Windows-1252 before they are anything else."""
_CONTROLS = frozenset(map(chr, _AS_WINDOWS))
_NO_LETTERS = frozenset("“”„‟‘’‚‹›«»…–—―·•€£©®™°§№½¼×\N{NO-BREAK SPACE}\N{SOFT HYPHEN}\N{ZERO WIDTH SPACE}")
"""All that most texts have beyond ASCII."""

_SIGN_IN_WORD = re.compile(f"[a-z][{''.join(sorted(IN_WORDS))}][a-z]")

_SMALL, _CAPITALS = "абвгдежзийклмнопрстуфхцчшщъыьэюяё", "АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯЁ"
_CYRILLIC = frozenset(_SMALL + _CAPITALS)
_KINDS = bytes(
    ord("c" if it in _SMALL else "C" if it in _CAPITALS else "L" if it in ascii_letters else " ")
    for it in bytes(range(256)).decode("cp1251", "replace")
)
"""For `bytes.translate`: of what kind each character of Windows-1251 is."""


class Reread(NamedTuple):
    """A line as another codec reads it: what it gains in nats, and how many of the letters of its words change."""

    pair: Pair
    text: str
    gain: float
    changed: int

    @property
    def is_sure(self) -> bool:
        """Does it need no other line to confirm it?"""
        if self.changed == 1:
            return self.gain >= GAINS[1] and len(words_of(self.text)) >= FEWEST_WORDS
        return self.gain >= GAINS[0]


_SURE = GAINS[0], 2
"""What a line gains, and how many letters change, where its words tell: enough to need no other line."""


def rereadings(lines: Sequence[str], among: Iterable[int] | None = None) -> Mapping[int, str]:
    """The lines of a document that were misread, by their numbers, as they were written; all, or some, are suspects.

    Where one tells its codecs for sure, the others are asked of those too: `civilben õ` could be Portuguese by its
    letters, and is Hungarian like the line above.
    """
    suspects = range(len(lines)) if among is None else among
    best = ((number, _best(lines[number])) for number in suspects)
    found = {number: reread for number, reread in best if reread is not None and not _is_strewn(reread.text)}
    sure = {number: it for number, it in found.items() if it.is_sure}
    votes = Counter(it.pair[1] for it in sure.values())
    repaired = {
        number: it.text
        for number, it in found.items()
        if number in sure or (it.gain >= CONFIRMED_GAIN and votes[it.pair[1]])
    }
    return {**repaired, **_alike(lines, repaired, sure)} if sure else repaired


def _alike(lines: Sequence[str], repaired: Mapping[int, str], sure: Mapping[int, Reread]) -> Mapping[int, str]:
    """The other lines, where letters that the sure ones had wrong are wrong in the same way, alone or by far."""
    pair = Counter(it.pair for it in sure.values()).most_common(1)[0][0]
    found = [_wrong_letters(lines[number], it.text) for number, it in sure.items() if it.pair == pair]
    wrong = frozenset().union(*found)
    alike = {}
    for number, line in enumerate(lines):
        if number not in repaired and not wrong.isdisjoint(line):
            for it in _candidates(line, [reread for reread in _rereads(line) if reread[0] == pair]):
                if (it.is_sure or _wrong_letters(line, it.text) <= wrong) and not _is_strewn(it.text):
                    alike[number] = it.text
    return alike


def _wrong_letters(before: str, after: str) -> frozenset[str]:
    """The characters of a line that another reading changes."""
    return frozenset(old for old, new in zip(before, after, strict=True) if old != new)


_WORD = re.compile(r"[^\W\d_]+")
_OTHER_SCRIPT = re.compile(r"[\u0370-\u03ff\u0400-\u052f\u0590-\u06ff]")
_SHORT = 2
"""Letters at most of each word of another script that makes no sense among Latin ones."""


def _is_strewn(text: str) -> bool:
    """Would Greek, Cyrillic, Hebrew or Arabic stand in a line of Latin words as nothing but short words?

    >>> _is_strewn("la nave ш in porto, ma non УЈ a bordo")
    True
    >>> _is_strewn("Ветер дул с севера")
    False
    """
    words = _WORD.findall(text)
    foreign = [it for it in words if _OTHER_SCRIPT.search(it)]
    return bool(foreign) and 2 * len(foreign) < len(words) and max(map(len, foreign)) <= _SHORT


def is_suspect(line: str) -> bool:
    """Could a line be misread? Half of its letters are then of one codec that texts are misread with.

    None of those has Indic or East Asian letters. Where its words tell, it is.
    """
    if line.isascii():
        return False
    return (_stand_out(line) and _is_of_misreader(_letters(line))) or restored(line) is not None


def holds_suspect(text: str) -> bool:
    """Could one of the lines of a text be misread? Where a language has all letters, what stands amid words tells."""
    return not text.isascii() and (_stand_out(text) or may_stand_in(_letters(text)))


def _stand_out(text: str) -> bool:
    """Do letters stand in a text that no known language has together, or where none has them?"""
    letters = _letters(text)
    verdict = _verdict(letters) if letters else False
    return _is_mixed(text) if verdict is None else verdict


def _letters(text: str) -> frozenset[str]:
    """What could be letters beyond ASCII."""
    return beyond_ascii(text) - _NO_LETTERS


@remembering_of_few
def _is_of_misreader(beyond: frozenset[str]) -> bool:
    letters = frozenset(filter(str.isalpha, beyond)) | (beyond & IN_WORDS)
    return any(2 * len(letters & its) > len(letters) for its in _characters_of_misreaders())


@remembering_of_few
def _verdict(beyond: frozenset[str]) -> bool | None:
    """Could a text with these characters beyond ASCII hold what is misread? None: only where letters are mixed."""
    letters = frozenset(filter(str.isalpha, beyond))
    if not beyond.isdisjoint(IN_WORDS):
        return None if is_alphabet_of_one(letters) else True
    if all(map(letters.isdisjoint, _characters_of_misreaders())):
        return False
    if not is_alphabet_of_one(letters):
        return True
    return False if letters.isdisjoint(_CYRILLIC) else None


@cache
def _characters_of_misreaders() -> Sequence[frozenset[str]]:
    return [frozenset(bytes_of(codec)) for codec in MISREADERS]


def _is_mixed(text: str) -> bool:
    """Does a capital or a Latin letter follow a small Cyrillic one, a Cyrillic a Latin one? Or has a word a sign?

    So KOI8-R makes of the beginning of a sentence in Windows-1251, that of French words, Windows-1252 of Polish ones.
    """
    if _SIGN_IN_WORD.search(text):
        return True
    kinds = text.encode("cp1251", "replace").translate(_KINDS)  # five times as fast as a search for letters
    return any(map(kinds.__contains__, (b"cC", b"cL", b"Lc", b"LC")))


@remembering
def _best(line: str) -> Reread | None:
    """The one reading of a line that makes words of what is none, if one does and no other comes near."""
    if any(is_utf_8(line, it) for it in MISREADERS):
        return None
    best = _best_by_letters(line) if _stand_out(line) else None
    if (best is None or not best.is_sure) and (found := restored(line)) is not None:
        return Reread((WESTERN, found.codec), found.text, *_SURE)
    return best


def _best_by_letters(line: str) -> Reread | None:
    if not _CONTROLS.isdisjoint(_beyond(line)):
        line = line.translate(_AS_WINDOWS)
    found = sorted(_candidates(line, list(_rereads(line))), key=lambda it: -it.gain)
    if not found:
        return None
    best = found[0]
    others = [it for it in found if it.text != best.text]
    return None if others and others[0].gain > best.gain - AHEAD else best


def _beyond(line: str) -> str:
    """What is not ASCII."""
    return utf8(line).translate(None, _ASCII).decode()


def _rereads(line: str) -> Iterator[tuple[Pair, str, Sequence[str]]]:
    """What other codecs make of a line that could be text, with the languages that have its letters."""
    beyond = _beyond(line)
    for misread_as, outside, written in _sound(frozenset(beyond)):
        if sum(map(beyond.count, outside)) > MOST_OUTSIDE * len(beyond):
            continue
        for codec, languages in written:
            exchanged = exchange(misread_as, codec)
            if likely := with_letters(beyond.translate(exchanged), languages):
                yield (misread_as, codec), line.translate(exchanged), likely


@remembering_of_few
def _sound(beyond: frozenset[str]) -> Sequence[tuple[str, Collection[str], Sequence[Written]]]:
    """The codecs that could have misread some characters, those that are not theirs, and what could be written so."""
    found = []
    for misread_as in MISREADERS:
        others = [it for it in WRITTEN if it.codec != misread_as and (misread_as, it.codec) != (WESTERN, "cp1252")]
        if written := [it for it in others if _makes_text(beyond, exchange(misread_as, it.codec))]:
            found.append((misread_as, beyond - bytes_of(misread_as).keys(), written))
    return found


def _makes_text(beyond: Iterable[str], exchanged: Mapping[int, str]) -> bool:
    """Do characters, of which some change, become such as texts have?"""
    reread = [(it, exchanged.get(ord(it), it)) for it in beyond]
    return all(starmap(_is_sound, reread)) and not all(starmap(eq, reread))


def _candidates(line: str, rereads: Sequence[tuple[Pair, str, Sequence[str]]]) -> Iterator[Reread]:
    """The readings that make words of what is none."""
    if not rereads:
        return
    present = best_reading(line)
    for pair, text, languages in rereads:
        reading = best_reading(text, languages)
        gain = present.total - reading.total
        if gain >= CONFIRMED_GAIN and (changed := _changed_letters(line, present, text, reading)):
            yield Reread(pair, text, gain, changed)


def _changed_letters(before: str, present: Reading, after: str, reading: Reading) -> int:
    """How many letters of words change, if those are no words as they stand, and words as reread; else 0."""
    old, new = set(each_word_of(before)), set(each_word_of(after))
    now, then = old - new, {it for it in new - old if len(it) > 1}
    steps = steps_of(then)
    if not now or not then:
        return 0
    cost = cost_of(then, reading.language) / steps
    if cost > PLAUSIBLE or cost_of(now, present.language) / max(steps, steps_of(now)) < cost + WORSE:
        return 0
    known = set(before)
    return sum(letter not in known for word in then for letter in word)


def _is_sound(old: str, new: str) -> bool:
    """Does no letter become a mark, and nothing a control character or a part of a box?"""
    return old == new or new.isalpha() or not (old.isalpha() or "\x7f" <= new <= "\x9f" or "\u2500" <= new <= "\u259f")
