"""Where two words of another language than English lost the space between them, for sure: one is a word of grammar.

What leaves no doubt, by language, stands in `cleantext.facts.joint_words`. No pattern finds what a lexicon lacks: whole
texts are asked which of thirteen languages is likely, which of its words are new, and which of those could be two.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, partial

from cleantext.document import Document
from cleantext.evidence import primary_subtag
from cleantext.facts.joint_words import SURE_HEADS, SURE_TAILS
from cleantext.facts.joints import is_sure
from cleantext.facts.segments import Vocabulary, cuts, vocabulary
from cleantext.fixers._remembered import Remembered
from cleantext.fixers._runs import Seam, own_vocabulary, runs_to_part, seams_in

_COMMONEST = {
    word: language
    for language, words in {
        "de": "und die", "fr": "les est", "es": "los el", "it": "che il", "pt": "uma não", "nl": "het een",
        "pl": "się nie w jest", "ru": "что в", "uk": "що та", "tr": "bir ve", "sv": "och att", "cs": "že na",
        "el": "και το",
    }.items()
    for word in words.split()
}  # fmt: skip
"""Words of which a text in one of these languages has more than of the others'."""
_LANGUAGES = (SURE_HEADS.keys() | SURE_TAILS.keys()) - {"en"}
_SAMPLE = 2_000
_SHORTEST, _MARKS = 6, ".,;:!?\"'()[]“”„‘’«»…—–-"


def may_hold_joints(document: Document) -> bool:
    """Could a text have lost such spaces? Its language is asked for where a word of its likeliest one could be two."""
    suspects = _suspects_of(document.fact(_likely_language))
    if suspects is None or not suspects.are_in(document.text):
        return False
    return any(joints_by_grammar(document, number) for number in range(len(document.contents)))


def _likely_language(document: Document) -> str:
    """The language of a text as a glance tells; where a closer look comes to another, nothing is parted."""
    if document.hints.lang:
        return primary_subtag(document.hints.lang)
    sample = document.text[:_SAMPLE]
    if " the " in sample:
        return "en"
    tokens = sample.split()
    found = _COMMONEST.keys() & tokens
    return _COMMONEST[max(sorted(found), key=tokens.count)] if found else ""


def joints_by_grammar(document: Document, number: int) -> Sequence[Seam]:
    """The seams of a line that need no licence; none in English, of which `sure_joints` tells."""
    return document.fact(_joints, number)


def _joints(document: Document, number: int) -> Sequence[Seam]:
    suspects = _suspects_of(document.fact(_likely_language))
    found = suspects.in_line(document.line(number)) if suspects else ()
    words = own_vocabulary(document) if found else None
    if words is None or words.language != document.fact(_likely_language):
        return ()
    seams = (seam for place, run in found for seam in seams_in(document, place, run))
    return tuple(seam for seam in seams if is_sure(seam.cut, seam.run, words))


@cache
def _suspects_of(language: str) -> Remembered | None:
    """The runs that begin or end with such a word of a language, and part there as far as the language tells."""
    words = vocabulary(language, frozenset) if language in _LANGUAGES else None
    if words is None:
        return None
    heads, tails = (tuple(it.get(language, ())) for it in (SURE_HEADS, SURE_TAILS))
    return Remembered(partial(_runs_in, words, heads, tails))


def _runs_in(
    words: Vocabulary, heads: tuple[str, ...], tails: tuple[str, ...], token: str
) -> Sequence[tuple[int, str]]:
    if len(token) < _SHORTEST:
        return ()
    small = token.strip(_MARKS).lower()
    if not small.startswith(heads) and not small.endswith(tails):
        return ()
    found = runs_to_part(token, words)
    return [(at, run) for at, run in found if any(is_sure(cut, run, words) for cut in cuts(run, words))]
