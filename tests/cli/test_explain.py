"""`cleantext explain`: an argument that can be read, in any width, and JSON that can be computed with."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from rich.cells import cell_len

from cleantext import explain

RULES = {
    "spacing/nbsp.toml": '''
summary = "A no-break space."
why = "Test."
pattern = "\\u00a0"
replacement = " "
[[changes]]
before = "a\\u00a0b"
after = "a b"
[[keeps]]
text = "a b"
why = "plain"
''',
    "boilerplate/byline.toml": '''
summary = "The author's line."
why = "Test."
pattern = '^By (?P<author>[A-Z]\\w+ [A-Z]\\w+)$'
drop = true
lift = ["author"]
[[changes]]
before = "By Marco Storel"
after = ""
[[keeps]]
text = "By the sea"
why = "no name"
''',
    "translation/eo/outlet.toml": '''
summary = "An outlet's name, translated."
why = "Test."
[table]
"The Example" = "La Ekzemplo"
[[changes]]
before = "by The Example"
after = "by La Ekzemplo"
source_lang = "eo"
[[keeps]]
text = "the example"
why = "no name"
''',
    "translation/eo/marks.toml": '''
summary = "Esperanto quotation marks."
why = "Test."
pattern = '°[^°]+°'
[evidence]
eo = 1.5
[[changes]]
before = "°Shal°"
[[keeps]]
text = "“Shal”"
why = "English marks"
''',
    "spacing/doubtful.toml": '''
summary = "A doubtful thing."
why = "Test."
safety = "review"
[table]
doubtful = "doubtless"
[[changes]]
before = "doubtful"
after = "doubtless"
[[keeps]]
text = "doubt"
why = "another word"
''',
}  # fmt: skip

PAGE = """By Marco Storel

The crowd\u00a0chants °Shal, ket!° in front of the akimat of the town, as verified by The Example on Monday evening.

It was a doubtful evening, and everybody who stood there on the square knew it from the start.
"""


@pytest.fixture
def page(tmp_path: Path) -> Path:
    for name, rule in RULES.items():
        path = tmp_path / "rules" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(rule, encoding="utf-8")
    (tmp_path / "page.txt").write_text(PAGE, encoding="utf-8")
    return tmp_path / "page.txt"


@pytest.fixture
def told(run: Any, page: Path) -> Any:
    """What `explain` says of the page, by the rules above."""
    names = ",".join(name.removesuffix(".toml") for name in RULES)

    def call(*args: str) -> str:
        ran = run("explain", page, "--rules", page.parent / "rules", "--select", names, "--lang", "en", *args)
        assert (ran.code, ran.err) == (0, "")
        return str(ran.text).removeprefix(f"{page}\n")

    return call


def test_the_whole_argument(told: Any) -> None:
    """Verdict, edits in their context, evidence, facts, and what could be decided otherwise."""
    assert (
        told()
        == """\
  2 edits by 2 rules, touching 18 of 225 characters

Edits
  spacing/nbsp  1 edit
    A no-break space.
      3:10  The crowd‹<NBSP> → ␣›chants °Shal, ket!° in front of the akimat of…
  boilerplate/byline  1 edit
    The author's line.
       1:1  ‹By Marco Storel → ∅›

Evidence
  translated from eo: strength 1.5; rules usually ask for 2.0
    translation/eo/marks  1 sign of weight 1.5: °Shal, ket!° (3:18)

Metadata
  author  Marco Storel  1:4, boilerplate/byline

Left alone
  spacing/doubtful  1 place
    its safety is 'review', and the call asks for 'safe'; --safety review would
    make it
      5:10  It was a ‹doubtful → doubtless› evening, and everybody who stood…
  translation/eo/outlet  1 place
    the evidence for 'eo' as the source is 1.5, and the rule asks for 2.0;
    --source-lang eo would make it
      3:82  …as verified by ‹The Example → La Ekzemplo› on Monday evening.
