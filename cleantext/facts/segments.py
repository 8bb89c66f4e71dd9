"""How a run of letters falls apart into words: the cheapest way to write it, and how much each cut saves.

Each known word costs the less the more frequent it is, an unknown one much, and each lost space something too; where a
capital follows a small letter the seam shows, and costs least. What a text says twice counts as known. Nothing is split
here, and nothing decided: a cut tells what it saves, and the rules ask for more of it where less speaks for damage.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from cleantext.facts.lexicon import Lexicon, lexicon
from cleantext.once import once
from cleantext.remembering import remembering

LETTERS_THAT_ARE_WORDS = {
    "en": "ai", "de": "", "fr": "aày", "es": "yaoe", "it": "eèaio", "pt": "aoeéà", "nl": "u", "pl": "iwzoua",
    "ru": "ивскоуая", "uk": "івзуаояйє", "tr": "o", "sv": "iå", "cs": "aikosuvz", "el": "ηοή",
}  # fmt: skip
"""Single letters that are words; the lexicon holds all others too, as somebody typed them."""

Kind = Literal["camel", "small"]

_RUN_COST = 9.0
"""The Zipf scale counts in a thousand million words: a word of Zipf 6 costs 3."""
_ALONE = 3.0
_LEAST_OF_TWO_LETTERS = 5.5
_LONGEST_WORD, _LONGEST_RUN, _SHORTEST_RUN = 24, 60, 4
_UNKNOWN, _PER_LETTER, _MOST_LETTERS, _NAME = 5.0, 1.0, 10, -1.5
_CAMEL, _CAPITALS, _SMALL = 0.3, 1.3, 1.2
_LEAST_COST = 1.5
"""What any piece costs: no word has a Zipf above 7.4."""
_LEAST_ALONE = 4
_INNER_CAPITAL = re.compile(r"[ei][A-Z][A-Za-z]")
"""*iPhone*, *eBay*: brands with a small letter first."""


@dataclass(frozen=True, slots=True)
class Cut:
    """A place where a run of letters falls apart: the pieces beside it, and what the cut saves.

    `saved` is in powers of ten: how many times likelier the two words are than one word never seen.
    """

    place: int
    left: str
    right: str
    saved: float

    @property
    def kind(self) -> Kind:
        """Does a capital show the seam, or is it between small letters?"""
        return "camel" if self.right[0].isupper() and not self.left[-1].isupper() else "small"


class Vocabulary:
    """The words of a language and of one text; those of the text are gathered when the language lacks one."""

    def __init__(self, language: str, known: Lexicon, own: Callable[[], frozenset[str]]) -> None:
        """Take the function that tells of a text's own words, as `small_words` gives them."""
        self.language = language
        self.known = known
        self._own = own

    @once
    def _alone(self) -> frozenset[str]:
        return self._own()

    @once
    def _openings(self) -> frozenset[str]:
        return frozenset(word[:_LEAST_ALONE] for word in self._alone)

    def holds_part_of(self, run: str) -> bool:
        """Does the text use a part of a run as a word that the language may lack?"""
        if "Σ" in run:
            return True  # whose small letter is another one at a word's end
        small, size = run.lower(), len(run)
        openings = enumerate(small[start : start + _LEAST_ALONE] for start in range(size - _LEAST_ALONE + 1))
        parts = (
            small[start:end]
            for start, opening in openings
            if opening in self._openings
            for end in range(start + _LEAST_ALONE, min(size, start + _LONGEST_WORD) + 1)
        )
        found = self._alone.intersection(parts)
        return any(word != small and (self.language == "tr" or not self.is_known(word)) for word in found)

    def frequency(self, word: str) -> float:
        """Give the Zipf frequency of a word, 0.0 for none: the language's, or a low one for a word of the text."""
        return self.frequency_in_language(word) or (_ALONE if word.lower() in self._alone else 0.0)

    def frequency_in_language(self, word: str) -> float:
        """Give the Zipf frequency of a word, 0.0 for one that the language lacks."""
        return _frequency(word, self.known, self.language)

    def beginnings(self, letters: str) -> Sequence[float]:
        """Give the Zipf frequency of the first letter, of the first two ..., as `frequency` does."""
        in_language = _frequencies_of_beginnings(letters, self.known, self.language)
        if letters[:_LEAST_ALONE].lower() not in self._openings:
            return in_language
        found = list(in_language)
        for length in range(_LEAST_ALONE, len(letters) + 1):
            if (length > len(found) or not found[length - 1]) and letters[:length].lower() in self._alone:
                found += [0.0] * (length - len(found))
                found[length - 1] = _ALONE
        return found

    def is_known(self, word: str) -> bool:
        """Does the language know a word, whatever the text holds?"""
        return _frequency(word, self.known, self.language) > 0


def vocabulary(language: str, own: Callable[[], frozenset[str]]) -> Vocabulary | None:
    """The vocabulary of a text, of whose own words a function tells; None where its language has no lexicon."""
    known = lexicon(language) if language in LETTERS_THAT_ARE_WORDS else None
    return None if known is None else Vocabulary(language, known, own)


@remembering
def _frequency(word: str, known: Lexicon, language: str) -> float:
    return _as_word(word, language, known.frequency(_lower(word, language)))


