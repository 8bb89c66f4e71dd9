"""Which indented lines are code, and which are paragraphs of a list."""

from __future__ import annotations

import pytest

from cleantext.document import Document
from cleantext.facts.protected import Protected

INDENTED = {
    "a call and a brace": ("if (tide) {", True),
    "a statement": ("tide = 4;", True),
    "a sentence with a call": (
        "The clerk sets the tide of the old harbour with set_tide(4) before the ferry leaves.",
        True,
    ),
    "a sentence with semicolons": (
        "The ferry left the harbour at eight; the goat of the keeper (as always); nobody else was seen on the quay.",
        False,
    ),
    "a sentence": ("The ferry left the harbour at eight, and nobody but the goat was seen on the quay.", False),
}


@pytest.mark.parametrize(("line", "is_code"), INDENTED.values(), ids=INDENTED)
def test_indented_lines_are_code_by_its_marks(line: str, *, is_code: bool) -> None:
    text = f"• The list of the harbour\n\n    {line}\n"
    start = text.index(line)
    assert (Protected(text, Document(text).lines).protector(start, start + 1, dropping=True) is not None) is is_code
