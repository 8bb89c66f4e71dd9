"""`cleantext golden`: run, update, review and accept."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from cleantext.cli.main import main
from cleantext.golden import verdict as verdicts
from cleantext.golden.files import read_cases

CASES = """\
# What the ferry taught us.
[options]
select = ["spacing", "encoding"]

[[cases]]
name = "two spaces" # as typed
input = "The boat  left."

[[cases]]
name = "an entity"
lang = "en"
input = \"\"\"
The ferry &amp; the mate
left.
\"\"\"
output = "The ferry, the mate"
rules = [
    "encoding/mojibake",
]
# This one is known.
[[cases]]
name = "a known miss"
input = "The boat left theharbour."
output = "The boat left the harbour."
xfail = "glue is not selected"
"""
UPDATED = """\
# What the ferry taught us.
[options]
select = ["spacing", "encoding"]

[[cases]]
name = "two spaces" # as typed
input = "The boat  left."
output = "The boat left."
rules = ["spacing/run-of-spaces"]

[[cases]]
name = "an entity"
lang = "en"
input = \"\"\"
The ferry &amp; the mate
left.
\"\"\"
output = \"\"\"
The ferry & the mate
left.
\"\"\"
rules = ["encoding/html-entity"]
# This one is known.
[[cases]]
name = "a known miss"
input = "The boat left theharbour."
output = "The boat left the harbour."
xfail = "glue is not selected"
"""

Run = Callable[..., tuple[int, str]]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Call `cleantext golden` in a folder of its own: exit code, and all that is printed."""
    monkeypatch.chdir(tmp_path)

    def call(*args: str, answers: str = "") -> tuple[int, str]:
        ran = CliRunner().invoke(main, ["golden", *args], input=answers, prog_name="cleantext")
        if ran.exception is not None and not isinstance(ran.exception, SystemExit):
            raise ran.exception
        return ran.exit_code, ran.output

    return call


def test_run_tells_what_comes_out_otherwise(run: Run) -> None:
    Path("boats.golden.toml").write_text(CASES, encoding="utf-8")
    code, said = run("run", ".")
    assert code == 1
    assert "boats.golden.toml:5: two spaces\n  it has no output yet\n" in said
    assert "other rules edit: -encoding/mojibake, +encoding/html-entity" in said
    assert "to accept: cleantext golden update boats.golden.toml --case 'an entity'" in said
    assert said.endswith("2 of 3 cases failed\n")


def test_update_changes_nothing_else_of_a_file(run: Run) -> None:
    """Comments, order and the cases that hold or are expected to fail stay as they are."""
    path = Path("boats.golden.toml")
    path.write_text(CASES, encoding="utf-8")
    assert run("update", "boats.golden.toml")[0] == 0
    assert path.read_text(encoding="utf-8") == UPDATED
    assert run("run", ".") == (0, "3 cases, all hold\n")


def test_update_of_one_case(run: Run) -> None:
    Path("boats.golden.toml").write_text(CASES, encoding="utf-8")
    assert run("update", ".", "--case", "an entity")[0] == 0
    assert [case.output is None for case in read_cases(Path("boats.golden.toml"))] == [True, False, False]
    assert run("run", ".", "--case", "no such")[0] == 2


@pytest.mark.parametrize("line_end", ["\n", "\r\n"], ids=ascii)
def test_update_keeps_line_ends(run: Run, line_end: str) -> None:
    path = Path("boats.golden.toml")
    path.write_bytes(CASES.replace("\n", line_end).encode())
    assert run("update", ".")[0] == 0
    content = path.read_bytes()
    assert content.count(b"\n") == content.count(line_end.encode()) > CASES.count("\n")


def test_update_of_json_lines(run: Run) -> None:
    """What TOML cannot hold stands there; nothing is invisible."""
    path = Path("odd.golden.jsonl")
    path.write_text('{"input": "a\\u200b\\ud800  b", "select": 1}\n', encoding="utf-8")
    assert "unknown key 'select'" in run("update", ".")[1]
    path.write_text('{"input": "b"}\n\n{"input": "a\\u00a0quiet \\ud800  harbour"}', encoding="utf-8")
    assert run("update", ".")[0] == 0
    first, blank, last = path.read_text(encoding="utf-8").split("\n")
    assert (first, blank) == ('{"input": "b", "output": "b", "rules": []}', "")
    assert last.startswith('{"input": "a\\u00a0quiet \\ud800  harbour", "output": "a\\u00a0quiet')
    assert run("run", ".")[0] == 0


