"""`cleantext rules new`: a rule file from options or answers, checked at once; `check --watch` while it is mended."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from cleantext.ruleset.folder import load_rules
from cleantext.ruleset.schema import read_rule
from cleantext.workshop.new_rule import KINDS

EXAMPLES = ("--change", "an old lantren", "an old lantern", "--keep", "a lantern", "spelt right")
WORDS = ("--summary", 'A "misspelt" lantern.', "--why", "Typed in haste.\nTwice.")
REMEDIES = {
    "pattern": ("--pattern", r"\blan(t)ren\b", "--replacement", r"lan\1ern"),
    "drop": ("--pattern", r"^an old lantren$"),
    "table": ("--row", "lantren", "lantern"),
    "phrases": ("--phrase", "en", "An old lantren"),
    "fixer": ("--fixer", "sentence-seam"),
    "sign": ("--pattern", "lantren", "--evidence", "fr", "1.5"),
}


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_written_as_it_is_read(run: Any, kind: str) -> None:
    """From options alone, as a script gives them; what is written is sound in form."""
    ran = run("rules", "new", "spacing/lantern", "--kind", kind, *WORDS, *REMEDIES[kind], *EXAMPLES)
    path = Path("rules/spacing/lantern.toml")
    assert f"{path} is written" in ran.err
    rule, faults = read_rule("spacing/lantern", str(path), path.read_text(encoding="utf-8"))
    assert not faults
    assert rule is not None
    assert (rule.summary, rule.why) == ('A "misspelt" lantern.', "Typed in haste.\nTwice.")


def test_a_sound_rule_ends_well(run: Any) -> None:
    ran = run("rules", "new", "spacing/lantern", "--kind", "table", *WORDS, *REMEDIES["table"], *EXAMPLES)
    assert (ran.code, ran.err.splitlines()[-1]) == (0, "1 rule, no faults")
    assert {rule.name for rule in load_rules(["rules"])} >= {"spacing/lantern"}


def test_what_its_contract_finds_wrong_is_told(run: Any) -> None:
    """The file is there, to be mended."""
    ran = run(
        "rules", "new", "glue/lantern", "--kind", "pattern", *WORDS, "--pattern", "b", "--replacement", "", *EXAMPLES
    )
    assert ran.code == 1
    assert "rules/glue/lantern.toml:1: 1 [[keeps]]; a rule of glue shows 3 near misses" in ran.text
    assert "rules/glue/lantern.toml:8: the pattern finds nothing in 'an old lantren'" in ran.text
    assert Path("rules/glue/lantern.toml").exists()


REFUSED = {
    "what is missing": (("spacing/x", "--no-ask"), "not said: --kind, --summary, --why, --change, --keep"),
    "no name": (("--no-ask",), "not said: STAGE/NAME"),
    "no stage": (("x", "--no-ask"), "'x' is no STAGE/NAME; stages are article"),
    "an unknown stage": (("spaces/x", "--no-ask"), "'spaces/x' is no STAGE/NAME"),
}


@pytest.mark.parametrize(("args", "said"), REFUSED.values(), ids=REFUSED)
def test_nothing_is_written_where_something_is_missing(run: Any, args: tuple[str, ...], said: str) -> None:
    ran = run("rules", "new", *args)
    assert ran.code == 2
    assert said in ran.err
    assert not Path("rules").exists()


def test_a_file_that_is_there_stays(run: Any) -> None:
    Path("rules/spacing").mkdir(parents=True)
    Path("rules/spacing/lantern.toml").write_text("mine", encoding="utf-8")
    ran = run("rules", "new", "spacing/lantern", "--kind", "table", *WORDS, *REMEDIES["table"], *EXAMPLES)
    assert (ran.code, Path("rules/spacing/lantern.toml").read_text(encoding="utf-8")) == (2, "mine")


def test_it_asks_for_what_is_not_said(run: Any) -> None:
    r"""Near misses until an empty answer, but three where a rule could hurt; `\n` in an answer is a line end."""
    answers = ["glue", "twice", "pattern", "A word twice.", "Typing.", r"\b(the) the\b", r"\1"]
    answers += [
        r"at the the\nharbour",
        r"at the\nharbour",
        "",
        "the then",
        "a word",
        "then the",
        "between",
        "other",
        "case",
    ]
    ran = run("rules", "new", "--ask", stdin="\n".join([*answers, "", ""]).encode())
    assert ran.code == 0, ran.text + ran.err
    rule = next(it for it in load_rules(["rules"]) if it.name == "glue/twice")
    assert [(it.before, it.after) for it in rule.changes] == [("at the the\nharbour", "at the\nharbour")]
    assert [it.before for it in rule.keeps] == ["the then", "then the", "other"]


def test_watch_checks_again_what_changes(tmp_path: Path, run: Any) -> None:
    run("rules", "new", "spacing/lantern", "--kind", "table", *WORDS, *REMEDIES["table"], *EXAMPLES)
    run("rules", "new", "spacing/other", "--kind", "table", *WORDS, *REMEDIES["table"], *EXAMPLES)
    command = [sys.executable, "-m", "cleantext", "rules", "check", "rules", "--watch"]
    told = tmp_path / "told"
    with told.open("wb") as output:
        watching = subprocess.Popen(command, stdout=output, stderr=output, env={**os.environ, "PYTHONUNBUFFERED": "1"})
        try:
            wait_for(told, "2 rules, no faults")
            path = Path("rules/spacing/lantern.toml")
            path.write_text(path.read_text(encoding="utf-8").replace('"a lantern"', '"a lantren"'), encoding="utf-8")
            wait_for(told, "1 fault in 1 of 1 rule")
            watching.send_signal(signal.SIGINT)
            assert watching.wait(20) == 130
        finally:
            watching.kill()
    assert "what it keeps, it changes: 'a lantren'" in told.read_text()


def wait_for(file: Path, said: str) -> None:
    """Half a minute, for a machine that has other things to do."""
    for _ in range(300):
        if said in file.read_text():
            return
        time.sleep(0.1)
    pytest.fail(f"{said!r} was not told: {file.read_text()}")
