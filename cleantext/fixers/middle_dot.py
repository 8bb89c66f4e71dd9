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
from cleantext.rule import Rule

_DOT = "\N{KATAKANA MIDDLE DOT}"
_BAR = "\N{KATAKANA-HIRAGANA PROLONGED SOUND MARK}"
_INSIDE = rf"(?P<inside>(?<=[A-Za-z0-9À-ÿ]){_DOT}(?=[A-Za-z0-9À-ÿ]))"
_BETWEEN = rf"(?<=[\w)\]”’\"'.!?%]) ?{_DOT} ?(?=[A-Z0-9(“\"'])|(?<=[\w)\]”’\"]) ?{_BAR} ?(?=[A-Z])"
_MARK = re.compile(f"{_INSIDE}|{_BETWEEN}")
_EAST_ASIAN = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


def propose(document: Document, lines: Sequence[int], rule: Rule) -> Iterator[Proposal]:
    """Propose the English mark."""
    for number in lines:
        line, offset = document.line(number), document.lines[number].start
        for match in _MARK.finditer(line):
            held = "it stands beside characters of its own script" if _is_beside_its_script(line, match) else ""
            after = "-" if match["inside"] else " - "
            yield Proposal(offset + match.start(), offset + match.end(), after, rule.summary, held)


def _is_beside_its_script(line: str, match: re.Match[str]) -> bool:
    near = line[max(0, match.start() - 1) : match.start()] + line[match.end() : match.end() + 1]
    return _EAST_ASIAN.search(near) is not None
