"""The fixer `outlet`: a translated name goes back only where it stands as one, and `explain` tells why it stays."""

from __future__ import annotations

import pytest

from cleantext import explain
from cleantext.fixers._remedy import table_of
from cleantext.ruleset.folder import builtin_rules

NATIVE = "The strike at the port goes on, and the mayor of the town was not to be found. {}"


def outlet_findings(text: str, **hints: str) -> list[tuple[str, str, str]]:
    found = explain(text, select=["translation"], **hints)
    assert found.text == text
    return [(it.rule.split("/")[1], it.before, it.why_not) for it in found.findings if "/outlet" in it.rule]


def test_explain_says_why_ordinary_words_stay_in_a_native_text() -> None:
    """Where the words could be a name, the reason is given without any evidence, too."""
    text = NATIVE.format("To the captain of the ship “The world” is a pub with a view.")
    found = outlet_findings(text)
    assert {source for source, _, _ in found} >= {"fr", "es", "de"}
    assert {(before, why) for _, before, why in found} == {
        ("The world", "it stands at the start of a quotation or a title")
    }


def test_explain_says_that_evidence_is_missing() -> None:
    text = NATIVE.format("The pictures of it, checked by The world, show the fire.")
    assert (
        "fr",
        "The world",
        "the evidence for 'fr' as the source is 0.7, and the rule asks for 2.0",
    ) in outlet_findings(text)


@pytest.mark.parametrize(
    ("sentence", "source", "after"),
    [
        ("It was checked by The world, and by nobody else.", "fr", "Le Monde"),
        ("It was checked by The world, and by nobody else.", "es", "El Mundo"),
        ("It was checked by The world, and by nobody else.", "de", "Die Welt"),
        ("He said so in an interview with The time.", "de", "Die Zeit"),
        ("That is what he told The country on the phone.", "es", "El País"),
        ("The minister was, as The mirror reported, not at home.", "de", "Der Spiegel"),
        ("It was in the daily «Soviet sport» of the day before.", "ru", "«Sovetsky Sport»"),
    ],
)
def test_the_source_decides_which_outlet_is_meant(sentence: str, source: str, after: str) -> None:
    assert after in explain(NATIVE.format(sentence), select=[f"translation/{source}/outlet"], source_lang=source).text


@pytest.mark.parametrize(
    ("sentence", "source", "why"),
    [
        ("They sang “The world” twice. The world did not mind.", "fr", "start of a sentence"),
        ("Even the British tabloid The mirror was there.", "de", "English-speaking country"),
        ("It was in La Croix (“The Cross”) of the week.", "fr", "gloss"),
        ("Then The universal health card of the town was shown.", "es", "another sense"),
        ("In “The time” he read The Time Machine to the boys.", "de", "as English writes a title"),
        ("Then Release reported to the office.", "fr", "nothing beside it"),
        ("According to the Independent newspaper, it was so.", "ru", "with an article"),
        ("He told Brand so. Jo Brand laughed.", "es", "part of a longer name"),
        ("According to Labor, it was so. The Labor Party laughed.", "ru", "part of a longer name"),
        ("According to Law 262 of the year, it was so.", "cs", "name or number after it"),
        ("According to Fact, it was so.", "pl", "name the kind of outlet"),
        ("It was the film The day after the storm.", "es", "a work of that title"),
        ("It was in Gazeta Wyborcza (“Electoral newspaper”) of the week.", "pl", "gloss"),
    ],
)
def test_other_senses_stay_and_say_why(sentence: str, source: str, why: str) -> None:
    found = outlet_findings(NATIVE.format(sentence), source_lang=source)
    assert any(it[0] == source and why in it[2] for it in found), found


@pytest.mark.parametrize(
    "sentence",
    [
        "The world will, of course, be watching.",
        "“The world will, of course, be watching”, said the captain of the ship.",
        "The team was late, and The Times had the photo.",
        "The columnist of The Columbus Republic wrote of it; The Republic printed it.",
        "He was in Time magazine, in The Guardian, The Independent, The Sun and The Star.",
        "PRX’s The World and the BBC had it; Release of the file was on the day.",
        "Labor lost the vote, and Brand told the press so.",
    ],
)
@pytest.mark.parametrize("source", ["fr", "de", "es", "it", "pt", "ru", "pl", "nl", "tr"])
def test_words_and_outlets_of_english_speakers_stay_in_translated_texts(sentence: str, source: str) -> None:
    text = NATIVE.format(sentence)
    assert explain(text, select=["translation"], source_lang=source).text == text


def test_each_language_has_a_table_and_all_of_them_hold_what_was_promised() -> None:
    """Outlets are counted by their own names."""
    rules = [rule for rule in builtin_rules() if "/outlet" in rule.name]
    outlets = {(rule.requires.source, name) for rule in rules for name in table_of(rule).values()}
    assert {source for source, _ in outlets} == set("fr de es it pt ru uk pl cs nl tr zh ja".split())
    assert len(outlets) >= 400


def test_a_names_country_speaks_for_a_title() -> None:
    text = NATIVE.format("It was in the French daily The World of the week.")
    assert "French daily Le Monde" in explain(text, select=["translation"], source_lang="fr").text
