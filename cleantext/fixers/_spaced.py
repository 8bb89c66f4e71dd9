"""Tell a line whose marks stand apart from their words, as a translator that works on tokens leaves them."""

from __future__ import annotations

import re

_SPACED_MARK = re.compile(r" [,.;](?<=[\w%)\]”’\"] .)(?: (?![.,\d])|$)")  # begins with what is found at once


def is_spaced(line: str) -> bool:
    """Does a comma, semicolon or full stop stand apart from the word before it?

    >>> is_spaced("some 75 % of them , it is said"), is_spaced("some 75 % of them, or .5 ... of it")
    (True, False)
    """
    return _SPACED_MARK.search(line) is not None
