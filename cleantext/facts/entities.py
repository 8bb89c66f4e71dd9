"""Whether a text shows HTML entities on purpose: then they are what it is about, and no damage."""

from __future__ import annotations

import re

_ANY = r"&[#]?\w+;"
_OF_SYNTAX = r"&(?:amp|lt|gt|quot|apos|nbsp|[#]3[489]|[#]6[02]|[#]160);"
_WITHOUT_SPACES = rf"(?!&nbsp;|&[#]160;){_OF_SYNTAX}"
_OF_QUOTES = r"&(?:quot|apos|[#]34|[#]39);"
_COMMON = r"&(?:amp;)?(?:amp|lt|gt|quot|apos|nbsp|copy|[#]\d{2,4}|[#]x[0-9A-Fa-f]{2,4});"

_QUOTED = "|".join(rf"(?<!\w){a}{_ANY}{b}(?!\w)" for a, b in ('""', "''", "``", "“”", "‘’"))
"""Quotes become '&quot;'."""
_IN_BRACKETS = rf"(?<!\S)[(\[]{_OF_SYNTAX}[)\]]"
"""A space (&nbsp;); but "[&hellip;]" is what a page has where it was cut."""
_ESCAPED = rf"\\{_ANY}"
_LISTED = rf"(?<!\S)(?P<one>{_COMMON})(?:,\s+|\s+(?:and|or|und|oder|et|ou)\s+)(?!(?P=one)){_COMMON}"
"""Write &lt; and &gt;."""
_IN_TABLE = r"\\[xu][0-9A-Fa-f]{2,4}\s+&\w+;"
"""A code and its entity: \\xa3 &pound;."""
_SPOKEN_OF = (
    rf"\b(?:of|from|as|to|with|by|into)\s(?:{_WITHOUT_SPACES}(?=[.,;:)]|$)"
    rf"|{_OF_QUOTES}\s(?:to|into|as|with|by|and|or|in)\b)"
)
"""The trouble with &#38;, a mapping of &quot; to a mark."""

_SHOWN = re.compile("|".join((_QUOTED, _IN_BRACKETS, _ESCAPED, _LISTED, _IN_TABLE, _SPOKEN_OF)), re.MULTILINE)

_ALONE = re.compile(r"(?<!\S)&\w+;(?!\S)")
_LEAST_OF_TABLE = 12
"""Different ones; a page's own marks are fewer."""

_MARKUP = r"(?:x?html5?|xml|sgml)"
_ENTITIES = (
    r"(?:entit(?:y|ies|és?|à|ades?|ät(?:en)?)|entidad(?:es)?|entiteiten|encj[aei]|entit[auy]"
    r"|character references?|сущност\w+|мнемоник\w+)"
)
_ABOUT = re.compile(
    rf"(?i)\b(?:{_MARKUP}[ -](?:\w+ )?{_ENTITIES}|{_ENTITIES}(?: \w+)? {_MARKUP}"
    r"|(?:predefined|named|character|numeric) entit(?:y|ies))\b"
)


def is_about_entities(text: str) -> bool:
    """Does a text name them? Then a table further down lists them: "Entities of XML" above "&lt;" and "less than".

    >>> is_about_entities("Which XML entities are predefined?"), is_about_entities("Fish &amp; chips")
    (True, False)
    """
    return _ABOUT.search(text) is not None


def shows_entities(text: str) -> bool:
    """Does an entity stand in a text where its character would not? Then the others are shown, too.

    >>> shows_entities('Quotes become "&quot;" there.'), shows_entities("Fish &amp; chips (&hellip;)")
    (True, False)
    """
    return _SHOWN.search(text) is not None or len({it[0] for it in _ALONE.finditer(text)}) >= _LEAST_OF_TABLE
