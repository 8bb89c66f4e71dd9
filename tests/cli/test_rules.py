"""`cleantext rules`: list, show and check, for the library's rules and one's own."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from cleantext import load_rules

SOUND = '''
summary = "One spelling of colour."
why = """
A test of the page,
whose lines are joined.
"""
safety = "review"
languages = ["eo"]
requires = { source = "eo" }
[table]
colour = "color"
[[changes]]
before = "The colour  here."
after = "The color  here."
[[keeps]]
text = "colours"
why = "another word"
'''

FAULTY = """summary = "Some fault."
why = "A test."
pattern = 'b'
replacement = 'c'
[[changes]]
before = "ab"
after = "ad"
[[keeps]]
text = "b"
why = "it should stay"
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "rules/spacing/eo").mkdir(parents=True)
    (tmp_path / "rules/spacing/eo/colour.toml").write_text(SOUND, encoding="utf-8")
    return tmp_path / "rules"


def test_list_names_every_rule(run: Any) -> None:
    """For a pipe, one line a rule, whole."""
    ran = run("rules", "list")
    rules = load_rules()
    assert (ran.code, ran.err) == (0, f"{len(rules)} rules\n")
    lines = ran.text.splitlines()
    assert sorted(line.split()[0] for line in lines) == [rule.name for rule in rules]
    assert any(
        line.startswith("spacing/run-of-spaces ") and line.endswith("A run of spaces inside running text.")
        for line in lines
    )


FILTERS = {
    "stage": (("--stage", "spacing"), True),
    "another stage": (("--stage", "encoding"), False),
    "safety": (("--safety", "review"), True),
    "another safety": (("--safety", "report"), False),
    "language": (("--language", "eo"), True),
    "another language": (("--language", "tlh"), False),
}


@pytest.mark.parametrize(("options", "listed"), FILTERS.values(), ids=FILTERS)
def test_list_can_be_narrowed(run: Any, folder: Path, options: tuple[str, ...], listed: bool) -> None:
    ran = run("rules", "list", "--rules", folder, "--format", "json", *options)
    names = {rule["name"] for rule in json.loads(ran.out)}
    assert ("spacing/eo/colour" in names) is listed


def test_list_as_json(run: Any, folder: Path) -> None:
    ran = run("rules", "list", "--rules", folder, "--format", "json", "--language", "eo", "--safety", "review")
    assert json.loads(ran.out) == [
        {
            "name": "spacing/eo/colour",
            "stage": "spacing",
            "safety": "review",
            "languages": ["eo"],
            "summary": "One spelling of colour.",
            "file": str(folder / "spacing/eo/colour.toml"),
        }
    ]


def test_show_tells_all_of_a_rule(run: Any, folder: Path) -> None:
    ran = run("rules", "show", "spacing/eo/colour", "--rules", folder)
    assert (
        ran.text
        == f"""\
spacing/eo/colour  review
One spelling of colour.

A test of the page, whose lines are joined.

Remedy
  colour → color

Asks for
  the caller's word: --safety review
  a text in eo
  evidence that the text was translated from eo, of strength 2

Changes
  -The colour␣␣here.
  +The color␣␣here.

Keeps
   colours
    another word

File
  {folder / "spacing/eo/colour.toml"}
"""
    )


@pytest.mark.parametrize("name", ["translation/fr/place", "translation/pl/transliterated-name"])
def test_show_names_the_works_that_a_rule_looks_things_up_in(run: Any, name: str) -> None:
    """As their licences ask, wherever what they hold is shown."""
    said = " ".join(run("rules", "show", name).text.split())
    assert "GeoNames (https://www.geonames.org/), licensed under CC BY 4.0" in said
    assert "Unicode CLDR, licensed under Unicode-3.0" in said
    assert "Looks up" not in run("rules", "show", "translation/fr/outlet").text


@pytest.mark.parametrize("rule", load_rules(), ids=lambda rule: rule.name)
def test_show_can_show_every_rule(run: Any, rule: Any) -> None:
    ran = run("rules", "show", rule.name)
    assert ran.code == 0
    assert ran.text.startswith(rule.name)


UNKNOWN = {
    "without its stage": ("run-of-spaces", "there is no rule 'run-of-spaces'; did you mean spacing/run-of-spaces?"),
    "misspelt": ("spacing/run-of-space", "did you mean spacing/run-of-spaces"),
    "nothing like it": ("zzz", "there is no rule 'zzz'\n"),
}


@pytest.mark.parametrize(("name", "said"), UNKNOWN.values(), ids=UNKNOWN)
def test_show_knows_what_was_meant(run: Any, name: str, said: str) -> None:
    ran = run("rules", "show", name)
    assert ran.code == 2
    assert said in ran.err


