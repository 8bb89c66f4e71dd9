"""Turn the quotation marks of a source language into English ones, where they stand in pairs on one line.

The rule's table says which pairs it means: `"« »"` (with a space inside) or `"«»"` to `"“”"`. All marks of a line are
paired first, whatever the rule, so that nested marks and a lone one are seen for what they are.

A pair around English words says that the text was translated. A pair around a foreign name or phrase (`„Die Zeit“`)
says nothing, since an English author may quote it with its marks: it is left to a rule that gives no evidence and asks
for that of other signs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cleantext.document import Document
from cleantext.edits import Proposal
from cleantext.facts.language import function_words, language_of
from cleantext.facts.lexicon import lexicon
from cleantext.fixers._english import is_english
from cleantext.fixers._remedy import table_of
from cleantext.remembering import remembering
from cleantext.rule import Rule

_SPACES = " \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{THIN SPACE}"
_MARK = re.compile(r"[«»„“”\"‹›‚‘「」『』《》]")
_REVERSED = re.compile(r"(?:^|(?<=[\s(\[]))»(?=\w)")
_ABOUT_MARKS = re.compile(
    r"(?i)\b(?:guillemets?|quot(?:ation|e) marks?|inverted commas?|chevrons?|typograph\w*|unicode)\b"
)
_PAGING = re.compile(r"(?i)\b(?:prev(?:ious)?|next|older|newer|first|last|back|page)\b")
_CONJUNCTION = re.compile(r"(?i)(?:and|or|to|vs|et|und|y|e|/|,)?\Z")
_CLOSERS = {"«": "»", "»": "«", "„": '“”"', "“": "”", "‹": "›", "‚": "‘", "「": "」", "『": "』", "《": "》"}
_EAST_ASIAN = re.compile("[\u3040-\u30ff\u3400-\u9fff]")
_EAST_ASIAN_MARKS = "「『《"
_PLAIN_WORD = re.compile(r"(?<![\w’'])[^\W\d_A-Z]{2,}(?![\w’'])")
_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")
_SMALL_WORDS = function_words("en").union(("i", "me", "my", "no", "we", "do", "go", "so", "up", "us"))
_FOREIGN_FUNCTION_WORDS = function_words("fr", "de", "es", "it", "pt", "nl", "pl") - _SMALL_WORDS
_SHORT = 2
"""Letters; words so short are in the lexicon in every language."""
_LONGEST_NAME = 4
"""Words; what is quoted at greater length is judged as a text."""
_LEAST_FREQUENCY = 3.6
"""Zipf of a word that makes a short quotation English; rarer ones are there as names and foreign words, too: *mai*."""
_LEAST_GRAMMAR = 2
"""Of a short sentence (`„Wo ist die Fähre?“`); titles (`« La Voix du Nord »`) have but one small word of any kind."""
_LEAST_COMMON = 3.5
_LEAST_WORDS = 3
"""Fewer words in a quotation do not tell which language it is in."""


class _Pair(NamedTuple):
    """Offsets in the line of both marks, and of what they quote, without the spaces at its ends.

    The kind is the marks, with a space between where they have one inside.
    """

    opening: int
    closing: int
    kind: str
    start: int
    end: int


def propose(document: Document, lines: Sequence[int], rule: Rule) -> Iterator[Proposal]:
    """Propose an English mark for each mark of a pair, with the spaces on its inner side."""
    table = table_of(rule)
    for number in lines:
        line, offset = document.line(number), document.lines[number].start
        pairs, broken = _paired(line)
        about_marks = _ABOUT_MARKS.search(line) is not None
        for pair in pairs:
            if pair.kind not in table or _is_english_enough(line[pair.start : pair.end]) is not bool(rule.evidence):
                continue
            held = "the text is about the marks themselves" if about_marks else _held(line, pair)
            if line[pair.opening] in broken:
                held = "a mark of its kind stands alone on the line"
            opening, closing = table[pair.kind][0], table[pair.kind][1]
            if line[pair.opening] in _EAST_ASIAN_MARKS:
                opening, closing = _spaced(line, pair, opening, closing)
            yield Proposal(offset + pair.opening, offset + pair.start, opening, rule.summary, held)
            yield Proposal(offset + pair.end, offset + pair.closing + 1, closing, rule.summary, held)


def _spaced(line: str, pair: _Pair, opening: str, closing: str) -> tuple[str, str]:
    """Add the spaces outside, which marks of full width do without."""
    before, after = line[max(0, pair.opening - 1) : pair.opening], line[pair.closing + 1 : pair.closing + 2]
    return (" " if re.match(r"[\w.,:;!?)”]", before) else "") + opening, closing + (" " if after.isalnum() else "")


def _paired(line: str) -> tuple[list[_Pair], set[str]]:
    """Pair the marks of a line, inner ones first; and the opening marks that found no partner."""
    backwards = _REVERSED.search(line) is not None
    stack: list[int] = []
    pairs: list[_Pair] = []
    broken: set[str] = set()
    for match in _MARK.finditer(line):
        place, mark = match.start(), match[0]
        if stack and mark in _CLOSERS[line[stack[-1]]] and not _opens(line, place, mark):
            pairs.append(_pair(line, stack.pop(), place))
        elif mark == ("»" if backwards else "«") or mark in "„‹‚「『《" or (mark == "“" and _opens(line, place, mark)):
            stack.append(place)
        elif mark in "«»":
            broken |= {"«", "»"}
        elif mark == "›":
            broken.add("‹")
    broken.update(line[place] for place in stack)
    return sorted(pairs), broken


def _opens(line: str, place: int, mark: str) -> bool:
    """Does a mark that may open or close stand where one opens?"""
    return mark in '“"‘' and (place == 0 or line[place - 1] in _SPACES + "([—–")


def _pair(line: str, opening: int, closing: int) -> _Pair:
    spaced = line[opening + 1] in _SPACES and line[closing - 1] in _SPACES
    kind = line[opening] + (" " if spaced else "") + line[closing]
    start, end = opening + 1, closing
    while start < end and line[start] in _SPACES:
        start += 1
    while end > start and line[end - 1] in _SPACES:
        end -= 1
    return _Pair(opening, closing, kind, start, end)


def _held(line: str, pair: _Pair) -> str:
    quoted = line[pair.start : pair.end]
    if len(quoted) < 2 or _CONJUNCTION.match(quoted):
        return "the text is about the marks themselves"
    if line[pair.opening] in _EAST_ASIAN_MARKS and _is_east_asian(line, pair):
        return "what is quoted, or the line itself, is in Chinese or Japanese"
    if not re.search("[A-Za-zÀ-ÿ]", quoted):
        return "what is quoted is in another script, or no words"
    leads_on = _PAGING.search(quoted) or "|" in quoted
    if leads_on and (pair.opening, pair.closing) == (0, len(line.rstrip()) - 1):
        return "the marks are arrows of a line that leads to other pages"
    return _foreign(quoted)


def _is_east_asian(line: str, pair: _Pair) -> bool:
    """Do the marks touch or hold Chinese or Japanese, or is more than a name on the line written so?"""
    near = line[max(0, pair.opening - 1) : pair.closing + 2]
    return _EAST_ASIAN.search(near) is not None or _is_line_east_asian(line)


@remembering
def _is_line_east_asian(line: str) -> bool:
    return 8 * len(_EAST_ASIAN.findall(line)) > len(line)


def _is_english_enough(quoted: str) -> bool:
    """Are most words English ones, those of a name (`Soviet sport`) too?

    An exclamation is no name and no title: it is taken for English where nothing in it is known to be of the source.
    """
    known = lexicon("en")
    words = [word.lower().replace("’", "'") for word in _WORD.findall(quoted)]
    if known is None or len(words) > _LONGEST_NAME:
        return True
    english = sum(
        (len(word) > _SHORT or (len(words) > 1 and word in _SMALL_WORDS))
        and word not in _FOREIGN_FUNCTION_WORDS
        and known.frequency(word.removesuffix("'s")) >= _LEAST_FREQUENCY
        for word in words
    )
    if quoted[-1:] in "!?":
        return english > 0 or (quoted.isascii() and _FOREIGN_FUNCTION_WORDS.isdisjoint(words))
    return 2 * english > len(words)


def _foreign(quoted: str) -> str:
    """Say that a quotation is not in English; its words decide, since short texts deceive who guesses languages."""
    plain = _PLAIN_WORD.findall(quoted)
    english = sum(word not in _FOREIGN_FUNCTION_WORDS and is_english(word, "") for word in plain)
    if len(plain) >= _LEAST_GRAMMAR and _has_foreign_grammar(quoted, plain):
        return "what is quoted holds foreign words of grammar, and no English word"
    if len(plain) < _LEAST_WORDS or 5 * english >= 4 * len(plain):
        return ""
    if (language := language_of(quoted)) not in ("", "en"):
        return f"what is quoted is in {language!r}"
    return "most of the words that are quoted are not English" if 2 * english < len(plain) else ""


def _has_foreign_grammar(quoted: str, plain: Sequence[str]) -> bool:
    """Are there words of grammar of other languages, and is none of the small words beside them English?

    A quotation of five words has words of grammar in English, too; in a shorter one none of the others may be English.
    """
    words = [word.lower() for word in _WORD.findall(quoted)]
    grammar = sum(len(word) > 1 and word in _FOREIGN_FUNCTION_WORDS for word in words)
    certain = grammar >= _LEAST_GRAMMAR or (grammar and not quoted.isascii())  # *door* alone is Dutch as well
    if certain and len(words) > _LONGEST_NAME and _SMALL_WORDS.isdisjoint(words):
        return True
    known, others = lexicon("en"), (word for word in plain if word not in _FOREIGN_FUNCTION_WORDS)
    return (
        known is not None
        and grammar >= _LEAST_GRAMMAR
        and not any(known.frequency(word) >= _LEAST_COMMON for word in others)
    )
