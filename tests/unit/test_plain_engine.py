"""Where RE2 has no wheel, the same repairs are made, only slower."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import cleantext

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
PAGES = ["fr-harbour-strike", "en-scraped-library", "de-native-hallenbad", "keep-ja-native-bathhouse"]
PROGRAM = """
import sys
sys.modules["re2"] = None  # as if it were not installed
import cleantext, cleantext.scanner
assert cleantext.scanner.re2 is None
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


@pytest.mark.parametrize("text", ["", "theakimat", "lone \ud800 half", "Loading...", "«a»"], ids=ascii)
def test_small_texts_come_out_alike(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with_re2 = cleantext.explain(text).to_json()
    from cleantext.cleaner import Cleaner
    from cleantext.ruleset import compiled

    monkeypatch.setattr(compiled, "scanner", compiled.scanner.__globals__["PlainScanner"])
    cleaner = Cleaner()
    cleaner._rules = compiled.RuleSet(cleaner.rules, [rule.name for rule in cleaner.rules])
    assert cleaner.explain(text).to_json() == with_re2
