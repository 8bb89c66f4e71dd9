"""Mojibake that a text shows as an example."""

from __future__ import annotations

from collections.abc import Sequence

from cleantext.document import Document
from cleantext.facts.encodings import Change, is_about_encodings, shown_on_purpose


def why_shown(document: Document, line: str, changes: Sequence[Change]) -> str:
    """Say why what is broken in a line may be an example; "" if nothing tells."""
    if document.of_text(is_about_encodings):
        return "the text is about encodings"
    return "the line shows what it stands for" if shown_on_purpose(line, changes) else ""
