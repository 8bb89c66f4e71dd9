"""Give a news outlet its own name back, where the translator put it into English word for word.

The rule's table leads from the translated name to the outlet's own; its phrases are words before the name that mark
the outlet as the source country's (`French daily`). The words are ordinary English, so a name must show itself as one:
a capital that mid-sentence English would not write, or words beside it that speak of a source (*according to*).
Everything else is held back with its reason, in every text, so that `explain()` can say why it stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from cleantext.document import Document
from cleantext.edits import Proposal
from cleantext.fixers._names import later_parts
from cleantext.rule import Fixer, Rule

_OPENING = '[“"‘«„(*_]'
_CUE_BEFORE = re.compile(
    rf"""(?xi)(?<!\w)(?:
      according\ to | (?:research|reports?|investigations?|interviews?|surveys?|information)\ (?:by|from|in|with|of)
    | (?:re)?(?:reported|published|revealed|collected|quoted|cited|interviewed|contacted|obtained|announced|consulted
        |questioned|verified|geotagged|confirmed|compiled|gathered|unveiled|seen|relayed|broken)\ (?:by|in)
    | interview\ (?:given\ |granted\ )?(?:with|to|in|for)
    | (?:told|tells|telling|said\ to|says\ to|explained\ to|explains\ to|confided\ (?:to|in)|confides\ to|declared\ to
        |informed|reminded|stated\ to|admitted\ to|confirmed\ to|assured|confessed\ to)
    | (?:written|wrote|writes|write|appeared|columns|pages|edition|editorial|editorialist|article|column|op-ed|readers
        |correspondent|journalists?|reporter|editor|director|website|site|newsroom|headline|front\ page)
        \ (?:in|of|for|from|at)
    | (?:the\ )?(?:daily|newspaper|weekly|magazine|paper|news\ site|press\ agency|tabloid|broadsheet)
    )\s{_OPENING}?\Z"""
)  # fmt: skip
_CUE_AFTER = re.compile(
    r"[”\"’»“]? (?:(?:had |has |have )?(?:wrote|written|reported|reports|writes|revealed|quotes?d?)\b)"
)
_WRITES = re.compile(r"[”\"’»“]? (?:wrote|writes|reported|reports)\b(?! to\b)")
_MID_SENTENCE = re.compile(r"(?:\w|[,;’'%)])\s\Z")
_SENTENCE_START = re.compile(r"(?:\A|[.!?…:—–]|[.!?…][”\"’»“)]+)\s*\Z")
_OTHER_NATION = re.compile(
    r"\b(?:British|American|U\.?S\.?|UK|English|London|Irish|Australian|Canadian)(?: [a-z]+){0,2}\s\Z"
)
_OTHER_SENSE = re.compile(
    r"""(?x)(?:
      \ of\b | ’s\b(?=\ [a-z]+\ (?:is|are|was|were)\b)
    | -\w
    | \ (?:health|cards?|champions?|championships?|cups?|wars?|series|records?|banks?|economy|economies|leaders?|order
        |heritage|titles?|population|number|tour|trade|market|markets|oil|food|thermostat|wide|famous|class|itself|around
        |as\ we|over|outside|today|is|are|was|were|will|would|can|could|may|must|should)\b
    )"""
)
_ANOTHER = re.compile(r"[“\"«„][^“”\"«»„]{2,30}[”“\"»],? and [“\"«„]\Z")
"""Another quoted name before it, to which the words that speak of a source belong as well."""
_NEAR = 60
"""Characters before the name in which words that speak of a source are looked for."""


def propose(document: Document, lines: Sequence[int], rule: Rule) -> Iterator[Proposal]:
    """Propose the outlet's own name, or hold it back with the reason."""
    assert isinstance(rule.remedy, Fixer)  # noqa: S101 - what else names a fixer
    table = rule.remedy.table
    native = _native(tuple(phrase for phrases in rule.remedy.phrases.values() for phrase in phrases))
    find, keys = _finder(tuple(table)), _keys(table)
    for number in lines:
        line = document.line(number)
        for match in find.finditer(line):
            key = match[0] if match[0] in table else keys[match[0].casefold()]
            before, after = line[max(0, match.start() - _NEAR) : match.start()], line[match.end() : match.end() + _NEAR]
            held = _held(match[0], key, before, after, native) or _known_person(document, key)
            offset = document.lines[number].start
            start, end = offset + match.start(), offset + match.end()
            reason = f"{match[0]!r} is the translated name of {table[key]}"
            yield Proposal(start, end, table[key], reason, held)


def _held(said: str, key: str, before: str, after: str, native: re.Pattern[str]) -> str:
    """Why these words are not, or not surely, the outlet."""
    whole = re.search(r"[“\"«„]\Z", before) is not None and re.match(r"[”“\"»]", after) is not None
    if native.search(before):
        return ""
    if otherwise := _means_otherwise(said, key, before, after):
        return otherwise
    if _CUE_BEFORE.search(before) and not _OTHER_SENSE.match(after):
        return ""
    if whole and (_WRITES.match(after) or _CUE_BEFORE.search(_ANOTHER.sub("", before))):
        return ""
    if " " not in key:
        return "" if _MID_SENTENCE.search(before) and _WRITES.match(after) else "nothing beside it speaks of an outlet"
    return _no_name(key, before, after)


def _means_otherwise(said: str, key: str, before: str, after: str) -> str:
    """What shows that another outlet, or none, is meant, whatever speaks for this one."""
    if _OTHER_NATION.search(before):
        return "the words before it name an outlet of an English-speaking country"
    if re.match(r"[”\"’»“*_]?\)", after) and re.search(r"\([“\"‘«„*_]?\Z", before):
        return "it explains a name in brackets, as a gloss"
    if not key.startswith("The ") and re.search(r"(?i)\b(?:the|an?|this|that|our|its)\s\Z", before):
        return "with an article before it, it is no name"
    if said != key:
        return "it is capitalised as English writes a title: an outlet of that name may be meant"
    return ""


def _no_name(key: str, before: str, after: str) -> str:
    """Why words without a cue do not stand as a name."""
    if re.search(rf"{_OPENING}\Z", before):
        return "it stands at the start of a quotation or a title"
    if _SENTENCE_START.search(before):
        return "it stands at the start of a sentence, where the words mean what they say"
    if _OTHER_SENSE.match(after) and not _CUE_AFTER.match(after):
        return "the words after it show another sense"
    if _MID_SENTENCE.search(before) and (not key.split()[1][:1].isupper() or _CUE_AFTER.match(after)):
        return ""
    return "nothing beside it speaks of an outlet"


def _known_person(document: Document, key: str) -> str:
    """A single word may be a surname (`Russell Brand`): then the text says so somewhere."""
    if " " not in key and key in later_parts(document):
        return "the text uses the word as a part of a longer name"
    return ""


@lru_cache(maxsize=64)
def _finder(names: tuple[str, ...]) -> re.Pattern[str]:
    """Find the names as the table writes them, and with every word capitalised."""
    both = {it for name in names for it in (name, re.sub(r"\b(?<!')[a-z]", lambda letter: letter[0].upper(), name))}
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(both, key=lambda it: (-len(it), it))))})\b")


def _keys(table: Mapping[str, str]) -> Mapping[str, str]:
    return {key.casefold(): key for key in table}


@lru_cache(maxsize=64)
def _native(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """The rule's phrases right before the name."""
    return re.compile(rf"(?i)\b(?:{'|'.join(map(re.escape, phrases)) or '(?!)'}),? {_OPENING}?\Z")
