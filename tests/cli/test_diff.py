"""Diffs: what a pipe gets, `patch` applies; what a terminal gets, a person can see."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from cleantext import explain
from cleantext.cli.diff import coloured, patch, small_diff

DAMAGED = {
    "one line": "The stands  smelled the fear.",
    "several": "One  stood here.\n" + "Nothing here.\n" * 9 + "Another  stood there.\nA  third one too.\n",
    "crlf": "One  stood here.\r\nNothing here.\r\n",
    "first and last": "One  stood here.\n\n\nThe last one stood  there.",
    "line separators": "One\N{LINE SEPARATOR}two  stood\x85here.\nAnd nothing.\n",
}
NAMES = {"plain": "page.txt", "space": "a page.txt", "not UTF-8": os.fsdecode(b"caf\xe9.txt")}


@pytest.mark.skipif(shutil.which("patch") is None, reason="the tool `patch` is not installed")
@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
@pytest.mark.parametrize("text", DAMAGED.values(), ids=DAMAGED)
def test_patch_makes_of_the_input_the_repaired_text(tmp_path: Path, text: str, name: str) -> None:
    """To the byte."""
    result = explain(text, select="spacing/run-of-spaces")
    assert result.hunks
    (tmp_path / name).write_bytes(text.encode())
    ran = subprocess.run(
        ["patch", "--binary", "-p0"],  # noqa: S607 - whichever is installed
        input=patch(result, name), cwd=tmp_path, capture_output=True, check=False,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stdout
    assert (tmp_path / name).read_bytes() == result.text.encode()


def test_half_a_surrogate_pair_is_shown_as_its_escape() -> None:
    """JSON can hold one, UTF-8 cannot."""
    diff = patch(explain("One  stood \ud800 here.\n", select="spacing/run-of-spaces"), NAMES["not UTF-8"])
    assert diff.startswith(b"--- caf\xe9.txt\n+++ caf\xe9.txt\n")
    assert b"-One  stood \\ud800 here.\n+One stood \\ud800 here.\n" in diff


def test_what_changed_stands_out() -> None:
    """In reverse, by the edits' own spans, on both sides."""
    result = explain("Above.\nThe stands  smelled\N{NO-BREAK SPACE}the fear.\n", select="spacing/run-of-spaces")
    *_, header, above, removed, added = coloured(result, "page.txt")
    assert header.plain == "@@ -1,2 +1,2 @@"
    assert above.plain == " Above."
    assert removed.plain == "-The stands␣␣smelled<NBSP>the fear."
    assert added.plain == "+The stands␣smelled<NBSP>the fear."
    for row, emphasised in ((removed, "␣␣"), (added, "␣")):
        assert [row.plain[it.start : it.end] for it in row.spans if "reverse" in str(it.style)] == [emphasised]


def test_terminal_is_not_driven_by_the_text() -> None:
    """An escape sequence in a page is shown, not obeyed."""
    result = explain("A \x1b[31mred  word.\n", select="spacing/run-of-spaces")
    assert "\x1b" not in "".join(row.plain for row in coloured(result, "\x1b[2J.txt"))


def test_line_ends_are_shown_where_they_are_the_change() -> None:
    rows = [row.plain for row in small_diff("one\r\ntwo\n", "one\ntwo\n")]
    assert rows == ["-one␍", "+one", " two"]


def test_lines_removed_are_shown_without_their_ends() -> None:
    assert [row.plain for row in small_diff("one\n\n\ntwo\n", "one\n\ntwo\n")] == [" one", " ", "-", " two"]
