"""Which cuts of a run of letters are clear enough to part it in a text that shows other damage.

The figures were read off paragraphs of real pages with their truth, of which one half was never looked at. What misled
in them were compounds that the lexicon lacks (*Treebank*), known words with an ending or a prefix (*Monopolist|in*,
*nie|groźnej*, *darlos*), and names (*Thorkel|in*). So in most languages a word of grammar must stand at the seam, one
that neither begins nor ends words there; only English, which writes compounds apart, parts two words of content.
"""

from __future__ import annotations

from collections.abc import Mapping

from cleantext.facts.segments import Cut, Vocabulary

HEADS: Mapping[str, frozenset[str]] = {
    language: frozenset(words.split())
    for language, words in {
        "en": "the of and to in for with that this from was were is are at by on as his her their our your its which who "
        "why while if or but not no had has have will would can could than then they he she we you it into about when "
        "where what after before between during without because until against since an all any some these those been "
        "very more most such just did does may must should my him them us",
        "de": "der die das den dem und ist sich auch für als eine einen einem einer sind war waren wurde wird werden aber "
        "oder wenn dass diese dieser dieses diesem seine seiner ihre ihrer ihren zum zur vom beim durch gegen ohne im am sie",
        "fr": "le la les des du un une et que qui dans pour aux est sont avec cette ces ses son sa leur leurs nous vous "
        "mais ou comme plus depuis de",
        "es": "de en el la los las del un una que por para con como más pero fue sus este esta estos cuando donde desde hasta "
        "según sobre",
        "it": "il lo gli la le del della dei delle un una che per con nel nella sono alla anche più dal dalla questo questa",
        "pt": "os as um uma do da dos das no na nos nas que por para com não como mais mas foi seu sua este esta pelo pela",
        "nl": "de het een van is dat met voor niet zijn worden wordt maar ook deze naar",
        "pl": "się jest oraz przez dla jak że są ale już był która który które których gdy lub czy także",
        "ru": "что как это для его они она был были было также или только который которые после когда если чтобы",
        "uk": "що як це для його вони вона був були було також або тільки який які після коли якщо щоб",
        "tr": "ve bir bu için ile olarak çok gibi olan kadar sonra değil ancak",
        "sv": "och att det som för den inte om ett har men från eller till med",
        "cs": "že jako není který která které jsou jsem také však ale pro jeho",
        "el": "το τη να θα και του της τον την στο στη στην των στον τους που είναι δεν με για θα από μια ένας αλλά όπως",
    }.items()
}
"""Words of grammar that begin a glued run; those are left out that begin many words (*over-*, *auf-*, *nie-*)."""

TAILS: Mapping[str, frozenset[str]] = {
    language: frozenset(words.split())
    for language, words in {
        "en": "the of and to in for with that this from was were is are at by on as his her their our your its which who "
        "why while if or but not had has have will would can could than then they she you into about when where what "
        "after before between during without because until against since these those been very just did does should "
        "him them us also said",
        "de": "und ist für von sich nicht auch werden wurde wird sind hat haben war waren oder aber mit das die dass durch "
        "über nach zum zur vom beim unter eine einen im am bei",
        "fr": "que qui dans pour avec est sont sur des les une aux par plus mais depuis du le la et de",
        "es": "que por para con del como más pero fue una según desde hasta cuando donde sobre los en de",
        "it": "che per con del della nel nella sono alla anche più dal dalla",
        "pt": "que por para com uma não como mais mas foi pelo pela dos das",
        "nl": "van het een dat met voor niet zijn worden wordt maar ook naar over",
        "pl": "się jest oraz przez dla jak że są ale już był który która które których lub czy także",
        "ru": "что как это для его они она был были было также или только который которые после когда если чтобы",
        "uk": "що як це для його вони вона був були було також або тільки який які після коли якщо щоб",
        "tr": "için ile olarak çok gibi olan kadar sonra değil ancak",
        "sv": "och att det som för inte har men från eller till med",
        "cs": "jako není který která které jsou jsem také však",
        "el": "το τη να θα και του της τον την στο στη στην των στον που είναι δεν για από μια αλλά όπως",
    }.items()
}
"""Words of grammar that end a glued run; those are left out that end many words (*-in*, *-los*, *-nie*)."""

PREFIXES = frozenset(
    "a an in on un re non pre pro sub anti mis dis de co over under out up off super inter counter meta macro micro mini "
    "multi mega semi post auto bio neo pseudo ultra hyper trans cyber eco geo tele self cross ex extra fore after back "
    "down well mid half news per psycho socio proto stereo photo electro step stereo techno nano mono poly".split()
)
"""They begin English words that the lexicon lacks."""

