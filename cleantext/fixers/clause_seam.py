"""Put back the space beside a mark, in lines that show other damage: the words there may be any.

Abbreviations, file names, optional endings (`book(s)`) and lists without spaces keep their shapes even there.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from cleantext.document import Document
from cleantext.edits import Proposal
from cleantext.facts.language import function_words
from cleantext.facts.segments import Vocabulary
from cleantext.fixers._abbreviations import ABBREVIATIONS, SUFFIXES
from cleantext.fixers._letters import LOWER, UPPER
from cleantext.fixers._licence import is_licensed, may_be_licensed
from cleantext.fixers._neighbours import lines_touching
from cleantext.fixers._runs import own_vocabulary
from cleantext.rule import Rule

_L = rf"{LOWER}{UPPER}"
_SEAM = re.compile(
    rf"""(?x)
      (?P<sentence>
          (?:(?<![^\W_])[{_L}]*[{_L}][{LOWER}][”"’»)]? | [{UPPER}]{{3,}} | \d{{3}} | [\])”»])(?:[.!?]{{1,3}}|…))
          (?=[“„«(]?[{UPPER}](?:[{LOWER}]|[{UPPER}]*\b[^.\w]))
    | (?P<item>(?<=[{LOWER}]{{2}})\)?[.;])(?=\d{{1,2}}[.)]\s|[a-z][.)]\s)
    | (?P<address>[{_L}]{{2}}[:,])(?=https?://|www\.)
    | (?P<reference>(?:[{_L}]{{2}}|[.,;”")])\[(?:[1-9]\d{{0,2}}|[.]{{3}}|…)\])(?=[{_L}]{{2}}|[aAI]\s)
    | (?P<aside>[{LOWER}][.!?…][)])(?=[{UPPER}][{LOWER}])
    | (?P<number>(?<=[{LOWER}]{{3}}),)(?=\d{{1,3}}\s[{_L}])
    | (?P<comma>[{_L}]{{2}}[”"’»)]?,|\d[”»)]?,|[”»)],)(?=[{_L}]{{2}}|[aAI]\s)
    | (?P<colon>[{_L}]{{2}}[”"’»)]?[;:]|[”»)][;:])(?=[“„«]?[{_L}]{{2}}|[aAI]\s)
    | (?<![{_L}])\((?P<inside>[^()\n]{{2,80}})\)(?=[{_L}]{{2}}|[aAI]\s)
    | (?<=[{_L}”»])[ \N{{NO-BREAK SPACE}}](?P<french>[:!?;»][.,]?)(?=[{_L}]{{2}})
    | (?P<curly>[{_L}.,!?…]”)(?=[{_L}]{{2}})
    | «[^«»\n]{{1,200}}[^\s«»](?P<guillemet>»)(?=[{_L}]{{2}})
    | (?P<opening>[{_L}]{{2}}|[{_L}][.,;:!?…])(?=[«„][{_L}])
    | (?P<english>[{_L}]{{2}}|[{_L}][.,;:!?…])(?=“[{_L}])
    | (?P<bracket>[{_L}][{LOWER}]{{2}}|[{_L}]{{3}}[.,;])
          (?=\((?:[{UPPER}]{{2}}|[{UPPER}][{LOWER}]{{2}}|[{LOWER}]{{2,}}\s))
    """
)
_SHAPES = rf"[.!?…][“„«(]?[{UPPER}][{LOWER}]|[{_L}”»)][,;:][“„«]?[{_L}]|[)\]”»][{_L}]|[{_L}.,;:!?…][(“„«][{_L}]"
_SHAPE = re.compile(
    rf"""(?x)
    [.!?…,:;)\]”»(“„«]
    (?: (?<=[.!?…])[“„«(]?[{UPPER}][{LOWER}] | (?<=[{_L}”»)][,:;])[“„«]?[{_L}] | (?<=[)\]”»])[{_L}]
      | (?<=[{_L}.,;:!?…][(“„«])[{_L}] )
    """
)
"""The same, by the mark: a pattern that begins with what is rare reads a line fast."""
_FOLLOWING = re.compile(r"[“„«(]?([^\W\d_]{0,40})")
_NO_WORDS = re.compile(r"[_/@#\\=<>{}|~^`]|www\.|\.\w+\(")
"""What stands in addresses and in code."""
_LAST_LETTERS = re.compile(r"[^\W\d_]*(?=\W*\Z)")
_LAST_WORD = re.compile(r"[^\W\d_]+(?=\W?\Z)")
_LAST_NAME = re.compile(r"[^\W\d_]+[.:]\Z")
_PAIR = re.compile(r"([^\w\n]?)(?<![^\W_])([^\W\d_]{1,40}[.:])(?=([^\W\d_]{1,40}))")
_LONGEST_TOKEN, _LEAST_OF_PART = 60, 3
_MOST_OF_PAIR, _MOST_BEGUN = 1, 2
_SMALL_ENDING = re.compile(rf"[{LOWER}]{{1,5}}\Z")
_BEGINNING = re.compile(rf".*-\Z|[{UPPER}]?[{LOWER}]{{1,3}}\Z")
"""Of a word whose beginning may be left out: *(Un)saubere*, *(Notfall-)Nummer*."""
_COMPOUNDING = frozenset("da de is nb nl nn no sv".split())
"""Languages that write compounds in one word, of which any part may be left out: *(volkoren)meel*, *(huvud)ord*."""
_MEMBER = re.compile(rf"[{LOWER}][{UPPER}]\w*[.]\w*[{LOWER}][{UPPER}]|[{LOWER}][.][{LOWER}]{{4,}}[.][{UPPER}]")
"""*portSide.deckHand*, *ship.deck.Hand*: names of a program."""
_DEFINED = re.compile(r"\s*(?:class|def)\s")
_RECORD = re.compile(r"[^\s:][^:\n]*(?::[^\s:][^:\n]*){2,}\Z")
"""Fields that colons part and no space does, and so in the line beside it: *Port:Country code:Lock*."""
_OPENS_BLOCK = re.compile(r".*[{}]\s*\Z")
"""A line of a style sheet: *body,body input {*."""
_GENDERED = re.compile(r"innen\b|in\b|r\b|n\b")
_SWEDISH_ENDING = re.compile(r"(?:s|er|en|et|ar|erna|arna|ens|ets)\b")
"""Of an abbreviation: *url:er*."""
_LIST = re.compile(rf"(?:(?<=\s)|^)(?:[{LOWER}\d]+,){{2,}}[{LOWER}\d]+(?=\s|$)")
_CLOSES_WITH_ENGLISH_OPENER = frozenset(("de", "cs", "pl"))
_CLOSES_WITH_OPENING_GUILLEMET = frozenset(("de",))
_OPENS_WITH_CURLY = frozenset(("sv",))


def trigger(_: Rule) -> str:
    """A mark between letters."""
    return _SHAPES


def line_test(_: Rule) -> Callable[[str], bool]:
    """Ask for a seam of any kind, in a line that something could license."""
    return lambda line: _SHAPE.search(line) is not None and may_be_licensed(line) and _SEAM.search(line) is not None


def propose(document: Document, lines: Sequence[int], rule: Rule) -> Iterator[Proposal]:
    """Propose a space at each seam of a licensed line."""
    for number in lines:
        said = document.line(number)
        if not _SHAPE.search(said) or _OPENS_BLOCK.match(said) or not is_licensed(document, number):
            continue
        if _RECORD.match(said) and _is_of_table(document, number):
            continue
        words = own_vocabulary(document)
        language = words.language if words else document.language
        line, offset = document.line(number), document.lines[number].start
        lists = [match.span() for match in _LIST.finditer(line)]
        for match in _SEAM.finditer(line):
            kind = match.lastgroup or ""
            place = match.end()
            if not _is_seam(kind, match, line, language) or (kind == "comma" and _is_inside(lists, place)):
                continue
            if (words and _is_word(match, line, words)) or _is_name(kind, line, place, document, words):
                continue
            yield Proposal(offset + place, offset + place, " ", rule.summary)


def _is_of_table(document: Document, number: int) -> bool:
    """Has a line right beside it as many fields?"""
    fields = document.line(number).count(":")
    return any(line.count(":") == fields and _RECORD.match(line) for line in lines_touching(document, number))


def _is_word(match: re.Match[str], line: str, words: Vocabulary) -> bool:
    """Does the mark stand in a word: *(Verkehrs)Unfall*, *hi,ghlighted*?"""
    inside, right = match["inside"], _FOLLOWING.match(line, match.end())
    left = _LAST_WORD.search(inside or _token_before(line, match.end()))
    if not left or not right or len(right[1]) < _LEAST_OF_PART or (inside and left[0] != inside):
        return False
    return words.is_known(f"{left[0]}{right[1]}".lower()) and (bool(inside) or not words.is_known(right[1]))


def _is_name(kind: str, line: str, place: int, document: Document, words: Vocabulary | None) -> bool:
    """Does the text write both in one again within a line, or hang others on the first: *the Tax:On*, *is:open*?

    Between two capitals it is a name, unless the second is a word of grammar: *Boost.Build*, but *Napa.The*.
    Captions begin lines, or go on with a capital: *Deficiency:Older leaves*, *design by:Hartmann*. Between small
    words of English a colon alone is a ratio or a key, *water:glue*, *blob:none*, as often as it is a seam.
    """
    left, right = _LAST_NAME.search(_token_before(line, place)), _FOLLOWING.match(line, place)
    if kind not in ("colon", "sentence") or not left or not right or not right[1]:
        return False
    pairs = document.fact(_pairs)
    pair = f"{left[0]}{right[1]}"
    if kind == "sentence" and left[0][0].isupper() and right[1][0].isupper():
        return pairs[pair] > _MOST_OF_PAIR and not _is_of_grammar(right[1], document.language)
    if kind == "colon" and pairs[pair] > _MOST_OF_PAIR and pairs[f" {pair}"]:
        return True
    is_part = right[1].islower() if kind == "colon" else words is not None and not words.is_known(right[1])
    if not is_part or not left[0][0].islower():
        return False
    return (kind == "colon" and document.language == "en") or pairs[left[0]] > _MOST_BEGUN


def _pairs(document: Document) -> Counter[str]:
    """How often a text joins two words with a mark, with a space before them, and any word to the first."""
    found = Counter[str]()
    for match in _PAIR.finditer(document.text):
        pair = f"{match[2]}{match[3]}"
        found.update((match[2], pair, f"{match[1]}{pair}") if match[1] else (match[2], pair))
    return found


def _is_inside(spans: Sequence[tuple[int, int]], place: int) -> bool:
    """Does a place lie inside one of some spans, which are in order?"""
    number = bisect_left(spans, (place,)) - 1
    return number >= 0 and place < spans[number][1]


def _is_seam(kind: str, match: re.Match[str], line: str, language: str) -> bool:
    place = match.end()
    right = _FOLLOWING.match(line, place)
    following = right[1] if right else ""
    token = _token_around(line, place)
    if kind == "address":
        return True
    if _NO_WORDS.search(token):
        return False
    match kind:
        case "sentence":
            if _MEMBER.search(token) or (line[place] == "“" and language in _CLOSES_WITH_ENGLISH_OPENER):
                return False
            left = _LAST_LETTERS.search(match[0])
            return not (left and left[0].lower() in ABBREVIATIONS) and following.lower() not in SUFFIXES
        case "colon":
            return not _GENDERED.match(following) and not (language == "sv" and _SWEDISH_ENDING.match(following))
        case "inside":
            if _SMALL_ENDING.match(match["inside"]) or _BEGINNING.match(match["inside"]):
                return False
            return not (language in _COMPOUNDING and _is_part(match["inside"], following, language))
        case "bracket":
            return not _DEFINED.match(line)
    return _is_written_so(kind, following, line, language)


def _is_part(inside: str, following: str, language: str) -> bool:
    """Is one word in brackets the first part of the word behind it? A word of grammar begins anew."""
    return inside.isalpha() and following.islower() and not _is_of_grammar(following, language)


def _is_of_grammar(word: str, language: str) -> bool:
    return word.lower() in function_words(language)


def _is_written_so(kind: str, following: str, line: str, language: str) -> bool:
    """Does a space stand beside quotation marks of this kind, by the customs of the language?"""
    match kind:
        case "curly":
            return language not in _OPENS_WITH_CURLY and following not in ("s", "es", "ed", "ing", "er", "ish", "like")
        case "guillemet" | "opening":
            return language not in _CLOSES_WITH_OPENING_GUILLEMET or "«" not in line
        case "french":
            return language == "fr"
        case "english":
            return language not in _CLOSES_WITH_ENGLISH_OPENER
    return True


def _token_before(line: str, place: int) -> str:
    return line[max(line.rfind(" ", 0, place) + 1, place - _LONGEST_TOKEN) : place]


def _token_around(line: str, place: int) -> str:
    start = line.rfind(" ", 0, place) + 1
    end = line.find(" ", place)
    return line[start : end if end >= 0 else len(line)]
