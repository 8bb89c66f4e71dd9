"""The commonest furniture is known in many languages, and its phrases are spelled as lines are read."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence

import pytest

from cleantext.remedies.phrases import LONGEST, phrase_key
from cleantext.rule import Fixer, Phrases, Rule
from cleantext.ruleset.folder import builtin_rules

RULES = {rule.name: rule for rule in builtin_rules(examples=False)}
WITH_PHRASES = [
    rule for rule in RULES.values() if isinstance(rule.remedy, Phrases) or getattr(rule.remedy, "phrases", None)
]

COMMONEST: Mapping[str, Sequence[str]] = {
    "skip link": ["skip-link"],
    "loading placeholder": ["loader"],
    "share bar": ["share-bar", "share-prompt"],
    "print and e-mail": ["share-prompt"],
    "navigation": ["navigation-bar"],
    "comment form": ["comment-form-label"],
    "comment counter": ["comment-counter"],
    "consent bar": ["consent-choice"],
    "newsletter and push prompts": ["newsletter-invitation"],
    "paywall and log-in": ["log-in-prompt"],
    "read also": ["recommended-heading"],
    "advertisement": ["advertisement-marker"],
    "back to top": ["back-to-top"],
    "rights notice": ["rights-reserved"],
    "legal pages": ["legal-link", "legal-footer"],
    "request to follow": ["follow-prompt", "author-box"],
}
"""The faults, and the rules of `boilerplate` that know them."""

LEAST_LANGUAGES = 40
OF_UNITED_NATIONS = frozenset({"ar", "zh", "en", "fr", "ru", "es"})


def rows_of(rule: Rule) -> Mapping[str, Sequence[str]]:
    if isinstance(rule.remedy, Phrases):
        return rule.remedy.by_language
    assert isinstance(rule.remedy, Fixer)
    return rule.remedy.phrases


@pytest.mark.parametrize("fault", COMMONEST)
def test_the_commonest_furniture_is_known_in_forty_languages(fault: str) -> None:
    languages = {language for name in COMMONEST[fault] for language in rows_of(RULES[f"boilerplate/{name}"])}
    assert len(languages) >= LEAST_LANGUAGES, sorted(languages)
    assert languages >= OF_UNITED_NATIONS, sorted(OF_UNITED_NATIONS - languages)


@pytest.mark.parametrize("rule", WITH_PHRASES, ids=lambda rule: rule.name)
def test_phrases_are_composed(rule: Rule) -> None:
    """In NFC, as pages are; but some keyboards of India write letters that NFC takes apart, so they stand beside it."""
    rows = rows_of(rule)
    for language, phrases in rows.items():
        for phrase in phrases:
            composed = unicodedata.normalize("NFC", phrase)
            assert composed == phrase or composed in phrases, f"{rule.file}: {language}: {phrase!r}"


@pytest.mark.parametrize("rule", WITH_PHRASES, ids=lambda rule: rule.name)
def test_phrases_can_be_found_and_stand_in_their_row_once(rule: Rule) -> None:
    for language, phrases in rows_of(rule).items():
        keys = Counter(map(str.lower, phrases))
        twice = [key for key, times in keys.items() if times > 1]
        assert phrases, f"{rule.file}: {language} has none"
        assert not twice, f"{rule.file}: {language} has these twice: {twice}"
        for phrase in phrases:
            assert phrase_key(phrase), f"{rule.file}: {language}: {phrase!r} is nothing but marks"
            assert len(phrase) <= LONGEST, f"{rule.file}: {language}: {phrase!r} is longer than any line that is read"
