"""`cleantext analyse` and `cleantext compare`: sides, outputs, exit codes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from .conftest import Run

RULE = """summary = "A word of ours."
why = "Only for these tests."
pattern = 'fery'
replacement = '{after}'

[[changes]]
before = "The fery."
after = "The {after}."

[[keeps]]
text = "The boat."
why = "no such word"
"""


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with two rule sets, `old` and `new`, and a corpus of four pages, two of which differ."""
    for name, after in (("old", "ferri"), ("new", "ferry")):
        (tmp_path / name / "spacing").mkdir(parents=True)
        (tmp_path / name / "spacing/ferry.toml").write_text(RULE.format(after=after), encoding="utf-8")
    (tmp_path / "pages").mkdir()
    for number in range(4):
        text = "The fery left.\n" if number % 2 else "The boat left.\n"
        (tmp_path / f"pages/{number}.txt").write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


SIDES = ("compare", "--old", "old", "--new", "new", "--jobs", "1")


def test_differences_are_printed(run: Run) -> None:
    ran = run(*SIDES, "pages")
    assert ran.code == 0
    assert "Of 4 documents, 2 (50.00 %) come out differently: 2 changed differently." in ran.text
    assert "spacing/ferry (changed)       2      2         0             0               2" in ran.text
    assert "2 × + fery → ferry  spacing/ferry, as in 1.txt" in ran.text
    assert "2 × - fery → ferri" in ran.text
    assert "\x1b" not in ran.text
    assert ran.err == ""


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (("--check",), 1),
        (("--max-changed", "50"), 0),
        (("--max-changed", "49"), 1),
        (("--new", "old", "--check"), 0),
        (("--new", "old", "--max-changed", "0"), 0),
    ],
)
def test_exit_codes_tell_whether_too_much_differs(run: Run, options: tuple[str, ...], code: int) -> None:
    assert run(*SIDES, *options, "-q", "pages").code == code


def test_files_are_written(run: Run, place: Path) -> None:
    assert run(*SIDES, "pages", "-q", "--html", "report.html", "--markdown", "told.md").out == b""
    assert "## Rules compared: `old` → `new`" in (place / "told.md").read_text(encoding="utf-8")
    assert "Rules compared" in (place / "report.html").read_text(encoding="ascii")
    assert "## Rules compared: `old` → `new`" in run(*SIDES, "pages", "--markdown", "-").text


def test_sides_can_be_analyses(run: Run) -> None:
    assert run("analyse", "--rule-set", "old", "pages", "--out", "a.analysis", "-j", "1").code == 0
    assert run("analyse", "--rule-set", "new", "pages", "--out", "b.analysis", "-j", "1", "-q").err == ""
    both = run("compare", "--old", "a.analysis", "--new", "b.analysis")
    assert "2 changed differently" in both.text
    one = run("compare", "--old", "a.analysis", "--new", "new", "-j", "1", "pages")
    assert "2 changed differently" in one.text


def test_an_analysis_alone_gives_a_report(run: Run, place: Path) -> None:
    ran = run("analyse", "--rule-set", "old", "pages", "--html", "report.html", "-j", "1")
    assert ran.err.startswith("4 documents in ")
    assert "spacing/ferry" in (place / "report.html").read_text(encoding="ascii")


def test_the_rule_responsible_is_told(run: Run) -> None:
    assert "spacing/ferry: 2 documents alone" in run(*SIDES, "--bisect", "pages").text


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("compare", "--old", "old", "--new", "new"), "name the corpus"),
        (("compare", "--old", "nothing", "--new", "new", "pages"), "'nothing' is no folder of rules"),
        (("compare", "--old", "old", "--new", "new", "nowhere"), "no such file or folder"),
        (("compare", "--old", "pages", "--new", "new", "pages"), "not two folders of texts"),
        (("analyse", "pages"), "say where to"),
        (("analyse", "pages", "--out", "pages/0.txt"), "would overwrite the input pages/0.txt"),
        (("analyse", "pages", "--html", "pages/0.txt"), "would overwrite the input pages/0.txt"),
        (("compare", "--old", "old", "--new", "new", "pages", "--markdown", "pages/0.txt"), "would overwrite"),
    ],
)
def test_mistakes_are_told(run: Run, arguments: tuple[str, ...], said: str) -> None:
    ran = run(*arguments)
    assert ran.code == 2
    assert said in ran.err


@pytest.mark.parametrize(
    ("arguments", "stdin"),
    [
        (("fix", "--rules", "new", "--check", "pages"), b""),
        (("fix", "--rules", "new", "--jobs", "2", "pages"), b""),
        (("fix", "--rules", "new", "--diff", "--field", "text", "pages.jsonl"), b""),
        (("fix", "--rules", "new", "-"), b"The fery left.\n"),
    ],
    ids=["check", "write", "records", "filter"],
)
def test_fix_gives_the_report_too(run: Run, place: Path, arguments: tuple[str, ...], stdin: bytes) -> None:
    (place / "pages.jsonl").write_text('{"text": "The fery left."}\n', encoding="utf-8")
    ran = run(*arguments, "--report-html", "report.html", stdin=stdin)
    assert ran.code in (0, 1)
    assert ("-The fery" in ran.text or '-{"text"' in ran.text) == ("--diff" in arguments)
    told = json.loads(
        (place / "report.html").read_text("ascii").partition('id="content">')[2].partition("</script>")[0]
    )
    assert {it[0] for it in told["rules"]} == {"spacing/ferry"}
    edits = 2 if "pages" in arguments else 1
    assert [told["paragraphs"][it[1]][it[3] : it[4]] for it in told["edits"]] == ["fery"] * edits
    assert len(told["documents"]) == edits


def test_interrupting_is_not_finding_something(run: Run, place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("cleantext.comparing.analysing.document_of", interrupt)
    ran = run("analyse", "--rule-set", "old", "pages", "--out", "a.analysis", "-j", "1")
    assert ran.code == 130
    assert not (place / "a.analysis").exists()
