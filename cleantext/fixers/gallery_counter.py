"""Drop the counter of a picture gallery ("1 / 15"), and the agency's copyright line beside it.

Columns of figures, fractions and scores look alike, so a counter stands alone: no neighbouring line is made
of figures, the first number is not above the second, and the pictures are at least three.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from cleantext.document import Document
from cleantext.edits import Proposal
from cleantext.fixers._lines import drop
from cleantext.fixers._neighbours import filled
from cleantext.rule import Rule

_COUNTER = re.compile(
    r"\s*(?:(?:image|photo|picture|slide|foto|bild|imagen|immagine|afbeelding)\s+)?"
    r"(\d{1,3})\s(?:/|of|von|de|di|van|sur)\s(\d{1,3})\s*(?:photos|pictures|images|slides|fotos|bilder)?\s*\Z",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]{3}")
_RIGHTS = re.compile(r"\s*(?:copyright|©|\(c\))\s*(?:©\s*)?(?:(?:19|20)\d\d\b)?[^.!?]{2,60}\Z", re.IGNORECASE)
_LEAST_PICTURES = 3
_SCALES = frozenset({4, 5, 6, 8, 10, 16, 20, 100})
"""What a review's mark or a time signature is counted of: "8 / 10", "7 / 8"; there only the first picture is sure."""


def line_test(_: Rule) -> Callable[[str], bool]:
    """Ask whether a line is a counter."""
    return lambda line: _COUNTER.match(line) is not None


def propose(document: Document, lines: Sequence[int], rule: Rule) -> Iterator[Proposal]:
    """Propose to drop counters and the rights lines right beside them."""
    for number in lines:
        match = _COUNTER.match(document.line(number))
        if match is None or not _counts_pictures(int(match[1]), int(match[2])):
            continue
        beside = [*filled(document, number, -1), *filled(document, number, 1)]
        held = "" if beside and all(_WORD.search(document.line(n)) for n in beside) else "it stands among figures"
        yield drop(document, number, rule.summary, held=held)
        for other in beside:
            if not held and _RIGHTS.match(document.line(other)):
                yield drop(document, other, "The agency's copyright line beside the counter of its gallery.")


def _counts_pictures(number: int, total: int) -> bool:
    return 1 <= number <= total >= _LEAST_PICTURES and (number == 1 or total not in _SCALES)
