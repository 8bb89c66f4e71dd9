"""What `where_used.py` measures with measures right, and every use that needs no engine gives what `clean` gives."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from cpu import RunFailedError, measured
from where_used import MIXES, Bench, pages_of

BUSY = "import time\nwhile time.process_time() < {seconds}: pass"
ORPHAN = f"import subprocess, sys; subprocess.Popen([sys.executable, '-c', {BUSY.format(seconds=1)!r}])"
"""Leaves a process behind that works on."""

WAITING = f"{ORPHAN}; {BUSY.format(seconds=1.5)}".replace("; import", "\nimport")


def test_processes_of_processes_count(tmp_path: Path) -> None:
    cost = measured([sys.executable, "-c", WAITING], tmp_path)
    assert 2 < cost.processor < 3.5
    assert cost.clock > 1


def test_a_process_that_fails_is_told(tmp_path: Path) -> None:
    with pytest.raises(RunFailedError, match="no pages"):
        measured([sys.executable, "-c", "import sys; sys.exit('no pages')"], tmp_path)


def test_what_comes_out_is_what_clean_gives(tmp_path: Path) -> None:
    pages = pages_of(20, None)
    assert len(pages) == 20
    assert len(set(pages)) == 20
    bench = Bench(tmp_path, pages)
    bare = bench.bare()
    uses = [bench.folder(), bench.json_lines(), bench.pool()]
    assert [use.name for use in uses] == ["folder", "json lines", "clean_many"]
    assert all(use.right for use in uses)
    assert all(use.processor > 0 and use.clock > 0 for use in [bare, *uses])
    assert len(MIXES) * 1000 < bench.size * 1e6 < 20 * 12_000


def test_a_text_that_is_not_what_it_should_be_is_seen(tmp_path: Path) -> None:
    bench = Bench(tmp_path, pages_of(16, None))
    bench.bare()
    (tmp_path / "parquet/0.parquet").write_bytes((tmp_path / "parquet/1.parquet").read_bytes())
    assert not bench.pool().right
