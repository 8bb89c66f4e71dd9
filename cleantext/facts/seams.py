"""Where a token unknown to the lexicon falls apart into two words that are known.

Nothing is split here: the answer says how sure the split is, and the rules decide.
"""

from __future__ import annotations

from collections.abc import Collection, Container
from dataclasses import dataclass

from cleantext.facts.lexicon import Lexicon
from cleantext.facts.own_words import is_among

ENGLISH_FUNCTION_WORDS = frozenset(
    "the of and to in for with that this from was were is are at by on as his her their our your its "
    "which who why while if or but not no had has have will would can could than then they he she we you "
    "it into over about after before between through during without within because until against since "
    "under only an all any some these those been also very more most so such just did does do may must "
    "should my me him them us one two when where".split()
)
"""English words that carry grammar and so stand beside anything; a lost space is likeliest at one of them."""

SHORT = frozenset("of to in is at by on as if or no he we it so my me us do an".split())
"""*in*, *my* and *us* begin many rare words (incompliant, myomere): before another word they count only
where that is a function word itself, and after one only where it is common."""
_NO_ENDINGS = frozenset(("so", "over", "most"))
"""They end words of older English: *whereso*, *thereover*, *amidmost*."""
ENDINGS = frozenset(
    "the and for that with from was this has have will which were about without who also they their your after before "
    "while until since because would could should into than then these those been when where".split()
)
"""Function words that are looked for at the end of a token; the commonest, since each costs every text."""
SHORT_ENDINGS = frozenset("to of is in by on at as".split())
SHORT_BEGINNINGS = frozenset("of to is".split())
"""Of two letters, those for which whole texts are scanned too: few words begin or end like the tokens they hide in."""
LETTERS_BEFORE_ENDING = 3
STEM_LETTERS = 4
ENDING_LETTERS = 2
_LEAST_COMMON = 3.0
LEAST_COMMON_BEFORE_SHORT = 5.5
_LEAST_LEAD = 0.8
_LIKE_ALONE = 5.0
"""As frequent as which a word counts that stands alone in the text."""


@dataclass(frozen=True, slots=True)
class Split:
    """A token cut in two at `place`, and what speaks for it."""

    place: int
    left: str
    right: str
    score: float


def best_split(token: str, lexicon: Lexicon, words: Container[str]) -> Split | None:
    """Give the one clear way to part an unknown token, or None.

    One part is a function word, the other known to the lexicon or standing alone in the text
    (`words`: those that do), and no other cut comes near.
    """
    splits = sorted(_splits(token, lexicon, words), key=lambda it: (-it.score, it.place))
    if not splits:
        return None
    best = splits[0]
    rivals = [_rival_score(token, place, lexicon) for place in range(1, len(token)) if place != best.place]
    return best if best.score - max(rivals, default=0.0) >= _LEAST_LEAD else None


def may_be_two(token: str, lexicon: Lexicon) -> bool:
    """Does a token look like no known word where it touches a function word?

    It begins with one and goes on, within a few letters, as no known word does; or ends with one
    as none does; or a word of two letters is part of it. Rare forms of known words (*theologicly*)
    are spared by this; `scripts/build_seams.py` makes a pattern of much the same, that whole texts are scanned with.
    """
    lower = token.lower() if token.startswith("The") else token
    for size in range(3, min(len(lower) - 1, _LONGEST) + 1):
        if lower[:size] in ENGLISH_FUNCTION_WORDS and not lexicon.begins(lower[: size + STEM_LETTERS]):
            return True
        ends = lower[-size:] in ENDINGS and len(lower) >= size + ENDING_LETTERS
        if ends and not lexicon.ends(lower[-size - ENDING_LETTERS :]):
            return True
    if not (token.endswith("I") or lower[:2] in SHORT or lower[-2:] in SHORT):
        return False
    pair = best_split(token, lexicon, ())
    return pair is not None and (pair.right == "I" or min(len(pair.left), len(pair.right)) == 2)


def _splits(token: str, lexicon: Lexicon, words: Container[str]) -> Collection[Split]:
    found = []
    for place in range(1, len(token)):
        left, right = token[:place], token[place:]
        if left.lower() in ENGLISH_FUNCTION_WORDS:
            grammar, other = left, right
        elif (right in ENGLISH_FUNCTION_WORDS and right not in _NO_ENDINGS) or right == "I":
            grammar, other = right, left
        else:
            continue
        if not _is_word(grammar) or not _is_word(other):
            continue
        common = lexicon.frequency(other)
        alone = common < _LIKE_ALONE and _stands_alone(other, words)
        if not alone and common < _LEAST_COMMON:
            continue
        content = len(grammar) == 2 and other.lower() not in ENGLISH_FUNCTION_WORDS
        if content and (grammar == left or common < LEAST_COMMON_BEFORE_SHORT):
            continue
        score = lexicon.frequency(grammar) + max(common, _LIKE_ALONE if alone else 0.0)
        found.append(Split(place, left, right, score))
    return found


def _rival_score(token: str, place: int, lexicon: Lexicon) -> float:
    """How well a token falls apart elsewhere, with any two known words: *care|very* may be *car every*."""
    parts = (token[:place], token[place:])
    common = [lexicon.frequency(part) for part in parts]
    wordlike = all(len(part) >= 3 or part.lower() in {*SHORT, "a"} for part in parts)
    return sum(common) if wordlike and min(common) >= _LEAST_COMMON else 0.0


def _is_word(part: str) -> bool:
    """Is it long enough to be one? Two letters only where they are a function word."""
    return len(part) >= 3 or part.lower() in SHORT or part == "I"


_LONGEST = max(map(len, ENGLISH_FUNCTION_WORDS))


def _stands_alone(word: str, words: Container[str]) -> bool:
    return len(word) >= 4 and is_among(words, word)
