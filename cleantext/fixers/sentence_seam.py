"""Put back the space between a sentence or clause and the next one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence, Set

from cleantext.document import Document
from cleantext.edits import Proposal
from cleantext.facts.language import function_words
from cleantext.facts.lexicon import Lexicon, lexicon
from cleantext.facts.seams import ENGLISH_FUNCTION_WORDS
from cleantext.facts.technical import is_technical
from cleantext.fixers._abbreviations import ABBREVIATIONS, ABBREVIATIONS_ABROAD, SUFFIXES
from cleantext.fixers._runs import own_vocabulary, tokens_with
from cleantext.rule import Rule

_SEAM = re.compile(
    r"""(?x)
    (?<![^\s“„«"'‘(\[—–-])                     # the token begins here
    (?P<left>(?:[^\W\d_]*[^\W\d_A-Z]{2}(?:[’'][a-z]{1,2})?|(?:1[5-9]|20)\d0[’']?s)[”’"')%]?)  # 1880s.The
    (?P<mark>[.!?;,:])
    (?P<open>[“„«"]?)
    (?P<right>[^\W\d_]+)
    (?=[\s,;:!?…’'”"“)]|\.?(?:\s|$)|$|-[a-z])  # and ends here, or nearly so
    """
)
_GLUED_MARK = re.compile(r"[.!?;,:][“„«\"]?[^\W\d_]")
"""What every seam has in it; the first look at a line is ten times as fast."""
_MANY = re.compile(r"[^\W_](?P<mark>[,:])[^\W_][^\s,:]*(?P=mark)[^\W_]")
"""Fields of a list or an address: *source,any,all*, *arn:aws:log-group:my-logs*."""
_AFTER_COLON = ENGLISH_FUNCTION_WORDS - frozenset(
    "all any no us one two me more most only also is are at as to by on or".split()
)
"""Words that begin what a colon announces: *arch:any*, *perl:all* and *us:no* are settings, as *one:two* is a ratio."""
_ENGLISH = frozenset(("en",))
_COMMON, _LEAST_COMMON_ABROAD = 4.0, 3.0
_KNOWN = 2.5
_LEAST_LEFT, _LEAST_RIGHT = 4, 2
_LEAST_WORDS, _MOST_OF_THEM = 5, 0.9
_MEMBER = re.compile(r"(?<![\w.@/])([a-z]{2,30})\.([A-Z][a-z]\w{0,30})")
_VOWELS = frozenset("aeiouy")


def line_test(_: Rule) -> Callable[[str], bool]:
    """Ask for a seam between words that need no lexicon to be ruled out."""
    return may_hold_seam


def may_hold_seam(line: str) -> bool:
    """Does a seam stand in a line, as far as can be told without the lexicon?"""
    return any(True for _ in _seams(line))


def propose(document: Document, lines: Sequence[int], rule: Rule) -> Iterator[Proposal]:
    """Propose a space after the mark of each seam that the lexicon or the text itself vouches for."""
    for number in lines:
        start = document.lines[number].start
        for place in sure_seams(document, number):
            yield Proposal(start + place, start + place, " ", rule.summary)


def sure_seams(document: Document, number: int) -> Sequence[int]:
    """The seams of a line that need no licence, found once: where a space was lost."""
    return document.fact(_sure_seams, number)


def _sure_seams(document: Document, number: int) -> Sequence[int]:
    line, found = document.line(number), []
    for match, left in _seams(line):
        words = lexicon("en") if document.is_in(_ENGLISH) or _reads_as_english(document, number) else None
        if words is not None and match["open"] == '"':
            continue  # whether it opens is what the rule straight-quote asks
        if words is None:
            sure = _at_home(match, left, document) or _both_known(match, left, document)
        else:
            sure = _known(match, left, words)
        if sure and not _is_of_program(match, document) and not _is_member(match, document):
            closes = match["open"] == '"' and line.count('"', 0, match.start("open")) % 2 == 1
            found.append(match.end("open") if closes else match.start("open"))
    return tuple(found)


def _is_of_program(match: re.Match[str], document: Document) -> bool:
    """In a text about programs `assert.Equal` and `log:all` are names; only a word of grammar begins a sentence."""
    if document.language not in ("", "en"):
        return False  # there both words are asked for more
    begins = match["right"][0].isupper() and match["right"].lower() in ENGLISH_FUNCTION_WORDS
    return not begins and document.of_text(is_technical)


def _is_member(match: re.Match[str], document: Document) -> bool:
    """Is it a name of a program in a text of others: *lock.Keeper*, where *lock.Goat* stands too, *http.Agent*?"""
    left, right = match["left"], match["right"]
    if match["mark"] != "." or right.lower() in ENGLISH_FUNCTION_WORDS or not left.isascii() or not left.islower():
        return False
    if len(left) > _LEAST_RIGHT and _VOWELS.isdisjoint(left):
        return True
    others = document.fact(_members).get(left, frozenset())
    return any(other != right for other in others)


def _members(document: Document) -> Mapping[str, Set[str]]:
    """What stands behind each word and a full stop without a space, but words of grammar."""
    found: dict[str, set[str]] = {}
    for match in _MEMBER.finditer(document.text):
        if match[2].lower() not in ENGLISH_FUNCTION_WORDS:
            found.setdefault(match[1], set()).add(match[2])
    return found


def _reads_as_english(document: Document, number: int) -> bool:
    """Is a line of a text too short to tell its language made of common English words?"""
    return not document.language and document.fact(_common_words, number)


def _common_words(document: Document, number: int) -> bool:
    words, known = re.findall(r"[^\W\d_]+(?=['’\s,;:.!?]|$)", document.line(number).lower()), lexicon("en")
    return (
        known is not None
        and len(words) >= _LEAST_WORDS
        and sum(known.frequency(word) >= _COMMON for word in words) >= _MOST_OF_THEM * len(words)
    )


def _seams(line: str) -> Iterator[tuple[re.Match[str], str]]:
    """Find the seams of a line, each with the word on its left."""
    for start, token in tokens_with(_GLUED_MARK, line):
        end = start + len(token)
        for match in _SEAM.finditer(line, start, end):
            left, right = match["left"].strip("”’\"')%"), match["right"]
            if left.lower() in ABBREVIATIONS or right.lower() in SUFFIXES or not _may_begin(match["mark"], right):
                continue
            if match["mark"] in ",:" and _MANY.search(line, start, end):
                continue
            yield match, left


def _known(match: re.Match[str], left: str, words: Lexicon) -> bool:
    """Does the lexicon know both words, and may the second begin what the mark lets begin?"""
    right = match["right"]
    is_decade = left[:1].isdigit()
    if is_decade and match["mark"] not in ".!?":
        return False
    if not is_decade and words.frequency(re.split("[’']", left)[0]) < _KNOWN:
        return False
    if match["mark"] in ".!?":
        common = words.frequency(right) >= _COMMON or bool(match["open"])
        return common and (left.islower() or bool(match["open"]))
    return left.islower()


def _at_home(match: re.Match[str], left: str, document: Document) -> bool:
    """In other languages: does the second word carry grammar, or begin sentences elsewhere in the same text?"""
    right = match["right"]
    noun = document.language == "de" and left[1:].islower()
    whole = (left.islower() or noun) and len(left) >= _LEAST_LEFT and len(right) >= _LEAST_RIGHT
    if match["mark"] not in ".!?" or not whole:
        return False
    return right.lower() in function_words(document.language) or _begins_elsewhere(right, document.text)


def _both_known(match: re.Match[str], left: str, document: Document) -> bool:
    """In other languages with a lexicon: does it know both words, and the second as a common one?"""
    words, right = own_vocabulary(document), match["right"]
    if words is None or match["mark"] not in ".!?" or len(left) < _LEAST_LEFT or left.lower() in ABBREVIATIONS_ABROAD:
        return False
    in_sentence = match["mark"] == "!" and match.start() > 0
    if left[0].isupper() and (in_sentence or match.string[match.end() : match.end() + 1] == "."):
        return False  # a name made of two, at the end of its sentence: *di Google.Youtube.*, or *Eureka!Haven*
    common = words.frequency_in_language(right) >= (_LEAST_COMMON_ABROAD if left[0].islower() else _COMMON)
    return common and words.is_known(left) and words.is_known(right)


def _begins_elsewhere(word: str, text: str) -> bool:
    """Does a word begin a line or, after a space, a sentence?"""
    start = text.find(word)
    while start >= 0:
        before, after = text[max(0, start - 2) : start], text[start + len(word) : start + len(word) + 1]
        opens = before[-1:] in ("", "\n") or (before[0] in ".!?…" and before[1:].isspace())
        if opens and not after.isalnum() and after != "_":
            return True
        start = text.find(word, start + 1)
    return False


def _may_begin(mark: str, word: str) -> bool:
    """May a word begin what the mark lets begin: a sentence with a capital, a clause with a word of grammar?"""
    if mark in ".!?":
        return word[0].isupper() and (word[1:].islower() or word in ("I", "A"))
    return word in (_AFTER_COLON if mark == ":" else ENGLISH_FUNCTION_WORDS) or word == "a"
