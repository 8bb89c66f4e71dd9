"""`cleantext fix` on files of records: the field is repaired, all else stays, and what fails is told with its line."""

from __future__ import annotations

import gc
import gzip
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import zstandard

from cleantext import Cleaner
from cleantext.runs import Audience, Orders, Run, Settings
from cleantext.runs import run as run_module
from cleantext.workers import crew

DAMAGED, MENDED = "The stands  smelled the fear.", "The stands smelled the fear."


def lines(*texts: str | None, **more: Any) -> bytes:
    return b"".join(json.dumps({"id": n, "text": it, **more}).encode() + b"\n" for n, it in enumerate(texts))


def write(folder: Path, files: dict[str, bytes]) -> Path:
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    return folder


def read(folder: Path) -> dict[str, bytes]:
    return {it.relative_to(folder).as_posix(): it.read_bytes() for it in sorted(folder.rglob("*")) if it.is_file()}


def wet(text: str) -> bytes:
    body = text.encode()
    return b"WARC/1.0\r\nWARC-Type: conversion\r\nContent-Length: %d\r\n\r\n%b\r\n\r\n" % (len(body), body)


FILES = {
    "a.jsonl": (lines(DAMAGED, "ok"), lines(MENDED, "ok")),
    "b.ndjson.gz": (gzip.compress(lines(DAMAGED)), lines(MENDED)),
    "c.jsonl.zst": (zstandard.compress(lines(DAMAGED)), lines(MENDED)),
    "d.csv": (f'id;text\r\n1;"{DAMAGED}"\r\n2;ok\r\n'.encode(), f'id;text\r\n1;"{MENDED}"\r\n2;ok\r\n'.encode()),
    "e.tsv": (f"text\tid\n{DAMAGED}\t1".encode(), f"text\tid\n{MENDED}\t1".encode()),
    "f.warc.wet.gz": (gzip.compress(wet(DAMAGED)), wet(MENDED)),
}


def unpacked(name: str, raw: bytes) -> bytes:
    if name.endswith(".gz"):
        return gzip.decompress(raw)
    return zstandard.ZstdDecompressor().decompressobj().decompress(raw) if name.endswith(".zst") else raw


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize("streamed", [0, 1 << 30], ids=["streamed", "whole"])
def test_every_format_in_place(
    fix: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, jobs: int, streamed: int
) -> None:
    """On one process or several, records shared out or files; a second run finds nothing to do, and touches nothing."""
    monkeypatch.setattr(run_module, "STREAMED", streamed)
    write(tmp_path, {name: before for name, (before, _) in FILES.items()})
    pq.write_table(pa.table({"text": [DAMAGED, None]}), tmp_path / "g.parquet")
    ran = fix(tmp_path, "--field", "text", "--jobs", jobs)
    assert (ran.code, ran.err.splitlines()[-1]) == (0, "7 files changed. Of 10 records, 7 changed.")
    after = read(tmp_path)
    assert pq.read_table(tmp_path / "g.parquet").column("text").to_pylist() == [MENDED, None]
    assert {name: unpacked(name, after[name]) for name in FILES} == {
        name: mended for name, (_, mended) in FILES.items()
    }
    inodes = {name: (tmp_path / name).stat().st_ino for name in after}
    assert fix(tmp_path, "--field", "text", "--jobs", jobs).err.startswith("No file changed, 7 unchanged.")
    assert {name: (tmp_path / name).stat().st_ino for name in after} == inodes


def test_folders_give_records_only_where_a_field_is_named(fix: Any, tmp_path: Path) -> None:
    """A table among one's pages may be anything; a file named is meant."""
    write(tmp_path, {"a.jsonl": lines(DAMAGED), "b.txt": b"ok"})
    assert fix(tmp_path).err == "No file changed, 1 unchanged.\n"
    assert fix(tmp_path / "a.jsonl").err.endswith("1 file changed. Of 1 record, 1 changed.\n")


def test_output_folder_holds_copies(fix: Any, tmp_path: Path) -> None:
    pages = write(tmp_path / "pages", {"sub/a.jsonl": lines(DAMAGED), "b.jsonl": lines("ok")})
    assert fix(pages, "--field", "text", "--output-dir", tmp_path / "out").code == 0
    assert read(tmp_path / "out") == {"sub/a.jsonl": lines(MENDED), "b.jsonl": lines("ok")}
    assert read(pages) == {"sub/a.jsonl": lines(DAMAGED), "b.jsonl": lines("ok")}


