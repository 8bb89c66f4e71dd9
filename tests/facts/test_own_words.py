"""Hold what is asked of single words to what `Document.words` counts."""

import random

import pytest

from cleantext.document import Document
from cleantext.facts.own_words import WordsOf, small_words, stands_more_often

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
def test_words_are_counted_as_in_the_document(text: str) -> None:
    """Words of letters alone stand as often as the document counts them, and no oftener."""
    counts = Document(text).words
    for word in ("ferry", "Ferry", "quay", "été", "паром", "Straße", "err"):
        assert stands_more_often(text, word, counts[word] - 1) or not counts[word]
        assert not stands_more_often(text, word, counts[word])
        assert (word in WordsOf(text)) == (word in counts)
