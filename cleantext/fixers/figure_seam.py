"""Part a number from the word it was run together with, in lines that show other damage (`the2014`, `2022The`)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from cleantext.document import Document
from cleantext.edits import Proposal
from cleantext.facts.joint_words import HEADS, TAILS
from cleantext.facts.segments import Vocabulary
from cleantext.fixers._letters import LOWER, UPPER
from cleantext.fixers._licence import is_licensed, may_be_licensed
from cleantext.fixers._runs import own_vocabulary, tokens_with
from cleantext.remembering import remembering
from cleantext.rule import Rule

_SEAM = re.compile(
    rf"""(?x)
      (?<![^\s(“"«„])(?P<word>[{LOWER}{UPPER}][{LOWER}]+)(?=(?P<number>\d{{2,}}(?:[.,]\d+)*)(?:[\s,;:!?)”»%]|[.](?:\s|$)|$))
    | (?<![^\s(“"«„$€£-])\d[\d.,]*\d(?=(?P<after>[{UPPER}]?[{LOWER}]{{2,}})(?:[\s,;:!?)”»]|[.](?:\s|$)|$))
    """
)
_SHAPES = rf"[{LOWER}]\d\d|\d\d[{UPPER}]?[{LOWER}]{{2}}"
_SHAPE = re.compile(rf"\d\d(?:(?<=[{LOWER}]..)|[{UPPER}]?[{LOWER}]{{2}})")
"""The same, by its figures: a pattern that begins with what is rare reads a line fast."""
_IN_TOKEN = re.compile(rf"\d(?:(?<=[{LOWER}].)\d|[{UPPER}]?[{LOWER}]{{2}})")
"""What stands in each token with a seam: *2.0feed* has one too, in a line that has another of two figures."""
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d\Z")
_UNITS = frozenset(
    """in am pm er ers th st nd rd en as is os de ans gr mal fach
    kg cm mm km px ml mg hz khz mhz ghz bp mbps kbps gbps""".split()
)
_MONTHS = frozenset("jan feb mar apr may jun jul aug sep sept oct nov dec".split())
"""*24Jan* and *3Mar* are ways to write a day, of which a line has several, and with two figures some."""
_NAMED = re.compile(rf"(?<![^\s(])[{UPPER}]?[{LOWER}]{{3,}}\d{{1,3}}(?![\w.,%]*\w)")
"""*latin1*, *Haskell98*: beside such names *iso2022* is one."""
_ALL_HEADS = frozenset().union(*HEADS.values())
_LEAST_LETTERS, _LEAST_AFTER, _COMMON = 3, 4, 4.0
_MOST_FIGURES_OF_DAY = 2
_SHORT_NUMBER = re.compile(rf"(?<![^\W_])\d\d[{UPPER}]?[{LOWER}]{{2,}}")
_IN_SENTENCE = re.compile(rf"(?<![^\W_])[{LOWER}]+ (?P<name>{_SHORT_NUMBER.pattern})")


def trigger(_: Rule) -> str:
    """Figures beside small letters or a capital."""
    return _SHAPES


def line_test(_: Rule) -> Callable[[str], bool]:
    """Ask for a number beside a word, in a line that something could license."""
    return lambda line: bool(_candidates(line)) and may_be_licensed(line)


def propose(document: Document, lines: Sequence[int], rule: Rule) -> Iterator[Proposal]:
    """Propose a space between number and word in licensed lines."""
    for number in lines:
        found = _candidates(document.line(number))
        words = own_vocabulary(document) if found else None
        seams = [it for it in found if words and _is_seam(it[1], document.line(number), words)]
        names = document.fact(_names) if seams else ()
        places = [place for place, match in seams if f"{match[0]}{match['after'] or ''}" not in names]
        if places and is_licensed(document, number):
            offset = document.lines[number].start
            yield from (Proposal(offset + place, offset + place, " ", rule.summary) for place in places)


def _candidates(line: str) -> Sequence[tuple[int, re.Match[str]]]:
    """What may be a seam in one language or another, and where it is; most lines have none."""
    found = tokens_with(_IN_TOKEN, line) if _SHAPE.search(line) else ()
    return [(start + match.end(), match) for start, token in found for match in _candidates_in(token)]


@remembering
def _candidates_in(token: str) -> Sequence[re.Match[str]]:
    return [match for match in _SEAM.finditer(token) if _may_be_seam(match)]


def _may_be_seam(match: re.Match[str]) -> bool:
    if word := match["word"]:
        return word.lower() in _ALL_HEADS or (len(word) >= _LEAST_LETTERS and _YEAR.match(match["number"]) is not None)
    after = match["after"].lower()
    return after not in _UNITS and not (after in _MONTHS and len(match[0]) <= _MOST_FIGURES_OF_DAY)


def _names(document: Document) -> frozenset[str]:
    """The names with a short number that a text writes in one more than once, and within a sentence: *of 50Cent*.

    Headlines that lost a space stand in a page again as well.
    """
    in_sentences = {match["name"] for match in _IN_SENTENCE.finditer(document.text)}
    often = Counter(_SHORT_NUMBER.findall(document.text)) if in_sentences else {}
    return frozenset(name for name in in_sentences if often[name] > 1)


def _is_seam(match: re.Match[str], line: str, words: Vocabulary) -> bool:
    if word := match["word"]:
        if word.lower() in HEADS[words.language]:
            return True
        year = _YEAR.match(match["number"]) is not None
        named = year and any(match[0] != other[0] for other in _NAMED.finditer(line))
        return year and not named and len(word) >= _LEAST_LETTERS and words.is_known(word)
    after = match["after"]
    if after.lower() in HEADS[words.language] | TAILS[words.language]:
        return True
    capital = after[0].isupper() and len(match[0]) > 1 and words.is_known(after) and len(after) >= _LEAST_LETTERS
    common = words.language == "en" and len(after) >= _LEAST_AFTER and words.frequency_in_language(after) >= _COMMON
    return capital or (common and len(match[0]) >= _LEAST_LETTERS)
