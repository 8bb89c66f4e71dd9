"""What each sign of a translation is worth: how often it stands in translated and in native English.

    python benchmarks/evidence.py NATIVE TRANSLATED            # folders of .jsonl.gz
    python benchmarks/evidence.py NATIVE TRANSLATED --markdown

NATIVE holds rows with `text` and `lang`, of which English is read; TRANSLATED rows with `mt`, English that a machine
translated from `lang`. For each rule that gives evidence and each language that it speaks for: the weight in its
file, its signs in a million characters of native English and of translations from that language, and the logarithm
(base 10) of how many times as many that is, where none counts as half a sign. Weights were set by hand and are held
against this column: a sign that stands ten times as often in translations earns about 1, and a strength of 2 asks for
a hundred times. The last lines tell in what share of native documents the evidence for a language is strong.
"""

from __future__ import annotations

import argparse
import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

from corpora import rows
from printing import Figures, as_markdown, as_text

import cleantext

STRONG = 2.0
LONGEST = 20_000
"""Characters of a document that are read."""


def native(folder: Path) -> Iterator[str]:
    """Native English documents."""
    return (row["text"][:LONGEST] for row in rows(folder) if row.get("lang") == "en" and row.get("text"))


def translated(folder: Path) -> Iterator[tuple[str, str]]:
    """(source language, English that a machine made of it)."""
    return ((row["lang"], row["mt"][:LONGEST]) for row in rows(folder) if row.get("mt") and row["kind"] != "reference")


class Counts:
    """Signs by rule and language, and characters."""

    def __init__(self) -> None:
        self.signs: Counter[tuple[str, str]] = Counter()
        self.characters = 0

    def add(self, text: str) -> cleantext.Result:
        """Count the signs of a text."""
        result = cleantext.explain(text)
        self.signs.update((sign.rule, sign.source) for sign in result.evidence.signs)
        self.characters += len(text)
        return result

    def per_million(self, rule: str, source: str) -> float:
        """Signs in a million characters; none counts as half a one."""
        return max(self.signs[rule, source], 0.5) * 1e6 / max(self.characters, 1)


def main() -> None:
    """Count and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("native", type=Path)
    parser.add_argument("translated", type=Path)
    parser.add_argument("--markdown", action="store_true")
    args = parser.parse_args()
    at_home, strong, documents = Counts(), Counter[str](), 0
    for text in native(args.native):
        evidence = at_home.add(text).evidence
        documents += 1
        if evidence.leading and evidence.strength(evidence.leading) >= STRONG:
            strong[evidence.leading] += 1
    abroad: dict[str, Counts] = defaultdict(Counts)
    for source, text in translated(args.translated):
        abroad[source].add(text)
    table = Figures("Signs in a million characters", HEAD, list(worth(at_home, abroad)))
    print(as_markdown(table) if args.markdown else as_text(table))
    print(f"\n{sum(strong.values())} of {documents} native documents have strong evidence: {dict(strong)}")


HEAD = ("rule", "language", "weight", "native", "translated", "log10")


def worth(at_home: Counts, abroad: Mapping[str, Counts]) -> Iterator[tuple[str, ...]]:
    """A row for each rule and language that its signs were seen of."""
    for rule in cleantext.load_rules():
        for source, weight in rule.evidence.items():
            if source in abroad and abroad[source].signs[rule.name, source]:
                here, there = at_home.per_million(rule.name, source), abroad[source].per_million(rule.name, source)
                yield (
                    rule.name,
                    source,
                    f"{weight:g}",
                    f"{here:.1f}",
                    f"{there:.1f}",
                    f"{math.log10(there / here):.1f}",
                )


if __name__ == "__main__":
    main()