def test_schema_is_printed(run: Any) -> None:
    schema = json.loads(run("rules", "schema").text)
    assert schema["$schema"].endswith("draft-07/schema#")
    assert schema["properties"]["safety"]["enum"] == ["safe", "review", "report"]


def test_check_finds_no_fault_in_a_sound_rule(run: Any, tmp_path: Path) -> None:
    (tmp_path / "spacing").mkdir()
    source = SOUND.replace('languages = ["eo"]\nrequires = { source = "eo" }', "").replace('safety = "review"', "")
    (tmp_path / "spacing/colour.toml").write_text(source, encoding="utf-8")
    ran = run("rules", "check", tmp_path)
    assert (ran.code, ran.out, ran.err) == (0, b"", "1 rule, no faults\n")


def test_check_tells_every_fault_at_once(run: Any, folder: Path) -> None:
    """Of form and of contract, on standard output, with file and line."""
    (folder / "spacing/faulty.toml").write_text(FAULTY, encoding="utf-8")
    (folder / "spacing/worse.toml").write_text("summary = 'a'\npatern = 'b'\n", encoding="utf-8")
    ran = run("rules", "check", folder)
    assert ran.code == 1
    lines = ran.text.splitlines()
    assert f"{folder}/spacing/faulty.toml:5: makes 'ac' of 'ab', not 'ad'" in lines
    assert f"{folder}/spacing/faulty.toml:8: what it keeps, it changes: 'b' becomes 'c'" in lines
    assert f"{folder}/spacing/worse.toml:2: unknown key 'patern'; did you mean 'pattern'?" in lines
    assert ran.err.endswith(" of 3 rules\n")


def test_check_tells_what_a_silent_trigger_looks_for(run: Any, folder: Path) -> None:
    (folder / "spacing/faulty.toml").write_text(f"trigger = 'quay'\n{FAULTY}", encoding="utf-8")
    ran = run("rules", "check", folder / "spacing/faulty.toml")
    assert "faulty.toml:6: its trigger (it looks for 'quay') is silent on 'ab'\n" in ran.text


SILENT = {
    "pattern": (FAULTY.replace("'b'", "'(q+)+$'"), "faulty.toml:5: the pattern finds nothing in 'ab'"),
    "table": (
        FAULTY.replace("pattern = 'b'\nreplacement = 'c'", "table = { quay = 'kay' }"),
        "faulty.toml:4: its table (it looks for 'quay') is silent on 'ab'",
    ),
    "phrases": (
        FAULTY.replace("pattern = 'b'\nreplacement = 'c'", "phrases = { en = ['quay'] }"),
        "faulty.toml:4: its list of phrases (it looks for 'quay') is silent on 'ab'",
    ),
}


@pytest.mark.parametrize(("source", "said"), SILENT.values(), ids=SILENT)
def test_check_tells_what_misses_an_example_as_its_author_wrote_it(
    run: Any, folder: Path, source: str, said: str
) -> None:
    """Who wrote no trigger has none to mend."""
    (folder / "spacing/faulty.toml").write_text(source, encoding="utf-8")
    assert f"{said}\n" in run("rules", "check", folder / "spacing/faulty.toml").text


def test_check_tells_what_it_passes_over(run: Any, folder: Path) -> None:
    (folder / "spacing/eo/other.tml").write_text(SOUND, encoding="utf-8")
    (folder / "README.md").write_text("Rules of ours.", encoding="utf-8")
    ran = run("rules", "check", folder)
    other = folder / "spacing/eo/other.tml"
    assert (ran.code, ran.err.splitlines()[0]) == (1, f"{other}: passed over, since its name does not end in .toml")
    assert "README" not in ran.err


def test_check_can_check_one_file(run: Any, folder: Path) -> None:
    """While it is being written."""
    (folder / "spacing/faulty.toml").write_text(FAULTY, encoding="utf-8")
    (folder / "spacing/worse.toml").write_text("summary = 1", encoding="utf-8")
    ran = run("rules", "check", folder / "spacing/faulty.toml")
    assert (ran.code, len(ran.text.splitlines())) == (1, 2)
    assert ran.err == "2 faults in 1 of 1 rule\n"


NOT_RULES = {
    "missing": ("no-such", "no-such: there is no such file or folder"),
    "empty": ("empty", "empty: there is no rule file"),
    "in no stage": ("x.toml", "x.toml: lies in no stage's folder"),
}


@pytest.mark.parametrize(("name", "said"), NOT_RULES.values(), ids=NOT_RULES)
def test_check_tells_what_is_no_rule(
    run: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, said: str
) -> None:
    """Exit code 2: nothing was checked."""
    monkeypatch.chdir(tmp_path)
    Path("empty").mkdir()
    Path("x.toml").touch()
    ran = run("rules", "check", name)
    assert (ran.code, ran.out) == (2, b"")
    assert said in ran.err
