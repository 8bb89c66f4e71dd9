"""The README tells the truth: its examples come out as printed, its commands run as written."""

from __future__ import annotations

import doctest
import gzip
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
COMMANDS = [
    line.partition("   #")[0].strip()
    for kind, block in BLOCKS
    if kind == "sh"
    for line in block.splitlines()
    if line.startswith("cleantext ")
]
FINDS_SOMETHING = ("cleantext fix --diff", "cleantext fix --check")


def test_examples_come_out_as_printed() -> None:
    found = doctest.testfile(str(ROOT / "README.md"), module_relative=False, encoding="utf-8")
    assert found.attempted >= 8
    assert found.failed == 0


@pytest.mark.parametrize("command", COMMANDS)
def test_command_runs_as_written(command: str, tmp_path: Path) -> None:
    """And leaves the seeds to the commands below it."""
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    with gzip.open(tmp_path / "dump.jsonl.gz", "wt", encoding="utf-8") as dump:
        dump.write('{"body": "The boat  left.", "page": {"title": "A boat"}}\n')
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    ran = subprocess.run(command, shell=True, cwd=tmp_path, env={**os.environ, "PATH": path}, capture_output=True)  # noqa: S602
    assert ran.returncode == (1 if command.startswith(FINDS_SOMETHING) else 0), ran.stderr.decode()
    assert ran.stdout or ran.stderr
    for path in (tmp_path / "seeds").iterdir():
        assert path.read_bytes() == (ROOT / "seeds" / path.name).read_bytes(), "the seeds are the checkout's own"


def test_rule_of_the_readme_is_a_rule(tmp_path: Path) -> None:
    (source,) = (block for kind, block in BLOCKS if kind == "toml")
    path = tmp_path / source.splitlines()[0].removeprefix("# ")
    path.parent.mkdir(parents=True)
    path.write_text(source, encoding="utf-8")
    checked = subprocess.run(
        [sys.executable, "-m", "cleantext", "rules", "check", str(path.parents[1])], capture_output=True
    )
    assert checked.returncode == 0, checked.stdout


def test_set_up_commands_are_those_of_ci() -> None:
    """The environment's own test run is `pytest`; what is installed before it is told in both places alike."""
    install = re.search(r"pip install -e (\S+)", README)
    assert install is not None
    assert install[1] in (ROOT / ".ci" / "run").read_text(encoding="utf-8")
