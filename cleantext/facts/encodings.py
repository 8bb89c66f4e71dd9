"""Does a text speak of encodings? Then it shows mojibake on purpose: "the page had Ã© where é belongs"."""

from __future__ import annotations

import re

from cleantext.facts.layout import in_parts

_NAMES = ("mojibake", "文字化け", "кракозябр", "zeichensalat", "乱码")
_MOJIBAKE = re.compile(r"(?i)\bmojibake\b|文字化け|кракозябр|\bZeichensalat\b|乱码")
_UTF_8 = re.compile(r"(?i)(?<!=)(?<![=]\")\bUTF-?8\b")
_ONE_BYTE = re.compile(
    r"(?i)(?<!=)(?<![=]\")\b(?:latin[- ]?1|iso[- ]?8859(?:-\d+)?|(?:windows|cp)-?125\d|mac ?roman)\b"
)
"""Not those that a header declares (`charset=utf-8`)."""


def is_about_encodings(text: str) -> bool:
    """Does a text name mojibake, or the two encodings whose mixing up makes it?

    >>> is_about_encodings("In UTF-8 the letter has two bytes, and Latin-1 shows each of them.")
    True
    >>> is_about_encodings("Content-Type: text/html; charset=utf-8, or else charset=iso-8859-1")
    False
    """
    names_utf_8 = False
    for _, part in in_parts(text):
        small = part.lower()  # searched for a string in a tenth of the time
        if any(name in small for name in _NAMES) and _MOJIBAKE.search(part):
            return True
        names_utf_8 = names_utf_8 or "utf" in small
    return names_utf_8 and _UTF_8.search(text) is not None and _ONE_BYTE.search(text) is not None
