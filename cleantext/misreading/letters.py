"""How well letters stand beside one another in each language: what tells a word from debris.

The costs come from `cleantext/data/letters/bigrams.txt.gz`, which `scripts/build_letters.py` writes. A cost is in nats,
the natural logarithm of how seldom one letter follows another: real words cost about 2.5 a step in their own
language, debris 5 and more, a letter that the language has not got `FOREIGN`.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache, lru_cache
from importlib import resources
from itertools import pairwise, repeat
from typing import NamedTuple

FOREIGN = 10.0
_FIRST_LEVEL, _STEPS_A_NAT = ord("!"), 4
_EDGE = " "
_CASE_BREAK = 3.0
"""What a capital after a small letter costs besides: `iPhone` is rare, and most of what KOI8-R makes of words is so."""

_MARKS = "“”„‟‘’‚‹›«»…–—―·"
_ALONE = frozenset("№°§©®™€£†‡•")
"""Marks that stand beside figures and after names; within a word they are debris."""

_WORD = re.compile(rf"[^\s\d_!-/:-@\[-`{{-~{_MARKS}]+")
"""A word or what is left of one: all that is no space, no figure and none of the marks that stand around words."""

_COUNTED_AS = str.maketrans(
    {
        "\N{LATIN SMALL LETTER S WITH COMMA BELOW}": "ş",  # Romanian is written in two ways
        "\N{LATIN SMALL LETTER T WITH COMMA BELOW}": "ţ",
        "ß": "ss",  # wordfreq has no other form
    }
)

_OPENING = "¿¡"
_MOST_PLAIN_WORDS = 40
_MOST_FOREIGN = 0.1
"""Of the letters of a text beyond ASCII: those of names."""


class Reading(NamedTuple):
    """What a line costs in the language that suits it best; `cost` is that of its words beyond ASCII alone."""

    total: float
    cost: float
    language: str


def languages() -> Collection[str]:
    """The languages whose letters are known."""
    return _tables().keys()


def best_reading(line: str, among: Iterable[str] = ()) -> Reading:
    """Read a line in each language, or in some of them; the reading that costs least.

    >>> best_reading("Příliš žluťoučký kůň").language, best_reading("Рыба и сыр").language
    ('cs', 'ru')
    >>> best_reading("Pøívoz nepøijel vèas").cost > best_reading("Přívoz nepřijel včas").cost
    True
    """
    return _best_reading(line, tuple(among))


@lru_cache(1024)
def _best_reading(line: str, among: tuple[str, ...]) -> Reading:
    words = words_of(line)
    plain = [word for word in words if word.isascii()][:_MOST_PLAIN_WORDS]
    beyond = [word for word in words if not word.isascii()]
    costs = _plain_costs(tuple(plain))
    best = Reading(float("inf"), 0.0, "")
    for language in among or _likeliest_first("".join(beyond)):
        cost, most = 0.0, best.total - costs[language]
        for word in beyond:
            cost += _cost(word, language)
            if cost >= most:
                break
        else:
            best = Reading(cost + costs[language], cost, language)
    return best


def _likeliest_first(text: str) -> Sequence[str]:
    """The languages, those first that have most of the letters of a text: the others are given up sooner."""
    letters = frozenset(text.lower())
    alphabets = _alphabets()
    return sorted(alphabets, key=lambda it: len(letters - alphabets[it]))


def with_letters(text: str, among: Iterable[str]) -> Sequence[str]:
    """Those of some languages that have nearly all the letters of a text."""
    letters = [small for it in text.lower().translate(_COUNTED_AS) for small in it if small.isalpha()]
    most_foreign = _MOST_FOREIGN * len(letters)
    alphabets = _alphabets()
    return [it for it in among if sum(letter not in alphabets[it] for letter in letters) <= most_foreign]


def cost_of(words: Iterable[str], language: str) -> float:
    """What words cost in a language, in nats."""
    return sum(_cost(word, language) for word in words)


def steps_of(words: Iterable[str]) -> int:
    """How many steps from letter to letter words have, with those from and to their edges."""
    return sum(len(word) + 1 for word in words)


def words_of(line: str) -> list[str]:
    """The words of a line, and what stands in the place of words."""
    found = (it.lstrip(_OPENING) for it in _WORD.findall(line))
    return [it for it in found if not _ALONE.issuperset(it)]


@lru_cache(256)
def _plain_costs(words: tuple[str, ...]) -> Mapping[str, float]:
    """What the words in ASCII cost; in a language of another script they are those of any that has theirs."""
    columns = zip(*map(_costs_in_latin, words), strict=True)
    costs = dict(zip(_of_latin(), map(sum, columns), strict=True)) if words else dict.fromkeys(_of_latin(), 0.0)
    least = min(costs.values())
    return {language: costs.get(language, least) for language in languages()}


@lru_cache(1 << 14)
def _costs_in_latin(word: str) -> Sequence[float]:
    """What a word costs in each language of Latin letters: a text's plain words are asked of all, again and again."""
    return [_cost(word, language) for language in _of_latin()]


def _cost(word: str, language: str) -> float:
    """What a word costs in a language."""
    pairs, breaks = _pairs(word)
    return sum(map(_table(language).get, pairs, _ALL_FOREIGN), breaks)


_ALL_FOREIGN = repeat(FOREIGN)


@lru_cache(1 << 12)
def _pairs(word: str) -> tuple[Sequence[str], float]:
    """The pairs of letters of a word, with its edges, and what its case costs."""
    letters = (_EDGE, *word.lower().translate(_COUNTED_AS), _EDGE)
    one_case = word.islower() or word.isupper()
    breaks = 0 if one_case else sum(a.islower() and b.isupper() for a, b in pairwise(word))
    return [before + after for before, after in pairwise(letters)], _CASE_BREAK * breaks


@lru_cache(4096)
def is_alphabet_of_one(letters: frozenset[str]) -> bool:
    """Are there languages that have all of these letters beyond ASCII? Those of other scripts have them all.

    Vietnamese has most letters with accents of the others; it counts where some stand that it shares with none.
    """
    wanted = {small for it in letters for small in it.lower().translate(_COUNTED_AS) if small.isalpha()}
    return any(wanted <= alphabet for alphabet in OTHER_ALPHABETS) or any(
        wanted <= alphabet and (language != "vi" or not wanted.isdisjoint(_VIETNAMESE))
        for language, alphabet in _alphabets().items()
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
def _alphabets() -> Mapping[str, frozenset[str]]:
    return {language: frozenset(letters) for language, (letters, _) in _tables().items()}


_VIETNAMESE = frozenset(chr(point) for point in (*range(0x1EA0, 0x1EFA), 0x1A1, 0x1B0))


@cache
def _of_latin() -> Sequence[str]:
    return [language for language, (letters, _) in _tables().items() if "e" in letters]


@cache
def _table(language: str) -> Mapping[str, float]:
    letters, levels = _tables()[language]
    costs = ((ord(level) - _FIRST_LEVEL) / _STEPS_A_NAT for level in levels)
    pairs = (before + after for before in letters for after in letters)
    return dict(zip(pairs, costs, strict=True))


@cache
def _tables() -> Mapping[str, tuple[str, str]]:
    """The letters and the levels of each language."""
    source = resources.files("cleantext") / "data" / "letters" / "bigrams.txt.gz"
    rows = (line.split("\t") for line in gzip.decompress(source.read_bytes()).decode().splitlines())
    return {language: (letters, levels) for language, letters, levels in rows}
