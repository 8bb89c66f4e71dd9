"""Which seams of a line that shows other damage are clear enough to part its words there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, pairwise
from operator import attrgetter

from cleantext.document import Document
from cleantext.facts.joint_words import HEADS
from cleantext.facts.joints import is_clear
from cleantext.facts.lexicon import lexicon
from cleantext.facts.segments import Cut, Vocabulary
from cleantext.fixers._by_grammar import joints_by_grammar
from cleantext.fixers._letters import LOWER
from cleantext.fixers._licence import is_licensed
from cleantext.fixers._program_names import is_of_program
from cleantext.fixers._runs import (
    Seam,
    camel_runs,
    has_camel,
    is_beside_hyphen,
    own_vocabulary,
    seams_of,
    stands_in_quotation_marks,
)

_LEAST_IN_COMPOUND = 4.5
_SHORTEST_IN_COMPOUND = 4
_MOST_IN_PROSE = 0.1
"""Words with a capital inside, of all of a line's: menus that were run together hold more."""
_LONGEST_BEFORE = 40
_MARKS = tuple(",.;)’'”")
_LEAST_MORE_IN_ENGLISH = 0.6
"""How much commoner a word is there, on the Zipf scale: many an English word is one of other languages, too."""
_SMALL_WORD_BEFORE = re.compile(rf"(?<![^\W_])[{LOWER}]+ \Z")


def clear_seams(document: Document, number: int) -> Sequence[Seam]:
    """The clear seams of a licensed line."""
    licensed = is_licensed(document, number) or joints_by_grammar(document, number)
    words = own_vocabulary(document) if licensed else None
    if words is None:
        return ()
    seams, line = seams_of(document, number), document.line(number)
    clear = [it for it in seams if is_clear(it.cut, it.run, words) and not _is_doubtful(it, line)]
    clear = [it for it in clear if not (it.cut.kind == "camel" and _is_meant(it, document, number, words))]
    kept = _between_words(clear, seams, words)
    return tuple(it for it in kept if not (_is_name(it, line, words) and document.fact(_has_few_camels, number)))


def _is_meant(seam: Seam, document: Document, number: int, words: Vocabulary) -> bool:
    """Does a capital stand within a word by right: a name in a program, a quoted one (“realHarbourMaster”), a brand?"""
    if is_of_program(seam, document, number):
        return True
    in_marks = stands_in_quotation_marks(document.line(number), seam.start, seam.run)
    return in_marks or _is_english_name(seam.cut, words)


def _is_doubtful(seam: Seam, line: str) -> bool:
    """Is it part of a compound with a hyphen, and neither a capital nor much else speaks for it?"""
    if seam.cut.saved >= _LEAST_IN_COMPOUND or has_camel(seam.run):
        return False
    return is_beside_hyphen(line, seam.start, seam.run)


def _between_words(clear: Sequence[Seam], seams: Sequence[Seam], words: Vocabulary) -> Iterator[Seam]:
    """Leave out each seam beside which pieces would remain that are no word together: *στη|του* of *επι|στη|του*."""
    clear_of, seams_of_run = _by_run(clear), _by_run(seams)
    for start, its in clear_of.items():
        yield from _between_words_of_run(its, seams_of_run[start], words)


def _by_run(seams: Sequence[Seam]) -> Mapping[int, Sequence[Seam]]:
    return {start: list(its) for start, its in groupby(seams, key=attrgetter("start"))}


def _between_words_of_run(clear: Sequence[Seam], seams: Sequence[Seam], words: Vocabulary) -> Sequence[Seam]:
    kept = [seam for seam in clear if _is_between_words(seam, clear, seams, words)]
    return kept if len(kept) == len(clear) else _between_words_of_run(kept, seams, words)


def _is_between_words(seam: Seam, clear: Sequence[Seam], seams: Sequence[Seam], words: Vocabulary) -> bool:
    place, run = seam.cut.place, seam.run
    parted = [0, *(it.cut.place for it in clear), len(run)]
    bounds = max(it for it in parted if it < place), place, min(it for it in parted if it > place)
    doubtful = [it.cut.place for it in seams if _is_too_short(it.cut)]
    return seam.cut.kind == "camel" or all(
        words.is_known(run[start:end]) or not any(start < it < end for it in doubtful)
        for start, end in pairwise(bounds)
    )


def _is_too_short(cut: Cut) -> bool:
    """Are the pieces at a cut too short for the parts of a compound?"""
    return cut.kind == "small" and min(len(cut.left), len(cut.right)) < _SHORTEST_IN_COMPOUND


def _has_few_camels(document: Document, number: int) -> bool:
    """Is a line one of prose, as far as capitals within words tell?"""
    line = document.line(number)
    return len(camel_runs(line)) < _MOST_IN_PROSE * line.count(" ")


def _is_english_name(cut: Cut, words: Vocabulary) -> bool:
    """Do two English words make a name in a text of another language: *KnowledgeCamp*?"""
    english = lexicon("en")
    return (
        words.language != "en"
        and english is not None
        and all(
            english.frequency(it) >= words.frequency_in_language(it) + _LEAST_MORE_IN_ENGLISH
            for it in (cut.left, cut.right)
        )
    )


def _is_name(seam: Seam, line: str, words: Vocabulary) -> bool:
    """Do two English words make a name, beside a small word or a mark: *to HarbourCare*, *QuayVault,*?"""
    left, right = seam.cut.left, seam.cut.right
    if words.language != "en" or seam.cut.kind != "camel" or left[0].islower() or left == "The":
        return False
    if right == "I" or right.lower() in HEADS["en"]:
        return False
    start, end = seam.start, seam.start + len(seam.run)
    before, behind = line[max(0, start - _LONGEST_BEFORE) : start], line[end : end + 1]
    return behind in _MARKS or _SMALL_WORD_BEFORE.search(before) is not None
