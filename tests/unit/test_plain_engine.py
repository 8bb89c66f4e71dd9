"""Where the engines have no wheel, the next best make the same repairs, only slower."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import cleantext
from cleantext.ruleset.compiled import RuleSet
from cleantext.scanner import hyperscan, literals, patterns

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
PAGES = ["fr-harbour-strike", "en-scraped-library", "de-native-hallenbad", "keep-ja-native-bathhouse"]
PROGRAM = """
import sys
for package in sys.argv[1].split():
    sys.modules[package] = None  # as if it were not installed
import cleantext
for name in sys.argv[2:]:
    pair = (name, name.replace(".txt", ".expected.txt"))
    page, expected = (open(it, encoding="utf-8", newline="").read() for it in pair)
    assert cleantext.clean(page) == expected, name
print("all alike")
"""
WITHOUT = ["hyperscan", "hyperscan ahocorasick_rs re2"]


@pytest.mark.parametrize("without", WITHOUT)
def test_pages_come_out_alike_without_engines(without: str) -> None:
    names = [str(SEEDS / f"{page}.txt") for page in PAGES]
    ran = subprocess.run([sys.executable, "-c", PROGRAM, without, *names], capture_output=True, text=True)
    assert ran.stdout == "all alike\n", ran.stderr


@pytest.fixture(scope="module", params=WITHOUT)
def other(request: pytest.FixtureRequest) -> Iterator[cleantext.Cleaner]:
    """A cleaner whose rules were compiled as if some engines were not installed."""
    engines = {"hyperscan": hyperscan, "re2": patterns, "ahocorasick_rs": literals}
    with pytest.MonkeyPatch.context() as patch:
        for package in request.param.split():
            patch.setattr(engines[package], package.removesuffix("_rs"), None)
        cleaner = cleantext.Cleaner()
        cleaner._rules = RuleSet(cleaner.rules, [rule.name for rule in cleaner.rules])
        for text in ("Compiled while the patch holds.", "caf\N{LATIN SMALL LETTER E WITH ACUTE}", "\u0663 dogs"):
            cleaner.explain(text)
        yield cleaner


@pytest.mark.parametrize("text", ["", "theakimat", "lone \ud800 half", "Loading...", "«a»", "x  y\u0660"], ids=ascii)
def test_small_texts_come_out_alike(text: str, other: cleantext.Cleaner) -> None:
    assert other.explain(text).to_json() == cleantext.explain(text).to_json()
