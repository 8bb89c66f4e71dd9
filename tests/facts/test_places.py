"""Hold the gazetteer to what it promises: the English name for what the source language left, and restraint."""

import pytest

from cleantext.facts.places import HABITS, english_place, fold, read_gazetteer

CALLED_BY_THE_SOURCE = [
    ("fr", "Tchad", "Chad"), ("fr", "Moscou", "Moscow"), ("fr", "Le Caire", "Cairo"),
    ("de", "Aserbaidschan", "Azerbaijan"),
    ("de", "Moskau", "Moscow"), ("de", "Kopenhagen", "Copenhagen"), ("de", "Warschau", "Warsaw"),
    ("nl", "Parijs", "Paris"),
    ("nl", "Wenen", "Vienna"), ("es", "Moscú", "Moscow"), ("pl", "Azerbejdżan", "Azerbaijan"),
    ("tr", "Varşova", "Warsaw"),
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
    ("tr", "Cezayir", "Algiers and Algeria"),
    ("fr", "aktaou", "not a name"), ("fr", "", "empty"), ("xx", "Aktaou", "unknown language"),
    ("de", "Aktaou", "not German"), ("en", "Moskau", "not translated"),
]  # fmt: skip


@pytest.mark.parametrize(("source", "form", "name"), CALLED_BY_THE_SOURCE, ids=str)
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
    gazetteer = read_gazetteer()
    names = {*gazetteer.forms.values(), *gazetteer.folds.values()}
    assert {name: again for name in sorted(names) if (again := english_place(name, source)) is not None} == {}


def test_gives_plain_names() -> None:
    """The gazetteer's own diacritics never come out."""
    gazetteer = read_gazetteer()
    assert [name for name in {*gazetteer.forms.values(), *gazetteer.folds.values()} if not name.isascii()] == []


def test_either_apostrophe_will_do() -> None:
    """The typographic apostrophe is the same letter as the straight one."""
    assert english_place("Côte d\N{RIGHT SINGLE QUOTATION MARK}Ivoire", "fr") == english_place("Côte d'Ivoire", "fr")


@pytest.mark.parametrize(
    ("one", "other"), [("Mangystau", "mangistau"), ("Qyzylorda", "Kyzyl-Orda"), ("Zhezqazghan", "Jezkazgan")], ids=str
)
def test_folds_transliterations_together(one: str, other: str) -> None:
    """Spellings that differ only in the system of transliteration fold alike."""
    assert fold(one) == fold(other)
