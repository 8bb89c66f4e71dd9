"""`cleantext fix --jobs`: the same on several processes as on one, and what ends a process ends no other's work."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from cleantext.files import Found
from cleantext.runs import Work
from cleantext.runs import run as run_module
from cleantext.workers import crew

DAMAGED = "The stands  smelled the fear.\n"
MENDED = "The stands smelled the fear.\n"
SOUND = "Nothing to repair.\n"
ONE_RULE = ("--select", "spacing/run-of-spaces")


def long(line: str, times: int) -> str:
    """Lines that are no table: no gap stands near one below it."""
    return (line + 3 * SOUND) * times


def folder_of(path: Path, files: dict[str, bytes | str]) -> Path:
    for name, content in files.items():
        (path / name).parent.mkdir(parents=True, exist_ok=True)
        (path / name).write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def contents(folder: Path) -> dict[str, bytes]:
    return {it.relative_to(folder).as_posix(): it.read_bytes() for it in sorted(folder.rglob("*")) if it.is_file()}


MIXED: dict[str, bytes | str] = {
    **{f"{number:02}.txt": long(DAMAGED, number + 1) for number in range(12)},
    **{f"sub/{number:02}.md": SOUND for number in range(5)},
    "sub/binary.txt": b"a  b\0",
    "sub/latin.txt": b"caf\xe9  noir",
    "sub/bom.txt": b"\xef\xbb\xbfOne  stood here.\r\n",
    "sub/empty.txt": b"",
}
MODES = {
    "in place": (),
    "in place, quiet": ("--quiet",),
    "check": ("--check",),
    "diff": ("--diff",),
    "elsewhere": ("--output-dir", "out"),
}


@pytest.mark.parametrize("options", MODES.values(), ids=MODES)
def test_several_processes_do_what_one_does(
    fix: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, options: tuple[str, ...]
) -> None:
    """The same files, lines in the same order, the same exit code; what needs no repair is not touched."""
    monkeypatch.setattr(crew, "SHARD_ITEMS", 2)
    ran = []
    for jobs in (1, 2, 3):
        there = folder_of(tmp_path / str(jobs), {f"pages/{name}": content for name, content in MIXED.items()})
        monkeypatch.chdir(there)
        sound = there / "pages/sub/00.md"
        before = sound.stat()
        ran.append((fix("pages", "no-such.txt", "--jobs", jobs, *options), contents(there)))
        after = sound.stat()
        assert (before.st_mtime_ns, before.st_ino) == (after.st_mtime_ns, after.st_ino)
    assert ran[0] == ran[1] == ran[2]
    assert ran[0][0].code == 2, "some files fail"
    assert ran[0][0].err.count("cleantext: ") == 2


def test_a_file_with_several_names_is_repaired_once_at_a_time(
    fix: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Or one worker would find that the other has changed it."""
    monkeypatch.setattr(crew, "SHARD_ITEMS", 1)
    said = []
    for jobs in (1, 2):
        there = folder_of(tmp_path / str(jobs), {"pages/a.txt": long(DAMAGED, 1_000), "pages/z.txt": DAMAGED})
        for name in "bcdefg":
            (there / f"pages/{name}.txt").symlink_to("a.txt")
        (there / "again").symlink_to("pages")
        monkeypatch.chdir(there)
        ran = fix("pages", "again", "--jobs", jobs)
        said.append((ran.code, ran.err))
        assert (there / "pages/g.txt").is_symlink()
        assert contents(there / "pages")["a.txt"] == long(MENDED, 1_000).encode()
    assert said[0] == said[1] == (0, "spacing/run-of-spaces  1,001 edits in 2 files\n2 files changed, 14 unchanged.\n")


DEADLY = """
import os, sys
if sys.argv[:1] == ["-c"]:
    from cleantext import Cleaner
    edited = Cleaner.edited
    def deadly(self, text, **hints):
        if "deadly" in text:
            os.kill(os.getpid(), 9)
        if "faulty" in text:
            raise LookupError("a bug")
        return edited(self, text, **hints)
    Cleaner.edited = deadly
"""


