"""Ctrl-C at any line of a run: the exit code says so, every file is whole, what is done is told, nobody is left."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
import threading
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

import cleantext
from cleantext.cli.main import main
from cleantext.runs.interrupts import Interrupts
from cleantext.workers import crew as crew_module

OLD, NEW = "The stands  smelled the fear.\n", "The stands smelled the fear.\n"
FILES = 4

_PACKAGE = Path(cleantext.__file__).parent
WATCHED = (*(str(_PACKAGE / name) for name in ("cli/fix.py", "files", "runs", "workers")), threading.__file__)
"""Where the interrupts come; elsewhere Python code is run in between that holds nothing."""

pytestmark = pytest.mark.skipif(
    signal.getsignal(signal.SIGINT) is not signal.default_int_handler, reason="Ctrl-C is not ours to take"
)


class Interrupter:
    """Sends Ctrl-C just before the line of this number is run, of all that are run in what is watched."""

    def __init__(self, at: int) -> None:
        self.lines, self._at = 0, at

    def trace(self, frame: FrameType, _event: str, _value: object) -> Any:
        return self._line if frame.f_code.co_filename.startswith(WATCHED) else None

    def _line(self, _frame: FrameType, event: str, _value: object) -> Any:
        if event == "line":
            self.lines += 1
            if self.lines == self._at:
                signal.raise_signal(signal.SIGINT)
        return self._line


def fixed(folder: Path, jobs: int, at: int = 0) -> tuple[int, int]:
    """Run `cleantext fix`, interrupted at a line: how it ended, and how many lines were run until then, or in all."""
    it, before = Interrupter(at), sys.gettrace()
    sys.settrace(it.trace)
    try:
        main.main(["fix", "--select", "spacing/run-of-spaces", "--jobs", str(jobs), str(folder)], "cleantext")
    except SystemExit as end:
        return int(end.code or 0), it.lines
    finally:
        sys.settrace(before)
    raise AssertionError("the command exits")


# A file that was just opened, and that nobody holds yet, is closed by Python, with a warning.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize(("jobs", "times"), [(1, 120), (2, 10)], ids=["1 process", "2 processes"])
def test_an_interrupt_at_any_line_of_a_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], jobs: int, times: int
) -> None:
    """Spread over all lines that a run has; each is told as such, once."""
    monkeypatch.setattr(crew_module, "SHARD_ITEMS", 1)
    ended, lines = fixed(folder_of(tmp_path / "all"), jobs)
    assert ended == 0
    capsys.readouterr()
    for number in range(times):
        at = 1 + lines * number // times
        folder = folder_of(tmp_path / str(at))
        ended, ran = fixed(folder, jobs, at)
        said = capsys.readouterr().err
        if ran < at:  # with several processes no run is quite like another
            continue
        told = f"at line {at} of {lines}: {said}"
        now = [it.read_text(encoding="utf-8") for it in folder.iterdir()]
        if ended == 0:  # too late to end anything
            assert now == FILES * [NEW], told
            continue
        assert ended == 130, told
        assert len(re.findall("(?i)interrupted", said)) == 1, told
        assert "Traceback" not in said, told
        assert len(now) == FILES, told
        assert set(now) <= {OLD, NEW}, told
        if "Interrupted." in said:
            summary = re.search(r"(\d+) files? changed", said)
            assert 0 <= now.count(NEW) - int(summary[1] if summary else 0) <= jobs, told
        assert not [it for it in threading.enumerate() if it.name == "cleantext worker" and it.is_alive()], told
        assert signal.getsignal(signal.SIGINT) is signal.default_int_handler, told


def folder_of(path: Path) -> Path:
    path.mkdir()
    for number in range(FILES):
        (path / f"{number}.txt").write_text(OLD, encoding="utf-8")
    return path


def test_a_second_interrupt_is_the_same_wish() -> None:
    """What winds the run down is not interrupted; afterwards Ctrl-C is whose it was."""
    with Interrupts() as interrupts:
        with pytest.raises(KeyboardInterrupt):
            signal.raise_signal(signal.SIGINT)
        signal.raise_signal(signal.SIGINT)
        with pytest.raises(KeyboardInterrupt):  # if it was lost, as in a __del__
            interrupts.check()
    with pytest.raises(KeyboardInterrupt):
        signal.raise_signal(signal.SIGINT)


def test_an_interrupt_waits_where_it_is_held() -> None:
    """Until what belongs together is done, and no longer; an error on the way is not hidden by it."""
    done = []

    def do(interrupts: Interrupts, error: Exception | None = None) -> None:
        with interrupts.held():
            signal.raise_signal(signal.SIGINT)
            done.append(error)
            if error is not None:
                raise error

    with Interrupts() as interrupts, pytest.raises(KeyboardInterrupt):
        do(interrupts)
    with Interrupts() as interrupts, pytest.raises(LookupError):
        do(interrupts, LookupError())
    assert len(done) == 2


def test_a_handler_of_the_program_is_left_alone() -> None:
    came: list[int] = []
    before = signal.signal(signal.SIGINT, lambda number, _frame: came.append(number))
    try:
        with Interrupts() as interrupts:
            signal.raise_signal(signal.SIGINT)
        assert (came, interrupts.came) == ([signal.SIGINT], False)
    finally:
        signal.signal(signal.SIGINT, before)


MOMENTS = {
    "while it is loaded": (
        """
class Finder:
    def find_spec(self, name, *_):
        if name == "cleantext.cli.main":
            signal.raise_signal(signal.SIGINT)
sys.meta_path.insert(0, Finder())
""",
        130,
        "",
    ),
    "when it has ended": ("import atexit; atexit.register(signal.raise_signal, signal.SIGINT)", 0, "cleantext"),
}


@pytest.mark.parametrize(("moment", "code", "out"), MOMENTS.values(), ids=MOMENTS)
def test_a_process_that_begins_or_has_ended_says_nothing(moment: str, code: int, out: str) -> None:
    """No traceback, that is."""
    program = f"import signal, sys\n{moment}\nfrom cleantext.__main__ import run; run()"
    ran = subprocess.run([sys.executable, "-c", program, "--version"], capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stderr) == (code, "")
    assert ran.stdout.partition(" ")[0] == out
