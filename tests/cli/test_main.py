"""The command as it is installed: its own process, real pipes, a real terminal."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from cleantext import __version__

DAMAGED = "The stands  smelled the fear.\n"
ONE_RULE = ("--select", "spacing/run-of-spaces")


def cleantext(*args: object, stdin: bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "cleantext", *map(str, args)]
    clean = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "FORCE_COLOR")}
    return subprocess.run(
        command, input=stdin, capture_output=True, check=False, timeout=60, env={**clean, **environment}
    )


def test_version() -> None:
    ran = cleantext("--version")
    assert (ran.returncode, ran.stdout.decode().strip()) == (0, f"cleantext {__version__}")


@pytest.mark.parametrize(
    "args", [(), ("fix",), ("explain",), ("rules",), ("rules", "list"), ("rules", "show"), ("rules", "check")], ids=str
)
def test_help(args: tuple[str, ...]) -> None:
    ran = cleantext(*args, "--help")
    assert ran.returncode == 0
    assert ran.stdout.startswith(f"Usage: cleantext {' '.join((*args, '[OPTIONS]'))}".encode())


def test_rich_is_only_loaded_where_it_prints(tmp_path: Path) -> None:
    """It would double the time that the command takes to start."""
    (tmp_path / "a.txt").write_text(DAMAGED, encoding="utf-8")
    for args in (["--version"], ["fix", "-q", *ONE_RULE, str(tmp_path)], ["fix", "--diff", *ONE_RULE, str(tmp_path)]):
        code = (
            "import sys\nfrom cleantext.cli.main import main\n"
            f"try: main({args!r})\nexcept SystemExit: pass\n"
            "sys.exit(any(name.partition('.')[0] == 'rich' for name in sys.modules))"
        )
        assert subprocess.run([sys.executable, "-c", code], capture_output=True, check=False).returncode == 0


def test_filter_is_for_bytes() -> None:
    """No line end is translated, and nothing but the text goes to standard output."""
    ran = cleantext("fix", *ONE_RULE, "-", stdin=b"\xef\xbb\xbfOne  stood here.\r\n")
    assert (ran.returncode, ran.stdout) == (0, b"\xef\xbb\xbfOne stood here.\r\n")
    assert ran.stderr.splitlines()[-1] == b"1 file changed."


STREAMS = {
    "text to a full disk": ("fix - > /dev/full", b"standard output: cannot be written: No space left on device"),
    "text to none": ("fix - >&-", b"standard output: cannot be written: Bad file descriptor"),
    "list to a full disk": ("rules list > /dev/full", b"standard output: cannot be written: No space left on device"),
    "explanation to none": ("explain - >&-", b"standard output: cannot be written: Bad file descriptor"),
    "diff to none": ("fix --diff - >&-", b"standard output: cannot be written: Bad file descriptor"),
    "text from none": ("fix - <&-", b"standard input: cannot be read: Bad file descriptor"),
    "explained from none": ("explain - <&-", b"standard input: cannot be read: Bad file descriptor"),
}


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
@pytest.mark.parametrize(("command", "said"), STREAMS.values(), ids=STREAMS)
def test_streams_that_fail_are_told(command: str, said: bytes) -> None:
    """In one line, with the exit code of what failed, and no traceback at the end of the process either."""
    shell = ["sh", "-c", f'"$0" -m cleantext {command}', sys.executable]
    ran = subprocess.run(shell, input=DAMAGED.encode(), capture_output=True, check=False, timeout=60)
    assert (ran.returncode, ran.stderr) == (2, b"Error: " + said + b"\n")


@pytest.mark.skipif(os.name != "posix", reason="a shell's way to close streams")
def test_files_are_repaired_without_any_stream(tmp_path: Path) -> None:
    """As cron may start it; no file opened gets the number of one, and messages with it."""
    page = tmp_path / "a.txt"
    page.write_text(DAMAGED, encoding="utf-8")
    shell = ["sh", "-c", '"$0" -m cleantext fix "$1" <&- >&- 2>&-', sys.executable, str(page)]
    assert subprocess.run(shell, check=False, timeout=60).returncode == 0
    assert page.read_text(encoding="utf-8") == DAMAGED.replace("  ", " ")


def test_a_locale_without_unicode_ends_in_no_traceback(tmp_path: Path) -> None:
    page = tmp_path / "été.txt"
    page.write_text(DAMAGED, encoding="utf-8")
    environment = {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"}
    ran = cleantext("explain", *ONE_RULE, page, **environment)
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert b"The stands\\u2039" in ran.stdout


def test_names_that_are_not_utf8(tmp_path: Path) -> None:
    """As arguments, in messages, and through to the disk."""
    page = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    Path(os.fsdecode(page)).write_text(DAMAGED, encoding="utf-8")
    assert cleantext("fix", "--check", *ONE_RULE, os.fsdecode(page)).stdout == page + b"\n"
    assert cleantext("fix", *ONE_RULE, os.fsdecode(page)).returncode == 0
    assert Path(os.fsdecode(page)).read_text(encoding="utf-8") == DAMAGED.replace("  ", " ")
    assert b"caf\\xe9.txt" in cleantext("explain", *ONE_RULE, os.fsdecode(page)).stdout


pty = pytest.importorskip("pty", reason="no terminals here")


def on_terminal(*args: object, **environment: str) -> str:
    """What the command prints when its standard output and error are a terminal."""
    master, slave = pty.openpty()
    inherited = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "FORCE_COLOR")}
    with subprocess.Popen(
        [sys.executable, "-m", "cleantext", *map(str, args)],
        stdin=slave,
        stdout=slave,
        stderr=slave,
        env={**inherited, "TERM": "xterm-256color", "COLUMNS": "80", **environment},
    ) as process:
        os.close(slave)
        parts = []
        try:
            while part := os.read(master, 65536):
                parts.append(part)
        except OSError:  # the terminal of a process that has ended
            pass
        process.wait(timeout=60)
    os.close(master)
    return b"".join(parts).decode().replace("\r\n", "\n")


def test_terminal_has_colours_unless_told_otherwise(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text(DAMAGED, encoding="utf-8")
    for command in (("fix", "--diff"), ("explain",)):
        assert "\x1b[31m" in on_terminal(*command, *ONE_RULE, page)
        assert "\x1b[31m" not in on_terminal(*command, *ONE_RULE, page, NO_COLOR="1")
        assert b"\x1b" not in cleantext(*command, *ONE_RULE, page).stdout


def test_terminal_shows_the_same_whatever_the_number_of_processes(tmp_path: Path) -> None:
    for name in "abc":
        (tmp_path / f"{name}.txt").write_text(DAMAGED, encoding="utf-8")
    for mode in ("--diff", "--check"):
        one, two = (on_terminal("fix", mode, *ONE_RULE, "--jobs", jobs, tmp_path) for jobs in (1, 2))
        assert one == two
        assert one.count(f"{tmp_path}{os.sep}") >= 3


@pytest.mark.parametrize("jobs", [1, 2])
def test_progress_is_shown_on_a_terminal_and_gone_at_the_end(tmp_path: Path, jobs: int) -> None:
    for number in range(30):
        (tmp_path / f"{number:02}.txt").write_text(DAMAGED, encoding="utf-8")
    (tmp_path / "10.txt").write_bytes(b"\xe9")
    text = on_terminal("fix", *ONE_RULE, "--jobs", jobs, tmp_path)
    assert "Repairing" in text
    assert f"{tmp_path / '10.txt'}: is not utf-8" in text
    assert text.rstrip().endswith("29 files changed, 1 failed.")
    assert "Repairing" not in on_terminal("fix", "--quiet", *ONE_RULE, tmp_path)
    assert "Repairing" not in on_terminal("fix", "--check", *ONE_RULE, tmp_path)
