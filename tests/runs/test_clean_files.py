"""`clean_files`: the run of `cleantext fix`, from Python."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest

from cleantext import FileError, OptionError, clean_files

DAMAGED, MENDED = "The stands  smelled the fear.", "The stands smelled the fear."


def lines(*texts: Any) -> str:
    return "".join(json.dumps({"body": it}) + "\n" for it in texts)


def test_files_and_folders_are_repaired(tmp_path: Path) -> None:
    """And the report counts what was done."""
    (tmp_path / "sub").mkdir()
    page, records = tmp_path / "sub/a.txt", tmp_path / "sub/b.jsonl"
    page.write_text(DAMAGED, encoding="utf-8")
    records.write_text(lines(DAMAGED, "ok"), encoding="utf-8")
    report = clean_files([tmp_path], field="body", output_dir=tmp_path.parent / f"{tmp_path.name}-out", jobs=1)
    assert (report.changed, report.edits["spacing/run-of-spaces"], report.tally.records) == (2, 2, 2)
    assert page.read_text(encoding="utf-8") == DAMAGED
    assert clean_files(str(tmp_path), field="body", ignore="spacing", mode="check").changed == 0
    assert clean_files(tmp_path, field="body", mode="check").changed == 2
    assert clean_files(tmp_path, field="body", jobs=2).changed == 2
    assert (page.read_text(encoding="utf-8"), records.read_text(encoding="utf-8")) == (MENDED, lines(MENDED, "ok"))


def test_the_first_failure_ends_the_run(tmp_path: Path) -> None:
    """Unless somebody wants to hear of each."""
    (tmp_path / "a.jsonl").write_text(lines(7, DAMAGED), encoding="utf-8")
    (tmp_path / "b.txt").write_text(DAMAGED, encoding="utf-8")
    with pytest.raises(FileError, match=r"a\.jsonl:1: the field 'body' is a number"):
        clean_files(tmp_path / "a.jsonl", field="body")
    heard: list[str] = []
    report = clean_files(
        [tmp_path, tmp_path / "no"], field="body", on_error=lambda it: heard.append(str(it)), bad_records="keep"
    )
    assert (report.changed, report.failed, report.tally.failed_records) == (2, 1, 1)
    assert [Path(it.split(":")[0]).name for it in heard] == ["no", "a.jsonl"]


def test_without_a_python_to_start_several_processes_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As in a program that was frozen into one file: each would be that program again."""
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    with pytest.raises(OptionError, match="use jobs=1"):
        clean_files(tmp_path, jobs=2)


WRONG: dict[str, tuple[dict[str, Any], type[Exception], str]] = {
    "jobs": ({"jobs": 0}, OptionError, "jobs=0 is not a number of processes"),
    "max_change": ({"max_change": 101}, OptionError, "max_change=101 is not a percentage"),
    "mode": ({"mode": "look"}, OptionError, "mode='look' is not known; use 'write' or 'check'"),
    "encoding": ({"encoding": "utf-9"}, OptionError, "no encoding"),
    "on_error": ({"on_error": "keep"}, TypeError, "on_error= is a function"),
    "backup": ({"backup": ".old", "output_dir": "out"}, OptionError, "backup"),
    "exclude": ({"exclude": ["!"]}, OptionError, "as in .gitignore"),
    "option": ({"selct": "spacing"}, TypeError, "did you mean select="),
}


@pytest.mark.parametrize(("options", "kind", "said"), WRONG.values(), ids=WRONG)
def test_wrong_options_are_told(tmp_path: Path, options: dict[str, Any], kind: type[Exception], said: str) -> None:
    with pytest.raises(kind, match=said):
        clean_files(tmp_path, **options)
