"""Give a news outlet its own name back, where the translator put it into English word for word.

The rule's table leads from the translated name to the outlet's own; its phrases are words that say of *daily*,
*newspaper* and the like that they are of the source's country (`French`). The words are ordinary English, so a name
must show itself as one: a capital that mid-sentence English would not write, or words beside it that speak of a source
(*according to*); a single word, or a phrase without a word for an outlet in it, always needs the latter. The rest is
held back with its reason. What could not be an outlet in any text, `The world` at the start of a sentence or an
English title without its country, is not even looked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cleantext.document import Document
from cleantext.edits import Proposal
from cleantext.encoded import TIERS
from cleantext.facts.lexicon import lexicon
from cleantext.fixers._names import is_part
from cleantext.fixers._outlets import (
    OPENING,
    Found,
    another_is_meant,
    names_on,
    nations_of,
    phrases_of_the_country,
    right_before,
)
from cleantext.fixers._remedy import table_of
from cleantext.folding import folded_literal
from cleantext.remedies.literals import either_of
from cleantext.rule import Rule
from cleantext.triggers import Trigger

_SOURCES = r"""(?:
      [Aa]ccording\ to | (?:research|reports?|investigations?|interviews?|surveys?|information)\ (?:by|from|in|with|of)
    | (?:re)?(?:reported|published|revealed|collected|quoted|cited|interviewed|contacted|obtained|announced|consulted
        |questioned|verified|geotagged|confirmed|compiled|gathered|unveiled|seen|relayed|broken|printed
        |checked)\ (?:by|in)
    | [Ii]nterview\ (?:given\ |granted\ |published\ )?(?:with|to|in|for|by)
    | (?:told|tells|telling|said\ to|says\ to|explained\ to|explains\ to|confided\ (?:to|in)|confides\ to|declared\ to
        |informed|reminded|stated\ to|admitted\ to|confirmed\ to|assured|confessed\ to|comments\ to|statements?\ to
        |quotes|quoting|citing)
    | (?:picked\ up|taken\ up|told|followed|founded)\ by
    | (?:heard|read|learned|learnt)\ (?:about\ |of\ )?(?:(?:him|her|it|them|this|that)\ )?in
    | (?:written|wrote|writes|write|appeared|appears|came\ out|columns|pages|edition|editorial|editorialist
        |article|column|op-ed|readers
        |correspondent|journalists?|reporters?|editor|editor-in-chief|columnist|photographer|director|website|site
        |newsroom|headline|front\ page|cover)\ (?:in|of|for|from|at)
    )"""
_KIND = r"""(?:daily|dailies|newspapers?|weekly|weeklies|magazines?|paper|news\ site|news\ portal|portal|press\ agency
    |news\ agency|tabloid|broadsheet|periodical|broadcaster|TV\ channel|television\ channel|radio\ station)"""
_KIND_BEFORE = re.compile(rf"(?x)(?<!\w){_KIND}\s{OPENING}?\Z")
_CUES = rf"(?:{_KIND}|{_SOURCES})"
_CUE_BEFORE = re.compile(rf"(?x)(?<!\w){_CUES}\s{OPENING}?\Z")
_CUE_AFTER = re.compile(
    r"[”\"’»“]? (?:(?:had |has |have )?(?:wrote|written|reported|reports|writes|revealed|quotes?d?)\b)"
)
_WRITES = r"[”\"’»“]? (?:wrote|writes|reported|reports)"
_WRITES_AFTER = re.compile(rf"{_WRITES}\b(?! to\b)")
_SAYS_BEFORE = re.compile(r"\b(?:writes|reports|reported|wrote) [“\"«„]?\Z")
_ENDS_AFTER = re.compile(r"[”\"»“]?(?:[.,;:]|\Z)")
_GOES_ON_IN = re.compile(
    r"[”\"»“]? (?:in|on) (?:its|the|an?|one|January|February|March|April|May|June|July|August|\w+day)\b"
)
_ACTS_AFTER = re.compile(
    r"[”\"’»“]? (?:(?:has|had) )?(?:wrote|writes|reported|reports|called|calls|printed|prints|published|publishes"
    r"|revealed|reveals|quoted|quotes|announced|sent an?|devoted|dedicated|counted|asked|recalled)\b(?! to\b)"
)
_MID_SENTENCE = re.compile(r"(?:\w|[,;’'%)])\s\Z")
_SENTENCE_START = re.compile(r"(?:\A|[.!?…:—–]|[.!?…][”\"’»“)]+)\s*\Z")
_A_WORK = re.compile(
    r"""(?xi)\b(?:films?|movies?|books?|novels?|songs?|albums?|singles?|series|shows?|games?|plays?|poems?|paintings?
        |stor(?:y|ies)|exhibition|documentary|musical|operas?|sculpture|band|motto|slogan|title|called|titled|entitled
        |named|theme|sitcom|tale|chapter|track|podcast)[,:]?\s\Z"""
)
_GOES_ON = re.compile(
    r"""(?x)[”"’»“*_]*(?:\Z|[.,;:!?)…—–]|’s\b|'s\b
      |\s(?:[—–(\[]|\w+ed\b|(?:and|or|but|in|on|at|that|which|who|whose|when|where|while|because|as|to|from|for|with|by
        |about|after|before|since|until|this|these|there|it|he|she|they|we|the|a|an|also|has|had|have|yesterday|today
        |not|yet|only|just|even|last|writes|wrote|reports|says|said|quotes|recalls|notes|explains|gave|gives|made|put
        |found|ran|runs|knows|knew|saw|sees|told|tells|spoke|sent|brought|got|took|learned|learnt|came|went|under|over
        |via|per|his|her|its|their|if|so|than|then|against|during|once|again|too|nor|however)\b))"""
)
_OTHER_SENSE = re.compile(
    r"""(?x)(?:
      \ of\b | [’']s\b(?=\ [a-z]+\ (?:is|are|was|were)\b)
    | -\w
    | \ (?:health|cards?|champions?|championships?|cups?|wars?|series|records?|banks?|economy|economies|leaders?|order
        |heritage|titles?|population|number|tour|trade|market|markets|oil|food|thermostat|wide|famous|class|itself|around
        |as\ we|over|outside|today|is|are|was|were|will|would|can|could|may|must|should)\b
    )"""
)
_OUTLET_WORD = re.compile(
    r"""(?xi)\b(?:newspapers?|gazettes?|dail(?:y|ies)|weekly|couriers?|journal|diary|news|mail|post|telegraph|herald
        |mercury|tribune|echo|review|mirror|chronicle|observer|messenger|agency|radio|tv|press|sheet|indicator|express
        |komsomolets|correspondent|online|report|paper|vedomosti)\b"""
)
"""Words that make a phrase with a capital the name of an outlet."""
_ANOTHER = re.compile(r"[“\"«„][^“”\"«»„]{2,30}[”“\"»],? and [“\"«„]\Z")
"""Another quoted name before it, to which the words that speak of a source belong as well."""
_NAME_OR_NUMBER = re.compile(r" (?:\d|[A-ZÀ-Þ])")
_MOST_FREQUENT = 5.2
"""Zipf of a single word (*fact*, *law*) above which no *told* and no *according to* makes an outlet of it."""


def trigger(rule: Rule) -> Trigger:
    """What must stand in a text: a name where it could be one, or words that say of an outlet whose it is.

    `The world` stands in mid-sentence, or alone in quotation marks; what always needs words beside it, has them.
    """
    names = table_of(rule)
    with_article = frozenset(it for it in names if it.startswith("The ") and it.count(" ") < _LONG)
    in_need = frozenset(it for it in names if not it.startswith("The ") and not _OUTLET_WORD.search(it))
    literals: dict[str, tuple[str, ...]] = {folded_literal(phrase): () for phrase in phrases_of_the_country(rule)}
    for name in names:
        if name not in with_article and name not in in_need:
            literal = folded_literal(name)
            literals[literal] = (*literals.get(literal, ()), name, name.replace("'", "’"))
    cases = []
    if with_article:
        bare = either_of({name.removeprefix("The ") for name in with_article})
        cases = [rf"[^\s.!?…:—–”“\"»] The (?:{bare})\b", rf"{OPENING}The (?:{bare})[”\"’»“*_),]"]
    if in_need:
        needy = either_of(in_need)
        cases += [
            rf"{_without_spaces(_CUES)} {OPENING}?(?:{needy})\b",
            rf"\b(?:writes|reports|reported|wrote) [“\"«„]?(?:{needy})\b",
            rf"\b(?:{needy}){_WRITES}\b",
        ]
    return Trigger(literals, ("|".join(cases),) * len(TIERS))


_LONG = 3
"""Spaces in a name that stands in so few texts that it is looked for wherever it stands."""


def _without_spaces(verbose: str) -> str:
    """Rewrite a verbose pattern for the scanners, which know no such thing."""
    return re.sub(r"(?<!\\)\s+", "", verbose).replace("\\ ", " ")


def propose(document: Document, lines: Sequence[int], rule: Rule) -> Iterator[Proposal]:
    """Propose the outlet's own name, or hold it back with the reason."""
    native = right_before(nations_of(rule))
    for found in names_on(document, lines, table_of(rule)):
        yield found.proposal(_held(found, native) or _another_name(document, found.key))


def _held(found: Found, native: re.Pattern[str]) -> str:
    """Why these words are not, or not surely, the outlet."""
    key, before, after = found.key, found.before, found.after
    whole = re.search(r"[“\"«„]\Z", before) is not None and re.match(r"[”“\"»]", after) is not None
    if native.search(before):
        return ""
    if otherwise := another_is_meant(found.own, before, after, article=key.startswith("The ")):
        return otherwise
    if found.said.replace("’", "'") != key:
        return "it is capitalised as English writes a title: an outlet of that name may be meant"
    if " " not in key and (too_little := _says_too_little(key, before, after)):
        return too_little
    if _CUE_BEFORE.search(before) and not _OTHER_SENSE.match(after):
        return ""
    if whole and (_WRITES_AFTER.match(after) or _CUE_BEFORE.search(_ANOTHER.sub("", before))):
        return ""
    if _SAYS_BEFORE.search(before) and (_ENDS_AFTER.match(after) or (" " in key and _GOES_ON_IN.match(after))):
        return ""
    return _no_name(key, before, after)


def _says_too_little(key: str, before: str, after: str) -> str:
    """Why a single word is not, or not surely, the outlet, though words before it may speak of a source."""
    if _NAME_OR_NUMBER.match(after):
        return "with the name or number after it, it is something else"
    known = lexicon("en")
    if (known is None or known.frequency(key.lower()) > _MOST_FREQUENT) and not _KIND_BEFORE.search(before):
        return "a word so common is an outlet only where the words before it name the kind of outlet"
    return ""


def _no_name(key: str, before: str, after: str) -> str:
    """Why words without a cue before them do not stand as a name."""
    with_article, writes = key.startswith("The "), _WRITES_AFTER.match(after) is not None
    if not with_article and _ACTS_AFTER.match(after) and _OUTLET_WORD.search(key):
        return ""  # `Electoral newspaper wrote`: words of a sentence would have an article
    if re.search(rf"{OPENING}\Z", before):
        return "it stands at the start of a quotation or a title"
    if _SENTENCE_START.search(before):
        return "it stands at the start of a sentence, where the words mean what they say"
    if _A_WORK.search(before):
        return "the words before it speak of a work of that title"
    if (_OTHER_SENSE.match(after) and not _CUE_AFTER.match(after)) or (with_article and not _GOES_ON.match(after)):
        return "the words after it show another sense"
    if not _MID_SENTENCE.search(before) or not (writes or with_article or _OUTLET_WORD.search(key)):
        return "nothing beside it speaks of an outlet"
    second = key.split()[1:2]
    if second and second[0][:1].isupper() and not _CUE_AFTER.match(after):
        return "nothing beside it speaks of an outlet"
    return ""


def _another_name(document: Document, key: str) -> str:
    """A single word may be a surname (`Russell Brand`) or a party (`Labor Party`): then the text says so somewhere."""
    if " " not in key and is_part(document, key):
        return "the text uses the word as a part of a longer name"
    return ""
