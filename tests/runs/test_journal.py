"""`--resume`: what is done is passed over, whatever ended the run before, and what is not is done."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from click.testing import CliRunner

from cleantext import cleaner
from cleantext.cli.main import main
from cleantext.runs.run import STREAMED

DAMAGED, MENDED = "The stands  smelled the fear.\n", "The stands smelled the fear.\n"
RULE = """
summary = "A word."
why = "To see what a changed rule does to a journal."
pattern = '{before}'
replacement = '{after}'

[[changes]]
before = "a {before}"
after = "a {after}"

[[keeps]]
text = "a port"
why = "another word"
"""


def write(folder: Path, files: dict[str, str]) -> Path:
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(content, encoding="utf-8")
    return folder


def read(folder: Path) -> dict[str, bytes]:
    return {it.relative_to(folder).as_posix(): it.read_bytes() for it in sorted(folder.rglob("*")) if it.is_file()}


def lines(*texts: str) -> str:
    return "".join(json.dumps({"text": it}) + "\n" for it in texts)


Fix = Callable[..., str]


@pytest.fixture
def fix(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Fix:
    """Call `cleantext fix --resume` with one rule and one's own; the last line of the summary."""
    monkeypatch.chdir(write(tmp_path, {"rules/spacing/mine.toml": RULE.format(before="quay", after="kay")}))
    select = ["--rules", "rules", "--select", "spacing/run-of-spaces,spacing/mine"]

    def call(*args: object) -> str:
        ran = CliRunner().invoke(main, ["fix", *select, "--resume", "--field", "text", *map(str, args)])
        assert ran.exit_code == 0, ran.stderr
        return ran.stderr.splitlines()[-1]

    return call


def test_what_is_done_is_passed_over(fix: Fix, tmp_path: Path) -> None:
    """In place; what was changed since is done."""
    pages = write(tmp_path / "pages", {"a.txt": DAMAGED, "b.txt": "ok", "c.jsonl": lines(DAMAGED, "ok")})
    assert fix("pages") == "2 files changed, 1 unchanged. Of 2 records, 1 changed."
    assert fix("pages") == "No file changed, 3 done before."
    write(pages, {"b.txt": "not  ok"})
    assert fix("pages") == "1 file changed, 2 done before."


def test_added_fields_are_not_added_twice(fix: Fix, tmp_path: Path) -> None:
    write(tmp_path / "pages", {"c.jsonl": lines(DAMAGED, "ok")})
    assert fix("pages", "--edits-field", "edits").startswith("1 file changed.")
    assert fix("pages", "--edits-field", "edits") == "No file changed, 1 done before."


def test_outputs_are_passed_over_while_they_are_there(fix: Fix, tmp_path: Path) -> None:
    """One that is gone, or that somebody wrote over, is made again."""
    write(tmp_path / "pages", {"a.txt": DAMAGED, "b.txt": "ok", "c.txt": "ok"})
    assert fix("pages", "--output-dir", "out") == "1 file changed, 2 unchanged."
    made = read(tmp_path / "out")
    assert fix("pages", "--output-dir", "out") == "No file changed, 3 done before."
    (tmp_path / "out/a.txt").unlink()
    (tmp_path / "out/b.txt").write_bytes(b"longer")
    assert fix("pages", "--output-dir", "out") == "1 file changed, 1 unchanged, 1 done before."
    after = read(tmp_path / "out")
    assert {name: after[name] for name in ("a.txt", "b.txt", "c.txt")} == {
        name: made[name] for name in ("a.txt", "b.txt", "c.txt")
    }


