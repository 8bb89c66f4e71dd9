"""Ask langdetect's profiles which language a text is in: its own answer, in two thirds of its time.

Langdetect runs seven trials on the n-grams of a text. We run the same trials, with its profiles, its random
numbers and its arithmetic in its order, but multiply five n-grams at once, and stop where the trials so far
leave no language sure. With a version that nobody has looked at, langdetect itself is asked.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from importlib.metadata import version
from random import Random
from struct import Struct
from typing import cast

from langdetect import PROFILES_DIRECTORY, DetectorFactory, LangDetectException, detect_langs
from langdetect.detector import Detector
from langdetect.utils.lang_profile import LangProfile
from langdetect.utils.ngram import NGram

KNOWN_VERSIONS = ("1.0.9",)
"""Versions whose trials are the ones that we follow."""

SURE = 0.9
"""Langdetect's own probability; below it we do not believe what it says."""

_SEED = 0  # its trials are random otherwise, and answers change from run to run
_TRIALS = 7
_MARGIN = 1e-6
_MOST_REMEMBERED = 64
_MOST_CHARACTERS = 4_096


@lru_cache(maxsize=_MOST_REMEMBERED)
def detected(text: str) -> str:
    """Give langdetect's code of the language of a text, "" where it is not sure.

    >>> detected("Der Hafen war still, als am Morgen die letzte Fähre ablegte.")
    'de'

    Remembered for a few texts, since a page is asked about again after its repair, which rarely reached its beginning.
    """
    return _by_trials(text) if _is_known() else by_langdetect(text)


def by_langdetect(text: str) -> str:
    """Give what langdetect itself says: what `detected` is tested against."""
    DetectorFactory.seed = _SEED
    try:
        best = detect_langs(text)[:1]
    except LangDetectException:
        return ""
    return str(best[0].lang) if best and best[0].prob > SURE else ""


@cache
def _is_known() -> bool:
    return version("langdetect") in KNOWN_VERSIONS


class _Profiles(DetectorFactory):  # type: ignore[misc]
    """Langdetect's profiles, packed: most n-grams stand in two of 55 languages; rows of all take 64 MB, these 18."""

    def __init__(self) -> None:
        super().__init__()
        self._packed: dict[str, bytes] = {}

    def add_profile(self, profile: LangProfile, index: int, langsize: int) -> None:  # noqa: ARG002 - langdetect's
        """Take the profile of one language more."""
        self.langlist.append(profile.name)
        packed, pack = self._packed, _OF_LANGUAGE.pack
        for gram, times in profile.freq.items():
            if 1 <= len(gram) <= NGram.N_GRAM:
                packed[gram] = packed.get(gram, b"") + pack(index, times / profile.n_words[len(gram) - 1])

    def row(self, gram: str) -> Sequence[float] | None:
        """How often an n-gram is one of each language's, of so many letters; None where it is in none."""
        if (packed := self._packed.get(gram)) is None:
            return None
        found = [0.0] * len(self.langlist)
        for index, share in _OF_LANGUAGE.iter_unpack(packed):
            found[index] = share
        return found


_OF_LANGUAGE = Struct("<Bd")


@cache
def _profiles() -> _Profiles:
    profiles = _Profiles()
    profiles.load_profile(PROFILES_DIRECTORY)
    return profiles


def _by_trials(text: str) -> str:
    profiles = _profiles()
    detector = profiles.create()
    detector.append(text)
    if not detector.text.isascii():
        detector.cleaning_text()
    grams = list(_grams(detector.text))
    row_of = {gram: row for gram in set(grams) if (row := profiles.row(gram)) is not None}
    rows = [row_of[gram] for gram in grams if gram in row_of]
    if not rows:
        return ""
    random = Random(_SEED)  # noqa: S311 - no secret
    shares = [0.0] * len(profiles.langlist)
    for still in range(_TRIALS - 1, -1, -1):
        found = _trial(rows, random)
        shares = [share + it / _TRIALS for share, it in zip(shares, found, strict=True)]
        if max(shares) + still / _TRIALS < SURE - _MARGIN:
            return ""
    best = max(shares)
    return cast("str", profiles.langlist[shares.index(best)]) if best > SURE else ""


def _trial(rows: Sequence[Sequence[float]], random: Random) -> Sequence[float]:
    """The probability of each language, by n-grams drawn until one of them is sure."""
    alpha = Detector.ALPHA_DEFAULT + random.gauss(0.0, 1.0) * Detector.ALPHA_WIDTH
    w, choice = alpha / Detector.BASE_FREQ, random.choice
    found = [1.0 / len(rows[0])] * len(rows[0])
    found = [p * (w + a) for p, a in zip(found, choice(rows), strict=True)]
    for _ in range(Detector.ITERATION_LIMIT // 5):
        total = sum(found)
        found = [p / total for p in found]
        if max(found) > Detector.CONV_THRESHOLD:
            return found
        five = zip(found, choice(rows), choice(rows), choice(rows), choice(rows), choice(rows), strict=True)
        found = [p * (w + a) * (w + b) * (w + c) * (w + d) * (w + e) for p, a, b, c, d, e in five]
    total = sum(found)
    return [p / total for p in found]


def _grams(text: str) -> Iterator[str]:
    """Yield what a text has of one, two and three letters, but within words of capitals, and the space around words."""
    words = "".join(map(_normalized, text)).split(" ")
    for number, word in enumerate(words, 1):
        around = f" {word} " if number < len(words) else f" {word}"
        for end in range(2, len(around) + 1) if word else ():
            last = around[end - 1]
            if last.isupper() and around[end - 2].isupper():
                continue
            if last != " ":
                yield last
            yield around[end - 2 : end]
            if end > 2:
                yield around[end - 3 : end]


@lru_cache(maxsize=_MOST_CHARACTERS)
def _normalized(character: str) -> str:
    return cast("str", NGram.normalize(character))
