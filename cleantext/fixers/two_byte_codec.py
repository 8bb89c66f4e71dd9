"""Chinese, Japanese or Korean that was read as Latin letters; `cleantext.misreading.eastern` decides.

What some program mended by halves as well is `cleantext.misreading.half_mended`'s; where lines of a text are certain,
they say what its short ones are, the labels of a table or a menu.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from cleantext.document import Document
from cleantext.edits import Proposal
from cleantext.facts.encodings import Change
from cleantext.fixers._examples import why_shown
from cleantext.misreading import eastern, half_mended
from cleantext.rule import Rule
from cleantext.triggers import Trigger, of_pattern

_SUSPECT = f"[¡-þ]{{4}}|{eastern.SUSPECT}"
"""Short labels have four such letters, and are read as the lines around them are."""
_CAPITALS = (range(0xC0, 0xE0), range(0xB0, 0xD0))
_NEARLY_ALL = 0.85
_IS_SUSPECT = re.compile(_SUSPECT).search


def trigger(_: Rule) -> Trigger:
    """Letters with accents in a row."""
    return of_pattern(_SUSPECT)


def propose(document: Document, lines: Sequence[int], rule: Rule) -> Iterator[Proposal]:
    """Propose the characters that were written, run by run."""
    contents = {number: document.contents[number] for number in lines if _IS_SUSPECT(document.contents[number])}
    found = {number: () if _is_in_capitals(line) else eastern.changes(line) for number, line in contents.items()}
    certain = {row: half_mended.codec_of(line) or _agreeing(line, found[row]) for row, line in contents.items()}
    known = Counter(filter(None, certain.values())).most_common(1)
    for number, line in contents.items() if known else ():
        if not found[number]:
            codec = certain[number]
            found[number] = half_mended.changes(line, codec) if codec else _confirmed(line, known[0][0])
    for number, changes in found.items():
        start = document.lines[number].start
        held = why_shown(document, contents[number], changes) if changes else ""
        for first, last, characters in changes:
            yield Proposal(start + first, start + last, characters, rule.summary, held)


def _is_in_capitals(line: str) -> bool:
    """Do nearly all letters lie where the capitals of Russian are in Windows-1251, or in ISO 8859-5?"""
    beyond = [ord(it) for it in line if not it.isascii()]
    return any(sum(it in capitals for it in beyond) >= _NEARLY_ALL * len(beyond) for capitals in _CAPITALS)


def _agreeing(line: str, found: Sequence[Change]) -> half_mended.Eastern | None:
    """The codec that reads all of a line as it was found to be."""
    codecs = (half_mended.KOREAN, half_mended.CHINESE) if found else ()
    return next((codec for codec in codecs if _confirmed(line, codec) == list(found)), None)


def _confirmed(line: str, codec: half_mended.Eastern) -> Sequence[Change]:
    """What a line is whose text has others that are certain: it must be so all of it."""
    return half_mended.changes(line, codec, most_unread=0)
