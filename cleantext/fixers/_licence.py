"""Which lines are sure to be damaged, so that doubtful seams in them may be parted too.

A page that was taken apart carelessly has lost its spaces at each link and line break of a paragraph: where one loss is
sure, others are likely. Sure are what other rules mend without asking, and a mark between two known words; names of two
capitals license a line only in company. Of undamaged text a line in some thousands has as much.
"""

from __future__ import annotations

import re

from cleantext.document import Document
from cleantext.facts.segments import Vocabulary
from cleantext.fixers._runs import LOWER, UPPER, camel_runs, camel_seams_of, own_vocabulary
from cleantext.fixers._splits import sure_joints, sure_splits
from cleantext.fixers.camel_seam import sure_camels
from cleantext.fixers.sentence_seam import SUFFIXES, sure_seams

_FEWEST_CAMELS, _FEWEST_NAMES = 2, 3
_LEAST_SAVED = 4.0
_FEWEST_SPACES = 2
_BETWEEN = re.compile(
    rf"""(?x)
      (?<![^\s“"«(])(?P<left>[{LOWER}{UPPER}][{LOWER}]+)[”»)]?[,:;]  # Harwich,which
        (?P<right>[{LOWER}{UPPER}][{LOWER}]+)(?=[\s.,;:!?’'])
    | (?<![^\s“"«(])(?P<last>[{LOWER}{UPPER}][{LOWER}]{{2,}})\.  # Harbours.Ferries
        (?P<first>[{UPPER}][{LOWER}]{{2,}})(?=[\s,;!?’'])
    | (?<=[{LOWER}][.?!][”»)])(?P<quoted>[{UPPER}][{LOWER}]+)(?=[\s.,;!?])   # “see above.”The
    | (?<=[{LOWER}\d][”»)][.?!])(?P<ended>[{UPPER}][{LOWER}]+)(?=[\s.,;!?])    # (see above).The
    | (?<=[{LOWER}”»])[ \N{{NO-BREAK SPACE}}][:!?»](?P<french>[{UPPER}]?[{LOWER}]+)(?=[\s.,;!?])   # politique :Restons
    | (?<=[{LOWER}]\))(?P<after>[{UPPER}]?[{LOWER}]{{3,}})(?=[\s.,;!?])    # (see above)The
    | (?<!\S)\d{{2,4}}(?P<figure>[{UPPER}][{LOWER}]{{2,}})(?=[\s.,;!?])     # 2022The
    """
)
SHAPES = r"[{l}][{u}]|[{l}][.!?][{u}]|[{l}][”»)]?[,:;][{l}{u}]|[)”»][.!?]?[{l}{u}]|[ \xa0][:!?][{l}{u}]|[0-9][{u}][{l}]"
"""What stands in every licensed line but for those that words alone license."""


def is_licensed(document: Document, number: int) -> bool:
    """Does a line show sure damage of its own?"""
    return document.fact(_is_licensed, number)


def _is_licensed(document: Document, number: int) -> bool:
    line = document.line(number)
    words = own_vocabulary(document) if line.count(" ") >= _FEWEST_SPACES else None
    if words is None:
        return False
    if sure_camels(document, number) or sure_seams(document, number):
        return True
    if words.language == "en" and (sure_splits(document, number) or sure_joints(document, number)):
        return True
    return _has_clause_seam(line, words) or _has_camels(document, number)


def _has_clause_seam(line: str, words: Vocabulary) -> bool:
    """Does a mark stand between two known words?"""
    for match in _BETWEEN.finditer(line):
        found = [word for word in match.groups() if word]
        if all(map(words.is_known, found)) and found[-1].lower() not in SUFFIXES:
            return True
    return False


def _has_camels(document: Document, number: int) -> bool:
    """Do capitals stand in two words, of which one begins with a small letter, or in three?

    Names of two words stand side by side where products are told of: *AppDynamics, StreamCast*.
    """
    if len({run for _, run in camel_runs(document.line(number))}) < _FEWEST_CAMELS:
        return False
    seams = camel_seams_of(document, number)
    clear = {seam.run for seam in seams if seam.cut.kind == "camel" and seam.cut.saved >= _LEAST_SAVED}
    return len(clear) >= (_FEWEST_CAMELS if any(run[0].islower() for run in clear) else _FEWEST_NAMES)