"""
    )


def test_what_was_left_alone_can_be_decided_otherwise(told: Any) -> None:
    """The advice is true."""
    text = told("--safety", "review", "--source-lang", "eo")
    assert "Left alone" not in text
    assert "‹The Example → La Ekzemplo›" in text
    assert "translated from eo: strength 11.5; rules" in text


@pytest.mark.parametrize("width", [40, 80, 120])
def test_lines_fit_the_terminal(told: Any, monkeypatch: pytest.MonkeyPatch, width: int) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    edits = [line for line in told("--source-lang", "eo").splitlines() if "‹" in line]
    assert len(edits) == 4
    assert all(cell_len(line) <= width for line in edits)


def test_long_and_wide_texts_fit(run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Characters of two cells, and an edit longer than the line."""
    monkeypatch.setenv("COLUMNS", "60")
    text = "ある日、" * 60 + "one" + " " * 200 + "two " + "言った。" * 60
    ran = run("explain", "-", "--select", "spacing/run-of-spaces", stdin=text.encode())
    (line,) = (line for line in ran.text.splitlines() if "‹" in line)
    assert cell_len(line) <= 60
    assert "␣…␣" in line


LINES_DROPPED = {
    "first": ("By Marco Storel\n\nThe crowd stood there.\n", "       1:1  ‹By Marco Storel → ∅›"),
    "in the middle": ("It stood.\n\nBy Marco Storel\n\nIt fell.\n", "       3:1  ‹By Marco Storel → ∅›"),
    "last": ("The crowd stood there.\n\nBy Marco Storel", "       3:1  ‹By Marco Storel → ∅›"),
}


@pytest.mark.parametrize(("text", "line"), LINES_DROPPED.values(), ids=LINES_DROPPED)
def test_lines_dropped_are_shown_without_the_blank_lines(told: Any, page: Path, text: str, line: str) -> None:
    """The blank lines that go with them are no one's question."""
    page.write_text(text, encoding="utf-8")
    assert line in told().splitlines()


def test_edits_stand_under_the_reason_that_they_share(told: Any, page: Path) -> None:
    page.write_text("One doubtful, two doubtful.", encoding="utf-8")
    text = told("--safety", "review")
    assert text.count("'doubtful' stands for 'doubtless'") == 1
    assert text.count("‹doubtful → doubtless›") == 2


@pytest.mark.parametrize(("name", "as_records"), [("talks.csv", True), ("talks.jsonl", True), ("talks.md", False)])
def test_file_of_records_is_said_to_be_read_as_plain_text(
    run: Any, tmp_path: Path, name: str, as_records: bool
) -> None:
    (tmp_path / name).write_text("a\u00a0b\n", encoding="utf-8")
    ran = run("explain", tmp_path / name)
    assert (ran.code, "record by record" in ran.err) == (0, as_records)


def test_nothing_to_repair(run: Any) -> None:
    ran = run("explain", "-", "--select", "spacing/run-of-spaces", stdin=b"Nothing.")
    assert ran.text == "standard input\n  nothing to repair in 8 characters\n"


def test_more_findings_on_request(told: Any, page: Path) -> None:
    """A group shows one place, and all of them with `--findings`."""
    page.write_text("A doubtful one, and a doubtful two.", encoding="utf-8")
    assert told().count("doubtful → doubtless") == 1
    assert "1 finding more; see --findings" not in told()
    assert told("--findings").count("doubtful → doubtless") == 2


def test_json_is_the_whole_result(run: Any, page: Path) -> None:
    ran = run("explain", page, "--json", "--select", "spacing/run-of-spaces")
    assert json.loads(ran.out) == explain(PAGE, select="spacing/run-of-spaces").to_dict()


ERRORS = {
    "missing": ("no.txt", "no.txt: cannot be read: No such file or directory"),
    "a folder": (".", ".: is a folder; name a file in it"),
    "not utf-8": ("latin.txt", "latin.txt: is not utf-8: byte 0xe9"),
}


@pytest.mark.parametrize(("name", "said"), ERRORS.values(), ids=ERRORS)
def test_errors(run: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, said: str) -> None:
    """Exit code 2 and one message."""
    monkeypatch.chdir(tmp_path)
    Path("latin.txt").write_bytes(b"caf\xe9")
    ran = run("explain", name)
    assert (ran.code, ran.out) == (2, b"")
    assert ran.err.startswith(f"Error: {said}")
