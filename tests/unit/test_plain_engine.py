"""Where the engines have no wheel, the same repairs are made, only slower."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import cleantext
from cleantext import scanner
from cleantext.ruleset.compiled import RuleSet

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
PAGES = ["fr-harbour-strike", "en-scraped-library", "de-native-hallenbad", "keep-ja-native-bathhouse"]
PROGRAM = """
import sys
sys.modules["re2"] = sys.modules["ahocorasick_rs"] = None  # as if they were not installed
import cleantext, cleantext.scanner
assert cleantext.scanner.re2 is cleantext.scanner.ahocorasick is None
for name in sys.argv[1:]:
    pair = (name, name.replace(".txt", ".expected.txt"))
    page, expected = (open(it, encoding="utf-8", newline="").read() for it in pair)
    assert cleantext.clean(page) == expected, name
print("all alike")
"""


def test_pages_come_out_alike_without_re2() -> None:
    names = [str(SEEDS / f"{page}.txt") for page in PAGES]
    ran = subprocess.run([sys.executable, "-c", PROGRAM, *names], capture_output=True, text=True)
    assert ran.stdout == "all alike\n", ran.stderr


@pytest.fixture(scope="module")
def plain() -> Iterator[cleantext.Cleaner]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(scanner, "re2", None)
        patch.setattr(scanner, "ahocorasick", None)
        cleaner = cleantext.Cleaner()
        cleaner._rules = RuleSet(cleaner.rules, [rule.name for rule in cleaner.rules])
        cleaner.clean("Compiled while the patch holds.")
        yield cleaner


@pytest.mark.parametrize("text", ["", "theakimat", "lone \ud800 half", "Loading...", "«a»"], ids=ascii)
def test_small_texts_come_out_alike(text: str, plain: cleantext.Cleaner) -> None:
    assert plain.explain(text).to_json() == cleantext.explain(text).to_json()
