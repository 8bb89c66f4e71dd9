"""Which cuts of a run of letters are clear enough to part it in a text that shows other damage.

The figures were read off paragraphs of real pages with their truth, of which one half was never looked at. What misled
in them were compounds that the lexicon lacks (*Treebank*), known words with an ending or a prefix (*Monopolist|in*,
*nie|groźnej*, *darlos*), and names (*Thorkel|in*). So in most languages a word of grammar stands at a clear seam, one
that neither begins nor ends words there. Two words of content are parted where compounds are written apart, as in
English, or are few and told by the letter that links their parts.
"""

from __future__ import annotations

from cleantext.facts.joint_words import (
    BEGINNINGS_OF_ONE,
    ENDINGS,
    ENDINGS_OF_ONE,
    FIRST_PARTS,
    HEADS,
    LAST_PARTS,
    LEAST_BESIDE,
    LINKING,
    NOMINALIZED,
    PREFIXES,
    SURE_HEADS,
    SURE_TAILS,
    TAILS,
)
from cleantext.facts.segments import Cut, Vocabulary, cut_between

_LEAST_OF_SURE, _LONGEST_OF_SURE = 2, max(map(len, HEADS["en"] | TAILS["en"]))
_ALONE = 3.0
"""Zipf of a word that stands beside a word of grammar where nothing else speaks for a seam."""
_SURE, _SURE_BESIDE_SHORT, _NAMED = 3.4, 4.2, 0.7
"""What a cut saves there, beside a word of grammar of two letters, and how much more in a run with a capital."""
_SURE_BY_GRAMMAR, _SURE_BY_SHORT_GRAMMAR, _LEAST_BESIDE_SURE = 4.2, 5.5, 4
"""What less stands beside is an ending, mostly: *avec|que*, *reb|en|que*."""
_SURE_BESIDE_OTHERS = 5.0
"""Where a word of grammar stands at the seam that begins or ends other words, too: *compoundin*, *anobedience*."""
LETTERS_OF_BRANDS = ("i", "e")
"""*iTraxx*, *eStart*."""
_PREFIXES_OF_NAMES = ("micro", "macro", "mini", "multi", "mega", "nano", "neo", "cyber", "hyper", "ultra")
"""*microHDMI*."""
_LINKED_IN_COMPOUNDS = ("ungs", "heits", "keits", "ions", "schafts", "täts")
"""*AusbildungsQualität*: no word ends so."""
_NUMERALS = ("eins", "zwan", "drei", "vier", "fünf", "sech", "sieb", "acht", "neun")
_NO_PREFIXES = ("of", "is")
_ARTICLE, _LEAST_AFTER_ARTICLE, _LEAST_BESIDE_ARTICLE = "a", 3.0, 5.0
_LEAST_AFTER_NAME, _LEAST_AFTER_COMMON, _COMMON = 2.8, 3.6, 4.6
"""*Gaskellreports* is a name and a word; titles and brands are made of common words: *Water|boat Point*."""
_LEAST_BETWEEN_NAMES = 4.5
"""*FilmDrunk*, *CrazyBusy*: English brands are made of two common words."""
_ENDINGS_OF_NAMES = ("in", "on", "is", "as", "or")
"""*Hendricks|on*, *Salvifici Dolor|is*."""
_LEAST_COMMON_AFTER_IN = 4.6
_LEAST_LETTERS = 3
_LEAST_BESIDE_SHORT, _LEAST_BESIDE_GRAMMAR = 5.0, 3.5
_LEAST_OF_CONTENT, _LEAST_BETWEEN_CONTENT = 4, 4.0


def is_clear(cut: Cut, run: str, words: Vocabulary) -> bool:
    """Is a cut clear enough for a text that shows other damage?"""
    if cut.kind == "camel":
        return _is_clear_camel(cut, words)
    if words.is_known(run):
        return False
    if words.language == "en":
        return _is_clear_in_english(cut, words)
    return _is_clear_by_grammar(cut, words) or _is_clear_by_content(cut, words)


def is_sure(cut: Cut, run: str, words: Vocabulary) -> bool:
    """Is a cut of a run clear enough for a text that shows no other damage?

    One part is a word of grammar: those of English that begin or end words, too, must save more, and some never do:
    *where|so*, *there|over*, *in|expediency*. In other languages, whose words have more endings, such are no sign.
    """
    if cut.kind != "small" or words.is_known(run) or min(len(cut.left), len(cut.right)) < _LEAST_OF_SURE:
        return False
    return (_is_sure_in_english if words.language == "en" else _is_sure_by_grammar)(cut, run, words)


def _is_sure_in_english(cut: Cut, run: str, words: Vocabulary) -> bool:
    left, right = cut.left.lower(), cut.right.lower()
    if right in TAILS["en"] and words.frequency_in_language(left) > _ALONE:
        named = _NAMED if cut.left[0].isupper() else 0
        return cut.saved >= (named + _least(right) if right in SURE_TAILS["en"] else named + _SURE_BESIDE_OTHERS)
    if left in HEADS["en"] and words.frequency_in_language(right) > _ALONE:
        if left in SURE_HEADS["en"]:
            return cut.saved >= _least(left)
        clear = cut.saved >= _SURE_BESIDE_OTHERS and right not in ENDINGS and _is_clear_in_english(cut, words)
        return clear and run[0].islower()  # Fellinmouth is a place
    return False


