"""Hold the lexicon to what it promises: words are known, lost spaces are not, and it costs little."""

import time

import pytest

from cleantext.facts.lexicon import Lexicon, lexicon

REAL_WORDS = """
therapy other into within android thereof forum information asia island today together isaac inform attend often offer
withhold andes inland thesis theme toward towel token isthmus forget formal input income seethe hereby someone
youtube kazakhstan nazarbayev almaty cézanne café
"""

LOST_SPACES = "ofthe inthe tobe onthe andthe theworld fromthe withthe outof oneof wantto itwas youhave theakimat"


@pytest.fixture(scope="module")
def english() -> Lexicon:
    """Give the English lexicon."""
    found = lexicon("en")
    assert found is not None
    return found


@pytest.mark.parametrize("word", REAL_WORDS.split())
def test_knows_real_words(english: Lexicon, word: str) -> None:
    """Words, names and brands are known: a missing one would be split."""
    assert word in english


@pytest.mark.parametrize("word", LOST_SPACES.split())
def test_does_not_know_lost_spaces(english: Lexicon, word: str) -> None:
    """What wordfreq counted because somebody lost a space is not a word."""
    assert word not in english
    assert english.frequency(word) == 0.0


@pytest.mark.parametrize("form", ["Therapy", "THERAPY", "tHERAPY"], ids=["capital", "capitals", "mixed"])
def test_casefolds(english: Lexicon, form: str) -> None:
    """The case of the word asked for is of no account."""
    assert form in english


@pytest.mark.parametrize(
    "form",
    ["", " ", "the\nof", "the`", "of` ", "\ud800", "it's", "4th"],
    ids=["empty", "space", "two lines", "level", "level and space", "surrogate", "apostrophe", "digit"],
)
def test_knows_nothing_but_words(english: Lexicon, form: str) -> None:
    """What is not made of letters is not a word, however the file is laid out."""
    assert form not in english


@pytest.mark.parametrize(("word", "zipf"), [("of", 7.4), ("therapy", 4.5), ("Today", 5.6)], ids=str)
def test_frequency_is_on_the_zipf_scale(english: Lexicon, word: str, zipf: float) -> None:
    """Frequencies come in steps of a tenth on the Zipf scale."""
    assert english.frequency(word) == pytest.approx(zipf, abs=0.11)


def test_lists_words_by_their_beginning(english: Lexicon) -> None:
    """All words with a beginning are listed, sorted, and each of them is known."""
    words = list(english.beginning_with("ther"))
    assert words == sorted(words)
    assert {"there", "therapy", "thermal"} <= set(words)
    assert all(word in english and word.startswith("ther") for word in words)


def test_every_listed_word_is_found(english: Lexicon) -> None:
    """No word falls between two blocks."""
    words = list(english.beginning_with(""))
    assert len(words) > 250_000
    assert all(word in english for word in words[::17])


@pytest.mark.parametrize("language", ["xx", "", "../en", "en.txt"], ids=repr)
def test_has_none_for_other_languages(language: str) -> None:
    """A language for which nothing is shipped has no lexicon, and no name leads out of the folder."""
    assert lexicon(language) is None


COMMON_WORDS = {
    "cs": "jako loď přístav", "de": "und schiff straße", "el": "και λιμάνι θάλασσα", "es": "que barco mañana",
    "fr": "dans bateau été", "it": "della barca città", "nl": "het schip haven", "pl": "jest statek łódź",
    "pt": "uma barco não", "ru": "что корабль порт", "sv": "och hamn båt", "tr": "için gemi deniz",
    "uk": "що корабель їх",
}  # fmt: skip


@pytest.mark.parametrize("language", COMMON_WORDS)
def test_knows_common_words_of_other_languages(language: str) -> None:
    """Each language with a lexicon has its common words, whatever their script."""
    found = lexicon(language)
    assert found is not None
    assert all(found.frequency(word) >= 3.5 for word in COMMON_WORDS[language].split())


def test_is_read_once() -> None:
    """The second call costs nothing."""
    lexicon("en")
    start = time.perf_counter()
    assert lexicon("en") is lexicon("en")
    assert time.perf_counter() - start < 0.001


@pytest.mark.parametrize("language", ["en", "de", "ru"])
@pytest.mark.parametrize("letters", ["theferryman", "Straßenbahn", "паромщик", "xq", "zzz", "a", ""], ids=str)
def test_beginnings_are_as_frequent_as_words(language: str, letters: str) -> None:
    """All at once they are looked up in another way than one by one."""
    words = lexicon(language)
    assert words is not None
    found = words.frequencies_of_beginnings(letters)
    one_by_one = [words.frequency(letters[:size]) for size in range(1, len(letters) + 1)]
    assert [*found, *[0.0] * (len(letters) - len(found))] == one_by_one


@pytest.mark.parametrize("letters", ["y", "py", "apy", "herapy", "qqy", "thex"], ids=str)
def test_endings_are_those_of_words(letters: str) -> None:
    """Short ones and long ones are looked up in different ways."""
    words = Lexicon(b"\nof`\nthe`\ntherapyC\n")
    assert words.ends(letters) == "therapy".endswith(letters)