def test_a_changed_rule_does_again_what_it_could_touch(fix: Fix, tmp_path: Path) -> None:
    """What it edited, and what it would edit now; nothing else is repaired again."""
    pages = {"a.txt": "a quay", "b.txt": "a pier", "c.txt": DAMAGED, "d.jsonl": lines("a pier"), "e.jsonl": lines("ok")}
    write(tmp_path / "pages", pages)
    assert fix("pages", "--output-dir", "out").startswith("2 files changed, 3 unchanged.")
    write(tmp_path, {"rules/spacing/mine.toml": RULE.format(before="pier", after="peer")})
    cleaner._loaded.cache_clear()
    cleaner._compiled.cache_clear()
    assert fix("pages", "--output-dir", "out").startswith("2 files changed, 1 unchanged, 2 done before.")
    after = read(tmp_path / "out")
    assert (after["a.txt"], after["b.txt"]) == (b"a quay", b"a peer")
    assert fix("pages", "--output-dir", "out") == "No file changed, 5 done before."


@pytest.mark.parametrize("options", [("--lang", "en"), ("--encoding", "cp1252"), ("--field", "body")], ids=" ".join)
def test_other_orders_do_all_again(fix: Fix, tmp_path: Path, options: tuple[str, ...]) -> None:
    write(tmp_path / "pages", {"a.txt": DAMAGED})
    assert fix("pages") == "1 file changed."
    assert fix("pages", *options) == "No file changed, 1 unchanged."


def test_a_torn_line_costs_one_file_a_second_look(fix: Fix, tmp_path: Path) -> None:
    write(tmp_path / "pages", {"a.txt": DAMAGED, "b.txt": DAMAGED})
    fix("pages")
    journal = tmp_path / ".cleantext-journal"
    journal.write_bytes(journal.read_bytes()[:-9])
    assert fix("pages") == "No file changed, 1 unchanged, 1 done before."
    assert fix("pages") == "No file changed, 2 done before."


LARGE = ("The old  harbour lay still. " + "Nothing else was to be seen there. " * 3) * 40
PLACES: dict[str, tuple[str, ...]] = {
    "in place": (),
    "elsewhere": ("--output-dir", "out"),
    "fields added, bad records away": ("--edits-field", "edits", "--quarantine", "away"),
}


@pytest.mark.parametrize("options", PLACES.values(), ids=PLACES)
def test_killed_at_any_moment_it_loses_nothing(tmp_path: Path, kills: int, options: tuple[str, ...]) -> None:
    """SIGKILL again and again, to workers and all or to the first process alone; then the end is as if undisturbed."""
    command = [sys.executable, "-m", "cleantext", "fix", "--select", "spacing/run-of-spaces", "--resume", "--quiet"]
    command += ["--field", "text", "--jobs", "2", *options, "pages"]
    bad = '{"text": 7}\n' if "--quarantine" in options else ""
    pages = {f"{n:02}.txt": LARGE for n in range(10 + 4 * kills)}
    pages |= {f"r{n}.jsonl": lines(*[LARGE] * 10) + bad for n in range(3 + kills)}
    pages["large.jsonl"] = lines(*[LARGE] * (STREAMED // len(LARGE) + 1))
    undisturbed, killed = (write(tmp_path / name, {f"pages/{it}": pages[it] for it in pages}) for name in "uk")
    began = time.monotonic()
    finish(command, undisturbed)
    took = time.monotonic() - began
    chance = random.Random(7)  # noqa: S311 - the same moments every time
    for _ in range(kills):
        with subprocess.Popen(command, cwd=killed, start_new_session=True, stderr=subprocess.DEVNULL) as process:
            time.sleep(chance.uniform(0.3, 1) * took)
            (os.killpg if chance.random() < 0.5 else os.kill)(process.pid, signal.SIGKILL)
        whole = read(killed / "pages")
        assert {name for name in whole if "cleantext-" not in name} == set(pages), "no file is lost"
    finish(command, killed)
    ends = [
        {name: it for name, it in read(there).items() if "cleantext-journal" not in name}
        for there in (undisturbed, killed)
    ]
    assert ends[0] == ends[1]


def finish(command: Sequence[str], there: Path) -> None:
    """Run to the end; a worker of a killed run may still have been at work on a file, which is told."""
    while "by someone else" in subprocess.run(command, cwd=there, capture_output=True, text=True).stderr:
        pass
