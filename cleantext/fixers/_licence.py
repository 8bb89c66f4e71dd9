"""Which lines are sure to be damaged, so that doubtful seams in them may be parted too.

A page that was taken apart carelessly has lost its spaces at each link and line break of a paragraph: where one loss is
sure, others are likely. Sure losses weigh two, shapes that careful authors write now and then weigh one, and two of
weight license a line. On undamaged text a line in some thousands has as much; in damaged paragraphs nine in ten.
"""

from __future__ import annotations

import re

from cleantext.document import Document
from cleantext.fixers._runs import LOWER, UPPER, own_vocabulary, runs
from cleantext.fixers.camel_seam import sure_camels
from cleantext.fixers._splits import sure_splits
from cleantext.fixers.sentence_seam import sure_seams

_SURE = 2
_WEAK = re.compile(
    rf"""(?x)
      (?<![^\s“"«(])(?P<left>[{LOWER}{UPPER}][{LOWER}]{{2,}}),(?P<right>[{LOWER}{UPPER}][{LOWER}]{{2,}})(?=[\s.,;!?])
    | (?<=[{LOWER}]\))(?P<after>[{UPPER}]?[{LOWER}]{{3,}})(?=[\s.,;!?])    # (see above)The
    | (?<!\S)\d{{2,4}}(?P<figure>[{UPPER}][{LOWER}]{{2,}})(?=[\s.,;!?])     # 2022The
    """
)
SHAPES = rf"[{LOWER}][{UPPER}]|[{LOWER}][.!?][{UPPER}]|[{LOWER}],[{LOWER}{UPPER}]|\)[{LOWER}{UPPER}]|\d[{UPPER}][{LOWER}]"
"""What stands in every licensed line but for those that words alone license."""


def is_licensed(document: Document, number: int) -> bool:
    """Does a line show sure damage of its own?"""
    return document.fact(_weight, number) >= _SURE


def _weight(document: Document, number: int) -> int:
    if document.line(number).count(" ") < 2:
        return 0
    sure = {seam.run for seam in sure_camels(document, number)}
    weight = _SURE * (len(sure) + len(sure_seams(document, number)) + _english(document, number))
    return weight if weight >= _SURE else weight + _weak(document, number)


def _english(document: Document, number: int) -> int:
    words = own_vocabulary(document)
    return len(sure_splits(document, number)) if words is not None and words.language == "en" else 0


def _weak(document: Document, number: int) -> int:
    words, line = own_vocabulary(document), document.line(number)
    if words is None or not any(True for _ in runs(line)):
        return 0
    found = set()
    for match in _WEAK.finditer(line):
        named = {name: word for name, word in match.groupdict().items() if word}
        if all(words.is_known(word) for word in named.values()):
            found.add(tuple(named.values()))
    return len(found)
