"""Hold the gazetteer to what it promises: the English name for what the source language left, and restraint."""

import subprocess
import sys
import tracemalloc

import pytest

from cleantext.facts.places import HABITS, english_place, english_places, exonyms, fold, listed_place, read_gazetteer

CALLED_BY_THE_SOURCE = [
    ("fr", "Tchad", "Chad"), ("fr", "Moscou", "Moscow"), ("fr", "Le Caire", "Cairo"),
    ("de", "Aserbaidschan", "Azerbaijan"),
    ("de", "Moskau", "Moscow"), ("de", "Kopenhagen", "Copenhagen"), ("de", "Warschau", "Warsaw"),
    ("nl", "Parijs", "Paris"),
    ("nl", "Wenen", "Vienna"), ("es", "Moscú", "Moscow"), ("pl", "Azerbejdżan", "Azerbaijan"),
    ("tr", "Varşova", "Warsaw"),
]  # fmt: skip
CALLED_SO_IN_OTHER_LETTERS = [
    ("ru", "Франция", "France"), ("uk", "Варшава", "Warsaw"), ("zh", "德国", "Germany"), ("ja", "ドイツ", "Germany"),
]  # fmt: skip
LISTED_IN_THE_GAZETTEER = [
    ("fr", "Aktaou", "Aktau"), ("fr", "Atyraou", "Atyrau"), ("fr", "Aktioubé", "Aktobe"),
    ("fr", "Marioupol", "Mariupol"),
    ("de", "Jekaterinburg", "Yekaterinburg"), ("nl", "Loehansk", "Luhansk"), ("pl", "Charków", "Kharkiv"),
    ("cs", "Čeljabinsk", "Chelyabinsk"),
]  # fmt: skip
FOUND_BY_ITS_SOUND = [
    ("fr", "Janaozen", "Zhanaozen"), ("fr", "Mangistaou", "Mangystau"), ("de", "Tschernobyl", "Chernobyl"),
    ("de", "Charkiw", "Kharkiv"), ("nl", "Tsjernobyl", "Chernobyl"), ("es", "Chernóbil", "Chernobyl"),
    ("fr", "Bachkortostan", "Bashkortostan"),
]  # fmt: skip
LEFT_ALONE = [
    ("fr", "Kiev", "English uses it"), ("fr", "Mangistau", "English uses it"), ("fr", "Nice", "an English word"),
    ("de", "Bern", "preferred"), ("fr", "Lima", "preferred"), ("it", "Roma", "too frequent"),
    ("fr", "Chine", "a word"),
    ("fr", "Cote", "a word"), ("fr", "Québec", "home language"), ("es", "Málaga", "home language"),
    ("pt", "São Paulo", "home language"), ("fr", "Kyiv", "preferred"), ("fr", "Kyzylorda", "preferred"),
    ("fr", "Almaty", "preferred"), ("fr", "Ouargla", "French is its spelling"),
    ("fr", "Djelfa", "French is its spelling"),
    ("fr", "Maurice", "a personal name"), ("de", "Wladimir", "a personal name"),
    ("tr", "Cezayir", "Algiers and Algeria"), ("es", "Navidad", "Christmas"), ("es", "México", "in too many names"),
    ("ru", "Восток", "the east"),
    ("fr", "aktaou", "not a name"), ("fr", "", "empty"), ("xx", "Aktaou", "unknown language"),
    ("de", "Aktaou", "not German"), ("en", "Moskau", "not translated"),
]  # fmt: skip


@pytest.mark.parametrize(("source", "form", "name"), CALLED_BY_THE_SOURCE + CALLED_SO_IN_OTHER_LETTERS, ids=str)
def test_gives_what_the_source_calls_otherwise(source: str, form: str, name: str) -> None:
    """Countries and well-known cities go from the source's name to the English one."""
    assert english_place(form, source) == name


@pytest.mark.parametrize(("source", "form", "name"), LISTED_IN_THE_GAZETTEER, ids=str)
def test_gives_what_the_gazetteer_lists(source: str, form: str, name: str) -> None:
    """A listed transliteration goes to the preferred name."""
    assert english_place(form, source) == name


@pytest.mark.parametrize(("source", "form", "name"), FOUND_BY_ITS_SOUND, ids=str)
def test_gives_what_sounds_alike(source: str, form: str, name: str) -> None:
    """An unlisted transliteration is found when the habits of the source are undone."""
    assert english_place(form, source) == name


@pytest.mark.parametrize(("source", "form", "why"), LEFT_ALONE, ids=str)
def test_leaves_alone(source: str, form: str, why: str) -> None:
    """What English may have written itself is never replaced."""
    assert english_place(form, source) is None, why


@pytest.mark.parametrize("source", sorted(HABITS))
def test_is_stable(source: str) -> None:
    """No English name that comes out goes in again as something else."""
    names = {*english_places(), *read_gazetteer().folds.values()}
    assert {name: again for name in sorted(names) if (again := english_place(name, source)) is not None} == {}


def test_gives_plain_names() -> None:
    """The gazetteer's own diacritics never come out."""
    assert [name for name in {*english_places(), *read_gazetteer().folds.values()} if not name.isascii()] == []


def test_either_apostrophe_will_do() -> None:
    """The typographic apostrophe is the same letter as the straight one."""
    assert english_place("Côte d\N{RIGHT SINGLE QUOTATION MARK}Ivoire", "fr") == english_place("Côte d'Ivoire", "fr")


@pytest.mark.parametrize(
    ("one", "other"), [("Mangystau", "mangistau"), ("Qyzylorda", "Kyzyl-Orda"), ("Zhezqazghan", "Jezkazgan")], ids=str
)
def test_folds_transliterations_together(one: str, other: str) -> None:
    """Spellings that differ only in the system of transliteration fold alike."""
    assert fold(one) == fold(other)


def test_finds_names_of_several_words() -> None:
    """A name of several words is looked up as a whole, and never by its sound."""
    assert listed_place("Corée du Nord", "fr") == "North Korea"
    assert listed_place("Janaozen", "fr") is None


@pytest.mark.parametrize("source", ["fr", "de", "es", "it", "pt", "ru", "uk", "pl", "cs", "nl", "tr", "zh", "ja"])
def test_knows_countries_in_every_source_language(source: str) -> None:
    """Each source language has its countries and capitals."""
    assert len(exonyms(source)) > 100


MOST_MEGABYTES = 20


def test_a_look_up_costs_little_memory() -> None:
    """The gazetteer takes less than 20 MB while it is read; it is read once."""
    read_gazetteer.cache_clear()
    tracemalloc.start()
    read_gazetteer()
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < MOST_MEGABYTES * 1_000_000
    assert read_gazetteer() is read_gazetteer()


def test_the_gazetteer_is_read_only_when_a_document_needs_it() -> None:
    """English without a sign of translation never asks for a place; a translated text does, in 30 ms at most."""
    code = """if True:
        import time
        import cleantext
        from cleantext.facts.places import read_gazetteer
        cleantext.clean("The man of the town was in Paris and in Rome, and the cat was on the mat.")
        assert read_gazetteer.cache_info().currsize == 0
        start = time.process_time()
        read_gazetteer()
        assert time.process_time() - start < 0.03
        cleantext.clean("The men of the town were in Aktaou, and that was all.", source_lang="fr")
        assert read_gazetteer.cache_info().hits > 0
    """
    subprocess.run([sys.executable, "-c", code], check=True)