def test_metadata_is_written_where_there_is_some(run: Run) -> None:
    path = Path("page.golden.toml")
    prose = "The ferry left the harbour at nine on Sunday, and nobody has seen it since then."
    path.write_text(
        f'input = """Skip to main content\n\nBy Ann Lidgate\n3 days ago\n\nShare this article\n\n{prose}"""\n',
        encoding="utf-8",
    )
    assert run("update", ".")[0] == 0
    assert 'metadata = { author = ["Ann Lidgate"]' in path.read_text(encoding="utf-8")
    assert run("run", ".")[0] == 0


REFUSED = {
    "in CI": ("CI", "true", "not updated in CI"),
    "replay": ("replay", lambda _: "something else", "replaying the edits does not give the output"),
    "undo": ("undo", lambda _: "something else", "undoing the edits does not give the input"),
}


@pytest.mark.parametrize(("what", "how", "said"), REFUSED.values(), ids=REFUSED)
def test_update_is_refused(run: Run, monkeypatch: pytest.MonkeyPatch, what: str, how: Any, said: str) -> None:
    path = Path("boats.golden.toml")
    path.write_text(CASES, encoding="utf-8")
    if what == "CI":
        monkeypatch.setenv("CI", how)
    else:
        monkeypatch.setattr(verdicts.Result, what, how)
    code, told = run("update", ".")
    assert (code, path.read_text(encoding="utf-8")) == (2, CASES)
    assert said in told


