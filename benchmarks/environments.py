"""The tools that `compare.py` compares, each in a process of its own, and the environments of those of others."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import venv
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from worker import TOOLS

HERE = Path(__file__).resolve().parent
ENVIRONMENTS = HERE / ".tools"
REQUIREMENTS = {
    "clean-text": ("clean-text",),
    "datatrove": ("datatrove", "ftfy", "regex"),
    "plsfix": ("plsfix",),
}
"""What is installed for a distribution that does not come with cleantext; each gets an environment."""


class ToolMissingError(Exception):
    """A tool cannot be run here; the message says why."""


class Worker:
    """A tool's process, which is told what to clean and tells how long it took; `about` is what it said first."""

    def __init__(self, process: subprocess.Popen[str], complaints: IO[str]) -> None:
        assert process.stdin is not None  # noqa: S101 - both are pipes
        assert process.stdout is not None  # noqa: S101
        self._requests, self._answers, self._complaints = process.stdin, process.stdout, complaints
        self.about = self._answer()

    def clean(self, texts: Sequence[str], *, show: bool = False) -> dict[str, Any]:
        """What the process says of the texts."""
        self._requests.write(json.dumps({"texts": texts, "show": show}) + "\n")
        self._requests.flush()
        return self._answer()

    def _answer(self) -> dict[str, Any]:
        if not (line := self._answers.readline()):
            self._complaints.seek(0)
            raise ToolMissingError((self._complaints.read().strip().splitlines() or ["it ended without a word"])[-1])
        answer: dict[str, Any] = json.loads(line)
        return answer


@contextmanager
def running(tool: str) -> Iterator[Worker]:
    """Start a tool's process, and end it. Raises ToolMissingError where it cannot be run."""
    distribution = TOOLS[tool][0]
    python, options, environment = sys.executable, [], {**os.environ, "PYTHONPATH": str(HERE.parent)}
    if distribution in REQUIREMENTS:
        if not python_of(distribution).exists():
            raise ToolMissingError("no environment; run with --prepare first")
        # Isolated, so that no PYTHONPATH brings this cleantext in.
        python, options, environment = str(python_of(distribution)), ["-I"], dict(os.environ)
    command = [python, *options, str(HERE / "worker.py"), tool]
    pipe = subprocess.PIPE
    with (
        tempfile.TemporaryFile("w+") as complaints,  # a pipe that nobody reads would stop a tool that logs
        subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=complaints, text=True, env=environment) as process,
    ):
        yield Worker(process, complaints)


def python_of(distribution: str) -> Path:
    """The interpreter of a distribution's environment, there or not."""
    folder = ENVIRONMENTS / distribution
    return folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def prepare_engines(engines: Sequence[str]) -> None:
    """Make an environment for each engine, with cleantext's own requirements. Raises CalledProcessError."""
    with tempfile.TemporaryDirectory() as folder:
        pip = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check"]
        subprocess.run([*pip, "wheel", "--no-deps", "--wheel-dir", folder, str(HERE.parent)], check=True)
        (wheel,) = Path(folder).glob("*.whl")
        for engine in engines:
            python = python_of(f"engine-{engine}")
            venv.create(python.parent.parent, with_pip=True, clear=True)
            wanted = f"cleantext-repair[{engine}] @ {wheel.as_uri()}"
            subprocess.run([str(python), *pip[1:], "install", wanted], check=True)
            print(f"{engine}: installed", file=sys.stderr)


def prepare() -> None:
    """Make the environments anew; what cannot be installed is told and left out."""
    for distribution, requirements in REQUIREMENTS.items():
        venv.create(ENVIRONMENTS / distribution, with_pip=True, clear=True)
        command = [str(python_of(distribution)), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        done = subprocess.run([*command, *requirements], capture_output=True, text=True, check=False)
        if done.returncode:
            python_of(distribution).unlink()
            why = next((line for line in done.stderr.splitlines() if line.startswith("ERROR")), "pip failed")
            print(f"{distribution}: cannot be installed, and will be skipped: {why}", file=sys.stderr)
        else:
            print(f"{distribution}: installed", file=sys.stderr)
