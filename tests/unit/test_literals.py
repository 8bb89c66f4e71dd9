"""Literals as a tree find what they find as branches side by side, the longest first."""

import re

from hypothesis import given
from hypothesis import strategies as st

from cleantext.remedies.literals import one_of

LETTERS = st.text("ab'-. ]^\\é", min_size=1, max_size=5)


@given(st.sets(LETTERS, min_size=1, max_size=30), st.text("ab'’-. ]^\\éx", max_size=40), st.booleans())
def test_same_places(literals: set[str], text: str, whole: bool) -> None:
    """Every match begins and ends where that of the plain alternation does, with or without a word's end after it."""
    longest_first = sorted(literals, key=lambda it: (-len(it), it))
    plain = "|".join(re.escape(it).replace("'", "['’]") for it in longest_first)
    end = r"\b" if whole else ""
    found = [[it.span() for it in re.finditer(f"(?:{pattern}){end}", text)] for pattern in (plain, one_of(literals))]
    assert found[0] == found[1]


def test_many_beginnings() -> None:
    """Where more letters begin a literal than are tried one by one, one look ahead tells whether any does."""
    literals = [f"{first}-{second}" for first in "abcdefghij'" for second in "xyz"] + ["a"]
    pattern = one_of(literals)
    assert "(?=[" in pattern
    assert re.findall(pattern, "a-x ’-y j-z k-x a- a") == ["a-x", "’-y", "j-z", "a", "a"]


def test_none() -> None:
    """No literal, no match."""
    assert re.search(one_of([]), "") is None
