"""Build the shipped lexicons, `cleantext/data/lexicon/<language>.txt.gz`, from wordfreq.

A development-time tool: `python scripts/build_lexicon.py en de …`, or without a language for all of them. Each line
of the (decompressed) file is one casefolded word and one character for its frequency, in the order of their bytes;
`cleantext.facts.lexicon` reads it. English is shipped whole; of the others the most frequent words, as many as keep
all files together below 6 MB (`MOST_WORDS`).

What this decides is which entries are *not* words. wordfreq counts what people typed, so that `ofthe` and `theworld`
stand in its list; a lexicon that holds them hides the very faults it is there to find. Taking out too much is worse:
a real word that is missing gets split. So everything stays that a name, another language or a reader vouches for.
Only English is weeded so: there a lost space is looked for in texts that show no other damage. Elsewhere `dela` and
`elpresidente` stay, with their frequency, and whoever splits weighs that against the frequency of the parts.
"""

import argparse
import gzip
import math
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

import wordfreq

LEXICON = Path(__file__).parent.parent / "cleantext" / "data" / "lexicon"

MOST_WORDS = {
    "en": 300_000, "de": 150_000, "fr": 110_000, "es": 110_000, "it": 95_000, "pt": 95_000, "nl": 95_000,
    "pl": 130_000, "ru": 130_000, "uk": 95_000, "tr": 95_000, "sv": 95_000, "cs": 100_000, "el": 95_000,
}  # fmt: skip
"""How many words of each language are shipped; inflected and compounding ones need more. Of Turkish and Greek
wordfreq has but 61,000 and 43,000."""

SCRIPTS = {"ru": "CYRILLIC", "uk": "CYRILLIC", "el": "GREEK"}
"""The first word of the Unicode names of a language's letters, where that is not LATIN."""

# Frequencies in steps of 0.1 Zipf from 1.0 (a space) on; "`" is the last printable character before the letters.
FIRST_LEVEL, LAST_LEVEL = ord(" "), ord("`")
LOWEST_ZIPF = 1.0


class Joint(NamedTuple):
    """Say how an entry may be two words in disguise, and how sure the join must be to take it out."""

    words: tuple[str, ...]
    side: str  # where the function word stands: "head" or "tail"
    shortest_rest: int
    threshold: float  # Zipf of the entry less the Zipf of both parts; the lower, the more it is an accident
    foreign_margin: float  # Zipf by which another language must use the entry more, for it to be a word there


# The thresholds were set by reading what they take, at both ends. Between -10 and -11 stand more real words (`anvar`,
# `befriend`, `forgave`) than joins (`forsale`); below -11.5 nearly all are joins. Words with few real derivatives
# (`the`, `of`) bear a weaker test than those with many (`in`, `for`). `be`, `by`, `he`, `her`, `or`, `an` are left out:
# `bethink`, `byplay`, `heron`, `orwell`, `anvil` have the same figures as their joins.
SURE_HEADS = "the of from with that this which their they have been were would your"
WARY_HEADS = "to in for on at is was are it as not but if you has will who what when all his into"
TAILS = "the of and with from that which was to is"
JOINTS = {
    "en": (
        Joint(
            tuple(SURE_HEADS.split()),
            side="head",
            shortest_rest=2,
            threshold=-10.5,
            foreign_margin=0.5,
        ),
        Joint(("and",), side="head", shortest_rest=2, threshold=-11.0, foreign_margin=0.5),
        Joint(
            tuple(WARY_HEADS.split()),
            side="head",
            shortest_rest=2,
            threshold=-11.4,
            foreign_margin=0.0,
        ),
        Joint(
            tuple(TAILS.split()),
            side="tail",
            shortest_rest=3,
            threshold=-11.2,
            foreign_margin=0.0,
        ),
    ),
}

# Real words, names and misspellings (`forseen` is no lost space) that the figures alone would take, as read off the
# output. Compounds of here, there, where (`thereof`) are words one and all.
KEPT_ENGLISH = """
    allmost andha andover andray andron andross andsome ashad ashim athas athe athome befor brothe calland
    forhead formost forsee forseen forwent forword froman howto incan ingoing inhere injune inmost inservice
    ishim isman ithe ither itold ofda offee offish offit oncall onlooking putto sanand seethe thataway theca thecal
    theda thede theed thela thele thems thena thene theran therap thering theur theya theyself toof towell
    welland whatis whatup whenas withal witham withold
"""

# The other way round: joins that a name or another language vouches for, but that no English reader takes for a word.
JOINED_ENGLISH = """
    bestand bestof butin dueto forus goodis inlove niceto partis senseis tobe toget tomy whatabout yougo
    yousee
"""

RARE = {"en": Path(__file__).parent / "rare_english.txt"}
"""Files of words that dictionaries vouch for, and wordfreq lacks: `find_rare_words.py` writes them."""
KEPT = {"en": frozenset(KEPT_ENGLISH.split())}
JOINED = {"en": frozenset(JOINED_ENGLISH.split())}
COMPOUND_HEADS = ("here", "there", "where")
FAR_MORE_FREQUENT = 2.0
COMMONEST_JOIN = 3.6  # `ofthe`, the most frequent of all, has 3.3; `into`, `often` and `island` are far above


