"""The pages of docs/ tell the truth: their scripts run as written, their examples come out as printed."""

from __future__ import annotations

import doctest
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest

import cleantext
from cleantext.rule import MOST_TRIGGERED, STAGES, Example, Pattern, Requires, Rule
from cleantext.ruleset.json_schema import json_schema
from cleantext.ruleset.schema import DEFAULT_STRENGTH

from .conftest import run_script

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
_NOT_HERE = (
    "speed.md",  # its commands install other libraries, and take minutes
    "tutorial.md",  # test_tutorial.py
)
_NEED_PACKAGES = ("in-process.md", "clusters.md")  # tests of their own, which skip what is not installed


def blocks(page: Path, kind: str) -> list[str]:
    return re.findall(rf"^```{kind}\n(.*?)^```$", page.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)


PAGES = [page for page in sorted(DOCS.glob("*.md")) if page.name not in _NOT_HERE]
SCRIPTS = [script for page in PAGES for script in blocks(page, "sh")]
EXAMPLES = [page for page in PAGES if page.name not in _NEED_PACKAGES and ">>> " in page.read_text(encoding="utf-8")]


@pytest.mark.skipif(shutil.which("bash") is None, reason="the scripts are for bash")
@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.splitlines()[-1][:50])
def test_script_runs_as_written(script: str, tmp_path: Path) -> None:
    for path in (ROOT / "seeds").glob("*-en-*.txt"):
        (tmp_path / "seeds").mkdir(exist_ok=True)
        shutil.copy(path, tmp_path / "seeds")
    run_script(script, tmp_path)
    for name in re.findall(r"\S+\.(?:html|analysis)\b", script):
        assert (tmp_path / name).stat().st_size > 1_000
    for path in (tmp_path / "seeds").iterdir():
        assert path.read_bytes() == (ROOT / "seeds" / path.name).read_bytes(), "the seeds are the checkout's own"


@pytest.mark.parametrize("page", EXAMPLES, ids=lambda page: page.name)
def test_examples_come_out_as_printed(page: Path) -> None:
    found = doctest.testfile(str(page), module_relative=False, encoding="utf-8")
    assert found.attempted
    assert found.failed == 0


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_python_that_is_no_example_is_told_as_such(page: Path) -> None:
    """A block of Python without `>>>` would be run by nobody."""
    assert not [block for block in blocks(page, "python") if not block.startswith(">>> ")]


def test_rule_of_the_format_is_a_rule(tmp_path: Path) -> None:
    (source, *_) = blocks(DOCS / "format.md", "toml")
    path = tmp_path / source.splitlines()[0].removeprefix("# ")
    path.parent.mkdir(parents=True)
    path.write_text(source, encoding="utf-8")
    checked = subprocess.run(
        [sys.executable, "-m", "cleantext", "rules", "check", str(path.parents[1])], capture_output=True
    )
    assert checked.returncode == 0, checked.stdout


SCHEMA = json_schema()
TABLES: Mapping[str, Mapping[str, Any]] = {
    "a rule": SCHEMA,
    "requires": SCHEMA["properties"]["requires"],
    "budget": SCHEMA["properties"]["budget"],
    "changes": SCHEMA["properties"]["changes"]["items"],
    "keeps": SCHEMA["properties"]["keeps"]["items"],
}
DEFAULTS: Mapping[str, Mapping[str, object]] = {
    "a rule": {it.name: it.default for kind in (Rule, Pattern) for it in fields(kind)},
    "requires": {it.name: it.default for it in fields(Requires)} | {"strength": DEFAULT_STRENGTH, "site": False},
    "budget": {"share": MOST_TRIGGERED},
    "changes": {it.name: it.default for it in fields(Example)} | {"surrogates": False},
    "keeps": {it.name: it.default for it in fields(Example)} | {"surrogates": False},
}
ONLY_A_SIGN = {("changes", "after")}
"""What the schema lets go, since a rule that only gives evidence has none."""


def rows_of_format(table: str) -> dict[str, tuple[str, str]]:
    """By key: type and default, as docs/format.md tells them."""
    page = (DOCS / "format.md").read_text(encoding="utf-8")
    (found,) = re.findall(rf"^<!-- keys of {table} -->\n(.*?)^<!-- end -->$", page, re.MULTILINE | re.DOTALL)
    cells = [[cell.strip() for cell in line.split(" | ")] for line in found.strip().splitlines()[2:]]
    return {first.strip("`| "): (kind, default) for first, kind, default, _ in cells}


def said_type(schema: Mapping[str, Any]) -> str:
    if "enum" in schema:
        return ", ".join(f"`{it}`" for it in schema["enum"] if it)
    kinds = {"string": "string", "integer": "whole number", "number": "number", "boolean": "boolean", "object": "table"}
    match schema["type"]:
        case "array":
            return "list of tables" if schema["items"]["type"] == "object" else "list of strings"
        case str(kind):
            return kinds[kind]
        case several:
            return " or ".join(kinds[it] for it in several)


@pytest.mark.parametrize("table", TABLES)
def test_format_tells_every_key_with_its_type(table: str) -> None:
    told = {key: kind for key, (kind, _) in rows_of_format(table).items()}
    assert told == {key: said_type(schema) for key, schema in TABLES[table]["properties"].items()}


@pytest.mark.parametrize("table", TABLES)
def test_format_tells_what_is_required_and_what_is_the_default(table: str) -> None:
    told = {key: default for key, (_, default) in rows_of_format(table).items()}
    required = {key for key, default in told.items() if default == "required" and (table, key) not in ONLY_A_SIGN}
    assert required == set(TABLES[table].get("required", ()))
    for key, default in told.items():
        known = DEFAULTS[table].get(key)
        if key not in required and isinstance(known, str | int | float) and known != "":
            assert default == f"`{str(known).lower()}`" or (key, known) == ("budget", MOST_TRIGGERED), key


def test_api_tells_of_every_public_name() -> None:
    page = (DOCS / "api.md").read_text(encoding="utf-8")
    told = re.findall(r"^\.\. auto(?:function|class|exception):: cleantext\.(\w+)$", page, re.MULTILINE)
    assert sorted(told) == sorted(cleantext.__all__)


def test_rule_reference_has_a_page_of_every_stage() -> None:
    pages = [page.read_text(encoding="utf-8") for page in (DOCS / "rules").glob("*.md")]
    shown = [pattern for page in pages for pattern in re.findall(r"^```\{rules\} (\S+)$", page, re.MULTILINE)]
    assert sorted(shown) == sorted([*(f"{stage}/*" for stage in STAGES), "translation/*/*"])
