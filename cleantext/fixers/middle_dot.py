"""Write the middle dot and the long-vowel mark of Japanese, left between English words, as a hyphen or a dash.

Between the parts of a word or a name the dot is a hyphen (`part・time`, `Saint・Germain`); where one of its sides is a
space or a bracket, it parts headlines or items and is a dash. At the beginning of a line it is the dot of a list, which
has its own rule.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cleantext.document import Document
from cleantext.edits import Proposal
from cleantext.fixers._east_asian import is_beside_east_asian
from cleantext.remedies.matching import on_lines
from cleantext.rule import Rule

_DOT = "\N{KATAKANA MIDDLE DOT}"
_BAR = "\N{KATAKANA-HIRAGANA PROLONGED SOUND MARK}"
_INSIDE = rf"(?P<inside>(?<=[A-Za-z0-9À-ÿ]){_DOT}(?=[A-Za-z0-9À-ÿ]))"
_BETWEEN = rf"(?<=[\w)\]”’\"'.!?%]) ?{_DOT} ?(?=[A-Z0-9(“\"'])|(?<=[\w)\]”’\"]) ?{_BAR} ?(?=[A-Z])"
_MARK = re.compile(f"{_INSIDE}|{_BETWEEN}")


def propose(document: Document, lines: Sequence[int], rule: Rule) -> Iterator[Proposal]:
    """Propose the English mark."""
    for start, match in on_lines(_MARK.finditer, document, lines):
        held = "it stands beside characters of its own script" if is_beside_east_asian(match, near=1) else ""
        after = "-" if match["inside"] else " - "
        yield Proposal(start + match.start(), start + match.end(), after, rule.summary, held)
