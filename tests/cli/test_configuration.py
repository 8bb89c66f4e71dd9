"""Options written down: found, checked, and outweighed by the command line."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
DAMAGED, MENDED = "The stands  smelled the fear.\n", "The stands smelled the fear.\n"


def write(folder: Path, files: dict[str, str]) -> Path:
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(content, encoding="utf-8")
    return folder


PLACES = {
    "cleantext.toml": {"cleantext.toml": 'ignore = ["spacing", "glue"]\n'},
    "one string": {"cleantext.toml": 'ignore = "spacing"\n'},
    "pyproject.toml": {"pyproject.toml": '[tool.cleantext]\nignore = ["spacing"]\n'},
    "both": {"cleantext.toml": 'ignore = ["spacing"]\n', "pyproject.toml": '[tool.cleantext]\nselect = ["no/such"]\n'},
    "not ours": {"sub/pyproject.toml": '[project]\nname = "x"\n', "cleantext.toml": 'ignore = ["spacing"]\n'},
}


@pytest.mark.parametrize("files", PLACES.values(), ids=PLACES)
def test_the_nearest_file_is_taken(
    run: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, files: dict[str, str]
) -> None:
    write(tmp_path, {**files, "sub/a.txt": DAMAGED})
    monkeypatch.chdir(tmp_path / "sub")
    assert run("fix", "--check", "a.txt").code == 0
    assert run("fix", "--check", "a.txt", "--ignore", "glue").code == 1, "the command line goes before"
    assert run("explain", "a.txt").code == 0


def test_a_file_can_be_named_and_others_are_not_looked_for(
    run: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Paths are meant from the file's folder, not from where one stands."""
    files = {"cleantext.toml": "no-such = 1\n", "conf/mine.toml": 'output-dir = "out"\n', "in/a.txt": DAMAGED}
    monkeypatch.chdir(write(tmp_path, files))
    assert run("--config", "conf/mine.toml", "fix", "in").code == 0
    assert (tmp_path / "conf/out/a.txt").read_text(encoding="utf-8") == MENDED


def test_other_repositories_are_not_looked_at(run: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, {"cleantext.toml": "no-such = 1\n", "repository/.git/HEAD": "", "repository/a.txt": DAMAGED})
    monkeypatch.chdir(tmp_path / "repository")
    assert run("fix", "a.txt").code == 0


FAULTS = {
    "unknown": ("ingore = ['spacing']", "'ingore' is no option; did you mean 'ignore'?"),
    "far from all": ("colour = 1", "'colour' is no option"),
    "of the call only": ("check = true", "'check' is no option"),
    "a word for a number": ("jobs = 'many'", "jobs is a whole number, not 'many'"),
    "a number for a word": ("lang = 7", "lang is a string, not 7"),
    "a number for names": ("select = [7]", "select is a string or a list of them, not [7]"),
    "a word for a flag": ("resume = 'yes'", "resume is true or false, not 'yes'"),
    "no choice": ("bad-records = 'drop'", "bad-records is 'fail' or 'keep', not 'drop'"),
    "no TOML": ("jobs", "is no TOML: "),
}


@pytest.mark.parametrize(("line", "said"), FAULTS.values(), ids=FAULTS)
def test_faults_are_told_with_the_file(
    run: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, line: str, said: str
) -> None:
    monkeypatch.chdir(write(tmp_path, {"cleantext.toml": line, "a.txt": DAMAGED}))
    ran = run("fix", "a.txt")
    assert (ran.code, (tmp_path / "a.txt").read_text(encoding="utf-8")) == (2, DAMAGED)
    assert f"{tmp_path / 'cleantext.toml'}: {said}" in ran.err


def test_hooks_are_commands_that_run(run: Any, tmp_path: Path) -> None:
    """What pre-commit would call, with a file at the end."""
    entries = re.findall(r"entry: cleantext (.*)", (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    page = write(tmp_path, {"a.txt": DAMAGED}) / "a.txt"
    codes = {entry: run(*shlex.split(entry), page).code for entry in reversed(entries)}
    assert codes == {"fix --check": 1, "fix --quiet": 0}


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_shells_complete(shell: str, tmp_path: Path) -> None:
    """The script that a shell is given, and what it asks for."""
    if shell == "bash" and not Path("/bin/bash").exists():
        pytest.skip("no bash, whose version is asked for")
    command = [str(Path(sys.executable).parent / "cleantext")]
    env = {**os.environ, "_CLEANTEXT_COMPLETE": f"{shell}_source"}
    script = subprocess.run(command, env=env, cwd=tmp_path, capture_output=True, text=True).stdout
    assert f"_CLEANTEXT_COMPLETE={shell}_complete" in script
    asked = "--max" if shell == "fish" else "2"
    env |= {"_CLEANTEXT_COMPLETE": f"{shell}_complete", "COMP_WORDS": "cleantext fix --max", "COMP_CWORD": asked}
    assert "--max-change" in subprocess.run(command, env=env, cwd=tmp_path, capture_output=True, text=True).stdout
