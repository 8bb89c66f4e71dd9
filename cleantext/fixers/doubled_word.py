"""Drop the second of two equal nouns that stand side by side (`the settlement settlement`).

Where one word of the source means what two do, a translator says it twice. Only for a noun after its article or
preposition: people double words for effect (*a long, long time*; *very very*), and so do names (*Bora Bora*).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from cleantext.document import Document
from cleantext.edits import Proposal
from cleantext.rule import Rule

_DOUBLED = re.compile(
    r"(?<![\w’'-])(?:the|a|an|this|that|his|her|its|their|our|of|from|in|at|to) ([a-z]{5,}) (\1)(?![\w’'-])"
)
_ANY_DOUBLED = re.compile(r" ([a-z]{5,}) \1\b")
"""Looser than what is repaired; 80 MB/s."""
_NO_NOUN = re.compile(r"(?:ly|er|est)\Z")
_SAID_TWICE = re.compile(
    r"(?:great|whole|heart|there|never|about|which|where|would|tutti|right|other|pretty|little|hello|chocolate|girls)\Z"
)


def gate(rule: Rule) -> Callable[[Document], bool]:
    """Ask a text for a doubled word: no string that could be a trigger stands in all of them."""
    return _holds_doubled


def _holds_doubled(document: Document) -> bool:
    return _ANY_DOUBLED.search(document.text) is not None


def propose(document: Document, lines: Sequence[int], rule: Rule) -> Iterator[Proposal]:
    """Propose to drop the second word with the space before it."""
    for number in lines:
        line, offset = document.line(number), document.lines[number].start
        for match in _DOUBLED.finditer(line):
            word, end = match[1], match.end()
            effect = _SAID_TWICE.match(word) or _NO_NOUN.search(word) or line[end : end + len(word) + 1] == f" {word}"
            held = "the word may be doubled for effect" if effect else ""
            yield Proposal(offset + match.end(1), offset + end, "", rule.summary, held)
