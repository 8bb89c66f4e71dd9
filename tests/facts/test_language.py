"""What is said of a text's language does not depend on what was asked before."""

from __future__ import annotations

from cleantext.facts.language import FUNCTION_WORDS, Tongue

MIXED = (
    "The mill was sold for one euro, and the buyer had to promise that he would grind at least once a year. "
    "क्षेत्र की नदी और पुल के पास का घर है। क्षेत्र की नदी और पुल के पास का घर है।"
)
"""English by its function words, and by its bytes beyond what English is."""


def test_a_known_code_does_not_change_the_answer() -> None:
    english = frozenset(("en",))
    fresh, asked = Tongue(MIXED), Tongue(MIXED)
    assert asked.code == "en"
    assert asked.is_one_of(english) is fresh.is_one_of(english) is False


def test_answers_are_repeated() -> None:
    tongue = Tongue("The ferry was late, and the harbour of the town was full of people.")
    assert [tongue.is_one_of(("en", "fr")), tongue.is_one_of(("de",))] * 2 == [
        tongue.is_one_of(codes) for codes in (("en", "fr"), ("de",)) * 2
    ]
    assert tongue.is_one_of(("en",))


def test_no_function_word_counts_twice() -> None:
    assert {
        language: words for language, words in FUNCTION_WORDS.items() if len({*words.split()}) < len(words.split())
    } == {}
