"""Which lines are sure to be damaged, so that doubtful seams in them may be parted too.

A page that was taken apart carelessly has lost its spaces at each link and line break of a paragraph: where one loss is
sure, others are likely. Sure are what other rules mend without asking, and a mark between two known words; names of two
capitals license a line only in company. Of undamaged text a line in some thousands has as much.

People write without a space after commas, too: *Добре,буду чекати*, in a chat. A page that was taken apart loses spaces
between words as well, so that in a text of several paragraphs a comma is no licence where nothing else was lost.
"""

from __future__ import annotations

import re
from collections.abc import Container, Sequence

from cleantext.document import Document
from cleantext.facts.segments import Vocabulary
from cleantext.fixers._abbreviations import SUFFIXES
from cleantext.fixers._by_grammar import joints_by_grammar
from cleantext.fixers._letters import LOWER, UPPER
from cleantext.fixers._program_names import names_of_program
from cleantext.fixers._runs import camel_runs, cuts_of, own_vocabulary, tokens_with
from cleantext.fixers._splits import may_hold_sure_glue, sure_joints, sure_splits
from cleantext.fixers.camel_seam import may_hold_camel, sure_camels
from cleantext.fixers.sentence_seam import may_hold_seam, sure_seams
from cleantext.remembering import remembering

_FEWEST_CAMELS, _FEWEST_NAMES = 2, 3
_LEAST_SAVED = 4.0
_FEWEST_SPACES, _FEW_LINES = 2, 1
_BETWEEN = re.compile(
    rf"""(?x)
      (?<![^\s“"«(])(?P<left>[{LOWER}{UPPER}][{LOWER}]+)[”»)]?  # Harwich,which
        (?:,(?P<listed>[{LOWER}{UPPER}][{LOWER}]+)|[:;](?P<told>[{LOWER}{UPPER}][{LOWER}]+))(?=[\s.,;:!?’'])
    | (?<![^\s“"«(])(?P<last>[{LOWER}{UPPER}][{LOWER}]{{2,}})\.  # Harbours.Ferries
        (?P<first>[{UPPER}][{LOWER}]{{2,}})(?=[\s,;!?’'])
    | (?<=[{LOWER}][.?!][”»)])(?P<quoted>[{UPPER}][{LOWER}]+)(?=[\s.,;!?])   # “see above.”The
    | (?<=[{LOWER}\d][”»)][.?!])(?P<ended>[{UPPER}][{LOWER}]+)(?=[\s.,;!?])    # (see above).The
    | (?<=[{LOWER}”»])[ \N{{NO-BREAK SPACE}}][:!?»](?P<french>[{UPPER}]?[{LOWER}]+)(?=[\s.,;!?])   # politique :Restons
    | (?<=[{LOWER}]\))(?P<after>[{UPPER}]?[{LOWER}]{{3,}})(?=[\s.,;!?])    # (see above)The
    | (?<!\S)\d{{2,4}}(?P<figure>[{UPPER}][{LOWER}]{{2,}})(?=[\s.,;!?])     # 2022The
    """
)
_COMMA = ("listed",)
_OTHER_MARKS = ("told", "first", "quoted", "ended", "french", "after", "figure")
"""The last groups of the pattern: what people type without a space, and what tells of lost tags."""
_GLUED = re.compile(rf"[,:;.!?»”)\d][{LOWER}{UPPER}]")
"""What all of these have in them; most lines have none. Around it lies the match, one space before it at most."""
_GLUED_OR_QUOTED = re.compile(r"[,:;.!?»”)\d][“„«\"]?[^\W\d_]")
"""What these and all seams of sentences have in them."""
SHAPES = r"[{l}][{u}]|[{l}][.!?][{u}]|[{l}][”»)]?[,:;][{l}{u}]|[)”»][.!?]?[{l}{u}]|[ \xa0][:!?][{l}{u}]|[0-9][{u}][{l}]"
"""What stands in every licensed line but for those that words alone license."""


