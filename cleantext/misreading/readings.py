"""What the words of a line cost in each language, that is how badly its letters stand beside one another there.

A cost is in nats, the natural logarithm of how seldom one letter follows another: real words cost about 2.5 a step in
their own language, debris 5 and more, a letter that the language has not got `FOREIGN`.

Costs of all languages stand side by side in one integer, a lane of four bytes each, in quarters of a nat: a line is
asked of all 34 at once, by adding up its words.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import islice, pairwise
from operator import add
from struct import Struct
from typing import NamedTuple

from cleantext.misreading.letters import COUNTED_AS, EDGE, LEVELS_A_NAT, alphabets, each_word_of, languages, levels_in
from cleantext.remembering import remembering

FOREIGN = 10
_FOREIGN, _CASE_BREAK = FOREIGN * LEVELS_A_NAT, 3 * LEVELS_A_NAT
"""What a letter costs that a language has not got, and what a capital after a small letter costs besides: `iPhone` is
rare, and most of what KOI8-R makes of words is so. In quarters."""
_MOST_PLAIN_WORDS = 40

_LANE_BITS = 32
_LANE = (1 << _LANE_BITS) - 1


class Reading(NamedTuple):
    """What a line costs in the language that suits it best; `cost` is that of its words beyond ASCII alone."""

    total: float
    cost: float
    language: str


def best_reading(line: str, among: Iterable[str] = ()) -> Reading:
    """Read a line in each language, or in some of them; the reading that costs least.

    >>> best_reading("Příliš žluťoučký kůň").language, best_reading("Рыба и сыр").language
    ('cs', 'ru')
    >>> best_reading("Pøívoz nepøijel vèas").cost > best_reading("Přívoz nepřijel včas").cost
    True
    """
    return _best_reading(line, tuple(among))


@remembering
def _best_reading(line: str, among: tuple[str, ...]) -> Reading:
    lanes = _lanes()
    plain = list(islice(filter(str.isascii, each_word_of(line)), _MOST_PLAIN_WORDS))
    beyond = [word for word in each_word_of(line) if not word.isascii()]
    costs = sum(map(_levels, beyond))
    totals = lanes.unpacked(costs + _levels_of_plain(plain))
    if not beyond:
        language = (among or tuple(languages()))[-1]
    elif among:
        language = min(among, key=lambda it: totals[lanes.number[it]])
    else:
        language = _cheapest(totals, beyond)
    lane = lanes.number[language]
    return Reading(totals[lane] / LEVELS_A_NAT, _in_nats(costs, lane), language)


def _cheapest(totals: Sequence[int], words: Sequence[str]) -> str:
    """The language that costs least; of several the one that has most of the letters of the words."""
    least = min(totals)
    equal = [language for language, total in zip(_lanes().number, totals, strict=True) if total == least]
    if len(equal) == 1:
        return equal[0]
    letters = frozenset("".join(words).lower())
    return min(filter(equal.__contains__, languages()), key=lambda it: len(letters - alphabets()[it]))


def cost_of(words: Iterable[str], language: str) -> float:
    """What words cost in a language, in nats."""
    return _in_nats(sum(map(_levels, words)), _lanes().number[language])


def _in_nats(levels: int, lane: int) -> float:
    return (levels >> lane * _LANE_BITS & _LANE) / LEVELS_A_NAT


def steps_of(words: Iterable[str]) -> int:
    """How many steps from letter to letter words have, with those from and to their edges."""
    return sum(len(word) + 1 for word in words)


def _levels_of_plain(words: Sequence[str]) -> int:
    """What words in ASCII cost; in a language of another script they are those of any that has theirs."""
    lanes = _lanes()
    costs = sum(map(_levels, words)) & lanes.every_latin
    return costs + min(lanes.unpacked(costs)[: lanes.latin]) * lanes.one_in_others


@remembering
def _levels(word: str) -> int:
    """What a word costs, in lanes: words are asked about again and again."""
    small = word.lower() if word.isascii() else word.lower().translate(COUNTED_AS)
    letters = f"{EDGE}{small}{EDGE}"
    levels = sum(map(_of_pairs().__getitem__, map(add, letters, letters[1:])))
    if word.islower() or word.istitle() or word.isupper():
        return levels
    small_before_capital = sum(a.islower() and b.isupper() for a, b in pairwise(word))
    return levels + small_before_capital * _CASE_BREAK * _lanes().one


class _OfPairs(dict[str, int]):
    """What each pair of letters costs, in lanes, found when it is first met."""

    def __init__(self) -> None:
        super().__init__()
        self._known = frozenset().union(*alphabets().values())
        self._all_foreign = _FOREIGN * _lanes().one

    def __missing__(self, pair: str) -> int:
        if not self._known.issuperset(pair):
            return self._all_foreign  # and is not kept: there are letters without end
        levels = self._all_foreign
        for language, lane in _lanes().number.items():
            if pair in (known := levels_in(language)):
                levels += (known[pair] - _FOREIGN) << (lane * _LANE_BITS)
        self[pair] = levels
        return levels


@cache
def _of_pairs() -> _OfPairs:
    return _OfPairs()


class _Lanes(NamedTuple):
    """The lane of each language, the `latin` of Latin letters first; and integers with 1, or all bits, in lanes."""

    number: Mapping[str, int]
    latin: int
    form: Struct
    one: int
    one_in_others: int
    every_latin: int

    def unpacked(self, levels: int) -> Sequence[int]:
        """What stands in each lane."""
        return self.form.unpack(levels.to_bytes(self.form.size, "little"))


@cache
def _lanes() -> _Lanes:
    latin = [language for language, letters in alphabets().items() if "e" in letters]
    order = [*latin, *(it for it in languages() if it not in latin)]
    one = sum(1 << number * _LANE_BITS for number in range(len(order)))
    every_latin = (1 << len(latin) * _LANE_BITS) - 1
    return _Lanes(
        number={language: number for number, language in enumerate(order)},
        latin=len(latin),
        form=Struct(f"<{len(order)}I"),
        one=one,
        one_in_others=one & ~every_latin,
        every_latin=every_latin,
    )
