"""Native English gives no strong evidence of having been translated: what licenses repairs must be rare in it."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

import cleantext

CORPORA = Path(__file__).resolve().parents[2] / "shared" / "corpora" / "clean"
STRONG = 2.0
"""What most rules ask for."""
MOST = 0.002
EVERY, LONGEST = 2, 20_000


def documents() -> Iterator[str]:
    for path in sorted(CORPORA.glob("*.jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as rows:
            for number, row in enumerate(map(json.loads, rows)):
                if number % EVERY == 0 and row.get("lang") == "en":
                    yield row["text"][:LONGEST]


@pytest.mark.skipif(not CORPORA.is_dir(), reason="the shared corpora do not stand beside this checkout")
def test_native_english_gives_no_strong_evidence() -> None:
    count, strong = 0, {}
    for text in documents():
        count += 1
        evidence = cleantext.explain(text).evidence
        if evidence.strength("any") >= STRONG:
            strong[text[:60]] = (evidence.leading, [(sign.rule, sign.text) for sign in evidence.signs])
    assert count
    assert len(strong) <= MOST * count, strong
