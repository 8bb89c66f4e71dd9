"""Know what English calls a place that a machine translator left as the source language spells it.

Three roads: what the source language calls a country or a well-known city (CLDR, `exonyms`); a spelling that the
gazetteer (GeoNames) lists for a place whose name reaches us by transliteration; and such a spelling that it does not
list, found by undoing the habits of the source language (`Janaozen`: French j is zh). `scripts/build_places.py` does
the first two and writes down every form that must be left alone; whether a text was translated is for the evidence.
"""

import functools
import gzip
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources

from cleantext.remembering import remembering

__all__ = ["english_place", "english_places", "exonyms", "listed_place"]

ATTRIBUTION = (
    "GeoNames (https://www.geonames.org/), licensed under CC BY 4.0; chosen, and reduced to plain English forms",
    "Unicode CLDR, licensed under Unicode-3.0 (https://www.unicode.org/license.txt)",
)
"""Where the names come from, as the licences ask to say wherever they are shown; NOTICE has it in full."""

# How each language writes sounds of Cyrillic, Arabic, Georgian … that English writes otherwise. The longest match wins.
# Only what tells the language from English stands here: a form without any of it is not taken for a transliteration.
ACCENTS = {"é": "e", "è": "e", "ê": "e", "ë": "e", "ï": "i", "î": "i", "ô": "o", "â": "a", "á": "a", "í": "i", "ó": "o"}
HARD_G = {"gue": "ge", "gui": "gi"}
SCHOLARLY = {
    "šč": "shch",
    "č": "ch",
    "š": "sh",
    "ž": "zh",
    "ch": "kh",
    "j": "y",
    "ě": "e",
    "ý": "y",
    "ů": "u",
    "ř": "r",
}
HABITS: dict[str, dict[str, str]] = {
    "cs": SCHOLARLY | {"á": "a", "é": "e", "í": "i", "ó": "o", "ú": "u", "c": "ts", "ď": "d", "ť": "t", "ň": "n"},
    "de": {"schtsch": "shch", "tsch": "ch", "dsch": "j", "sch": "sh", "ch": "kh", "w": "v", "j": "y", "z": "ts"},
    "es": HARD_G | {"á": "a", "é": "e", "í": "i", "ó": "o", "ú": "u", "j": "kh"},
    "fr": ACCENTS | HARD_G | {"chtch": "shch", "tch": "ch", "dj": "j", "ch": "sh", "ou": "u", "j": "zh"},
    "it": SCHOLARLY | {"à": "a", "è": "e", "é": "e", "ì": "i", "ò": "o", "ù": "u"},
    "nl": {"sjtsj": "shch", "tsj": "ch", "dzj": "j", "sj": "sh", "zj": "zh", "oe": "u", "ch": "kh", "j": "y", "ë": "e"},
    "pl": {
        "szcz": "shch", "cz": "ch", "sz": "sh", "ch": "kh", "dż": "j", "ż": "zh", "ź": "z", "ł": "l", "ó": "o",
        "ń": "n", "ś": "s", "ć": "t", "w": "v", "j": "y", "c": "ts",
    },
    "pt": ACCENTS | HARD_G | {"tch": "ch", "dj": "j", "x": "sh", "j": "zh", "ú": "u", "ã": "a"},
    "ru": SCHOLARLY | {"c": "ts"},
    "tr": {"ş": "sh", "ç": "ch", "c": "j", "ğ": "gh", "ı": "y", "ö": "o", "ü": "u", "j": "zh"},
    "uk": SCHOLARLY | {"c": "ts"},
}  # fmt: skip

# What a name looks like that has been transliterated, where the look-up by sound and in the gazetteer is worth its
# time. Each stands behind a word boundary.
SHAPES: dict[str, str] = {
    "de": r"[A-Z][a-z]*(?:tsch|dsch|kiw\b|schk)|Tsch[a-z]|Dsch[a-z]|Schym|Schyt",
    "fr": (
        r"[A-Z][a-z]*(?:[bdklmnrtvz]|[ai])ou\b"
        r"|[A-Z][a-z]*(?:tchi\b|tchou|tchevo|tchets|tchinsk|djan|djik|iou[bdkmz])"
        r"|[A-ZÉ][a-z]*[éèêëïîô]|Jan[ac]|Jamb|Jytom|Jezk|Jdan|Jigou|Jelez|Djam|Djez|Djal|Tch[a-z]|Tbil"
    ),
    "nl": r"[A-Z][a-z]*(?:tsj|sjk|zjk|oesj)",
    "pl": r"Cz[a-z]+|[A-Z][a-z]*szcz",
}  # fmt: skip

# Below this a fold says too little: `Ouj` and `Juz` are names of something in every language.
_SHORTEST_FOLD = 5


