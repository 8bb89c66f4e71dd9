"""Drop rows and columns of the rule's phrases: a menu, a share bar or a footer in one line, or an entry a line.

In a row the phrases are parted by spaces, bars, dots or slashes; every word of the line must belong to one. A
bare counter ("Like 48", "Like (3)") belongs to the phrase before it. Three phrases or more may have lost what parted
them: *Email ThisBlogThis!Share to Facebook*. A column is a run of five different lines
or more, each of them made of phrases; a list with bullets is an author's.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from cleantext.document import Document
from cleantext.edits import Proposal
from cleantext.facts.layout import is_list_item, is_small
from cleantext.fixers._letters import LOWER, UPPER
from cleantext.fixers._lines import drop
from cleantext.fixers._neighbours import is_announced, lines_touching
from cleantext.fixers._remedy import phrases_of, remedy_of
from cleantext.remedies.phrases import LONGEST
from cleantext.remembering import remembering, remembering_each
from cleantext.rule import Fixer, Rule
from cleantext.triggers import Trigger, of_line_beginnings

_PARTS = re.compile(r"\s*[|·•/>»›▸]\s*|[ \t]{2,}|\u3000")
_PARTED = re.compile(r"[|·•/>»›▸\u3000]|[ \t]{2}")
_MARKS = re.compile(r"[|·•/>»›▸]")
_GAP = re.compile(r"\S {2,}\S")
_WORD = re.compile(r"[^\s|·•/>»›▸]+")
_TABLE_RULE = re.compile(r":?-{2,}:?(?:\s*\|\s*:?-{2,}:?)+")
_COUNTER = re.compile(r"\(?\d{1,5}\)?\Z")
_PAGE = re.compile(r"\s(\d{1,5})\s*\Z")
_LEAST_UNMARKED = 3
"""Words parted by nothing but single spaces may be a title ("Video News"), so it takes one more of them."""

_SEAM = re.compile(rf"(?<=[{LOWER}!+)])(?=[{UPPER}])|(?<=\bX)(?=[{UPPER}][{LOWER}])")
_GLUE = "\N{WORD JOINER} "
"""What marks a place between two words that no space stands in: a seam of phrases, or one within *WhatsApp*."""
_FEWEST_SEAMS = 2
_LEAST_GLUED = 6
"""Characters of a phrase, and of the line end before it, that the next may be glued to."""

_LONGEST_PHRASE = 6
_LEAST_LINES = 5
"""Of a column: four short lines in a row still occur as an author's list or a table's stub."""


def trigger(rule: Rule) -> Trigger:
    """Give the phrases, one of which begins the line; to a longer one the next may be glued."""
    found = of_line_beginnings((" ".join(words) for words in _vocabulary(remedy_of(rule)).known), alone=False)
    return replace(found, words=frozenset(it for it in found.words if len(it) < _LEAST_GLUED))


@dataclass(frozen=True, slots=True, eq=False)
class _Vocabulary:
    """A rule's phrases as words, those of them that are one part of a row, the words that begin one, and all words."""

    known: frozenset[tuple[str, ...]]
    parts: frozenset[tuple[str, ...]]
    first: frozenset[str]
    all: frozenset[str]


@remembering_each
def _vocabulary(remedy: Fixer) -> _Vocabulary:
    known = frozenset(tuple(it.casefold().split()) for it in phrases_of(remedy))
    return _Vocabulary(
        known,
        frozenset(words for words in known if len(words) <= _LONGEST_PHRASE and _is_one_part(" ".join(words))),
        frozenset(words[0] for words in known),
        frozenset(word for words in known for word in words),
    )


def _is_one_part(phrase: str) -> bool:
    return not _PARTED.search(phrase) and not is_list_item(phrase)


def _may_be_phrases(line: str, words: _Vocabulary) -> bool:
    """Are all words of a line the vocabulary's, or counters, and does the first begin a phrase?"""
    said = _said(line) if len(line) <= LONGEST else ()
    if not said or said[0] not in words.first:
        return False
    return words.all.issuperset(said) or all(word in words.all or _COUNTER.match(word) for word in said)


@remembering
def _said(line: str) -> Sequence[str]:
    return _WORD.findall(line.casefold().replace("’", "'"))


def line_test(rule: Rule) -> Callable[[str], bool]:
    """Ask whether a line is made of phrases."""
    words = _vocabulary(remedy_of(rule))
    return lambda line: bool(_counts(line.strip(), words))


