"""Know the words of a language and how frequent they are.

The words come from `cleantext/data/lexicon/<language>.txt.gz`, which `scripts/build_lexicon.py` writes: each line a
casefolded word and one character for its frequency, in the order of their bytes. Nothing is read before the first call,
and what is read stays one piece of bytes. Which words count as words is decided there; what to do about one that is
missing is decided by the rules.
"""

import functools
import gzip
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from importlib import resources
from itertools import accumulate, islice

__all__ = ["Lexicon", "lexicon"]

# Measured on the 292,000 words of English, 20,000 random look-ups, on a busy core. Reading the file comes on top of it:
# 17 ms and 2.7 MB, which only the first form keeps.
#
#     form                             build      memory    one look-up
#     one piece of bytes, bisected       5 ms      1 MB      2-3 µs
#     frozenset, no frequencies        120 ms     33 MB      0.5 µs
#     frozenset for each frequency     140 ms     35 MB        4 µs
#     dict of word to frequency        200 ms     33 MB      0.9 µs
#
# Whole texts are scanned by a pattern made of the words (`beginning_with`); single look-ups are for what that finds.
BLOCK = 512
FIRST_LEVEL = ord(" ")
LAST_LEVEL = ord("`")
LOWEST_ZIPF = 1.0
_ZIPF = [
    round(LOWEST_ZIPF + (it - FIRST_LEVEL) / 10, 1) if FIRST_LEVEL <= it <= LAST_LEVEL else 0.0 for it in range(256)
]
"""By what stands behind a word, or goes on with it."""
_OPENING, _BEFORE_ENDING = 3, 2


@functools.cache
def lexicon(language: str) -> "Lexicon | None":
    """Return the lexicon of a language, read on the first call.

    >>> "therapy" in lexicon("en"), "theakimat" in lexicon("en")
    (True, False)

    None where none is shipped.
    """
    if not language.isalpha():
        return None
    source = resources.files("cleantext") / "data" / "lexicon" / f"{language}.txt.gz"
    return Lexicon(gzip.decompress(source.read_bytes())) if source.is_file() else None


