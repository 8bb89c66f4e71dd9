"""Part a word from the ending with an apostrophe that stands before it (`the harbour'sferries`, `don'tread`)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from cleantext.document import Document
from cleantext.edits import Proposal
from cleantext.facts.lexicon import Lexicon, lexicon
from cleantext.fixers._letters import trigger_by
from cleantext.remedies.matching import on_lines
from cleantext.rule import Rule
from cleantext.triggers import Trigger

_SEAM = re.compile(
    r"""(?x)
    (?<![\w'’@#/.-])
    (?: [A-Za-z]{2,}['’](?P<owner>s)
      | (?i:are|ca|could|did|do|does|had|has|have|is|must|need|should|was|were|wo|would)n['’](?P<not>t)
      | (?:I|[A-Za-z][a-z]+)['’](?P<verb>re|ve|ll) )
    (?P<word>[A-Z]?[a-z]{2,}|[A-Z]{3,})
    (?=[\s,;:!?”")]|[.](?:\s|$)|$)
    """
)
_SHAPE = re.compile(r"['’](?:s|t|re|ve|ll)[A-Za-z]{3}")
_LEAST_LETTERS, _KNOWN, _MOST_TOGETHER = 3, 3.0, 2.0
"""*sour* and *treason* are words, but what somebody once typed (*sclub*) is none."""

_OF_NAMES = frozenset("che chen cher ches chem".split())
"""German makes adjectives of names: *Ohm'sche*, *Grimm'schen*, in English texts too."""
_OF_PLANTS = frozenset("bane wort".split())
"""*wolf'sbane*, as old books have it."""


def trigger(_: Rule) -> Trigger:
    """An ending that goes on with letters; literals of it stand in every text."""
    return trigger_by("[{l}{u}]['’](?:s|t|re|ve|ll)[{l}{u}][{l}{u}][{l}{u}]")


def line_test(_: Rule) -> Callable[[str], bool]:
    """Ask for the same, by the apostrophe."""
    return lambda line: _SHAPE.search(line) is not None


def propose(document: Document, lines: Sequence[int], rule: Rule) -> Iterator[Proposal]:
    """Propose a space after each ending that goes on with a known word, where the two together are none."""
    words = lexicon("en")
    if words is None:
        return
    for start, match in on_lines(_SEAM.finditer, document, lines):
        if match["owner"] and (match["word"] in _OF_NAMES or match["word"] in _OF_PLANTS):
            continue
        if _are_two(ending := match["owner"] or match["not"] or match["verb"], match["word"], words):
            place = start + match.start("word")
            yield Proposal(place, place, " ", f"no word goes on behind {ending!r} as {match['word']!r} does")


def _are_two(ending: str, word: str, words: Lexicon) -> bool:
    known = len(word) >= _LEAST_LETTERS and words.frequency(word) >= _KNOWN
    return known and words.frequency(ending + word) < _MOST_TOGETHER
