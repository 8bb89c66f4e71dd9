"""Drop the second copy of a paragraph, and pull quotes taken from a longer one."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence, Set

from cleantext.document import Document
from cleantext.edits import Proposal
from cleantext.facts.layout import is_dialogue, is_list_item, is_prose, is_table_row
from cleantext.fixers._lines import ELLIPSES, drop, is_indented
from cleantext.fixers._neighbours import lines_beside, next_filled, said_at
from cleantext.rule import Rule

_LEAST_WORDS = 20
_LEAST_WORDS_OF_QUOTE = 8
_LEAST_WORDS_OF_SPEECH = 35
_LEAST_WORDS_ABOVE = 4
_MOST_COPIES = 2
"""A text that repeats more paragraphs than this does so on purpose: laws, liturgies, forms."""

_MOST_TIMES = 2
"""With text between; what comes back more often is a refrain, a response or a warning."""

_SENTENCE_END = re.compile(r"[.!?…][”\"')]*\s*\Z")
_CUT = (*ELLIPSES, "[...]", "[…]")

_BETWEEN_SENTENCES = re.compile(r"(?<=[.!?…])\s+|(?<=[.!?…][”\"')])\s+|[\r\n]+")
_HEADING = re.compile(
    r"""(?xi)
      [?？:：]\Z                                                                       # a question
    | \A(?:\#{1,6}\s|§|\d+(?:\.\d+)*[.)]?(?:\s|\Z)|(?:section|article|clause|chapter|step|part)\s+\w+)
    | \(\d{1,3}\)\Z                                                                  # "Of the keeper (12)"
    | \A--?\w\S*(?:[\s,]|\Z)                                                         # an option: "-l, --long"
    | \A[\w:-]{0,60}[^\W\d][._][^\W\d][\w.:-]{0,80}\Z                                   # a setting: "lamp.oil_level"
    | \A[^\W\d]\w*(?:\ \w+){0,2}:\s\S                                               # a field: "To: the keeper"
    | \A[^\W\d][\w.]*\([^()]*\)\Z                                                    # a function: "WICK(lamp; night)"
    | \ /[^/\n]{1,60}/(?:\ <[^<>]*>)?\Z                                              # a head word: "lock /lɒk/ <n>"
    """
)
_NUMBERED = re.compile(r"\d{1,3}(?:\.\d{1,3})+\.?\s")
_LEAST_LENGTH = 30
"""Characters; shorter sentences stand twice in many texts."""
_LONG = 1 << 16
"""Characters of a text that is not searched for each of its lines."""
_MOST_AROUND = 100
"""Paragraphs that a pull quote is looked for in; a sentence of more is a refrain."""


def gate(_: Rule) -> Callable[[Document], bool]:
    """Ask whether a line of some length stands twice, or stands apart and begins as another place does."""
    return _repeats_a_line


def _repeats_a_line(document: Document) -> bool:
    contents, text = document.contents, document.text
    if len(contents) < 2:
        return False
    if document.fact(_repeated):
        return True
    if len(text) > _LONG:
        return any(not line or line.isspace() for line in contents)
    lines = [*map(str.strip, contents)]
    return "" in lines and any(
        text.count(line[:_LEAST_LENGTH]) > 1
        for above, line, below in zip(["", *lines], lines, [*lines[1:], ""], strict=False)
        if not above and not below and len(line) >= _LEAST_LENGTH
    )


def _repeated(document: Document) -> Set[int]:
    """The hashes of the lines of some length that stand twice, of which a text may have millions that stand once."""
    once, again = set[int](), set[int]()
    for line in map(str.strip, document.contents):
        if len(line) >= _LEAST_LENGTH:
            key = hash(line)
            (again if key in once else once).add(key)
    return again


def propose(document: Document, lines: Sequence[int], rule: Rule) -> Iterator[Proposal]:
    """Propose to drop the copies, if they are few."""
    copies = dict(_copies(document, lines))
    many = "the text repeats many paragraphs, as laws and liturgies do" if len(copies) > _MOST_COPIES else ""
    for number, first in copies.items():
        held = many if many or first is None else _held(document, first, number, copies)
        yield drop(document, number, rule.summary, held=held)


def _held(document: Document, first: int, copy: int, copies: Collection[int]) -> str:
    """Say why a line that stood before stays."""
    if _tears_a_passage(document, first, copy, copies):
        return "the line is part of a passage that stands twice"
    if _belong_where_they_stand(document, first, copy):
        return "each of the two belongs where it stands"
    return "the text comes back to it" if _is_taken_up(document, first, copy) else ""


def _tears_a_passage(document: Document, first: int, copy: int, copies: Collection[int]) -> bool:
    """Do the very next line, or sentences beside it, stand twice as well, and stay, as the steps of manuals do?"""
    if next_filled(document, first, 1) == copy:
        return False
    for step in (-1, 1):
        beside, beside_first = next_filled(document, copy, step), next_filled(document, first, step)
        if beside is None or beside_first is None or beside in copies or beside in (first, beside_first):
            continue
        said = said_at(document, beside)
        if said == said_at(document, beside_first) and (beside == copy + 1 or _goes_on(said)):
            return True
    return False


def _is_taken_up(document: Document, first: int, copy: int) -> bool:
    """Does a text with sentences of its own between come back to it, and go on from there or end on it twice?

    Between a teaser, a caption or an article and its copy stands furniture, or nothing. What stands three times is a
    refrain, a response or a warning.
    """
    (last, bottom), (_, top) = (_far_end(document, first, copy, step) for step in (1, -1))
    if not any(_goes_on(said_at(document, number)) for number in range(last + 1, top)):
        return False
    line = said_at(document, copy)
    if sum(line == other.strip() for other in document.contents) > _MOST_TIMES:
        return True
    above, below = (
        said_at(document, next_filled(document, top, -1)),
        said_at(document, next_filled(document, bottom, 1)),
    )
    above_first, below_first = (said_at(document, next_filled(document, first, step)) for step in (-1, 1))
    if _goes_on(below):
        return _goes_on(above_first) or _goes_on(below_first)
    return not below and _goes_on(above) and _goes_on(above_first) and above != above_first


def _far_end(document: Document, first: int, copy: int, step: int) -> tuple[int, int]:
    """Give the ends, upwards or downwards, of the two passages that say the same."""
    start = copy
    while True:
        beside_first, beside = next_filled(document, first, step), next_filled(document, copy, step)
        if beside_first is None or beside is None or said_at(document, beside) != said_at(document, beside_first):
            return first, copy
        if beside_first >= start if step > 0 else beside <= first:
            return first, copy
        first, copy = beside_first, beside


def _goes_on(line: str) -> bool:
    """Is it a sentence of a text, and no teaser that is cut off?"""
    return _is_sentence(line) and not line.endswith(_CUT)


def _copies(document: Document, lines: Sequence[int]) -> Iterator[tuple[int, int | None]]:
    """Yield the number of each copy, and that of the line it repeats, where it is a whole one."""
    seen: dict[str, int] = {}
    again = document.fact(_repeated)
    for number in lines:
        said = document.line(number)
        line = said.strip()
        if is_indented(said):  # an entry of a list of changes may stand under two dates
            continue
        if len(line) < _LEAST_LENGTH or (hash(line) not in again and not _may_be_pull_quote(document, number, line)):
            continue  # as nearly all do
        if (words := len(line.split())) < _LEAST_WORDS_OF_QUOTE:
            continue
        if line in seen:
            if not _is_set_apart(line, words):
                yield number, seen[line]
        elif not _is_set_apart(line, words):
            if _is_pull_quote(document, number, line):
                yield number, None
            elif words >= _LEAST_WORDS and hash(line) in again and is_prose(line):
                seen[line] = number


def _is_set_apart(line: str, words: int) -> bool:
    """Is it short speech, an item of a list, a numbered heading or a row of a table, which all may stand twice?"""
    if _NUMBERED.match(line):  # a question in the table of contents, and above its answer
        return True
    return (is_dialogue(line) and words < _LEAST_WORDS_OF_SPEECH) or is_list_item(line) or is_table_row(line)


def _have_headings(document: Document, first: int, copy: int) -> bool:
    """Does each stand below a line of its own that asks for it: a question, a numbered heading, an option?"""
    above = [said_at(document, next_filled(document, number, -1)) for number in (first, copy)]
    return above[0] != above[1] and all(map(_HEADING.search, above))


def _belong_where_they_stand(document: Document, first: int, copy: int) -> bool:
    """Has each of the two a heading of its own, or stands between sentences of its own, as in manuals?"""
    return _have_headings(document, first, copy) or _go_on_elsewhere(document, first, copy)


def _go_on_elsewhere(document: Document, first: int, copy: int) -> bool:
    """Do other sentences stand above each, or, between sentences, below each? Teasers and captions stand alone."""
    around = [list(map(str.strip, lines_beside(document, number))) for number in (first, copy)]
    if any(len(lines) < 2 for lines in around) or not all(_is_sentence(above) for above, _ in around):
        return False
    (above, below), (above_copy, below_copy) = around
    return above != above_copy or (below != below_copy and _is_sentence(below) and _is_sentence(below_copy))


def _is_sentence(line: str) -> bool:
    return _SENTENCE_END.search(line) is not None and len(line.split()) >= _LEAST_WORDS_ABOVE


def _may_be_pull_quote(document: Document, number: int, line: str) -> bool:
    text = document.text
    return _stands_apart(document, number) and (len(text) > _LONG or text.count(line[:_LEAST_LENGTH]) > 1)


def _is_pull_quote(document: Document, number: int, line: str) -> bool:
    """Do whole sentences stand as a line of their own and inside a longer paragraph too?"""
    if not _stands_apart(document, number) or not _SENTENCE_END.search(line):
        return False
    around = document.fact(_paragraphs_by_sentence).get(hash(_first_sentence(line)), ())
    others = (other.strip() for other in map(document.line, around))
    return any(len(it) > len(line) + _LEAST_LENGTH and (it.startswith(line) or it.endswith(line)) for it in others)


def _paragraphs_by_sentence(document: Document) -> Mapping[int, Sequence[int]]:
    """For the hash of each sentence that a line of its own begins with, lines that have it among their sentences."""
    apart = (line for number, line in enumerate(document.contents) if _stands_apart(document, number))
    wanted = {hash(it) for it in map(_first_sentence, apart) if len(it) >= _LEAST_LENGTH}
    found: dict[int, tuple[int, ...]] = {}
    for number, line in enumerate(document.contents) if wanted else ():
        if len(line) > 2 * _LEAST_LENGTH:
            for sentence in map(hash, map(str.strip, _BETWEEN_SENTENCES.split(line))):
                if sentence in wanted and len(others := found.get(sentence, ())) < _MOST_AROUND:
                    found[sentence] = (*others, number)
    return found


def _first_sentence(line: str) -> str:
    return _BETWEEN_SENTENCES.split(line.strip(), maxsplit=1)[0].strip()


def _stands_apart(document: Document, number: int) -> bool:
    """Do blank lines stand on both sides? Verse and dialogue run on."""
    contents = document.contents
    above, below = contents[number - 1] if number else "", contents[number + 1] if number + 1 < len(contents) else ""
    return not ((above and not above.isspace()) or (below and not below.isspace()))
