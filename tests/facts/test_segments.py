"""Hold the cuts of glued runs to what they promise: known words, and none where the run is a word."""

import tracemalloc
from itertools import pairwise

import pytest

from cleantext.facts.joints import is_clear, is_sure, may_be_sure
from cleantext.facts.own_words import small_words
from cleantext.facts.segments import Vocabulary, cuts, vocabulary


def words_of(language: str, own: str = "") -> Vocabulary:
    found = vocabulary(language, lambda: small_words(own))
    assert found is not None
    return found


def parted(run: str, language: str, own: str = "") -> str:
    places = [0, *(cut.place for cut in cuts(run, words_of(language, own))), len(run)]
    return "|".join(run[start:end] for start, end in pairwise(places))


@pytest.mark.parametrize(
    ("language", "run", "expected"),
    [
        ("en", "oneofthe", "one|of|the"),
        ("en", "fromGrockit", "from|Grockit"),
        ("en", "theNHSTrust", "the|NHS|Trust"),
        ("en", "theiPhone", "the|iPhone"),
        ("de", "vonHartmannund", "von|Hartmann|und"),
        ("es", "elpresidente", "el|presidente"),
        ("ru", "толькодля", "только|для"),
        ("tr", "gemiiçin", "gemi|için"),
        ("el", "λιμάνικαι", "λιμάνι|και"),
        ("en", "therapy", "therapy"),
        ("en", "YouTube", "YouTube"),
        ("pl", "który", "który"),
    ],
    ids=str,
)
def test_a_run_falls_apart_into_its_words(language: str, run: str, expected: str) -> None:
    """Glued words come apart where they were joined; words and names stay whole."""
    assert parted(run, language) == expected


def test_a_word_of_the_text_counts_as_known() -> None:
    """What stands alone elsewhere in the text is a word."""
    assert parted("ofzugzwanger", "en") == "ofzugzwanger"
    assert parted("ofzugzwanger", "en", own="Zugzwanger") == "of|zugzwanger"


def test_there_is_no_vocabulary_without_a_lexicon() -> None:
    """A language for which nothing is shipped has none."""
    assert vocabulary("fi", frozenset) is None


@pytest.mark.parametrize("run", ["firewalkers", "overharvested", "incompliant", "treebank", "paleohabitat"], ids=str)
def test_english_compounds_are_not_clear(run: str) -> None:
    """Compounds and derived words that the lexicon lacks stay, even in damaged lines."""
    words = words_of("en")
    assert not any(is_clear(cut, run, words) for cut in cuts(run, words))


@pytest.mark.parametrize("run", ["Monopolistinnen", "dreiunddreißig", "Hafenverwaltungsrat", "austrugen"], ids=str)
def test_german_compounds_are_not_clear(run: str) -> None:
    """German compounds, prefixes, endings and numbers stay."""
    words = words_of("de")
    assert not any(is_clear(cut, run, words) for cut in cuts(run, words))


@pytest.mark.parametrize(
    ("run", "sure"),
    [
        ("mousealso", True),
        ("andinternational", True),
        ("whereso", False),
        ("inexpediency", False),
        ("Thorkelin", False),
    ],
    ids=str,
)
def test_words_of_grammar_make_a_cut_sure(run: str, sure: bool) -> None:
    """A word of grammar that begins or ends no words needs no licence."""
    words = words_of("en")
    assert any(is_sure(cut, run, words) for cut in cuts(run, words)) == sure


@pytest.mark.parametrize(
    ("language", "run"),
    [
        ("de", "gekauftund"), ("de", "einemeinzigen"), ("fr", "parleravec"), ("es", "eldirectorio"), ("es", "robodel"),
        ("it", "questaferita"), ("pt", "querespondem"), ("pl", "różniąsię"), ("ru", "билетыдля"), ("uk", "квиткидля"),
        ("ru", "этомполучили"), ("es", "empleadosporque"), ("pl", "byłazamknięta"),
        ("cs", "kteráplatí"), ("sv", "ochbetalade"), ("nl", "hetverhaal"), ("tr", "kaptaniçin"),
    ],
    ids=str,
)  # fmt: skip
def test_in_other_languages_some_words_of_grammar_make_a_cut_sure(language: str, run: str) -> None:
    """They need no licence."""
    words = words_of(language)
    assert any(is_sure(cut, run, words) for cut in cuts(run, words))


@pytest.mark.parametrize(
    ("language", "run"),
    [
        ("de", "durchgebrannte"), ("de", "immigriert"), ("de", "Digitalwaren"), ("fr", "avecque"),
        ("fr", "monocamérale"),
        ("es", "rebenque"), ("es", "encareciendo"), ("es", "acosarlos"), ("it", "contenere"), ("it", "perveniva"),
        ("pt", "estreladas"), ("pl", "niegroźnej"), ("pl", "przypłacić"), ("ru", "послеоперационной"),
        ("uk", "щомісячних"), ("cs", "promluvíš"), ("sv", "försäsongsspel"), ("el", "διαφορετικότητας"),
    ],
    ids=str,
)  # fmt: skip
def test_in_other_languages_no_cut_of_derived_words_is_sure(language: str, run: str) -> None:
    """All of these stand in undamaged novels, laws and manuals, and no lexicon has them."""
    words = words_of(language)
    assert not any(is_sure(cut, run, words) for cut in cuts(run, words))


@pytest.mark.parametrize(
    ("language", "run", "clear"),
    [
        ("pl", "zawierazwiązki", True), ("pl", "międzyrządowe", False), ("pl", "wielomiesięczne", False),
        ("es", "reclamarcambios", True), ("es", "entretejido", False), ("es", "autoobservaciones", False),
        ("ru", "принялзаконопроект", True), ("ru", "десятидневного", False), ("ru", "видеосервис", False),
        ("it", "sottomissioni", False), ("fr", "investiraient", False), ("cs", "předsezónní", False),
        ("de", "Hafenverwaltungsrat", False), ("el", "υπερπροσπάθεια", False),
    ],
    ids=str,
)  # fmt: skip
def test_words_of_content_are_parted_where_compounds_are_few(language: str, run: str, clear: bool) -> None:
    """The first parts of compounds are told by their last letter or by name."""
    words = words_of(language)
    assert any(is_clear(cut, run, words) for cut in cuts(run, words)) == clear


@pytest.mark.parametrize(
    "run",
    ["oneofthe", "fromGrockit", "passengerswaited", "theferry", "Portthe", "ferryand", "whereso", "isthe"],
    ids=str,
)
def test_what_may_be_sure_is_told_of_every_run_with_a_sure_cut(run: str) -> None:
    """Runs of which it is denied have none, whatever the text holds."""
    for own in ("", "ferry Grockit passengers Port wait"):
        words = words_of("en", own)
        assert may_be_sure(run, words) or not any(is_sure(cut, run, words) for cut in cuts(run, words))


def test_some_runs_may_be_sure_and_others_not() -> None:
    """Else nothing would be spared."""
    words = words_of("en")
    assert [run for run in ("theferry", "ferryand", "Nazarbayev", "treebank") if may_be_sure(run, words)] == [
        "theferry",
        "ferryand",
    ]


def test_what_is_asked_of_long_runs_is_not_kept() -> None:
    """A text without spaces is one word; thousands of such would stay in memory."""
    words = words_of("en")
    tracemalloc.start()
    try:
        for number in range(200):
            run = f"{number}{'a' * 50_000}"
            assert not words.is_known(run)
            assert words.frequency(run) == 0.0
        kept, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert kept < 1_000_000
