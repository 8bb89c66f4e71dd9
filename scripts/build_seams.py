"""Build the pattern that finds tokens which may be two English words run together.

    python scripts/build_seams.py

Reads the shipped lexicon and writes `cleantext/data/seams/en.txt.gz`: one regular expression in the
syntax of RE2, the complement of what the lexicon knows. A token is found when it begins with a
function word and goes on as no known word does, ends with one as no known word does, or is a pair
of two common words one of which has two letters. What the pattern finds is only looked at more closely:
`cleantext.fixers._splits` decides. The pattern is large, and many ways stand at its top: Hyperscan
takes it in parts.
"""

from __future__ import annotations

import gzip
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import groupby
from pathlib import Path
from string import ascii_lowercase

from cleantext.facts.lexicon import Lexicon, lexicon
from cleantext.facts.seams import (
    ENDINGS,
    ENGLISH_FUNCTION_WORDS,
    LEAST_COMMON_BEFORE_SHORT,
    LETTERS_BEFORE_ENDING,
    SHORT,
    SHORT_BEGINNINGS,
    SHORT_ENDINGS,
    STEM_LETTERS,
    best_split,
)

TARGET = Path(__file__).resolve().parent.parent / "cleantext" / "data" / "seams" / "en.txt.gz"

Trie = dict[str, "Trie"]


def main() -> None:
    """Write the pattern."""
    words = lexicon("en")
    if words is None:
        raise SystemExit("the English lexicon is missing: run scripts/build_lexicon.py en first")
    known = [word for word in words.beginning_with("") if word.isascii()]
    ways = [rf"\b{it}" for it in beginnings(known)]
    ways += [rf"{it}\b" for it in endings(known)]
    ways += [rf"\b{it}\b" for it in pairs(words, known)]
    pattern = "|".join(ways)
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_bytes(gzip.compress(pattern.encode("ascii"), 9, mtime=0))
    print(f"{len(pattern):,} characters, {TARGET.stat().st_size:,} bytes")


def beginnings(known: Sequence[str]) -> Sequence[str]:
    """Function words that go on as no known word does, within a few letters."""
    tails: dict[str, list[str]] = defaultdict(list)
    for word in sorted(it for it in ENGLISH_FUNCTION_WORDS if len(it) > 2 or it in SHORT_BEGINNINGS):
        rest = [it[len(word) :] for it in known if it.startswith(word)]
        if tail := unlike(trie(it[:STEM_LETTERS] for it in rest), STEM_LETTERS):
            tails[tail].append("[Tt]he" if word == "the" else word)
    return [f"(?:{'|'.join(words)}){tail}" for tail, words in tails.items()]


def endings(known: Sequence[str]) -> Sequence[str]:
    """Letters that stand before no ending function word in any known word."""
    heads: dict[str, list[str]] = defaultdict(list)
    for word in sorted(ENDINGS | SHORT_ENDINGS):
        size = LETTERS_BEFORE_ENDING + len(word)
        before = {it[-size : -len(word)] for it in known if it.endswith(word) and len(it) >= size}
        if head := unlike(trie(before), LETTERS_BEFORE_ENDING, fill=True):
            heads[head].append(word)
    return [f"{head}(?:{'|'.join(words)})" for head, words in heads.items()]


def pairs(words: Lexicon, known: Sequence[str]) -> Sequence[str]:
    """Pairs with a word of two letters, or with *I*, by their last letters.

    Hyperscan looks for letters that always stand at the end of a way, and reads the rest where it finds them: in a
    third of the time that it takes where the ways part at their first letters.
    """
    common = [it for it in known if words.frequency(it) >= LEAST_COMMON_BEFORE_SHORT and len(it) > 2]
    short, grammar = sorted(SHORT), sorted(ENGLISH_FUNCTION_WORDS)
    tokens = {a + b for a in short for b in grammar} | {a + b for a in (*common, *grammar) for b in short}
    tokens |= {a + "I" for a in (*common, *grammar)}
    stems: dict[str, list[str]] = defaultdict(list)
    for it in sorted(tokens):
        if (it not in words or it.endswith("I")) and len(it) > 3 and best_split(it, words, ()):
            end = -1 if it.endswith("I") else -2
            stems[it[end:]].append(it[:end])
    return [spelled(trie(beginnings)) + ending for ending, beginnings in stems.items()]


def trie(words: Iterable[str]) -> Trie:
    """The words as nested letters; an empty key marks the end of one."""
    root: Trie = {}
    for word in words:
        node = root
        for letter in word:
            node = node.setdefault(letter, {})
        node[""] = {}
    return root


def unlike(node: Trie, depth: int, *, fill: bool = False) -> str:
    """A pattern of letters that leave the trie within `depth`; `fill` asks for all of the depth."""
    others = [letter for letter in ascii_lowercase if letter not in node]
    rest = f"[a-z]{{{depth - 1}}}" if fill and depth > 1 else ""
    ways = [letters(others) + rest] if others else []
    tails: dict[str, list[str]] = defaultdict(list)
    for letter in sorted(node):
        if letter and depth > 1 and (tail := unlike(node[letter], depth - 1, fill=fill)):
            tails[tail].append(letter)
    return either([*ways, *(letters(found) + tail for tail, found in tails.items())])


def spelled(node: Trie) -> str:
    """A pattern of just the words of the trie."""
    tails: dict[str, list[str]] = defaultdict(list)
    for letter in sorted(node):
        if letter:
            tails[spelled(node[letter])].append(letter)
    body = either([letters(found) + tail for tail, found in tails.items()])
    return f"(?:{body})?" if "" in node and body else body


def either(ways: Sequence[str]) -> str:
    """One of several patterns, or nothing."""
    return ways[0] if len(ways) == 1 else f"(?:{'|'.join(ways)})" if ways else ""


def letters(found: Sequence[str]) -> str:
    """One letter or a class."""
    if len(found) == 1:
        return found[0]
    runs = groupby(enumerate(sorted(found)), key=lambda it: ord(it[1]) - it[0])
    spans = ["".join(letter for _, letter in run) for _, run in runs]
    return f"[{''.join(it if len(it) < 3 else f'{it[0]}-{it[-1]}' for it in spans)}]"


if __name__ == "__main__":
    main()
