"""Close the space before a percent sign where the marks of the same line stand apart from their words, too."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from cleantext.document import Document
from cleantext.edits import Proposal
from cleantext.fixers._spaced import is_spaced
from cleantext.rule import Rule

_SPACE = re.compile(r"(?<=[0-9])[ \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}](?=%(?:[\s,.;:!?)”’–-]|$)(?! ?[\d(]))")


def line_test(_: Rule) -> Callable[[str], bool]:
    """Ask a line for marks that stand apart."""
    return lambda line: is_spaced(line) and _SPACE.search(line) is not None


def propose(document: Document, lines: Sequence[int], rule: Rule) -> Iterator[Proposal]:
    """Propose to drop the space."""
    for number in lines:
        line, offset = document.line(number), document.lines[number].start
        for match in _SPACE.finditer(line) if is_spaced(line) else ():
            yield Proposal(offset + match.start(), offset + match.end(), "", rule.summary)
