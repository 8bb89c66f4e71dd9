"""What one line near furniture says of itself: is it as short as furniture, and is it the article's?"""

from __future__ import annotations

import re

from cleantext.document import Document
from cleantext.facts.article import subject_words
from cleantext.facts.layout import PROSE_WORDS, UNSPACED, is_dialogue, is_list_item, is_prose, is_table_row, prose_lines
from cleantext.fixers._lines import CREDIT_BEGINNINGS, ELLIPSES, FINAL_MARKS, is_credit
from cleantext.fixers._stamps import may_be_stamp

SHORT, HEADLINE, TEASER = (8, 70), (14, 110), (60, 500)
"""Words and characters: a menu's entry; above the article, between two landmarks; below it, where tags are one line."""

_MOST_LETTERS = {SHORT: 8, HEADLINE: 25, TEASER: 25}
"""The same, in letters of scripts without spaces."""

_LEAST_WORDS, _LEAST_ON_SUBJECT, _LEAST_IN_TAIL = 4, 0.34, 0.6
"""Words of a line, and the share of them that the article holds too, that make it a line about its subject; the same
below the article, where a site's other stories speak of nearly the same."""

_LEAST_BROKEN_OFF = 7
"""Words of a line of a sentence that is broken into lines."""

_BYLINE = re.compile(
    r"\W*(?:posted |written |published )?by\b"
    r"|\W*(?:von|par|por|di|door|av|af|autore?|author|auteur|autorin|szerző|yazan|автор|текст|tekst|text|reporter)\b",
    re.IGNORECASE,
)
_BEGINNINGS = CREDIT_BEGINNINGS.union("po wr pu by vo pa di do av af au sz ya te re".split())
"""The first two letters of credits and bylines, in so far as they are ASCII."""

_CAPTIONED = re.compile(
    r"\((?:@\w[^()]{0,40}|AP|AFP|EPA|dpa|Reuters|Getty Images"
    r"|[^()]{0,40}\b(?:[Pp]hotos?|[Ff]otos?|[Ii]mages?|[Bb]ild|[Cc]ourtesy|[Cc]redit)\b[:/ ][^()]{2,40}"
    r"|(?=[^()]{0,60} )[^\W\d][^()/\d]{2,40}/[^()/\d]{2,40})\)\W{0,2}\Z",
)
"""A caption that ends in its credit ("… in his costume. (@keeper/Twitter)")."""

_SOURCE = re.compile(r"\A\W{0,3}(?:[^\s/]+\s+){3,}.*https?://[^\s/]+/\S{12}")
"""Where something is told, with the words before its address; what readers of a site write gives short addresses."""

_PERSON = re.compile(r"<[^<>\s@]+@[^<>\s@]+>")
"""The address of an author beside his name, as programs' papers have it."""

_FIELD = re.compile(r"\A[A-Z][a-z]{2,}(?:-[A-Z]?[a-z]+){1,2}: \S")
"""What a record tells, line by line ("Upstream-Name: lock")."""

_SETTING = re.compile(r"\A\W{0,2}[A-Z][A-Z0-9]*_[A-Z0-9_]+\b")
"""The name of a setting, and what it does; below a manual stands its host's furniture."""

_TIME = re.compile(r"\d:\d\d")

_OF_CHRONICLE = re.compile(r"\W?(?:\w{1,10}\W{1,2}){0,2}(?:19|20)\d\d\)?\s?[:–—]\s")
"""An entry of an author's list ("21 June 2016: the mason, again"); dates of teasers stand alone, or with a time."""


def may_go(line: str, most: tuple[int, int], *, in_tail: bool = False) -> bool:
    """Is it no longer than furniture, and neither prose, dialogue, a list item nor a row of a table?"""
    said = line.strip()
    most_words, characters = most
    if len(said) > characters or (words := len(said.split(maxsplit=most_words))) > most_words:
        return False
    if not in_tail and said.endswith(FINAL_MARKS) and not said.endswith(ELLIPSES):
        return False
    if not (line[:1].isalpha() and line[1:2] != ")") and (is_list_item(line) or is_dialogue(line)):
        return False
    if is_table_row(line):
        return False
    if said.isascii():
        return words < PROSE_WORDS or not is_prose(line)
    return not is_prose(line) and len(UNSPACED.findall(said)) <= _MOST_LETTERS[most]


def speaks_for_itself(document: Document, line: str, *, in_tail: bool) -> bool:
    """Is it a credit, a byline, a date (in the tail one of a chronicle), or about the article's subject?"""
    if (_stays_in_tail(line) if in_tail else is_beside_headline(line)) or _is_captioned(line) or _is_of_papers(line):
        return True
    if len(line.split(maxsplit=_LEAST_WORDS)) < _LEAST_WORDS and (line.isascii() or not UNSPACED.search(line)):
        return False
    words = subject_words(line)
    least = _LEAST_IN_TAIL if in_tail else _LEAST_ON_SUBJECT
    return len(words) > 1 and len(words & document.fact(_subject)) >= least * len(words)


def is_beside_headline(line: str) -> bool:
    """Is it a credit, a byline, a date or a time of day?"""
    return (":" in line and _TIME.search(line) is not None) or _is_signed(line) or may_be_stamp(line)


def _stays_in_tail(line: str) -> bool:
    """Is it a credit, a byline, or an entry of a chronicle?"""
    return _is_signed(line) or (("20" in line or "19" in line) and _OF_CHRONICLE.match(line) is not None)


def _is_signed(line: str) -> bool:
    beginning = line[:2]
    if beginning.isascii() and beginning.isalpha() and beginning.lower() not in _BEGINNINGS:
        return False
    return is_credit(line) or _BYLINE.match(line) is not None


def _is_of_papers(line: str) -> bool:
    """Does it tell of a source, a setting or an author's address, as the last lines of a paper or a manual do?"""
    if "_" in line and _SETTING.match(line) is not None:
        return True
    if "://" in line and _SOURCE.match(line) is not None:
        return True
    if "@" in line and _PERSON.search(line) is not None:
        return True
    return ": " in line and _FIELD.match(line) is not None


def is_broken_off(line: str) -> bool:
    """Does a sentence of some words go on in the next line?"""
    said = line.rstrip()
    return not said.endswith(FINAL_MARKS) and len(said.split(maxsplit=_LEAST_BROKEN_OFF)) >= _LEAST_BROKEN_OFF


def _is_captioned(line: str) -> bool:
    return ")" in line[-3:] and _CAPTIONED.search(line) is not None


def _subject(document: Document) -> set[str]:
    """The words of all prose, that of the page's other stories too: what it speaks of stays."""
    contents = document.contents
    return set().union(*[subject_words(contents[number]) for number in document.fact(prose)])


def prose(document: Document) -> list[int]:
    """The numbers of the lines of prose, as a fact of the document."""
    return prose_lines(document.contents)