class Lexicon:
    r"""Look words up in sorted lines.

    >>> "the" in Lexicon(b"\nof`\nthe`\ntherapyC\n")
    True
    """

    __slots__ = ("_first_words", "_lines", "_starts")

    def __init__(self, lines: bytes) -> None:
        self._lines = lines
        # Every BLOCK bytes the next line is noted, so that a look-up searches one short stretch; with the end of the
        # line before, as words are looked for.
        self._starts: list[int] = []
        self._first_words: list[bytes] = []
        end = len(lines) - 1
        position = 0
        while (start := lines.find(b"\n", position)) < end:
            self._starts.append(start)
            self._first_words.append(lines[start : lines.index(b"\n", start + 1) - 1])
            position = start + BLOCK
            if position >= end:
                break
        self._starts.append(end + 1)

    def __contains__(self, word: str) -> bool:
        r"""Tell whether a word is known, in whatever case.

        >>> "Therapy" in Lexicon(b"\ntherapyC\n")
        True
        """
        return self._level(word) is not None

    def frequency(self, word: str) -> float:
        r"""Give the frequency of a word on the Zipf scale, in steps of 0.1; 0.0 for an unknown one.

        >>> Lexicon(b"\ntherapyC\n").frequency("therapy")
        4.5

        Zipf is the decimal logarithm of the occurrences in a thousand million words: 7 for *of*, 4.5 for *therapy*,
        1 for the rarest here.
        """
        level = self._level(word)
        return 0.0 if level is None else _ZIPF[level]

    def beginning_with(self, prefix: str) -> Iterator[str]:
        r"""List the words that begin with a prefix, which itself may be one of them, in the order of their bytes.

        >>> list(Lexicon(b"\nof`\nthe`\ntherapyC\n").beginning_with("the"))
        ['the', 'therapy']
        """
        opening = b"\n" + prefix.casefold().encode("utf-8", "replace")
        last = len(self._lines) - 1
        block = max(bisect_left(self._first_words, opening) - 1, 0)
        start = self._lines.find(opening, self._starts[block], self._starts[min(block + 2, len(self._starts) - 1)])
        while start != -1:
            end = self._lines.index(b"\n", start + 1)
            yield self._lines[start + 1 : end - 1].decode()
            start = end if self._lines.startswith(opening, end, last) else -1

    def frequencies_of_beginnings(self, letters: str) -> list[float]:
        r"""Give the frequencies of the words that letters begin with: that of the first letter, of the first two ...

        >>> Lexicon(b"\nof`\nthe`\ntherapyC\n").frequencies_of_beginnings("thesis")
        [0.0, 0.0, 7.4]

        They end where no word begins so.
        """
        folded = letters.casefold()
        if not letters.isascii():  # ß is two letters then
            encoded = accumulate((it.casefold().encode() for it in letters), initial=b"\n")
            return self._of_prefixes(islice(encoded, 1, None), 0, len(self._first_words))
        opening, block, end = self._of_opening(folded[:_OPENING])
        if len(opening) < _OPENING:
            return list(opening)
        wanted = b"\n" + folded.encode()
        prefixes = [wanted[:size] for size in range(_OPENING + 2, len(wanted) + 1)]
        return [*opening, *self._of_prefixes(prefixes, block, end)]

    @functools.lru_cache(maxsize=1 << 14)  # noqa: B019 - lexicons are kept for the life of the process anyway
    def _of_opening(self, letters: str) -> tuple[Sequence[float], int, int]:
        """The same for the first letters, in lower case, and the blocks that words with them begin and end in.

        They are looked up at every place of a word, and a search in all blocks reads far apart in memory.
        """
        wanted = b"\n" + letters.encode()
        found = self._of_prefixes([wanted[:size] for size in range(2, len(wanted) + 1)], 0, len(self._first_words))
        block = max(bisect_right(self._first_words, wanted) - 1, 0)
        return tuple(found), block, bisect_right(self._first_words, wanted + b"\xff")

    def _of_prefixes(self, prefixes: Iterable[bytes], block: int, end: int) -> list[float]:
        """The same, of prefixes of which each goes on with the one before, and all begin with the end of a line."""
        found: list[float] = []
        lines, starts, first_words = self._lines, self._starts, self._first_words
        last = len(starts) - 1
        for wanted in prefixes:
            block = max(bisect_right(first_words, wanted, block, end) - 1, 0)
            place = lines.find(wanted, starts[block], starts[min(block + 2, last)])
            if place == -1:
                break
            found.append(_ZIPF[lines[place + len(wanted)]])
        return found

    def begins(self, letters: str) -> bool:
        r"""Tell whether any word begins with these letters.

        >>> Lexicon(b"\nof`\ntherapyC\n").begins("ther")
        True
        """
        return next(self.beginning_with(letters), None) is not None

    def ends(self, letters: str) -> bool:
        r"""Tell whether any word ends with these letters.

        >>> Lexicon(b"\nof`\ntherapyC\n").ends("rapy")
        True

        The lines are sorted by their beginnings, so that all are read, once for the letters behind the first two.
        """
        wanted = letters.casefold().encode()
        first, ending = wanted[:_BEFORE_ENDING], wanted[_BEFORE_ENDING:]
        return first in self._before(ending) if ending else any(it.endswith(first) for it in self._before(b""))

    @functools.lru_cache(maxsize=4096)  # noqa: B019 - lexicons are kept for the life of the process anyway
    def _before(self, ending: bytes) -> frozenset[bytes]:
        """The bytes that stand before an ending."""
        found = (match.start() for match in re.finditer(re.escape(ending) + rb"[ -`]\n", self._lines))
        return frozenset(self._lines[max(0, place - _BEFORE_ENDING) : place] for place in found)

    def _level(self, word: str) -> int | None:
        """Find the character for the frequency of a word.

        The first line that begins with the word is its own, if it has one: the characters for frequencies sort before
        all letters, so that `the` stands before `then`.
        """
        if not word.isalpha():
            return None
        wanted = b"\n" + word.casefold().encode()
        block = bisect_right(self._first_words, wanted) - 1
        if block < 0:
            return None
        found = self._lines.find(wanted, self._starts[block], self._starts[block + 1])
        if found == -1:
            return None
        level = self._lines[found + len(wanted)]
        return level if FIRST_LEVEL <= level <= LAST_LEVEL else None
