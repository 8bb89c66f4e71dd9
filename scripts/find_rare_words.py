"""Find the words of dictionaries that the rules would part, and keep them for the lexicon: `afterdeck`, `forborne`.

    python scripts/find_rare_words.py /usr/share/dict/web2 /usr/share/wordnet/{index.*,*.exc}

wordfreq counts what people type these days. A word that it lacks and that begins or ends with a word of grammar looks
like two. Each word of a dictionary (the first of each line, of small letters) is put into plain sentences and cleaned;
what is parted is written to `scripts/rare_english.txt`, beside what stands there. Then run `build_lexicon.py en`, which
gives these words the lowest frequency, and `build_seams.py`; and all again until nothing is parted.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import cleantext

TARGET = Path(__file__).parent / "rare_english.txt"
SENTENCES = (
    "She wrote that the {} was here and that they had never seen it before.",
    "They had {} it again, and it was one of the things that he said in the morning.",
    "The {} on the left holds a torch.",
    "It is called {}, and so is the other.",
    "Do you say {} or not? The {} of the island were gone by 1700.",
)
LINES = 12
"""Sentences of a text."""
WORD = re.compile(r"[a-z]{5,}")


def main() -> None:
    """Write the words that are parted to the file, in their order."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("dictionaries", nargs="+", type=Path, metavar="FILE")
    words = words_of(parser.parse_args().dictionaries)
    known = set(TARGET.read_text(encoding="ascii").split()) if TARGET.exists() else set()
    found = set(parted(sorted(words)))
    TARGET.write_text("\n".join(sorted(known | found)) + "\n", encoding="ascii")
    print(f"{len(words):,} words, {len(found)} of them parted, {len(known | found)} in {TARGET.name}")


def words_of(dictionaries: Iterable[Path]) -> set[str]:
    """The words of some dictionaries."""
    lines = (line for path in dictionaries for line in path.read_text(encoding="utf-8", errors="replace").splitlines())
    firsts = (line.split(maxsplit=1)[0] for line in lines if line[:1].isalpha())
    return {word for word in firsts if WORD.fullmatch(word)}


def parted(words: Sequence[str]) -> Iterator[str]:
    """Yield the words that are not left alone in one of the sentences."""
    for first in range(0, len(words), LINES):
        some = words[first : first + LINES]
        for sentence in SENTENCES:
            before = [sentence.format(word, word) for word in some]
            after = cleantext.clean("\n".join(before), select=["glue"]).split("\n")
            yield from (word for word, line, kept in zip(some, after, before, strict=True) if line != kept)


if __name__ == "__main__":
    main()
