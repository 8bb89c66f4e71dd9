"""UTF-8 that was read as a one-byte codec which ftfy does not try, or in sequences that it is wary of.

What ftfy repairs in the same line is another rule's, which goes first; `cleantext.misreading.sequences` decides.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from cleantext.document import Document
from cleantext.edits import Proposal
from cleantext.facts.encodings import Change
from cleantext.fixers._examples import why_shown
from cleantext.misreading import runs, sequences
from cleantext.rule import Rule


def block_test(_: Rule) -> Callable[[str], bool]:
    """Tell where neighbours stand that hardly any text has."""
    return runs.may_be_suspect


def line_test(_: Rule) -> Callable[[str], bool]:
    """The same of a line, and for sure."""
    return runs.is_suspect


def propose(document: Document, lines: Sequence[int], rule: Rule) -> Iterator[Proposal]:
    """Propose the characters that sequences stand for, run by run.

    The mark of a hashtag goes with its run (`#С„СѓС‚Р±РѕР»`): addresses are changed as a whole or not at all.
    """
    for number in lines:
        start, line = document.lines[number].start, document.contents[number]
        changes = sequences.changes(line)
        held = why_shown(document, line, changes) if changes else ""
        for first, last, characters in _joined(changes):
            mark = line[first - 1 : first] if line[first - 1 : first] in ("#", "@") else ""
            yield Proposal(start + first - len(mark), start + last, mark + characters, rule.summary, held)


def _joined(changes: Sequence[Change]) -> Sequence[Change]:
    """Join changes that touch."""
    joined: list[Change] = []
    for start, end, character in changes:
        if joined and joined[-1][1] == start:
            first, _, before = joined[-1]
            joined[-1] = (first, end, before + character)
        else:
            joined.append((start, end, character))
    return joined
