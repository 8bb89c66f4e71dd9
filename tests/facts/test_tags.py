"""Tags of languages, and the codes that rules know them by."""

from __future__ import annotations

import pytest

from cleantext.facts.language import FUNCTION_WORDS
from cleantext.facts.tags import language_tag
from cleantext.rule import languages_of
from cleantext.ruleset.folder import builtin_rules

SHORTER = {
    "fre": "fr",
    "deu-AT": "de-AT",
    "CMN_Hans": "zh_Hans",
    "arb": "ar",
    "iw": "he",
    "per": "fa",
    "und-Latn": "",
}


@pytest.mark.parametrize(("said", "tag"), SHORTER.items(), ids=SHORTER)
def test_code_becomes_the_one_of_the_rules(said: str, tag: str) -> None:
    assert language_tag(said) == tag


@pytest.mark.parametrize(
    "said", ["xx", "french", "en,fr", "en fr", "e", "x-mine", "12", "-", "\N{CYRILLIC SMALL LETTER IE}n"]
)
def test_what_is_no_language_is_told(said: str) -> None:
    assert language_tag(said) is None


def test_every_language_of_the_rules_has_a_code_of_three_letters() -> None:
    """Whoever adds a language adds what else it is called."""
    from cleantext.facts import tags

    known = {code for rule in builtin_rules() for code in languages_of(rule)} | FUNCTION_WORDS.keys()
    assert known <= tags._OTHER_CODES.keys()
    assert all(language_tag(code) == code for code in known)