ENDINGS = frozenset(
    "s i a an ed es er ers or ing ings ly less like ness ful able ible al ity ism ist ists ish ise ize ized ised dom ship "
    "ships hood ment ments man men woman women person people maker makers making made wide wise way ways ward wards side "
    "house houses line lines land lands work works ware gate berry town ton ham son field wood stone ford worth fish bird "
    "board boards book books room rooms time times yard yards play player players boy boys girl girls ball park proof "
    "free friendly based style type types mate mates bank smith craft head heads hand hands tail walk walker walkers "
    "walking keeper keepers owner owners holder holders set sets base bases code codes name names site sites master masters "
    "ist ish tie ten ting led let lets ant ants ate ice ion ions age ages ally ant ent ary ory ester most so over".split()
)
"""They end English compounds and derived words that the lexicon lacks."""

SURE_TAILS = TAILS["en"] - frozenset("in as at by on one like just very if no those these since over there".split())
SURE_HEADS = frozenset(
    "the of and to is that this from was were are their our your which who but have will would can could they you "
    "about what these those should been being".split()
)
_LEAST_OF_SURE = 2
_ALONE, _SURE, _SURE_BESIDE_SHORT, _NAMED = 3.0, 5.0, 6.0, 1.0

_NUMERALS = ("eins", "zwan", "drei", "vier", "fünf", "sech", "sieb", "acht", "neun")
_NO_PREFIXES = ("of", "is")
_LEAST_LETTERS = 3
_LEAST_BESIDE_SHORT = 5.0


def is_clear(cut: Cut, run: str, words: Vocabulary) -> bool:
    """Is a cut clear enough for a text that shows other damage?"""
    if cut.kind == "camel":
        return _is_clear_camel(cut, words)
    if words.is_known(run):
        return False
    if words.language == "en":
        return _is_clear_in_english(cut, words)
    return _is_clear_by_grammar(cut, words)


def is_sure(cut: Cut, run: str, words: Vocabulary) -> bool:
    """Is a cut of an English run clear enough for a text that shows no other damage?

    One part is a word of grammar, and not one that begins or ends words: *where|so*, *there|over*, *in|expediency*.
    """
    left, right = cut.left.lower(), cut.right.lower()
    if cut.kind != "small" or words.is_known(run) or min(len(left), len(right)) < _LEAST_OF_SURE:
        return False
    if right in SURE_TAILS and words.frequency(left) > _ALONE:
        return cut.saved >= (_SURE if len(right) > 2 else _SURE_BESIDE_SHORT) + (_NAMED if cut.left[0].isupper() else 0)
    if left in SURE_HEADS and words.frequency(right) > _ALONE:
        return cut.saved >= (_SURE if len(left) > 2 else _SURE_BESIDE_SHORT)
    return False


def _is_clear_camel(cut: Cut, words: Vocabulary) -> bool:
    if cut.left[0].islower() or cut.left.lower() in HEADS[words.language]:
        return cut.saved >= 1.0
    return cut.saved >= (4.0 if words.language == "en" else 2.0)


def _is_clear_in_english(cut: Cut, words: Vocabulary) -> bool:
    left, right = cut.left.lower(), cut.right.lower()
    if right in TAILS["en"]:
        if len(left) < _LEAST_LETTERS and left not in HEADS["en"]:
            return False
        if len(right) > 2:
            return cut.saved >= 2.0
        return cut.saved >= (3.5 if cut.left[0].islower() else 5.0)
    if left in HEADS["en"]:
        if len(left) > 2:
            return cut.saved >= 1.5
        return cut.saved >= 4.0 and (left in _NO_PREFIXES or words.frequency(right) >= (4.8 if left == "in" else 4.0))
    if min(len(left), len(right)) < _LEAST_LETTERS or left in PREFIXES or right in ENDINGS:
        return False
    return cut.saved >= (4.5 if cut.left[0].islower() else 5.5)


def _is_clear_by_grammar(cut: Cut, words: Vocabulary) -> bool:
    left, right = cut.left.lower(), cut.right.lower()
    language = words.language
    at_head, at_tail = left in HEADS[language], right in TAILS[language]
    if language == "de" and ("und" in (left, right)) and any(it in cut.left + cut.right for it in _NUMERALS):
        return False  # dreiunddreißig
    other = right if at_head else left
    if not (at_head or at_tail) or len(other) < _LEAST_LETTERS:
        return False
    grammar = left if at_head else right
    if len(grammar) < _LEAST_LETTERS:
        return cut.saved >= _LEAST_BESIDE_SHORT
    return cut.saved >= (3.0 if at_head else 3.5)