def test_check_and_diff_write_nothing(fix: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A diff names the record by its line."""
    monkeypatch.chdir(write(tmp_path, {"a.jsonl": lines("ok", DAMAGED)}))
    ran = fix("--check", "a.jsonl")
    assert (ran.code, ran.text) == (1, "a.jsonl\n")
    ran = fix("--diff", "a.jsonl")
    assert ran.code == 1
    assert ran.text.startswith("--- a.jsonl:2\n+++ a.jsonl:2\n@@ -1 +1 @@\n-The stands  smelled")
    assert read(tmp_path) == {"a.jsonl": lines("ok", DAMAGED)}


def test_several_fields_and_nested_ones(fix: Any, tmp_path: Path) -> None:
    write(tmp_path, {"a.jsonl": lines(DAMAGED, page={"title": DAMAGED})})
    assert fix(tmp_path / "a.jsonl", "--field", "text", "--field", "page.title").code == 0
    assert (tmp_path / "a.jsonl").read_bytes() == lines(MENDED, page={"title": MENDED})


def test_facts_and_edits_become_fields(run: Any, tmp_path: Path) -> None:
    """Of every record, also of those that need no repair."""
    text = "By Anna Moreau\n\nThe ferry  left the old harbour at noon, as it had done on every day since the war ended."
    write(tmp_path, {"a.jsonl": lines(text, "ok")})
    select = ("--select", "spacing/run-of-spaces")
    assert run("fix", *select, tmp_path / "a.jsonl", "--metadata-field", "facts", "--edits-field", "edits").code == 0
    first, second = map(json.loads, (tmp_path / "a.jsonl").read_bytes().splitlines())
    start = text.index("  ")
    assert first["edits"] == [
        {
            "field": "text",
            "rule": "spacing/run-of-spaces",
            "start": start,
            "end": start + 2,
            "before": "  ",
            "after": " ",
        }
    ]
    assert (first["facts"], second["facts"], second["edits"]) == ({}, {}, [])
    again = run("fix", *select, tmp_path / "a.jsonl", "--metadata-field", "facts")
    assert again.code == 2
    assert f"{tmp_path / 'a.jsonl'}: line 1 has a field 'facts' already" in again.err
    away = ("--quarantine", tmp_path / "away")
    assert run("fix", *select, tmp_path / "a.jsonl", "--metadata-field", "facts", *away).code == 2
    assert len((tmp_path / "a.jsonl").read_bytes().splitlines()) == 2, "no record is at fault"


BAD = lines(DAMAGED) + b'{"text":7}\n' + lines(DAMAGED) + b"{\n"


def test_a_record_that_fails_fails_its_file(fix: Any, tmp_path: Path) -> None:
    """It is named by its line; the file is left as it is, others are done."""
    write(tmp_path, {"a.jsonl": BAD, "b.jsonl": lines(DAMAGED)})
    ran = fix(tmp_path, "--field", "text")
    assert ran.code == 2
    assert f"cleantext: {tmp_path / 'a.jsonl'}:2: the field 'text' is a number, not a string; name others" in ran.err
    assert read(tmp_path) == {"a.jsonl": BAD, "b.jsonl": lines(MENDED)}


@pytest.mark.parametrize("streamed", [0, 1 << 30], ids=["streamed", "whole"])
def test_bad_records_can_be_kept(fix: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, streamed: int) -> None:
    """Each is told; the others are repaired."""
    monkeypatch.setattr(run_module, "STREAMED", streamed)
    write(tmp_path, {"a.jsonl": BAD})
    ran = fix(tmp_path / "a.jsonl", "--bad-records", "keep", "--jobs", 2)
    assert ran.code == 2
    assert [line.split(": ")[1] for line in ran.err.splitlines()[:2]] == [f"{tmp_path / 'a.jsonl'}:{n}" for n in (2, 4)]
    assert ran.err.endswith("1 file changed. Of 4 records, 2 changed, 2 failed.\n")
    assert (tmp_path / "a.jsonl").read_bytes() == BAD.replace(DAMAGED.encode(), MENDED.encode())


def test_quarantine_takes_bad_records_with_the_reason(fix: Any, tmp_path: Path) -> None:
    """They leave the file; nothing in a quarantine is ever lost, and nothing stands there twice."""
    pages = write(tmp_path / "pages", {"sub/a.jsonl": BAD, "b.txt": b"caf\xe9"})
    away = tmp_path / "away"
    assert fix(pages, "--field", "text", "--quarantine", away).code == 2
    assert read(pages)["sub/a.jsonl"] == lines(MENDED) * 2
    told = [json.loads(line) for line in (away / "sub/a.jsonl.quarantine.jsonl").read_bytes().splitlines()]
    assert [(it["line"], it["record"]) for it in told] == [(2, '{"text":7}\n'), (4, "{\n")]
    assert told[0]["reason"].startswith("the field 'text' is a number")
    assert json.loads((away / "b.txt.quarantine.jsonl").read_bytes())["reason"].startswith("is not utf-8")
    write(pages, {"sub/a.jsonl": BAD + b"\xff\n"})
    assert fix(pages, "--field", "text", "--quarantine", away).code == 2
    told = [json.loads(line) for line in (away / "sub/a.jsonl.quarantine.jsonl").read_bytes().splitlines()]
    assert [it["line"] for it in told] == [2, 4, 5]
    assert told[2]["base64"] == "/wo="


def test_a_file_that_lacks_the_field_is_told(fix: Any, tmp_path: Path) -> None:
    write(tmp_path, {"a.csv": b"id,body\n1,a\n", "b.jsonl.gz": gzip.compress(lines(DAMAGED))[:-4]})
    ran = fix(tmp_path / "a.csv", tmp_path / "b.jsonl.gz")
    assert ran.code == 2
    assert "a.csv: has no column 'text', but 'id', 'body'; name others with --field; left as it is" in ran.err
    assert "b.jsonl.gz: its gzip bytes are damaged or cut off" in ran.err


def test_a_missing_extra_is_named(fix: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "zstandard", None)
    write(tmp_path, {"c.jsonl.zst": FILES["c.jsonl.zst"][0]})
    ran = fix(tmp_path / "c.jsonl.zst")
    assert ran.code == 2
    assert (
        "files that end in .zst need the extra 'zstd': pip install 'cleantext-repair[zstd]'; left as it is" in ran.err
    )


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_runaway_rule_is_stopped(run: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, jobs: int) -> None:
    """A file that is under way is left as it is, and no other is begun."""
    monkeypatch.setattr(run_module, "STREAMED", 0)
    monkeypatch.setattr(crew, "SHARD_ITEMS", 16)
    rules = write(tmp_path / "rules", {"spacing/eater.toml": EATER})
    before = {"a.jsonl": lines(*["a quiet harbour " * 20] * 2_000), "b.jsonl": lines("harbour")}
    pages = write(tmp_path / "pages", before)
    ran = run(
        "fix", pages, "--rules", rules, "--select", "spacing/eater", "--field", "text", "--max-change", 20, "-j", jobs
    )
    assert ran.code == 2
    assert "% of 1" in ran.err
    assert "most edits are by spacing/eater" in ran.err
    assert ran.err.endswith("Stopped: too much would change.\n")
    assert read(pages) == before
    assert (
        run("fix", pages, "--rules", rules, "--select", "spacing/eater", "--field", "text", "--max-change", 50).code
        == 0
    )


EATER = b"""
summary = "A word that is eaten."
why = "To see that a run stops."
pattern = 'harbour'
replacement = 'x'

[[changes]]
before = "a harbour"
after = "a x"

[[keeps]]
text = "a port"
why = "another word"
"""


def test_deadly_record_is_told_by_its_line(fix: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And costs no other; the crew is ready for the next file."""
    monkeypatch.setattr(run_module, "STREAMED", 0)
    write(tmp_path, {"deadly/sitecustomize.py": DEADLY})
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(tmp_path / "deadly"), *filter(None, sys.path)]))
    pages = write(tmp_path / "pages", {"a.jsonl": lines(DAMAGED, "deadly  one", DAMAGED), "b.jsonl": lines(DAMAGED)})
    ran = fix(pages, "--field", "text", "--bad-records", "keep", "--jobs", 2)
    assert ran.code == 2
    assert (
        f"{pages / 'a.jsonl'}:2: the process that repaired it, and then another on it alone, was killed by" in ran.err
    )
    assert read(pages) == {"a.jsonl": lines(MENDED, "deadly  one", MENDED), "b.jsonl": lines(MENDED)}