def _is_sure_by_grammar(cut: Cut, run: str, words: Vocabulary) -> bool:
    left, right, language = cut.left.lower(), cut.right.lower(), words.language
    if right in SURE_TAILS.get(language, ()):
        grammar, other = right, left
    elif left in SURE_HEADS.get(language, ()):
        grammar, other = left, right
    else:
        return False
    if len(other) < LEAST_BESIDE.get(language, {}).get(grammar, _LEAST_BESIDE_SURE) or _seems_two(run, language):
        return False
    if not _is_clear_by_grammar(cut, words):
        return False
    named = _NAMED if run[0].isupper() and language != "de" else 0  # whose nouns all have a capital
    return cut.saved >= named + (_SURE_BY_GRAMMAR if len(grammar) > 2 else _SURE_BY_SHORT_GRAMMAR)


def _seems_two(run: str, language: str) -> bool:
    """Does a run begin or end as words do that are one, and that the lexicon lacks?"""
    small = run.lower()
    beginnings, endings = (tuple(its.get(language, ())) for its in (BEGINNINGS_OF_ONE, ENDINGS_OF_ONE))
    if small.startswith(beginnings) or small.endswith(endings):
        return True
    return run[0].isupper() and small.endswith(NOMINALIZED.get(language, ()))


def _least(grammar: str) -> float:
    return _SURE if len(grammar) > 2 else _SURE_BESIDE_SHORT


def may_be_sure(run: str, words: Vocabulary) -> bool:
    """Could a cut of an English run be sure, however the rest of it falls apart, and whatever the text holds?"""
    small, size = run.lower(), len(run)
    for start in range(size - 1):
        for end in range(start + _LEAST_OF_SURE, min(size, start + _LONGEST_OF_SURE) + 1):
            grammar = small[start:end]
            if grammar in TAILS["en"] and any(
                _is_sure_between(run[before:start], run[start:end], run, words) for before in range(start - 1)
            ):
                return True
            if grammar in HEADS["en"] and any(
                _is_sure_between(run[start:end], run[end:behind], run, words) for behind in range(end + 2, size + 1)
            ):
                return True
    return False


def _is_sure_between(left: str, right: str, run: str, words: Vocabulary) -> bool:
    common = words.frequency_in_language(left) > _ALONE and words.frequency_in_language(right) > _ALONE
    return common and is_sure(cut_between(left, right, words, len(left)), run, words)


def _is_clear_camel(cut: Cut, words: Vocabulary) -> bool:
    if cut.left in LETTERS_OF_BRANDS or cut.left in _PREFIXES_OF_NAMES:
        return False
    if words.language == "de" and cut.left.endswith(_LINKED_IN_COMPOUNDS):
        return False
    if cut.left[0].islower() or cut.left.lower() in HEADS[words.language]:
        return cut.saved >= 1.0
    return cut.saved >= (_LEAST_BETWEEN_NAMES if words.language == "en" else 2.0)


def _is_clear_in_english(cut: Cut, words: Vocabulary) -> bool:
    left, right = cut.left.lower(), cut.right.lower()
    if _ARTICLE in (left, right):
        return cut.saved >= (_LEAST_AFTER_ARTICLE if left == _ARTICLE and cut.place == 1 else _LEAST_BESIDE_ARTICLE)
    if right in TAILS["en"]:
        return _is_clear_before_grammar(cut, left, right)
    if left in HEADS["en"]:
        if len(left) > 2:
            return cut.saved >= 2.0
        return _is_clear_after_short(cut, left, words)
    if min(len(left), len(right)) < _LEAST_LETTERS or left in PREFIXES or right in ENDINGS:
        return False
    if cut.left[0].islower():
        return cut.saved >= 4.0
    name = words.frequency_in_language(left) < _COMMON
    return cut.saved >= (_LEAST_AFTER_NAME if name else _LEAST_AFTER_COMMON)


def _is_clear_before_grammar(cut: Cut, left: str, right: str) -> bool:
    small = cut.left[0].islower()
    if (len(left) < _LEAST_LETTERS and left not in HEADS["en"]) or (left in PREFIXES and not small):
        return False
    if len(right) > 2:
        return cut.saved >= (2.0 if small else 1.2)
    return cut.saved >= (3.0 if small or right in _ENDINGS_OF_NAMES else 2.5)


def _is_clear_after_short(cut: Cut, left: str, words: Vocabulary) -> bool:
    """Do two letters of grammar begin a run? Most begin words too (*in|advertent*): what follows must be common."""
    if cut.saved < 4.0:
        return False
    common = words.frequency_in_language(cut.right)
    if left == "in":
        return common >= _LEAST_COMMON_AFTER_IN
    return left in _NO_PREFIXES or common >= 4.0 or cut.saved >= 5.4


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
    return cut.saved >= _LEAST_BESIDE_GRAMMAR


def _is_clear_by_content(cut: Cut, words: Vocabulary) -> bool:
    """Are two words of content run together, in a language that makes few compounds?"""
    left, right, language = cut.left.lower(), cut.right.lower(), words.language
    if min(len(left), len(right)) < _LEAST_OF_CONTENT or cut.saved < _LEAST_BETWEEN_CONTENT:
        return False
    if left.endswith(tuple(LINKING.get(language, left))):
        return False
    return left not in FIRST_PARTS[language] and right not in LAST_PARTS[language]
