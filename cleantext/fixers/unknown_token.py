"""Take away a translator's sign for what it does not know (`<unk>`, ⁇) where it stands for no word.

At the end of a sentence and beside a picture character it stood for one of those, between a word and `t` or `s` for an
apostrophe, around words for quotation marks, between figures for the mark of a span, between spaces as ⁇ for a mark
that parts headlines. Among words it may stand for a lost word, and stays in its place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cleantext.document import Document
from cleantext.edits import Proposal
from cleantext.rule import Rule

_APOSTROPHE = re.compile(r"(?<=[^\W\d_])( ?<unk> ?)(?=(?:t|s|re|ve|ll|m|d)\b)")
_SPAN = re.compile(r"(?<=\d)( ?⁇ ?)(?=\d)")
_PICTURE = "[\N{BLACK SUN WITH RAYS}-\N{OPEN-OUTLINED RIGHTWARDS ARROW}\N{VARIATION SELECTOR-16}\U0001f300-\U0001faff]"
_AT_END = re.compile(rf"(?<=\S)( ?<unk>(?: ?<unk>)*)(?=[.!?…,]?[\"”)]?(?:$| ?{_PICTURE}|[.!?] [A-Z]|, ))")
_AT_START = re.compile(r"^((?:<unk> ?)*<unk>)(?=[A-Z])")
_PARTING = re.compile(r"(?<=\S)( ⁇ )(?= ?[A-Z])")
_REMEDIES = ((_APOSTROPHE, "'"), (_SPAN, "–"), (_AT_END, ""), (_AT_START, ""), (_PARTING, " – "))
_WORD_BEFORE = re.compile(r"(\S+)\Z")
_LEADS_ON = frozenset(
    "the a an of and or to in on at by for with from as is are was were be his her their its our your my that this"
    " like called named between into than said not no one".split()
)
_SPEAKS_OF_IT = re.compile(
    r"(?i)\b(?:tokens?|tokeni[sz]\w+|vocabular\w+|embeddings?|tags?|symbols?)\b|<pad>|</?s>|<eos>"
)
_NEAR = 40


def propose(document: Document, lines: Sequence[int], rule: Rule) -> Iterator[Proposal]:
    """Propose what the sign stands for, or nothing in its place."""
    about = _SPEAKS_OF_IT.search(document.text) is not None
    for number in lines:
        line, offset = document.line(number), document.lines[number].start
        for remedy, after in _REMEDIES:
            for match in remedy.finditer(line):
                held = "the text speaks of the sign" if about else ""
                if remedy is _AT_END and _leads_on(line[max(0, match.start() - _NEAR) : match.start()]):
                    held = held or "it may stand for a lost word"
                yield Proposal(offset + match.start(1), offset + match.end(1), after, rule.summary, held)


def _leads_on(before: str) -> bool:
    """Does the word before ask for another one? A name does, for its second half may be lost."""
    word = _WORD_BEFORE.search(before)
    return word is not None and (
        word[1].lower().rstrip(",") in _LEADS_ON or word[1][:1].isupper() or word[1][-1] in ",>"
    )
