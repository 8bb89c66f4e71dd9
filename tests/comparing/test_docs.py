"""docs/compare.md tells the truth: its scripts run as written, and write what they say."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs/compare.md").read_text(encoding="utf-8")
SCRIPTS = re.findall(r"^```sh\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)


@pytest.mark.skipif(shutil.which("bash") is None, reason="the scripts are for bash")
@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.splitlines()[-1][:50])
def test_script_runs_as_written(script: str, tmp_path: Path) -> None:
    for path in sorted((ROOT / "seeds").glob("*-en-*.txt")):
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
    for name in re.findall(r"--(?:html|out|report-html) (\S+)", script):
        assert (tmp_path / name).stat().st_size > 1_000