@remembering
def _frequencies_of_beginnings(letters: str, known: Lexicon, language: str) -> Sequence[float]:
    found = known.frequencies_of_beginnings(_lower(letters, language))
    return [*(_as_word(letters[:length], language, it) for length, it in enumerate(found[:2], 1)), *found[2:]]


def _as_word(word: str, language: str, frequency: float) -> float:
    """The frequency of a word; most of one and two letters are none, though somebody typed them."""
    if len(word) == 1 and word.lower() not in LETTERS_THAT_ARE_WORDS[language]:
        return 0.0
    return 0.0 if len(word) == 2 and frequency < _LEAST_OF_TWO_LETTERS else frequency


def _lower(word: str, language: str) -> str:
    """Small letters as the language writes them: Turkish *Işık* is *ışık*."""
    return word.replace("I", "ı").replace("İ", "i") if language == "tr" else word


def may_fall_apart(run: str) -> bool:
    """Is a run long enough to be two words, and short enough to be asked?"""
    return _SHORTEST_RUN <= len(run) <= _LONGEST_RUN


def cuts(run: str, words: Vocabulary) -> tuple[Cut, ...]:
    """Give the cuts of the cheapest way to write a run of letters; none where that is one word.

    A run that the text itself uses again and again is its word, however odd.
    """
    if not may_fall_apart(run):
        return ()
    if words.holds_part_of(run):
        return _cuts(run, words)
    return _cuts_in_language(run, words.known, words.language)


@remembering
def _cuts_in_language(run: str, known: Lexicon, language: str) -> tuple[Cut, ...]:
    """The cuts of a run in any text that uses no part of it: names and new words come again in other texts."""
    return _cuts(run, Vocabulary(language, known, frozenset))


def _cuts(run: str, words: Vocabulary) -> tuple[Cut, ...]:
    places = (0, *_cheapest(run, words), len(run))
    pieces = [run[start:end] for start, end in pairwise(places)]
    beside = zip(places[1:-1], pairwise(pieces), strict=True)
    return tuple(cut_between(left, right, words, place) for place, (left, right) in beside)


def cut_between(left: str, right: str, words: Vocabulary, place: int) -> Cut:
    """The cut between two pieces of a run, at its place there."""
    return Cut(place, left, right, round(_whole(left + right, words) - _apart(left, right, words), 2))


def _cheapest(run: str, words: Vocabulary) -> tuple[int, ...]:
    best: list[tuple[float, tuple[int, ...]] | None] = [(0.0, ()), *[None] * len(run)]
    for start in range(len(run)):
        before, seam = best[start], _seam(run, start) if start else 0.0
        if before is None or seam is None:
            continue
        if (whole := best[-1]) and before[0] + seam + _LEAST_COST > whole[0]:
            continue  # whatever follows costs more than a way that is found
        places = (*before[1], start) if start else ()
        for end, cost in _pieces(run, start, words).items():
            total, so_far = before[0] + cost + seam, best[end]
            if so_far is None or total < so_far[0] or (total == so_far[0] and places < so_far[1]):
                best[end] = total, places
    found = best[-1]
    return found[1] if found else ()


def _pieces(run: str, start: int, words: Vocabulary) -> Mapping[int, float]:
    """The pieces of a run that begin at a place, each by its end and what it costs."""
    rest = run[start : start + _LONGEST_WORD]
    costs = {
        start + length: _RUN_COST - frequency
        for length, frequency in enumerate(words.beginnings(rest), 1)
        if frequency and (words.is_known(run) if length == len(run) else _is_of_one_shape(rest[:length]))
    }
    if start == 0 or rest[0].isupper():
        unknown = _UNKNOWN + (_NAME if rest[0].isupper() else 0.0)
        for length in range(2, len(rest) + 1):
            costs.setdefault(start + length, unknown + _PER_LETTER * min(length, _MOST_LETTERS))
    return costs


def _is_of_one_shape(piece: str) -> bool:
    return piece.islower() or piece.isupper() or piece[1:].islower() or _INNER_CAPITAL.match(piece) is not None


def _seam(run: str, place: int) -> float | None:
    """What a cut costs by the letters beside it; None where none may be: `NHSLo|ndon`, `NH|SLondon`."""
    left, right = run[place - 1], run[place]
    if right.isupper():
        if not left.isupper():
            return _CAMEL
        return _CAPITALS if run[place + 1 : place + 2].islower() else None
    if not left.isupper():
        return _SMALL
    alone = place == 1 or not run[place - 2].isalpha() or run[place - 2].islower()
    return _CAPITALS if not alone or left in "IAОΟΗИВСКОУЯ" else None


def _unknown(piece: str) -> float:
    return _UNKNOWN + _PER_LETTER * min(len(piece), _MOST_LETTERS) + (_NAME if piece[0].isupper() else 0.0)


def _whole(piece: str, words: Vocabulary) -> float:
    return _RUN_COST - words.frequency(piece) if words.is_known(piece) else _unknown(piece)


def _apart(left: str, right: str, words: Vocabulary) -> float:
    seam = _seam(left + right, len(left)) or 0.0
    return seam + sum(_RUN_COST - found if (found := words.frequency(it)) else _unknown(it) for it in (left, right))
