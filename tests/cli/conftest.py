"""Running the command in this process, and the damaged pages that its tests share."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from click.testing import CliRunner

from cleantext.cli.main import main

ONE_RULE = ("--select", "spacing/run-of-spaces")
"""So that no other rule has a say in these tests."""


@dataclass(frozen=True)
class Ran:
    """What a run of the command gave."""

    code: int
    out: bytes
    err: str

    @property
    def text(self) -> str:
        return self.out.decode()


Run = Callable[..., Ran]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    """Call `cleantext` with arguments; a traceback fails the test."""
    monkeypatch.setenv("COLUMNS", "80")

    def call(*args: object, stdin: bytes = b"") -> Ran:
        ran = CliRunner().invoke(main, [str(arg) for arg in args], input=stdin, prog_name="cleantext")
        if ran.exception is not None and not isinstance(ran.exception, SystemExit):
            raise ran.exception
        return Ran(ran.exit_code, ran.stdout_bytes, ran.stderr)

    return call


@pytest.fixture
def fix(run: Run) -> Run:
    """Call `cleantext fix` with one rule."""
    return lambda *args, stdin=b"": run("fix", *ONE_RULE, *args, stdin=stdin)