@functools.lru_cache(maxsize=1 << 15)
def english_place(form: str, source: str) -> str | None:
    """Give the preferred English name of a place that stands in the text as `source` spells it.

    >>> english_place("Aktaou", "fr"), english_place("Moskau", "de"), english_place("Mangistaou", "fr")
    ('Aktau', 'Moscow', 'Mangystau')

    None when it is unknown, ambiguous, or a form that English itself uses:

    >>> english_place("Kiev", "fr"), english_place("Nice", "fr"), english_place("Málaga", "es")
    (None, None, None)
    """
    if source not in HABITS or not form[:1].isupper():  # a script without capitals
        return exonyms(source).get(form)
    return listed_place(form, source) or read_gazetteer().by_sound(_plain(form), source)


def listed_place(form: str, source: str) -> str | None:
    """Give the English name of a form that is listed; of several words, too.

    >>> listed_place("Le Caire", "fr"), listed_place("Janaozen", "fr")
    ('Cairo', None)
    """
    form = _plain(form)
    return exonyms(source).get(form) or read_gazetteer().forms.get(f"{source}\t{form}")


def _plain(form: str) -> str:
    return unicodedata.normalize("NFC", form).replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")


def exonyms(source: str) -> Mapping[str, str]:
    """Give what a source language calls countries and the best-known cities, each with its English name.

    Only forms that English does not use. It is a small list, read apart from the gazetteer.
    """
    return _read_exonyms().get(source, {})


@functools.cache
def english_places() -> frozenset[str]:
    """Give the English names of all places that some language is listed to call otherwise."""
    names = (set(by_form.values()) for by_form in _read_exonyms().values())
    return frozenset(read_gazetteer().forms.values()).union(*names)


@functools.cache
def _read_exonyms() -> Mapping[str, Mapping[str, str]]:
    text = (resources.files("cleantext") / "data" / "places" / "exonyms.txt").read_text(encoding="utf-8")
    by_source: dict[str, dict[str, str]] = {}
    for line in text.splitlines():
        source, form, name = line.split("\t")
        by_source.setdefault(source, {})[form] = name
    return by_source


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Hold what the data file says.

    `forms` leads from source language, tab and form to the English name, `folds` from a folded English name to that
    name; `untouched` holds, as `forms` does, what would be found by its sound but is a word or a name of its own.
    """

    forms: dict[str, str]
    folds: dict[str, str]
    untouched: frozenset[str]

    def by_sound(self, form: str, source: str) -> str | None:
        """Find the place whose English name sounds as the form does when `source` is read aloud."""
        sounded = sound(form, source)
        if sounded is None:
            return None
        name = self.folds.get(fold(sounded))
        return None if name == form or f"{source}\t{form}" in self.untouched else name


@functools.cache
def read_gazetteer() -> Gazetteer:
    """Read the data file: lines of a mark (a language, `=` or `-`), a key and a name, separated by tabs."""
    text = gzip.decompress((resources.files("cleantext") / "data" / "places" / "places.txt.gz").read_bytes()).decode()
    forms: dict[str, str] = {}
    folds: dict[str, str] = {}
    untouched: list[str] = []
    for line in text.splitlines():
        key, _, name = line.rpartition("\t")
        if line.startswith("="):
            folds[key[2:]] = name
        elif line.startswith("-"):
            untouched.append(line[2:])
        else:
            forms[key] = name
    return Gazetteer(forms, folds, frozenset(untouched))


@functools.cache
def _habit_pattern(source: str) -> re.Pattern[str]:
    """Build the pattern that finds each habit of a language, the longest first."""
    return re.compile("|".join(sorted(HABITS[source], key=lambda habit: (-len(habit), habit))))


def sound(form: str, source: str) -> str | None:
    """Rewrite a form by the habits of the source language, nearly as English would write it.

    >>> sound("Tschernobyl", "de"), sound("Janaozen", "fr")
    ('chernobyl', 'zhanaozen')

    None when nothing in it is a habit of that language.
    """
    habits = HABITS[source]
    sounded, count = _habit_pattern(source).subn(lambda found: habits[found[0]], form.lower())
    return sounded if count else None


@remembering
def fold(name: str) -> str:
    """Reduce an English-like name to what all transliterations of it share; "" when too little is left.

    >>> fold("Mangystau") == fold("mangistau"), fold("Qyzylorda") == fold("Kyzyl-Orda"), fold("Oral")
    (True, True, '')
    """
    letters = unicodedata.normalize("NFKD", name.casefold())
    plain = "".join(letter for letter in letters if letter.isalpha())
    for habit, common in (("zh", "j"), ("gh", "g"), ("q", "k"), ("ye", "e"), ("ie", "e"), ("y", "i"), ("w", "v")):
        plain = plain.replace(habit, common)
    folded = re.sub(r"(.)\1+", r"\1", plain)
    return folded if len(folded) >= _SHORTEST_FOLD else ""
