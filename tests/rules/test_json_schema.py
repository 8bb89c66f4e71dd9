"""The schema for editors: every rule file is valid by it, and it refuses what the reader of rule files refuses."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from jsonschema import Draft7Validator

from cleantext.ruleset.folder import builtin_folder
from cleantext.ruleset.json_schema import json_schema
from cleantext.ruleset.keys import KEYS
from cleantext.ruleset.schema import read_rule

VALIDATOR = Draft7Validator(json_schema())
FILES = sorted(builtin_folder().rglob("*/*.toml"))

SOUND = """
summary = "Some fault."
why = "A test."
pattern = 'b'
replacement = 'c'
[[changes]]
before = "ab"
after = "ac"
[[keeps]]
text = "d"
why = "no b"
"""

REFUSED = {
    "unknown key": ("pattern = 'b'", "patern = 'b'"),
    "unknown safety": ("why =", "safety = 'sure'\nwhy ="),
    "two remedies": ("pattern = 'b'", "pattern = 'b'\ntable = { a = 'b' }"),
    "no remedy": ("pattern = 'b'\nreplacement = 'c'", ""),
    "a table with a replacement": ("pattern = 'b'", "table = { a = 'b' }"),
    "no reason for what stays": ('why = "no b"', ""),
    "a number for a text": ('before = "ab"', "before = 1"),
    "an unknown requirement": ("why =", "requires = { proze = true }\nwhy ="),
    "a weight of nothing": ("why =", "evidence = { fr = 0 }\nwhy ="),
    "a budget without a reason": ("why =", "budget = { share = 0.1 }\nwhy ="),
}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(builtin_folder()).as_posix())
def test_every_rule_file_is_valid(path: Path) -> None:
    assert not list(VALIDATOR.iter_errors(tomllib.loads(path.read_text(encoding="utf-8"))))


@pytest.mark.parametrize(("old", "new"), REFUSED.values(), ids=REFUSED)
def test_schema_and_reader_refuse_the_same(old: str, new: str) -> None:
    assert not list(VALIDATOR.iter_errors(tomllib.loads(SOUND)))
    source = SOUND.replace(old, new)
    assert source != SOUND
    assert list(VALIDATOR.iter_errors(tomllib.loads(source)))
    assert read_rule("spacing/some-fault", "x.toml", source)[1]


def test_every_key_of_the_reader_is_told() -> None:
    """A key that is added there must be described here."""
    properties = json_schema()["properties"]
    assert set(properties) == set(KEYS)
    assert all(it.get("description") for it in properties.values())
    assert all(it.get("description") for it in properties["requires"]["properties"].values())
