r"""Characters that a program wrote as escapes, and none read again: `caf\u00e9`, `Espa%C3%B1ol`, `caf=C3=A9`.

Only letters and marks beyond ASCII are taken back, and only in words: a path, an address, a line of code or one that
speaks of escapes has them by right.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from cleantext.document import Document
from cleantext.edits import Proposal
from cleantext.fixers._remedy import chosen_in_table
from cleantext.rule import Rule

_SPEAKS_OF_IT = re.compile(
    r"(?i)\b(?:unicode|utf-?8|ascii|escap\w+|encod\w+|json|python|java|javascript|hex\w*|bytes?|regex\w*|url|mime)\b"
)
_TOKEN = re.compile(r"\S+")
_OF_CODE = frozenset("/&?#_@<>{}[]|$~^")
"""In a token with one of these, escapes are those of an address or of code."""

_PICTURES = "\U0001f300"

_FORMS = {
    "unicode": re.compile(r"(?:\\u[0-9a-fA-F]{4})+"),
    "percent": re.compile("(?:%[89a-fA-F][0-9a-fA-F])+"),
    "quoted-printable": re.compile("(?:=[89A-F][0-9A-F])+"),
}
_UNITS = re.compile(r"\\u([0-9a-fA-F]{4})")


def propose(document: Document, lines: Sequence[int], rule: Rule) -> Iterator[Proposal]:
    """Propose the characters of each run of escapes that is part of a word."""
    form = chosen_in_table(rule, "form", _FORMS)
    pattern, decoded = _FORMS[form], _from_units if form == "unicode" else _from_bytes
    for number in lines:
        start, line = document.lines[number].start, document.contents[number]
        if _SPEAKS_OF_IT.search(line):
            continue
        for first, last, characters in _changes(line, pattern, decoded):
            yield Proposal(start + first, start + last, characters, rule.summary)


def _changes(line: str, pattern: re.Pattern[str], decoded: Callable[[str], str]) -> Iterator[tuple[int, int, str]]:
    for token in _TOKEN.finditer(line):
        if not _OF_CODE.isdisjoint(token[0]):
            continue
        for run in pattern.finditer(token[0]):
            characters = decoded(run[0])
            if _is_of_words(characters) and _is_of_text(pattern.sub("", token[0]), characters):
                yield token.start() + run.start(), token.start() + run.end(), characters


def _is_of_text(rest: str, characters: str) -> bool:
    """Is what else stands in the token of a word, or nothing that speaks against several characters or a picture?"""
    return "\\" not in rest and (_is_word(rest) or len(characters) > 1 or characters >= _PICTURES)


def _is_word(rest: str) -> bool:
    """Are the other characters of the token letters, but for marks around them?"""
    return any(map(str.isalpha, rest)) and not any(map(str.isdigit, rest))


def _is_of_words(characters: str) -> bool:
    """Is every character one that words and sentences beyond ASCII are made of?"""
    return bool(characters) and all(
        it > "\x9f" and (it.isalpha() or it in "«»“”„‘’‚…–—¿¡°€£©®™\N{NO-BREAK SPACE}" or it >= _PICTURES)
        for it in characters
    )


def _from_units(run: str) -> str:
    """The characters of UTF-16 units, pairs of surrogates joined; "" where half of one stands alone."""
    units = "".join(chr(int(it, 16)) for it in _UNITS.findall(run))
    try:
        return units.encode("utf-16-le", "surrogatepass").decode("utf-16-le")
    except UnicodeDecodeError:
        return ""


def _from_bytes(run: str) -> str:
    """The characters of bytes in UTF-8; "" where they are none."""
    try:
        return bytes.fromhex(run.replace("%", "").replace("=", "")).decode()
    except UnicodeDecodeError:
        return ""