def main() -> None:
    """Build the lexicon of each language named on the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("languages", nargs="*", metavar="LANGUAGE", help="language codes, such as `en`; else all")
    parser.add_argument("--show", action="store_true", help="print what was taken for lost spaces, most frequent first")
    arguments = parser.parse_args()
    for language in sorted(arguments.languages or MOST_WORDS):
        zipfs = words_of(language)
        joined = joined_words(zipfs, language)
        path = LEXICON / f"{language}.txt.gz"
        path.parent.mkdir(parents=True, exist_ok=True)
        shipped = most_frequent(
            {word: zipf for word, zipf in zipfs.items() if word not in joined}, MOST_WORDS[language]
        )
        path.write_bytes(compressed(shipped.items()))
        counts = f"{len(shipped)} words, {len(joined)} joins out"
        print(f"{path.name}: {counts}, {path.stat().st_size} bytes")  # a script talks
        if arguments.show:
            print(*sorted(joined, key=lambda word: (-zipfs[word], word)))


def words_of(language: str) -> dict[str, float]:
    """List the casefolded words of letters of its script only that wordfreq knows, with their Zipf frequency.

    Digits, symbols and apostrophes go: `rock'n'roll` and `o'neill` are the business of whoever cuts words.
    """
    script = SCRIPTS.get(language, "LATIN")
    zipfs: dict[str, float] = {}
    for entry, zipf in entries_of(language):
        word = entry.casefold()
        if all(is_letter(character, script) for character in word):
            zipfs[word] = max(zipfs.get(word, 0.0), zipf)
    return {**dict.fromkeys(rare_words(language), LOWEST_ZIPF), **zipfs}


def rare_words(language: str) -> frozenset[str]:
    """List the words of a language that are shipped however rare they are."""
    return frozenset(RARE[language].read_text(encoding="ascii").split()) if language in RARE else frozenset()


@cache
def is_letter(character: str, script: str) -> bool:
    """Tell whether a character is a letter of a script."""
    return character.isalpha() and script in unicodedata.name(character, "")


def most_frequent(zipfs: Mapping[str, float], most: int) -> Mapping[str, float]:
    """Keep so many words, the rarest left out."""
    kept = sorted(zipfs, key=lambda word: (-zipfs[word], word))[:most]
    return {word: zipfs[word] for word in kept}


def entries_of(language: str) -> Iterable[tuple[str, float]]:
    """List what wordfreq holds for a language, as it stands, with its Zipf frequency.

    Read from its table: asking it for a word cuts the word first, for Japanese with a program of its own.
    """
    table = wordfreq.get_frequency_dict(language, wordlist="best")
    return ((entry, round(math.log10(frequency) + 9, 2)) for entry, frequency in table.items())


def joined_words(zipfs: dict[str, float], language: str) -> frozenset[str]:
    """Name the entries that are two words with a lost space between them."""
    joints = JOINTS.get(language, ())
    kept = KEPT.get(language, frozenset()) | names_of(language) | rare_words(language)
    elsewhere = foreign_zipfs(language) if joints else {}
    return JOINED.get(language, frozenset()) & zipfs.keys() | frozenset(
        word
        for word, zipf in zipfs.items()
        if zipf < COMMONEST_JOIN
        and word not in kept
        and any(is_join(word, joint, zipfs, elsewhere.get(word, 0.0)) for joint in joints)
    )


def is_join(word: str, joint: Joint, zipfs: dict[str, float], foreign: float) -> bool:
    """Tell whether a word is a function word and a far more frequent word, met about as often as typing slips are."""
    zipf = zipfs[word]
    if foreign >= zipf + joint.foreign_margin and foreign > 0.0:
        return False
    for function_word in joint.words:
        if joint.side == "head" and word.startswith(function_word):
            rest = word.removeprefix(function_word)
        elif joint.side == "tail" and word.endswith(function_word):
            rest = word.removesuffix(function_word)
        else:
            continue
        if len(rest) < joint.shortest_rest or rest not in zipfs or word.startswith(COMPOUND_HEADS):
            continue
        far_rarer = zipf <= zipfs[rest] - FAR_MORE_FREQUENT
        if far_rarer and zipf - zipfs[function_word] - zipfs[rest] <= joint.threshold:
            return True
    return False


def names_of(language: str) -> frozenset[str]:
    """List the words of which wordfreq has a possessive: `theron's` shows that `theron` is somebody."""
    endings = ("'s", "’s")
    return frozenset(entry[:-2].casefold() for entry, _ in entries_of(language) if entry.endswith(endings))


def foreign_zipfs(language: str) -> dict[str, float]:
    """Give for each word the highest Zipf frequency that another language has for it: `andar` is Spanish."""
    highest: dict[str, float] = {}
    for other in sorted(set(wordfreq.available_languages()) - {language}):
        for word, zipf in entries_of(other):
            if word.isascii() and word.isalpha():
                highest[word] = max(highest.get(word, 0.0), zipf)
    return highest


def compressed(entries: Iterable[tuple[str, float]]) -> bytes:
    """Write the lines in the order of their bytes and compress them, the same bytes each time.

    gzip, not xz: 1.06 MB instead of 0.85, but read in 17 ms instead of 75.
    """
    lines = sorted(word.encode() + level(zipf) for word, zipf in entries)
    return gzip.compress(b"\n" + b"\n".join(lines) + b"\n", compresslevel=9, mtime=0)


def level(zipf: float) -> bytes:
    """Write a Zipf frequency as one character.

    >>> level(1.0), level(1.14), level(7.8)
    (b' ', b'!', b'`')
    """
    return bytes([min(LAST_LEVEL, FIRST_LEVEL + max(0, round((zipf - LOWEST_ZIPF) * 10)))])


if __name__ == "__main__":
    main()