@pytest.fixture
def deadly(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Workers, and no other process, die of a word and raise at another."""
    folder_of(tmp_path, {"deadly/sitecustomize.py": DEADLY})
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(tmp_path / "deadly"), *filter(None, sys.path)]))


@pytest.mark.usefixtures("deadly")
def test_a_process_that_dies_is_told_with_its_file(fix: Any, tmp_path: Path) -> None:
    """That file is left as it is, the others are done."""
    files: dict[str, bytes | str] = {f"{number}.txt": DAMAGED for number in range(10)}
    files["4.txt"] = "A deadly  text.\n"
    pages = folder_of(tmp_path / "pages", files)
    ran = fix(pages, "--jobs", 2)
    assert ran.code == 2
    assert ran.err == (
        f"cleantext: {pages / '4.txt'}: the process that repaired it, and then another on it alone, was killed by "
        "SIGKILL, as happens when memory runs out; left as it is\n"
        "spacing/run-of-spaces  9 edits in 9 files\n9 files changed, 1 failed.\n"
    )
    assert contents(pages) == {name: MENDED.encode() for name in files} | {"4.txt": b"A deadly  text.\n"}


@pytest.mark.usefixtures("deadly")
def test_a_bug_in_a_process_names_the_file(fix: Any, tmp_path: Path) -> None:
    pages = folder_of(tmp_path / "pages", {"a.txt": DAMAGED, "b.txt": "A faulty text"})
    with pytest.raises(LookupError, match="a bug") as caught:
        fix(pages, "--jobs", 2)
    assert caught.value.__notes__[0] == f"while repairing {pages / 'b.txt'}"
    assert "in deadly" in caught.value.__notes__[1]


@pytest.mark.parametrize("jobs", [1, 2])
def test_interrupt_leaves_every_file_whole(tmp_path: Path, jobs: int) -> None:
    """Old or new; the summary tells the new ones, but for one just put in place; nobody is left to write more."""
    old, new = long(DAMAGED, 1_000), long(MENDED, 1_000)
    pages = folder_of(tmp_path / "pages", {f"{number:03}.txt": old for number in range(300)})
    command = [sys.executable, "-m", "cleantext", "fix", *ONE_RULE, "--jobs", str(jobs), str(pages)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, start_new_session=True) as process:
        deadline = time.monotonic() + 60
        while (pages / "005.txt").stat().st_size == len(old) and time.monotonic() < deadline:
            time.sleep(0.01)
        os.killpg(process.pid, signal.SIGINT)  # as a terminal does
        said = process.communicate(timeout=60)[1].decode()
    assert process.returncode == 130
    with pytest.raises(ProcessLookupError):
        os.killpg(process.pid, 0)
    now = contents(pages)
    assert len(now) == 300, "no half-written file is left beside another"
    assert set(now.values()) == {old.encode(), new.encode()}
    changed = list(now.values()).count(new.encode())
    summary = re.fullmatch(r"spacing/run-of-spaces .*\n(\d+) files changed. Interrupted.\n", said)
    assert summary is not None, said
    assert 0 <= changed - int(summary[1]) <= jobs


def test_few_bytes_are_repaired_by_one_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """By default; a process that only starts is of no use."""
    monkeypatch.setattr(run_module, "available_processors", lambda: 8)
    monkeypatch.setattr(run_module, "BYTES_A_PROCESS", 100)
    pages = folder_of(tmp_path, {"a": "x" * 150, "b": "x" * 150, "c": "x" * 2_000, "d": "", "e": ""})
    works = {it.name: Work(Found(it)) for it in pages.iterdir()}
    jobs = {names: run_module.jobs_for([works[name] for name in names]) for names in ("", "a", "ab", "abd", "c", "cde")}
    assert jobs == {"": 1, "a": 1, "ab": 2, "abd": 3, "c": 1, "cde": 3}