def test_update_is_refused_where_the_output_would_change_again(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(verdicts.Cleaner, "clean", lambda _, text: text + "!")
    Path("boats.golden.toml").write_text(CASES, encoding="utf-8")
    code, told = run("update", ".")
    assert code == 2
    assert "the output does not stay as it is" in told


def test_update_is_refused_where_a_rule_breaks_its_keeps(run: Run) -> None:
    """What the rule does to the case may be what it does to its near miss."""
    rule(Path("rules/spacing/lantern.toml"), keeps="a lantren festival")
    Path("one.golden.toml").write_text('input = "a lantren"\noptions = { rules = "rules" }\n', encoding="utf-8")
    code, told = run("update", ".")
    assert code == 2
    assert "what it keeps, it changes: 'a lantren festival'" in told


def test_review_asks_for_each(run: Run) -> None:
    path = Path("boats.golden.toml")
    path.write_text(CASES, encoding="utf-8")
    code, said = run("review", ".", answers="s\na\n")
    assert code == 1
    assert said.endswith("1 case left as they are\n")
    assert [case.rules for case in read_cases(path)] == [None, ["encoding/html-entity"], None]
    assert run("review", ".", answers="a\n")[0] == 0
    assert run("review", ".")[1] == "nothing is left to review\n"


def rule(path: Path, keeps: str = "a lantern") -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(
        'summary = "A misspelt lantern."\nwhy = "A test."\n[table]\nlantren = "lantern"\n'
        f'[[changes]]\nbefore = "a lantren"\nafter = "a lantern"\n[[keeps]]\ntext = "{keeps}"\nwhy = "right"',
        encoding="utf-8",
    )


def mark(verdict: str, text: str, before: str, after: str, rule: str = "spacing/lantern") -> dict[str, Any]:
    start = text.index(before)
    return {
        "verdict": verdict, "rule": rule, "document": "page 7", "text": text,
        "start": start, "end": start + len(before), "before": before, "after": after,
    }  # fmt: skip


def exported(*marks: dict[str, Any]) -> None:
    Path("marks.json").write_text(json.dumps({"version": 1, "ruleset": "x", "marks": marks}), encoding="utf-8")


def test_accepted_edits_become_cases(run: Run) -> None:
    rule(Path("rules/spacing/lantern.toml"))
    exported(mark("accept", "a red lantren", "lantren", "lantern"), mark("accept", "two lantren", "lantren", "lantern"))
    assert run("accept", "marks.json", "--folder", "goldens", "--rules", "rules")[0] == 0
    path = Path("goldens/spacing-lantern.golden.toml")
    cases = [(case.name, case.input, case.output, case.rules) for case in read_cases(path)]
    rules = ["spacing/lantern"]
    assert cases == [
        ("page 7", "a red lantren", "a red lantern", rules),
        ("page 7, 2", "two lantren", "two lantern", rules),
    ]
    assert run("run", "goldens", "--rules", "rules")[0] == 0
    assert "a case already" in run("accept", "marks.json", "--folder", "goldens", "--rules", "rules")[1]
    assert len(read_cases(path)) == 2


def test_an_accepted_edit_spoils_no_file_of_one_case(run: Run) -> None:
    rule(Path("rules/spacing/lantern.toml"))
    path = Path("goldens/spacing-lantern.golden.toml")
    path.parent.mkdir()
    path.write_text('input = "a lantren"\noutput = "a lantern"\n', encoding="utf-8")
    exported(mark("accept", "two lantren", "lantren", "lantern"))
    code, said = run("accept", "marks.json", "--folder", "goldens", "--rules", "rules")
    assert (code, "holds one case by itself" in said) == (1, True)
    assert run("run", "goldens", "--rules", "rules") == (0, "1 case, all hold\n")


def test_rejected_edits_become_near_misses(run: Run) -> None:
    """Which the rule breaks, until it heeds them."""
    path = Path("rules/spacing/lantern.toml")
    rule(path)
    exported(mark("reject", "the Lantren family\nof lantren fame", "lantren", "lantern"))
    assert run("accept", "marks.json", "--rules", "rules")[0] == 0
    why = "why = \"rejected in page 7: 'lantren' stays\""
    added = f'\n[[keeps]]\ntext = """\nthe Lantren family\nof lantren fame"""\n{why}\n'
    assert path.read_text(encoding="utf-8").endswith(added)
    checked = CliRunner().invoke(main, ["rules", "check", "rules"], prog_name="cleantext")
    assert "what it keeps, it changes: 'the Lantren family\\nof lantren fame'" in checked.output
    assert "among the near misses already" in run("accept", "marks.json", "--rules", "rules")[1]


NOT_KEPT = {
    "an edit that the paragraph alone does not show": (mark("accept", "a lantern", "lantern", "x"), "is not made"),
    "a near miss that the rule would not touch": (mark("reject", "one lantern", "lantern", "x"), "hold nothing"),
    "no rule": (mark("accept", "a", "a", "b", rule="spacing/x"), "there is no rule 'spacing/x'"),
}


@pytest.mark.parametrize(("given", "said"), NOT_KEPT.values(), ids=NOT_KEPT)
def test_marks_that_would_say_nothing_are_told(run: Run, given: dict[str, Any], said: str) -> None:
    path = Path("rules/spacing/lantern.toml")
    rule(path)
    before = path.read_text(encoding="utf-8")
    exported(given)
    code, told = run("accept", "marks.json", "--folder", "goldens", "--rules", "rules")
    assert code == 1
    assert said in told
    assert (path.read_text(encoding="utf-8"), Path("goldens").exists()) == (before, False)


@pytest.mark.parametrize(
    "marks",
    ["no JSON", '{"version": 2, "marks": []}', '{"version": 1, "marks": [{}]}'],
    ids=["no JSON", "another version", "a mark without its parts"],
)
def test_what_is_no_export_of_a_report_is_told(run: Run, marks: str) -> None:
    Path("marks.json").write_text(marks, encoding="utf-8")
    code, told = run("accept", "marks.json")
    assert code == 2
    assert "no marks of a report" in told


def test_marks_are_held_to_their_text(run: Run) -> None:
    exported({**mark("accept", "a  boat", "  ", " ", "spacing/run-of-spaces"), "start": 0})
    code, said = run("accept", "marks.json")
    assert code == 1
    assert "'  ' does not stand at 0:3 of its text" in said