DEADLY = b"""
import os, sys
if sys.argv[:1] == ["-c"]:
    from cleantext import Cleaner
    edited = Cleaner.edited
    def deadly(self, text, **hints):
        if "deadly" in text:
            os.kill(os.getpid(), 9)
        return edited(self, text, **hints)
    Cleaner.edited = deadly
"""


def test_backup_times_links_and_excludes(fix: Any, tmp_path: Path) -> None:
    """The first backup is the oldest, and stays."""
    write(tmp_path, {"a.jsonl": lines(DAMAGED), "b.txt": DAMAGED.encode(), "drafts/c.txt": DAMAGED.encode()})
    (tmp_path / "link.txt").symlink_to("b.txt")
    os.utime(tmp_path / "b.txt", ns=(7, 7))
    options = ("--field", "text", "--backup", ".old", "--keep-times", "--exclude", "drafts/", "--links", "refuse")
    assert fix(tmp_path, *options).code == 0
    after = read(tmp_path)
    assert after["b.txt.old"] == after["drafts/c.txt"] == DAMAGED.encode()
    assert (after["a.jsonl"], after["a.jsonl.old"]) == (lines(MENDED), lines(DAMAGED))
    assert (tmp_path / "b.txt").stat().st_mtime_ns == 7
    (tmp_path / "b.txt").write_bytes(b"Another  one.")
    assert fix(tmp_path / "b.txt", "--backup", ".old").code == 0
    assert read(tmp_path)["b.txt.old"] == DAMAGED.encode()
    ran = fix(tmp_path / "link.txt", "--links", "refuse")
    assert (ran.code, "is a symbolic link, and links are refused" in ran.err) == (2, True)


