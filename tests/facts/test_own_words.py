"""Hold what is asked of single words to what is counted of all."""

import random

import pytest

from cleantext.document import Document
from cleantext.facts import own_words
from cleantext.facts.own_words import OwnWords, small_words

TEXTS = (
    "The ferry's quay, the 'Kalinka' and the FERRY; the ferry of 3ferry and ferry_ and x'ferry.",
    "rock''n'roll '''ferry''' ’tis the harbour’s ferry’ — “ferry”, Ferry-ferry",
    "Straße, STRASSE, İzmir und die Fähre; l’été, «été» ΟΔΟΣ οδος.",
    "Паром в порту, паром-паром, 'паром' и парома.",
    "",
)


def jumbled(seed: int) -> str:
    pieces = random.Random(seed).choices(  # noqa: S311 - a test repeats itself
        ["ferry", "Ferry", "quay", "été", "’", "'", " ", "\n", "-", "3", "_", "—"], k=60
    )
    return "".join(pieces)


ALL = (*TEXTS, *map(jumbled, range(50)))


@pytest.mark.parametrize("text", ALL, ids=range(len(ALL)))
def test_small_words_are_those_of_the_document(text: str) -> None:
    """But for words with an apostrophe, which may be there or not."""
    expected = {word.lower() for word in Document(text).words if not {*"'’"} & {*word}}
    assert {word for word in small_words(text) if "'" not in word} == expected


@pytest.mark.parametrize("text", ALL, ids=range(len(ALL)))
def test_words_are_found_as_often_as_they_are_counted(text: str) -> None:
    own = OwnWords(text)
    for word in ("ferry", "Ferry", "quay", "été", "паром", "Straße", "err"):
        assert own.stand_more_often(word, own.counts[word] - 1) or not own.counts[word]
        assert not own.stand_more_often(word, own.counts[word])
        assert (word in own) == (word in own.counts)


def test_a_long_text_is_not_searched_for_each_word(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "The ferry left the quay, and the ferry came back. "
    monkeypatch.setattr(own_words, "_LONG", 10)
    own = OwnWords(text)
    assert (own.stand_more_often("ferry", 1), own.stand_more_often("ferry", 2), "qua" in own) == (True, False, False)
    assert "counts" in vars(own)
