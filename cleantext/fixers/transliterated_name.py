"""Write a person's name as English transliterates it, where the source language's transliteration was left.

Licensed by the rule's table of well-known names, or by the text itself, when it has the English form elsewhere
(`Nazarbaïev` beside `Nazarbayev`): both sound alike once the source's habits are undone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cleantext.document import Document
from cleantext.edits import Proposal
from cleantext.facts.lexicon import lexicon
from cleantext.facts.places import english_place, fold, sound
from cleantext.rule import Fixer, Rule

_NAME = re.compile(r"[^\W\d_a-z][^\W\d_]{4,}")
_DISCUSSED = re.compile(r"(?i)\b(?:spell(?:ed|ing|t)?|transliterat\w+|pronounc\w+|known in \w+ as)\b")
_NEAR = 60


def propose(document: Document, lines: Sequence[int], rule: Rule) -> Iterator[Proposal]:
    """Propose the English form of each name that is known, or stands in the text in its English form, too."""
    assert isinstance(rule.remedy, Fixer)  # noqa: S101 - what else names a fixer
    folded: dict[str, set[str]] = {}
    for number in lines:
        line, offset = document.line(number), document.lines[number].start
        for match in _NAME.finditer(line):
            form = match[0]
            english = rule.remedy.table.get(form) or _twin(document, folded, form, rule.requires.source)
            if english is None:
                continue
            near = line[max(0, match.start() - _NEAR) : match.end() + _NEAR]
            discussed = _DISCUSSED.search(near) or re.match(rf"\s*\(\W*{re.escape(english)}", line[match.end() :])
            held = "the text itself speaks of the name's spelling" if discussed else ""
            reason = f"{form!r} is {english!r} in English"
            yield Proposal(offset + match.start(), offset + match.end(), english, reason, held)


def _twin(document: Document, folded: dict[str, set[str]], form: str, source: str) -> str | None:
    """The one word of the text that is the same name in English spelling; None where there is none, or several."""
    sounded = sound(form, source)
    known = lexicon("en")
    if (
        sounded is None
        or english_place(form, source)
        or (known is not None and known.frequency(form) > 0 and form.isascii())
    ):
        return None
    wanted = {fold(it) for it in (sounded, re.sub(r"(?<=in)e\Z", "", sounded))} - {""}
    if not folded:
        for word in document.words:
            if word.isascii() and word.istitle():
                folded.setdefault(fold(word), set()).add(word)
    found = {word for it in wanted for word in folded.get(it, ()) if word != form and word[0] == sounded[0].upper()}
    return found.pop() if len(found) == 1 else None