@pytest.mark.parametrize("jobs", [1, 2])
def test_progress_of_a_large_file_is_told_as_it_goes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, jobs: int
) -> None:
    """In bytes read, all of them in the end."""
    monkeypatch.setattr(run_module, "STREAMED", 0)
    write(tmp_path, {"a.jsonl": lines(*["ok"] * 30_000), "b.jsonl": lines("ok"), "c.txt": b"ok"})
    told: list[int] = []

    class Listener(Audience):
        def advance(self, size: int) -> None:
            told.append(size)

    orders = Orders(Cleaner(select="spacing/run-of-spaces"), mode="check")
    Run(Settings([tmp_path], orders, records=True, jobs=jobs), Listener()).go()
    assert sum(told) == sum(it.stat().st_size for it in tmp_path.iterdir())
    assert len([size for size in told if size]) > 4


@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM], ids=lambda it: it.name)
@pytest.mark.parametrize("jobs", [1, 2])
def test_interrupt_leaves_a_large_file_whole(tmp_path: Path, jobs: int, sent: signal.Signals) -> None:
    """As it was, and nothing beside it; a terminal sends one signal, who stops containers and services the other."""
    write(tmp_path, {"a.jsonl": lines(*[DAMAGED * 200] * 4_000)})
    before = read(tmp_path)
    command = [sys.executable, "-m", "cleantext", "fix", "--select", "spacing", "--jobs", str(jobs), str(tmp_path)]
    command += ["--field", "text"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, start_new_session=True) as process:
        deadline = time.monotonic() + 60
        while not any(tmp_path.glob(".cleantext-*")) and time.monotonic() < deadline:
            time.sleep(0.01)
        time.sleep(0.5)
        os.killpg(process.pid, sent)
        said = process.communicate(timeout=60)[1].decode()
    assert (process.returncode, said) == (130, "No file changed. Interrupted.\n")
    assert read(tmp_path) == before


def test_fail_fast_stops_at_the_first_failure(fix: Any, tmp_path: Path) -> None:
    write(tmp_path, {"a.txt": b"caf\xe9", "b.txt": DAMAGED.encode()})
    ran = fix(tmp_path, "--fail-fast", "--jobs", 1)
    assert (ran.code, ran.err.splitlines()[-1]) == (2, "Stopped: a file failed.")
    assert read(tmp_path)["b.txt"] == DAMAGED.encode()


