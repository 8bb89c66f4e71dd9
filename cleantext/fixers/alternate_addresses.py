"""Drop "X's website can also be accessed at the following alternate addresses:" with the hosts listed below it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from cleantext.document import Document
from cleantext.edits import Proposal
from cleantext.fixers._lines import drop
from cleantext.fixers._neighbours import filled
from cleantext.rule import Rule

_NOTICE = re.compile(
    r"\s*(?:.{2,40}['’]s?\s+|the\s+|our\s+|this\s+)?(?:web\s?site|site|page)\s+(?:can|may)\s+(?:also\s+)?be\s+"
    r"(?:also\s+)?(?:accessed|reached|visited|found)\s+(?:at|on|under|via|through)\s+the\s+following\s+"
    r"(?:alternat(?:e|ive)\s+|mirror\s+)?(?:web\s+)?(?:addresse?s?|mirrors?|domains?|links?)\s*:?\s*\Z",
    re.IGNORECASE,
)
_HOST = re.compile(r"\s*(?:https?://)?(?:[a-z0-9-]+\.){1,4}[a-z]{2,12}/?\s*\Z", re.IGNORECASE)
_MOST_HOSTS = 10
_LONGEST = 300


def line_test(_: Rule) -> Callable[[str], bool]:
    """Ask whether a line is such a notice."""
    return _is_notice


def _is_notice(line: str) -> bool:
    return len(line) <= _LONGEST and _NOTICE.match(line) is not None


def propose(document: Document, lines: Sequence[int], rule: Rule) -> Iterator[Proposal]:
    """Propose to drop the notice and the bare hosts after it."""
    for number in lines:
        if not _is_notice(document.line(number)):
            continue
        yield drop(document, number, rule.summary)
        for other in filled(document, number, 1, _MOST_HOSTS):
            if not _HOST.match(document.line(other)):
                break
            yield drop(document, other, rule.summary)