def propose(document: Document, lines: Sequence[int], rule: Rule) -> Iterator[Proposal]:
    """Propose to drop the lines that are made of phrases only."""
    words, contents = _vocabulary(remedy_of(rule)), document.contents
    column: dict[str, int] = {}
    last = -1
    for number in lines:
        line = contents[number].strip()
        if not line:
            continue
        counts = _counts(line, words)
        if counts and counts != _ONE and _is_row(line, counts):
            held = "it is a row of a table" if _in_table(document, number, line) else ""
            if len(set(_WORD.findall(_SEAM.sub(" ", line)))) == 1:
                held = "one word again and again is a pattern, not a menu"
            yield drop(document, number, rule.summary, held=held)
        if column and (not counts or any(map(str.strip, contents[last + 1 : number]))):
            yield from _column(document, column, rule)
            column = {}
        if counts:
            column.setdefault(line.casefold(), number)
            last = number
    yield from _column(document, column, rule)


def _column(document: Document, column: Mapping[str, int], rule: Rule) -> Iterator[Proposal]:
    if len(column) >= _LEAST_LINES:
        held = "a sentence with a colon leads to the list" if is_announced(document, min(column.values())) else ""
        if all(is_small(document.line(number)) for number in column.values()):
            held = held or "a menu's entries have capitals"
        if _is_paged([document.line(number) for number in column.values()]):
            held = held or "it is a table of contents"
        for number in column.values():
            yield drop(document, number, rule.summary, held=held)


def _is_paged(column: Sequence[str]) -> bool:
    """Does each line end in a number, none of them smaller than the one above, as pages are numbered?"""
    numbers = [int(match[1]) for line in column if (match := _PAGE.search(line))]
    return len(numbers) == len(column) and numbers[0] < numbers[-1] and numbers == sorted(numbers)


def _in_table(document: Document, number: int, row: str) -> bool:
    """Does the line stand in one block with the rule below a table's head (`--- | ---`), or between rows of columns?"""
    beside = () if _MARKS.search(row) else lines_touching(document, number)
    if any(_GAP.search(line) and not _MARKS.search(line) for line in beside):
        return True
    return number in document.fact(_lines_of_tables)


def _lines_of_tables(document: Document) -> Collection[int]:
    """The lines of the blocks that hold the rule below a table's head."""
    numbers: set[int] = set()
    first, found = 0, False
    for number, line in enumerate(chain(map(str.strip, document.contents), ("",))):
        if line:
            found = found or _TABLE_RULE.fullmatch(line) is not None
            continue
        if found:
            numbers.update(range(first, number))
        first, found = number + 1, False
    return numbers


_ONE = (1,)


@remembering
def _counts(line: str, words: _Vocabulary) -> Sequence[int]:
    """The number of phrases in each part of a line; none where a part is not made of phrases."""
    if len(line) > LONGEST:
        return ()
    if line.startswith("|") or is_list_item(line):
        return ()
    return _counts_as_written(line, words) or _counts_glued(line, words)


def _counts_as_written(line: str, words: _Vocabulary) -> Sequence[int]:
    said = tuple(line.casefold().replace("’", "'").split())
    if said in words.parts and (len(said) == 1 or not _PARTED.search(line)):
        return _ONE
    for word in said:
        if word not in words.all and word.isalpha():  # neither marks nor a counter's figures
            return ()
    return _counts_of_parts(line, words) if _may_be_phrases(line, words) else ()


def _counts_glued(line: str, words: _Vocabulary) -> Sequence[int]:
    """The same where phrases stand side by side without a space; two may be a name: *LiveJournal*, *ShareThis*."""
    marked, seams = _SEAM.subn(_GLUE, line)
    counts = _counts_of_parts(marked, words) if seams >= _FEWEST_SEAMS else ()
    return counts if sum(counts) >= _LEAST_UNMARKED else ()


def _counts_of_parts(line: str, words: _Vocabulary) -> Sequence[int]:
    parts = [part for part in _PARTS.split(line) if part.strip()] if _PARTED.search(line) else [line]
    counts = [_count(part.casefold().replace("’", "'").split(), words.known) for part in parts]
    return counts if all(counts) else ()


def _is_row(line: str, counts: Sequence[int]) -> bool:
    marked = len(counts) > 1 and not (len(counts) == 2 and "/" in line)
    return sum(counts) >= (2 if marked else _LEAST_UNMARKED)


def _count(words: Sequence[str], known: frozenset[tuple[str, ...]]) -> int:
    """The fewest phrases that make up the words; 0 where they do not."""
    best = [0] + [0] * len(words)
    reached = {0}
    for end in range(1, len(words) + 1):
        options = [
            best[start] + 1
            for start in range(max(0, end - _LONGEST_PHRASE), end)
            if start in reached and _without_glue(words[start:end]) in known
        ]
        if end - 1 in reached and end > 1 and _COUNTER.match(words[end - 1]):
            options.append(best[end - 1])
        if options:
            best[end] = min(options)
            reached.add(end)
    return best[-1] if len(words) in reached else 0


def _without_glue(words: Sequence[str]) -> tuple[str, ...]:
    mark = _GLUE.strip()
    if not any(word.endswith(mark) for word in words):
        return tuple(words)
    return tuple(" ".join(words).replace(_GLUE, "").removesuffix(mark).split())