def is_licensed(document: Document, number: int) -> bool:
    """Does a line show sure damage of its own? Only such lines as `may_be_licensed` lets pass, as in line tests."""
    return may_be_licensed(document.line(number)) and document.fact(_is_licensed, number)


@remembering
def may_be_licensed(line: str) -> bool:
    """Could a line be licensed, as far as can be told without asking for its language?"""
    return line.count(" ") >= _FEWEST_SPACES and (
        may_hold_camel(line)
        or (_GLUED_OR_QUOTED.search(line) is not None and (may_hold_seam(line) or bool(_clause_seams(line))))
        or _are_enough(_camels_but_names(line))
        or may_hold_sure_glue(line)
    )


def _is_licensed(document: Document, number: int) -> bool:
    line, words = document.line(number), own_vocabulary(document)
    if words is None:
        return False
    if sure_seams(document, number) or _has_clause_seam(line, words, _OTHER_MARKS):
        return True
    if _loses_words(document, number, words):
        return True
    if _has_clause_seam(line, words, _COMMA) and (document.fact(_is_short) or document.fact(_is_taken_apart)):
        return True
    return _has_camels(document, number)


def _loses_words(document: Document, number: int, words: Vocabulary) -> bool:
    """Were two words of a line run together for sure, with no mark between them?"""
    if sure_camels(document, number):
        return True
    if words.language != "en":
        return bool(joints_by_grammar(document, number))
    return bool(sure_splits(document, number) or sure_joints(document, number))


def _is_short(document: Document) -> bool:
    """Is a text too short to show whether it was taken apart?"""
    return sum(line.count(" ") >= _FEWEST_SPACES for line in document.contents) <= _FEW_LINES


def _is_taken_apart(document: Document) -> bool:
    """Did a text lose spaces at other places than behind commas and the like?"""
    words = own_vocabulary(document)
    return words is not None and any(
        _has_clause_seam(line, words, _OTHER_MARKS) or _loses_words(document, number, words)
        for number, line in enumerate(document.contents)
        if may_be_licensed(line)
    )


def _has_clause_seam(line: str, words: Vocabulary, kinds: Container[str]) -> bool:
    """Does a mark of these kinds stand between two known words?"""
    return any(kind in kinds and all(map(words.is_known, found)) for kind, *found in _clause_seams(line))


def _clause_seams(line: str) -> Sequence[Sequence[str]]:
    """The kind of each mark without a space, and the words beside it."""
    matches = (
        match
        for start, token in tokens_with(_GLUED, line)
        for match in _BETWEEN.finditer(line, max(0, start - 1), start + len(token) + 1)
    )
    found = ([match.lastgroup or "", *(word for word in match.groups() if word)] for match in matches)
    return [seam for seam in found if seam[-1].lower() not in SUFFIXES]


def _has_camels(document: Document, number: int) -> bool:
    """Do capitals stand in two words, of which one begins with a small letter, or in three?

    Names of two words stand side by side where products are told of: *AppDynamics, StreamCast*.
    """
    found, clear = _camels_but_names(document.line(number)), list[str]()
    for looked_at, run in enumerate(found):
        if not _are_enough([*clear, *found[looked_at:]]):
            return False
        if any(cut.kind == "camel" and cut.saved >= _LEAST_SAVED for cut in cuts_of(document, run)):
            clear.append(run)
            if _are_enough(clear):
                return True
    return False


def _camels_but_names(line: str) -> Sequence[str]:
    """The different runs of a line that show a cut by a capital, but for names of a program."""
    names = names_of_program(line)
    return list(dict.fromkeys(run for _, run in camel_runs(line) if run not in names))


def _are_enough(runs: Sequence[str]) -> bool:
    return len(runs) >= _FEWEST_NAMES or (len(runs) >= _FEWEST_CAMELS and any(run[0].islower() for run in runs))
