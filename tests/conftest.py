"""Options of the project's own test suite."""

from __future__ import annotations

import gzip
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import cache
from itertools import islice
from pathlib import Path
from random import Random

import pytest

CORPORA = Path(__file__).resolve().parents[2] / "shared" / "corpora"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--strings", type=int, default=4_000, help="damaged strings to compare with ftfy")
    parser.addoption("--texts", metavar="FOLDER", help="a folder of .jsonl.gz files, to compare with ftfy line by line")
    parser.addoption("--kills", type=int, default=3, help="how often a run over files is killed and resumed")
    parser.addoption("--megabytes", type=float, default=0.3, help="how much an engine is given to clean")
    parser.addoption("--thrown", type=int, default=200, help="texts made of lines of corpora to hold promises to")


def run_script(script: str, folder: Path, **environment: str) -> str:
    """What a script of the documentation prints; it runs in a folder, with the packages of the tests."""
    here = {name: value for name, value in os.environ.items() if name not in ("CI", "PYTEST_ADDOPTS")}
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    ran = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", script],  # noqa: S607 - whichever bash
        cwd=folder,
        env={**here, "PATH": path, **environment},
        capture_output=True,
        text=True,
    )
    assert ran.returncode == 0, f"{script}\n{ran.stdout}{ran.stderr}"
    assert "Traceback" not in ran.stderr, ran.stderr
    return ran.stdout + ran.stderr


@pytest.fixture
def kills(request: pytest.FixtureRequest) -> int:
    """How often a run over files is killed."""
    number: int = request.config.getoption("--kills")
    return number


@pytest.fixture
def thrown_together(request: pytest.FixtureRequest) -> Callable[[int], Iterator[str]]:
    """Gives `--thrown` texts for a seed: lines of the corpora thrown together, some of them damaged."""
    if not CORPORA.is_dir():
        pytest.skip("the shared corpora do not stand beside this checkout")
    return lambda seed: islice(_texts(seed), request.config.getoption("--thrown"))


@cache
def _lines() -> list[str]:
    rng = Random(0)  # noqa: S311 - the same lines every time are wanted
    found = []
    for path in sorted(CORPORA.glob("*/*.jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as rows:
            for row in rows:
                if rng.random() < _SHARE:
                    values = (it for it in json.loads(row).values() if isinstance(it, str))
                    found += [line for value in values for line in value.split("\n")[:60] if len(line) < _LONGEST]
    return found


def _texts(seed: int) -> Iterator[str]:
    rng = Random(seed)  # noqa: S311
    while True:
        lines = _lines()
        if rng.random() < 0.6:  # of one page or its neighbours
            first = rng.randrange(len(lines))
            lines = lines[first : first + 60]
        some = rng.choices(lines, k=rng.choice((1, 2, 3, 5, 8, 14, 25)))
        yield rng.choice(("\n", "\n", "\n\n", "\r\n", " ")).join(_damaged(line, rng) for line in some)


def _damaged(line: str, rng: Random) -> str:
    """The line, or what a careless tool makes of it."""
    place = rng.randrange(len(line) + 1)
    match rng.randrange(20):
        case 0 | 1 | 2:
            return line[:place] + rng.choice(_DEBRIS) + line[place:]
        case 3:
            return line[:place]
        case 4:
            return line.replace(" ", "", rng.randrange(4))
        case 5:
            return line.encode("utf-8", "replace").decode(rng.choice(_CODECS), "replace")
        case _:
            return line


_SHARE, _LONGEST = 0.03, 900
_CODECS = ("cp1252", "cp1251", "latin-1", "cp437", "mac_roman", "koi8_r", "cp1250")
_DEBRIS = (
    "\u200b \xad   \u00a0 \t \ufffd \ufeff \u202e \u0307 \ud800 \x0c â€™ Ã© &amp;nbsp; … « » “ ’ [qui] ﬁ \u2047 ? -"
    " \\n %C3%A9 =C3=A9 <br>"
).split(" ")
