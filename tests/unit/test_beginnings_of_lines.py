"""Literals that begin a line are found by its beginning just where a scanner for all literals finds them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cleantext.scanner.literals import Literals, PlainLiterals, parted

LITERALS = [
    "\nhome", "\nhome page", "\nhomes", "\nho", "\nreply\n", "\né-mail", "\nhom", "log in", "\n\nmore", "home",
    "\nвой", "\nвойти",
]  # fmt: skip
PIECES = [*LITERALS, "home", "hom", "e", " ", "page", "\n", "вой", "ти", "-mail"]


def test_some_are_looked_up_and_some_are_scanned_for() -> None:
    first, others = parted(LITERALS)
    assert [LITERALS[number] for number in others] == ["\nho", "\nreply\n", "\nhom", "log in", "\n\nmore", "home"]
    assert sorted([*first, *others]) == list(range(len(LITERALS)))


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_the_answers_are_those_of_one_scanner_for_all(text: str) -> None:
    content = text.encode()
    found = Literals(LITERALS, PlainLiterals).hits(content)
    assert sorted(found) == sorted(PlainLiterals(LITERALS).hits(content))
