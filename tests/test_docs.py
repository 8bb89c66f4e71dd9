"""docs/files.md tells the truth: scripts run as written, also those of other pages, examples come out as printed."""

from __future__ import annotations

import doctest
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
FILES = ROOT / "docs/files.md"
SCRIPTS = [
    script
    for page in (FILES, ROOT / "docs/in-process.md")
    for script in re.findall(r"^```sh\n(.*?)^```$", page.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
]


@pytest.mark.skipif(shutil.which("bash") is None, reason="the scripts are for bash")
@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.splitlines()[-1][:50])
def test_script_runs_as_written(script: str, tmp_path: Path) -> None:
    for path in (ROOT / "seeds").glob("*-en-*.txt"):
        (tmp_path / "seeds").mkdir(exist_ok=True)
        shutil.copy(path, tmp_path / "seeds")
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    ran = subprocess.run(
        ["bash", "-ec", script],  # noqa: S607 - whichever bash
        cwd=tmp_path,
        env={**os.environ, "PATH": path},
        capture_output=True,
        text=True,
    )
    assert ran.returncode == 0, ran.stderr
    assert "Traceback" not in ran.stderr


def test_examples_come_out_as_printed() -> None:
    found = doctest.testfile(str(FILES), module_relative=False, encoding="utf-8")
    assert found.attempted >= 3
    assert found.failed == 0
