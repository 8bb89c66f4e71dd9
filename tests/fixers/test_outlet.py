"""The fixer `outlet`: a translated name goes back only where it stands as one, and `explain` tells why it stays."""

from __future__ import annotations

import pytest

from cleantext import explain

NATIVE = "The strike at the port goes on, and the mayor of the town was not to be found. {}"


def outlet_findings(text: str, **hints: str) -> list[tuple[str, str, str]]:
    found = explain(text, select=["translation"], **hints)
    assert found.text == text
    return [(it.rule.split("/")[1], it.before, it.why_not) for it in found.findings if it.rule.endswith("/outlet")]


def test_explain_says_why_ordinary_words_stay_in_a_native_text() -> None:
    """“The world will, of course, …” is never touched, and without evidence the reason is still given."""
    text = NATIVE.format("“The world will, of course, be watching”, said the captain of the ship.")
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
        ("The world does not stop at the pier.", "fr", "start of a sentence"),
        ("Even the British tabloid The Mirror was there.", "de", "English-speaking country"),
        ("It was in La Croix (“The Cross”) of the week.", "fr", "gloss"),
        ("Then The universal health card of the town was shown.", "es", "another sense"),
        ("He read The Time Machine to the boys.", "de", "as English writes a title"),
        ("Then Release went on with the work.", "fr", "nothing beside it"),
        ("According to the Independent newspaper, it was so.", "ru", "with an article"),
        ("He told Brand so. Jo Brand laughed.", "es", "part of a longer name"),
    ],
)
def test_other_senses_stay_and_say_why(sentence: str, source: str, why: str) -> None:
    found = outlet_findings(NATIVE.format(sentence), source_lang=source)
    assert any(it[0] == source and why in it[2] for it in found), found


def test_a_names_country_speaks_for_a_title() -> None:
    text = NATIVE.format("It was in the French daily The World of the week.")
    assert "French daily Le Monde" in explain(text, select=["translation"], source_lang="fr").text
