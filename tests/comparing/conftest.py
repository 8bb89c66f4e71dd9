"""Small rule sets in folders, and a small corpus."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

WORDS = """summary = "A word of ours."
why = "Only for these tests."
pattern = '{pattern}'
replacement = '{replacement}'

[[changes]]
before = "{before}"
after = "{after}"

[[keeps]]
text = "Nothing of that kind."
why = "no such word"
"""


def rule(before: str, after: str, pattern: str = "") -> str:
    """A rule file that makes one word of another."""
    pattern = pattern or rf"\b{before}\b"
    return WORDS.format(pattern=pattern, replacement=after, before=before, after=after)


SPACES = WORDS.format(pattern="(?<=\\w) {2,}(?=\\w)", replacement=" ", before="a  b", after="a b")

Folder = Callable[[str, Mapping[str, str]], str]


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    """Write rule files, by name, into a folder of this name; gives its path."""

    def write(name: str, files: Mapping[str, str]) -> str:
        for rule_name, source in files.items():
            path = tmp_path / name / f"{rule_name}.toml"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(source, encoding="utf-8")
        return str(tmp_path / name)

    return write


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Records and text files, some with what the rules of these tests look for."""
    texts = [
        "The fery left.",
        "The bout  sank,\nand the fery left.",
        "Nothing at all.",
        "A quey 🛟 and a bout.",
        "\ud800 fery",
    ]
    place = tmp_path / "corpus"
    place.mkdir()
    (place / "pages.jsonl").write_text("".join(json.dumps({"text": it}) + "\n" for it in texts * 20), encoding="utf-8")
    (place / "note.txt").write_text("The fery\r\nis late.\r\n", encoding="utf-8", newline="")
    return place
