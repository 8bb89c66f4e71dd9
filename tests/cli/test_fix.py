"""`cleantext fix`: folders before and after, and how every way to fail ends."""

from __future__ import annotations

import codecs
import os
import stat
from pathlib import Path
from typing import Any

import pytest

from cleantext.files import FileError
from cleantext.runs import text_file

DAMAGED = "The stands  smelled the fear.\n"
MENDED = "The stands smelled the fear.\n"
SOUND = "Nothing to repair.\n"


def write(folder: Path, files: dict[str, bytes | str]) -> Path:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


def read(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def crlf(text: str) -> str:
    return text.replace("\n", "\r\n")


FORMS = {
    "utf-8": (DAMAGED.encode(), MENDED.encode(), ()),
    "no final line end": (DAMAGED.strip().encode(), MENDED.strip().encode(), ()),
    "crlf": (crlf(DAMAGED).encode(), crlf(MENDED).encode(), ()),
    "cr": (DAMAGED.replace("\n", "\r").encode(), MENDED.replace("\n", "\r").encode(), ()),
    "bom": (codecs.BOM_UTF8 + DAMAGED.encode(), codecs.BOM_UTF8 + MENDED.encode(), ()),
    "utf-16 crlf": (
        codecs.BOM_UTF16_LE + crlf(DAMAGED).encode("utf-16-le"),
        codecs.BOM_UTF16_LE + crlf(MENDED).encode("utf-16-le"),
        (),
    ),
    "utf-32 big": (
        codecs.BOM_UTF32_BE + DAMAGED.encode("utf-32-be"),
        codecs.BOM_UTF32_BE + MENDED.encode("utf-32-be"),
        (),
    ),
    "cp1252": (b"It\x92s  a caf\xe9 by the old sea wall.\n", b"It\x92s a caf\xe9 by the old sea wall.\n", ("cp1252",)),
    "empty": (b"", b"", ()),
    "line separators": (
        "One\N{LINE SEPARATOR}  two and\x85 three  of them.\n".encode(),
        "One\N{LINE SEPARATOR}  two and\x85 three of them.\n".encode(),
        (),
    ),
}


@pytest.mark.parametrize(("before", "after", "encoding"), FORMS.values(), ids=FORMS)
def test_form_of_a_file_stays(fix: Any, tmp_path: Path, before: bytes, after: bytes, encoding: tuple[str, ...]) -> None:
    """Encoding, byte order mark and line ends come back; standard input gives the same bytes as a file."""
    page = write(tmp_path, {"page.txt": before}) / "page.txt"
    options = ("--encoding", *encoding) if encoding else ()
    ran = fix(page, *options)
    assert (ran.code, ran.out, page.read_bytes()) == (0, b"", after)
    assert fix("-", *options, stdin=before).out == after


def test_folder_is_repaired_in_place(fix: Any, tmp_path: Path) -> None:
    """Only texts, only outside hidden folders, only those that need it."""
    write(
        tmp_path,
        {
            "a.txt": DAMAGED,
            "b.md": SOUND,
            "code.py": DAMAGED,
            "sub/c.rst": DAMAGED,
            ".git/d.txt": DAMAGED,
            "image.txt": b"\x89PNG\0\0 a  b c",
        },
    )
    times = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
    inodes = {path: path.stat().st_ino for path in tmp_path.rglob("*")}
    ran = fix(tmp_path)
    assert ran.code == 0
    assert read(tmp_path) == {
        ".git/d.txt": DAMAGED.encode(),
        "a.txt": MENDED.encode(),
        "b.md": SOUND.encode(),
        "code.py": DAMAGED.encode(),
        "image.txt": b"\x89PNG\0\0 a  b c",
        "sub/c.rst": MENDED.encode(),
    }
    untouched = [tmp_path / "b.md", tmp_path / "code.py", tmp_path / "image.txt"]
    assert all((times[it], inodes[it]) == (it.stat().st_mtime_ns, it.stat().st_ino) for it in untouched)
    assert ran.err == (
        f"skipped {tmp_path / 'image.txt'}: holds NUL bytes, so it is binary, or UTF-16 without a byte order mark: "
        "for that, name the encoding utf-16-le or utf-16-be; left as it is\n"
        "spacing/run-of-spaces  2 edits in 2 files\n"
        "2 files changed, 1 unchanged, 1 skipped.\n"
    )
    assert fix(tmp_path).err.endswith("No file changed, 3 unchanged, 1 skipped.\n")


def test_include_chooses_other_files(fix: Any, tmp_path: Path) -> None:
    write(tmp_path, {"a.txt": DAMAGED, "b.html": DAMAGED})
    fix(tmp_path, "--include", "*.html")
    assert read(tmp_path) == {"a.txt": DAMAGED.encode(), "b.html": MENDED.encode()}


def test_output_folder_holds_all_texts(fix: Any, tmp_path: Path) -> None:
    """Unchanged ones too, with their modes, in the layout of the input, which is not touched."""
    pages = write(tmp_path / "pages", {"a.txt": DAMAGED, "sub/b.txt": codecs.BOM_UTF8 + SOUND.encode(), "c.py": "x"})
    (pages / "a.txt").chmod(0o600)
    ran = fix(pages, "--output-dir", tmp_path / "out")
    assert ran.code == 0
    assert read(pages)["a.txt"] == DAMAGED.encode()
    assert read(tmp_path / "out") == {"a.txt": MENDED.encode(), "sub/b.txt": codecs.BOM_UTF8 + SOUND.encode()}
    assert stat.S_IMODE((tmp_path / "out/a.txt").stat().st_mode) == 0o600
    assert fix(pages, "--output-dir", tmp_path / "out").code == 0, "a second run replaces the first"


def test_check_lists_what_would_change(fix: Any, tmp_path: Path) -> None:
    """One path a line on standard output, and nothing is written."""
    write(tmp_path, {"a.txt": DAMAGED, "b.txt": SOUND, "c.txt": DAMAGED})
    before = read(tmp_path)
    ran = fix(tmp_path, "--check", "--output-dir", tmp_path.parent / "out")
    assert (ran.code, ran.text) == (1, f"{tmp_path / 'a.txt'}\n{tmp_path / 'c.txt'}\n")
    assert ran.err.endswith("2 files would be changed, 1 unchanged.\n")
    assert read(tmp_path) == before
    assert not (tmp_path.parent / "out").exists()
    assert fix(tmp_path / "b.txt", "--check").code == 0


def test_diff_prints_what_would_change(fix: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A unified diff, and nothing is written."""
    write(tmp_path, {"a.txt": f"Before.\n{DAMAGED}After.", "b.txt": SOUND})
    monkeypatch.chdir(tmp_path)
    ran = fix("--diff", ".")
    assert ran.code == 1
    assert ran.text == (
        "--- a.txt\n+++ a.txt\n@@ -1,3 +1,3 @@\n Before.\n-The stands  smelled the fear.\n"
        "+The stands smelled the fear.\n After.\n\\ No newline at end of file\n"
    )
    assert read(tmp_path)["a.txt"] == f"Before.\n{DAMAGED}After.".encode()


def test_names_with_odd_characters(fix: Any, tmp_path: Path) -> None:
    """Spaces, controls and bytes that are not UTF-8; a pipe gets the bytes, a message what can be printed."""
    names = [b"caf\xe9.txt", b"with space.txt", b"new\nline.txt", "страница.txt".encode(), b"-.txt", b"[bold]x.txt"]
    for name in names:
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name)).write_text(DAMAGED, encoding="utf-8")
    ran = fix(tmp_path, "--check")
    assert sorted(ran.out.split(os.fsencode(tmp_path) + b"/")[1:]) == sorted(name + b"\n" for name in names)
    assert fix(tmp_path).code == 0
    assert set(read(tmp_path).values()) == {MENDED.encode()}
    broken = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt"))
    broken.write_bytes(b"\xe9")
    assert "caf\\xe9.txt: is not utf-8" in fix(broken).err


def test_link_stays_a_link(fix: Any, tmp_path: Path) -> None:
    """What it points to is repaired."""
    write(tmp_path, {"sub/page": DAMAGED})
    link = tmp_path / "link.txt"
    link.symlink_to("sub/page")
    assert fix(tmp_path).code == 0
    assert link.is_symlink()
    assert (tmp_path / "sub/page").read_text(encoding="utf-8") == MENDED


def test_what_is_no_file_in_a_folder_is_told(fix: Any, tmp_path: Path) -> None:
    """And counted as skipped; a link to a folder is passed by, as the documentation says."""
    write(tmp_path, {"a.txt": SOUND, "sub/b.txt": SOUND})
    (tmp_path / "folder.txt").symlink_to("sub")
    (tmp_path / "gone.txt").symlink_to("nothing")
    (tmp_path / "loop.txt").symlink_to("loop.txt")
    os.mkfifo(tmp_path / "pipe.txt")
    os.mkfifo(tmp_path / "pipe")
    ran = fix(tmp_path)
    assert (ran.code, ran.err.splitlines()) == (
        0,
        [
            f"skipped {tmp_path / 'gone.txt'}: is a link to nothing; left as it is",
            f"skipped {tmp_path / 'loop.txt'}: is a link to nothing; left as it is",
            f"skipped {tmp_path / 'pipe.txt'}: is not an ordinary file; left as it is",
            "No file changed, 2 unchanged, 3 skipped.",
        ],
    )


FAILURES = {
    "not utf-8": ({"bad.txt": b"caf\xe9  noir"}, "bad.txt: is not utf-8: byte 0xe9 in line 1 (offset 3)"),
    "binary, named": ({"bad.txt": b"a  b\0"}, "bad.txt: holds NUL bytes"),
    "missing": ({}, "bad.txt: there is no such file or folder"),
}


@pytest.mark.parametrize(("files", "said"), FAILURES.values(), ids=FAILURES)
def test_one_file_that_fails_does_not_stop_the_others(
    fix: Any, tmp_path: Path, files: dict[str, bytes | str], said: str
) -> None:
    """It is named on standard error and left as it was; the exit code is 2."""
    write(tmp_path, {"a.txt": DAMAGED, "z.txt": DAMAGED, **files})
    ran = fix(tmp_path / "a.txt", tmp_path / "bad.txt", tmp_path / "z.txt")
    assert ran.code == 2
    assert f"cleantext: {tmp_path / said}" in ran.err
    assert ran.err.endswith("2 files changed, 1 failed.\n")
    assert read(tmp_path) == {**files, "a.txt": MENDED.encode(), "z.txt": MENDED.encode()}


def test_a_failure_outweighs_a_find(fix: Any, tmp_path: Path) -> None:
    write(tmp_path, {"a.txt": DAMAGED})
    assert fix(tmp_path / "a.txt", tmp_path / "no.txt", "--check").code == 2


def test_a_repair_that_cannot_be_written_is_told(fix: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As in a folder that is read-only; the edits are not counted."""

    def refuse(file: Any, _text: str, _to: Path | None, **_options: Any) -> None:
        raise FileError(file.path, "cannot be written: Permission denied; left as it is")

    monkeypatch.setattr(text_file, "write_text_file", refuse)
    ran = fix(write(tmp_path, {"a.txt": DAMAGED}))
    refusal = f"cleantext: {tmp_path / 'a.txt'}: cannot be written: Permission denied; left as it is"
    assert (ran.code, ran.err) == (2, f"{refusal}\nNo file changed, 1 failed.\n")


def test_interrupted_run_says_what_was_done(fix: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each file is whole, old or new."""
    write(tmp_path, {"a.txt": DAMAGED, "b.txt": DAMAGED})
    original = text_file.read_text_file

    def stop_at_b(path: Path, encoding: str) -> Any:
        if path.name == "b.txt":
            raise KeyboardInterrupt
        return original(path, encoding)

    monkeypatch.setattr(text_file, "read_text_file", stop_at_b)
    ran = fix(tmp_path)
    assert ran.code == 130
    assert ran.err.endswith("1 file changed. Interrupted.\n")
    assert read(tmp_path) == {"a.txt": MENDED.encode(), "b.txt": DAMAGED.encode()}


STDIN = {
    "repaired": ((), DAMAGED, 0, MENDED),
    "check": (("--check",), DAMAGED, 1, ""),
    "check, sound": (("--check",), SOUND, 0, ""),
    "diff": (
        ("--diff",),
        DAMAGED,
        1,
        f"--- standard input\t\n+++ standard input\t\n@@ -1 +1 @@\n-{DAMAGED}+{MENDED}",
    ),
}


@pytest.mark.parametrize(("options", "text", "code", "out"), STDIN.values(), ids=STDIN)
def test_standard_input(fix: Any, options: tuple[str, ...], text: str, code: int, out: str) -> None:
    """A filter, and its modes."""
    ran = fix("-", *options, stdin=text.encode())
    assert (ran.code, ran.text) == (code, out)


OF_FILES = {
    "--field": "text",
    "--metadata-field": "facts",
    "--edits-field": "edits",
    "--url-field": "url",
    "--bad-records": "keep",
    "--quarantine": "bad",
    "--backup": ".orig",
    "--keep-times": None,
    "--include": "*.txt",
    "--exclude": "*.md",
    "--links": "refuse",
    "--fail-fast": None,
    "--max-change": "50",
    "--resume": None,
    "--journal": "journal",
    "--jobs": "2",
}


@pytest.mark.parametrize(("option", "value"), OF_FILES.items(), ids=OF_FILES)
def test_what_is_said_of_files_is_refused_of_standard_input(fix: Any, option: str, value: str | None) -> None:
    """Rather than passed over: somebody would take the records for repaired, or the text for kept."""
    ran = fix("-", option, *([] if value is None else [value]), stdin=b'{"text": "a  b"}\n')
    assert (ran.code, ran.out) == (2, b"")
    assert f"{option} is said of files; standard input is one plain text" in ran.err


def test_what_is_written_down_of_files_is_no_matter_of_standard_input(
    fix: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(write(tmp_path, {"cleantext.toml": 'backup = ".orig"\nfield = "body"\n'}))
    assert fix("-", stdin=DAMAGED.encode()).text == MENDED


def test_undecodable_standard_input_gives_nothing(fix: Any) -> None:
    ran = fix("-", stdin=b"caf\xe9  noir")
    assert (ran.code, ran.out) == (2, b"")
    assert "standard input: is not utf-8" in ran.err


USAGE = {
    "no path": ((), "Missing argument 'PATH...'"),
    "standard input and a file": (("-", "a.txt"), "- stands alone"),
    "standard input into a folder": (("-", "--output-dir", "out"), "--output-dir is said of files"),
    "unknown rule": (("a.txt", "--ignore", "spacing/no-such"), "'spacing/no-such' is no rule and no stage"),
    "unknown language": (("a.txt", "--lang", "english"), "lang='english' names no language"),
    "unknown encoding": (("a.txt", "--encoding", "utf-9"), "'utf-9' is no encoding"),
    "encoding of host names": (("a.txt", "--encoding", "idna"), "'idna' is no encoding"),
    "unknown profile": (("a.txt", "--profile", "strict"), "Invalid value for '--profile'"),
    "output folder is a file": (("a.txt", "--output-dir", "a.txt"), "a.txt: is a file"),
    "output inside input": ((".", "--output-dir", "out"), "out: lies inside the input ."),
    "same output twice": (("sub", "sub2", "--output-dir", "../out"), "would be the output of both"),
    "report over an input": (("a.txt", "--report", "a.txt"), "a.txt: would overwrite the input a.txt"),
    "page of edits over an input": ((".", "--report-html", "sub/x.txt"), "would overwrite the input sub/x.txt"),
    "journal over an input": (("a.txt", "--journal", "./a.txt"), "a.txt: would overwrite the input a.txt"),
    "journal over another file": (("a.txt", "--journal", "sub/x.txt"), "sub/x.txt: is there, and is no journal"),
    "backup elsewhere": (("a.txt", "--backup", "/old"), "--backup '/old' leads to another folder"),
    "two fields of one name": (
        ("a.txt", "--metadata-field", "x", "--edits-field", "x"),
        "cannot both be the field 'x'",
    ),
    "rules that are not there": (("a.txt", "--rules", "no-such"), "no-such: there is no such folder of rules"),
}


@pytest.mark.parametrize(("args", "said"), USAGE.values(), ids=USAGE)
def test_usage_errors(
    fix: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, args: tuple[str, ...], said: str
) -> None:
    """Exit code 2, one message, and nothing is written."""
    files = {"a.txt": DAMAGED, "sub/x.txt": DAMAGED, "sub2/x.txt": DAMAGED}
    monkeypatch.chdir(write(tmp_path, files))
    ran = fix(*args)
    assert (ran.code, ran.out) == (2, b"")
    assert said in ran.err
    assert read(tmp_path) == {name: text.encode() for name, text in files.items()}


def test_quiet_says_nothing(fix: Any, tmp_path: Path) -> None:
    write(tmp_path, {"a.txt": DAMAGED, "b.txt": b"\0"})
    ran = fix(tmp_path, "--quiet")
    assert (ran.code, ran.out, ran.err) == (0, b"", "")


def test_nothing_found_is_told(fix: Any, tmp_path: Path) -> None:
    ran = fix(tmp_path)
    assert (ran.code, ran.err) == (0, "No text files found.\n")


@pytest.mark.parametrize("names", ["", " , "], ids=repr)
def test_no_rule_selected_is_not_all_of_them(run: Any, names: str) -> None:
    ran = run("fix", "-", "--select", names, stdin=DAMAGED.encode())
    assert (ran.code, ran.out) == (2, b"")
    assert "'--select': it names no rule" in ran.err


def test_names_are_split_at_commas(run: Any) -> None:
    """`--ignore a,b --ignore c` is three names."""
    ran = run("fix", "-", "--select", "spacing,encoding", "--ignore", "spacing/run-of-spaces", stdin=DAMAGED.encode())
    assert ran.text == DAMAGED


FAULTY = """
summary = "Some fault."
why = "A test."
pattern = '(a'
replacment = "b"
"""


def test_all_faults_of_rule_files_are_listed(fix: Any, tmp_path: Path) -> None:
    """Nothing is repaired with half of the rules."""
    write(tmp_path, {"rules/spacing/one.toml": FAULTY, "rules/spacing/two.toml": "summary = 1", "a.txt": DAMAGED})
    ran = fix(tmp_path / "a.txt", "--rules", tmp_path / "rules")
    assert ran.code == 2
    assert f"{tmp_path / 'rules/spacing/one.toml'}:5: unknown key 'replacment'; did you mean 'replacement'?" in ran.err
    assert f"{tmp_path / 'rules/spacing/one.toml'}:4: the pattern does not compile" in ran.err
    assert f"{tmp_path / 'rules/spacing/two.toml'}:1: 'summary' must be a string" in ran.err
    assert (tmp_path / "a.txt").read_text(encoding="utf-8") == DAMAGED


def test_rules_of_ones_own(run: Any, tmp_path: Path) -> None:
    """A folder of rules joins the library's."""
    rule = 'summary = "A."\nwhy = "B."\n[table]\ncolour = "color"\n[[changes]]\nbefore="colour"\nafter="color"\n'
    write(tmp_path, {"rules/spacing/color.toml": rule + '[[keeps]]\ntext="colours"\nwhy="another word"\n'})
    ran = run("fix", "-", "--rules", tmp_path / "rules", "--select", "spacing/color", stdin=b"The colour.")
    assert (ran.code, ran.text) == (0, "The color.")
    assert ran.err == "spacing/color  1 edit in 1 file\n1 file changed.\n"


CZECH = "Příliš  mnoho lidí čekalo na přívoz, který přišel až těsně před půlnocí a už nikoho nevzal.\r\n"


@pytest.mark.parametrize("encoding", ["cp1250", "iso8859-2", "utf-8", "utf-16"])
def test_auto_finds_the_encoding_and_keeps_it(fix: Any, tmp_path: Path, encoding: str) -> None:
    """A repaired file is in the encoding that it was in, with its line ends and its byte order mark."""
    file = tmp_path / "a.txt"
    file.write_bytes(CZECH.encode(encoding))
    assert fix(file, "--encoding", "auto").code == 0
    assert file.read_bytes() == CZECH.replace("  ", " ").encode(encoding)


def test_a_name_outweighs_what_the_bytes_tell(fix: Any) -> None:
    raw = CZECH.encode("cp1250")
    assert fix("-", "--encoding", "cp1252", stdin=raw).out == raw.replace(b"  ", b" ")


def test_auto_refuses_what_is_not_certain(fix: Any, tmp_path: Path) -> None:
    """Rather than guess; the file stays, and the message says what to do."""
    file = tmp_path / "a.txt"
    file.write_bytes(b"caf\xe9  noir\n")
    ran = fix(file, "--encoding", "auto")
    assert ran.code == 2
    assert "most likely encoding is cp1252" in ran.err
    assert "--encoding" in ran.err
    assert file.read_bytes() == b"caf\xe9  noir\n"


def test_auto_knows_binary_files(fix: Any, tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(b"\x89PNG\r\n\x00\x00\x01\xff")
    assert "holds NUL bytes" in fix(file, "--encoding", "auto").err