def test_report_tells_all_as_json(fix: Any, tmp_path: Path) -> None:
    pages = write(tmp_path / "pages", {"a.jsonl": BAD, "b.txt": DAMAGED.encode(), "c.txt": b"caf\xe9", "d.txt": b"ok"})
    ran = fix(pages, "--field", "text", "--bad-records", "keep", "--report", tmp_path / "report.json")
    assert ran.code == 2
    told = json.loads((tmp_path / "report.json").read_bytes())
    assert told["files"] == {"changed": 2, "unchanged": 1, "done_before": 0, "skipped": 0, "failed": 1}
    assert told["records"] == {"read": 4, "changed": 2, "failed": 2}
    assert told["edits"] == {"spacing/run-of-spaces": {"edits": 3, "files": 2}}
    assert told["characters"]["changed"] == 6
    assert [(Path(it["file"]).name, it.get("line")) for it in told["failures"]] == [
        ("a.jsonl", 2),
        ("a.jsonl", 4),
        ("c.txt", None),
    ]


ABORTED = {
    "jsonl.gz": gzip.compress(BAD),
    "jsonl.zst": zstandard.compress(BAD),
    "jsonl": BAD,
    "csv": b"text\na  b\n1,2,3\n",
}


@pytest.mark.parametrize("name", ABORTED)
def test_a_file_given_up_halfway_leaves_nothing_behind(fix: Any, tmp_path: Path, name: str) -> None:
    """Neither beside it nor in memory that would be written later."""
    write(tmp_path, {f"a.{name}": ABORTED[name]})
    assert fix(tmp_path / f"a.{name}").code == 2
    gc.collect()
    assert read(tmp_path) == {f"a.{name}": ABORTED[name]}


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no limits of resources")
@pytest.mark.parametrize("name", ["a.jsonl", "a.jsonl.gz", "a.jsonl.zst", "a.parquet"])
def test_a_file_that_does_not_fit_on_the_disk_is_told(tmp_path: Path, name: str) -> None:
    """And left as it is; a limit on the size of files stands for the disk."""
    texts = [DAMAGED + os.urandom(3_000).hex() for _ in range(50)]
    if name == "a.parquet":
        pq.write_table(pa.table({"text": texts}), tmp_path / name)
    else:
        packed = {".gz": gzip.compress, ".zst": zstandard.compress}.get(Path(name).suffix, bytes)
        write(tmp_path, {name: packed(lines(*texts))})
    before = read(tmp_path)
    limited = f"import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000)); {PROGRAM}"
    ran = subprocess.run(
        [sys.executable, "-c", limited, "fix", "--select", "spacing/run-of-spaces", str(tmp_path / name)],
        capture_output=True,
        text=True,
    )
    assert ran.returncode == 2
    assert f"cleantext: {tmp_path / name}: cannot be written: " in ran.stderr
    assert "Traceback" not in ran.stderr
    assert "ignored" not in ran.stderr
    assert read(tmp_path) == before


PROGRAM = "from cleantext.cli.main import main; main()"


def test_tables_of_unknown_encoding_are_read_as_utf_8(fix: Any, tmp_path: Path) -> None:
    """They are read row by row, so that nothing can tell the encoding of the whole."""
    table = tmp_path / "table.csv"
    table.write_bytes("id,text\n1,caf\u00e9  noir\n".encode())
    assert fix("--encoding", "auto", "--field", "text", table).code == 0
    assert table.read_bytes() == "id,text\n1,caf\u00e9 noir\n".encode()


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_each_record_is_cleaned_as_a_page_of_its_own_site(
    run: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, jobs: str
) -> None:
    """In one process and in several; an address that is none helps nothing and hurts nothing."""
    page = (
        "A ferry in the fog - ExBulletin\n\nThe ferry left the harbour at nine, and by noon it was among the islands."
    )
    urls = ["https://exbulletin.com/1", "https://example.com/1", None, "http://[", "\ud800"]
    text = "".join(json.dumps({"text": page, "url": url}) + "\n" for url in urls)
    write(tmp_path, {"a.jsonl": text.encode()})
    monkeypatch.setattr(run_module, "STREAMED", 1)
    assert run("fix", "--jobs", jobs, "--url-field", "url", tmp_path / "a.jsonl").code == 0
    done = [json.loads(line)["text"] for line in (tmp_path / "a.jsonl").read_text().splitlines()]
    assert done == [Cleaner().clean(page, **({"url": url} if url else {})) for url in urls]
    assert done[0] != done[1]
