"""The remedy `phrases`: a line that is nothing but one of them is dropped.

Lines and phrases are compared by `phrase_key`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from cleantext.document import Document
from cleantext.edits import Proposal
from cleantext.remembering import remembering, remembering_each
from cleantext.rule import Fixer, Phrases
from cleantext.triggers import Trigger, of_line_beginnings

LONGEST = 120
"""Characters; a longer line is never compared with phrases."""

_OUTER_MARKS = (
    " \t\N{NO-BREAK SPACE}\N{IDEOGRAPHIC SPACE}\N{ZERO WIDTH NO-BREAK SPACE}.…:!。！：»›>→▼▾▸►▶«‹<←|·•×✕+-–—*[]()【】"
)


@remembering
def phrase_key(line: str) -> str:
    """What counts of a short line: no case, no outer marks, straight apostrophes, single spaces.

    Turkish has two letters i, and `İLGİLİ` in lower case has a dot too many: all are one here, as in `folding`.

    >>> phrase_key("» Skip to  main content …"), phrase_key("SIRADAKİ")
    ('skip to main content', 'siradaki')
    """
    key = line.strip(_OUTER_MARKS).casefold().replace("’", "'")
    if not key.isascii():
        key = key.replace("\N{COMBINING DOT ABOVE}", "").replace("\N{LATIN SMALL LETTER DOTLESS I}", "i")
    return " ".join(key.split())


@remembering_each
def phrase_keys(remedy: Phrases | Fixer) -> frozenset[str]:
    """The keys of a remedy's phrases."""
    rows = remedy.by_language if isinstance(remedy, Phrases) else remedy.phrases
    return frozenset(phrase_key(phrase) for row in rows.values() for phrase in row)


def phrase_trigger(remedy: Phrases | Fixer) -> Trigger:
    """The trigger of lines that are nothing but one of the remedy's phrases."""
    return of_line_beginnings(phrase_keys(remedy), alone=True)


def is_phrase(remedy: Phrases | Fixer, line: str) -> bool:
    """Is a line nothing but one of the remedy's phrases?"""
    return len(line) <= LONGEST and phrase_key(line) in phrase_keys(remedy)


def phrase_test(remedy: Phrases | Fixer) -> Callable[[str], bool]:
    """The function that asks whether a line is nothing but one of the remedy's phrases."""
    return partial(is_phrase, remedy)


def propose(remedy: Phrases, document: Document, lines: Sequence[int]) -> Iterator[Proposal]:
    """Propose to drop each of the lines that is a phrase."""
    for number in lines:
        if not is_phrase(remedy, document.line(number)):
            continue
        start, end, _ = document.lines[number]
        reason = f"{document.line(number).strip()!r} is a phrase of page furniture"
        yield Proposal(start, end, "", reason, whole_lines=True)
