"""The letters of each language, and how well they stand beside one another there: what tells a word from debris.

The levels come from `cleantext/data/letters/bigrams.txt.gz`, which `scripts/build_letters.py` writes; `readings` asks
what whole lines cost.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache
from importlib import resources
from itertools import chain

from cleantext.facts.lines import in_parts
from cleantext.remembering import remembering, remembering_of_few

_FIRST_LEVEL = ord("!")
LEVELS_A_NAT = 4
EDGE = " "
"""What the end of a word counts as."""

_MARKS = "“”„‟‘’‚‹›«»…–—―·"
_ALONE = frozenset("№°§©®™€£†‡•")
"""Marks that stand beside figures and after names; within a word they are debris."""

_LONGEST = 1_000
_WORD = re.compile(rf"[^\s\d_!-/:-@\[-`{{-~{_MARKS}]{{1,{_LONGEST}}}")
"""A word or what is left of one: all that is no space, no figure and none of the marks that stand around words.

What is longer is no word, and is read in parts: what they cost is remembered.
"""

COUNTED_AS = str.maketrans(
    {
        "\N{LATIN SMALL LETTER S WITH COMMA BELOW}": "ş",  # Romanian is written in two ways
        "\N{LATIN SMALL LETTER T WITH COMMA BELOW}": "ţ",
        "ß": "ss",  # wordfreq has no other form
    }
)

_OPENING = "¿¡"
_MOST_FOREIGN = 0.1
"""Of the letters of a text beyond ASCII: those of names."""


def languages() -> Collection[str]:
    """The languages whose letters are known."""
    return _tables().keys()


def with_letters(text: str, among: Iterable[str]) -> Sequence[str]:
    """Those of some languages that have nearly all the letters of a text."""
    letters = "".join(filter(str.isalpha, text.lower().translate(COUNTED_AS)))
    most_foreign, different = _MOST_FOREIGN * len(letters), frozenset(letters)
    return [it for it in among if sum(map(letters.count, different - alphabets()[it])) <= most_foreign]


@remembering
def words_of(line: str) -> Sequence[str]:
    """The words of a line, and what stands in the place of words; a line is asked for them over and over."""
    found = _WORD.findall(line)
    if line.isascii():
        return found
    bare = [it if it.isascii() else it.lstrip(_OPENING) for it in found]
    return [it for it in bare if it and (it.isascii() or not _ALONE.issuperset(it))]


def each_word_of(line: str) -> Iterable[str]:
    """The same, of a long line part by part: a list of all of them takes ten times its room."""
    parts = list(in_parts(line))
    return words_of(line) if len(parts) == 1 else chain.from_iterable(words_of(part) for _, part in parts)


@remembering_of_few
def is_alphabet_of_one(letters: frozenset[str]) -> bool:
    """Are there languages that have all of these letters beyond ASCII? Those of other scripts have them all.

    Vietnamese has most letters with accents of the others; it counts where some stand that it shares with none.
    """
    wanted = set(filter(str.isalpha, " ".join(letters).lower().translate(COUNTED_AS)))  # apart, lest Σ be a final one
    return any(wanted <= alphabet for alphabet in OTHER_ALPHABETS) or any(
        wanted <= alphabet and (language != "vi" or not wanted.isdisjoint(_VIETNAMESE))
        for language, alphabet in alphabets().items()
    )


_RUSSIAN = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"
OTHER_ALPHABETS = tuple(
    map(
        frozenset,
        (
            "äõöüšž",  # Estonian
            "áðíóúýæø",  # Faroese
            "àáèéìíòóùúâêîôûŵŷäëïöüẁẃẅ",  # Welsh
            "ċġħżàèìòù",  # Maltese
            "ĉĝĥĵŝŭ",  # Esperanto
            "çəğıöşü",  # Azerbaijani
            "çäňöşüýž",  # Turkmen
            "āēīōū",  # Māori, Hawaiian
            "čđŋšŧžáâåäæøö",  # Northern Sámi
            "àâäéèêëîïôöûüùçñ",  # Luxembourgish, Breton, Walloon
            "áéíóúñäëïöü",  # Quechua, Aymara
            _RUSSIAN + "әғқңөұүһі",  # Kazakh
            _RUSSIAN + "ңөү",  # Kyrgyz, Mongolian
            _RUSSIAN + "әғҙҡңҫөүһҗ",  # Tatar, Bashkir
            _RUSSIAN + "ғӣқӯҳҷў",  # Tajik, Uzbek
            _RUSSIAN + "ҕҥҤөһү",  # Yakut
            _RUSSIAN + "ӑӗҫӳ",  # Chuvash
            _RUSSIAN + "ўі'",  # Belarusian
            _RUSSIAN + "ӏ",  # Chechen and its neighbours
        ),
    )
)
"""Letters beyond ASCII of languages whose bigrams are not known: what has them is their text, and no debris."""


@cache
def alphabets() -> Mapping[str, frozenset[str]]:
    """The letters that each language has, with the edge of words."""
    return {language: frozenset(letters) for language, (letters, _) in _tables().items()}


_VIETNAMESE = frozenset(chr(point) for point in (*range(0x1EA0, 0x1EFA), 0x1A1, 0x1B0))


@cache
def levels_in(language: str) -> Mapping[str, int]:
    """What each pair of its letters costs in a language, in quarters of a nat."""
    letters, levels = _tables()[language]
    pairs = (before + after for before in letters for after in letters)
    return dict(zip(pairs, (ord(it) - _FIRST_LEVEL for it in levels), strict=True))


@cache
def _tables() -> Mapping[str, tuple[str, str]]:
    """The letters and the levels of each language."""
    source = resources.files("cleantext") / "data" / "letters" / "bigrams.txt.gz"
    rows = (line.split("\t") for line in gzip.decompress(source.read_bytes()).decode().splitlines())
    return {language: (letters, levels) for language, letters, levels in rows}
