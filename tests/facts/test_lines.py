"""Lines that are cut out of a text when asked for are those that it is split into."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleantext.facts import lines
from cleantext.facts.lines import Contents, Lines, contents_of

_TEXTS = st.text(alphabet="ab\n\r", max_size=40)


@pytest.fixture(autouse=True)
def _small_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lines, "BLOCK", 3)
    monkeypatch.setattr(lines, "_PART", 4)
    monkeypatch.setattr(lines, "_LONG", 5)
    monkeypatch.setattr(lines, "_NEAR", 2)


@given(_TEXTS)
def test_lines_have_their_contents_and_ends(text: str) -> None:
    found = list(Lines(text))
    assert [text[line.start : line.end] for line in found] == contents_of(text)
    assert "".join(text[line.start : line.next] for line in found) == text
    assert list(Lines(text, contents_of(text))) == found


@given(_TEXTS, st.slices(12))
def test_contents_are_those_of_the_list(text: str, some: slice) -> None:
    contents, split = Contents(text, Lines(text)), contents_of(text)
    assert list(contents) == split
    assert [contents[number] for number in range(-len(split), len(split))] == [*split, *split]
    assert contents[some] == split[some]
