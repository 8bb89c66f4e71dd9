"""Build the shipped statistics of letters, `cleantext/data/letters/`, from wordfreq.

A development-time tool: `python scripts/build_letters.py`. Each line of `bigrams.txt.gz` is a language, its letters,
and a matrix of costs: row after row, for each letter (the first row and column stand for the edge of a word) the cost
of each letter after it, as one character. `cleantext.misreading.letters` reads it. Each line of `words.txt.gz` is a
language of central or eastern Europe and its commonest words with the letters that Windows-1252 has others in the place
of: `cleantext.misreading.stand_ins` reads it.
"""

import gzip
import math
from collections import Counter
from pathlib import Path

import wordfreq

FOLDER = Path(__file__).parent.parent / "cleantext" / "data" / "letters"

LANGUAGES = (
    "ar bg ca cs da de el en es fa fi fr he hu is it lt lv mk nb nl pl pt ro ru sh sk sl sv tr uk ur vi"
).split()
LATIN = frozenset("ca cs da de en es fi fr hu is it lt lv nb nl pl pt ro sh sk sl sv tr vi".split())
MOST_WORDS = 30_000

EDGE = " "
STEPS_A_NAT = 4
FIRST_LEVEL, LAST_LEVEL = ord("!"), ord("I")  # costs from 0 to 10 nats
RAREST_LETTER = 2e-5  # a share of all letters; rarer ones are those of other languages' names
SMOOTHING = 1e-4

# Romanian is mostly typed with the cedillas that Windows-1250 has, and wordfreq writes commas below.
AS_TYPED = {"ro": str.maketrans("șț", "şţ")}

AT_STAKE = {
    "hu": "őű", "ro": "ăşţ", "sh": "čćđ", "sl": "č", "sk": "ťľŕĺčďň", "lt": "ąįęčėšųūž", "lv": "āēčģīķļšņūž",
}  # fmt: skip
"""Of languages without a lexicon: the letters that Windows-1252 has others in the place of."""
MOST_WORDS_LOOKED_AT, MOST_WORDS_AT_STAKE = 100_000, 4_000

# wordfreq writes Serbian and Croatian in Latin letters; Serbian's Cyrillic ones correspond to them.
DIGRAPHS = {"lj": "љ", "nj": "њ", "dž": "џ"}
NOT_SERBIAN = frozenset("qwxy")
CYRILLIC = str.maketrans("abvgdđežzijklmnoprstćufhcčš", "абвгдђежзијклмнопрстћуфхцчш")


def main() -> None:
    """Build the file."""
    lines = []
    for language in LANGUAGES:
        words = words_of(language)
        lines.append(line_of(language, words))
        if language == "sh":
            own = {in_cyrillic(word): weight for word, weight in words.items() if NOT_SERBIAN.isdisjoint(word)}
            lines.append(line_of("sr", own))
    FOLDER.mkdir(parents=True, exist_ok=True)
    write("bigrams.txt.gz", lines)
    write("words.txt.gz", [f"{language}\t{words_with(letters, language)}\n" for language, letters in AT_STAKE.items()])


def write(name: str, lines: list[str]) -> None:
    """Write a file, compressed so that the same lines give the same bytes."""
    path = FOLDER / name
    path.write_bytes(gzip.compress("".join(lines).encode(), mtime=0))
    print(f"{name}: {len(lines)} languages, {path.stat().st_size} bytes")


def words_with(letters: str, language: str) -> str:
    """The commonest words of a language that have one of some letters, the more frequent first."""
    words = wordfreq.top_n_list(language, MOST_WORDS_LOOKED_AT)
    typed = (word.translate(AS_TYPED.get(language, {})) for word in words if word.isalpha())
    found = [word for word in typed if not set(letters).isdisjoint(word)]
    return " ".join(found[:MOST_WORDS_AT_STAKE])


def words_of(language: str) -> dict[str, float]:
    """List the words made of letters with their frequency, less steep than it is: the commonest would say it all."""
    words: dict[str, float] = {}
    for word in wordfreq.top_n_list(language, MOST_WORDS):
        if word.replace("\N{ZERO WIDTH NON-JOINER}", "").isalpha() and (language in LATIN or not holds_ascii(word)):
            typed = word.translate(AS_TYPED.get(language, {}))
            words[typed] = wordfreq.word_frequency(word, language) ** 0.75
    return words


def holds_ascii(word: str) -> bool:
    """Is there an ASCII letter in a word? In Greek or Arabic it is one of another language then."""
    return any(letter.isascii() for letter in word)


def in_cyrillic(word: str) -> str:
    """Write a Serbian word in Cyrillic letters."""
    for pair, letter in DIGRAPHS.items():
        word = word.replace(pair, letter)
    return word.translate(CYRILLIC)


def line_of(language: str, words: dict[str, float]) -> str:
    """Count the pairs of letters of a language, and write their costs down."""
    pairs: Counter[tuple[str, str]] = Counter()
    singles: Counter[str] = Counter()
    for word, weight in words.items():
        for before, after in zip(EDGE + word, word + EDGE, strict=True):
            pairs[before, after] += weight
            singles[before] += weight
    total = singles.total()
    letters = [EDGE, *sorted(it for it in singles if it != EDGE and singles[it] > RAREST_LETTER * total)]
    levels = "".join(level_of(pairs[before, after] / singles[before]) for before in letters for after in letters)
    return f"{language}\t{''.join(letters)}\t{levels}\n"


def level_of(probability: float) -> str:
    """Write a cost as a character."""
    cost = -math.log(probability + SMOOTHING)
    return chr(min(FIRST_LEVEL + max(0, round(cost * STEPS_A_NAT)), LAST_LEVEL))


if __name__ == "__main__":
    main()
