"""Writing keeps what a file was, or leaves it as it was."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import Any

import pytest

from cleantext.files import FileError, read_text_file, write_text_file


@pytest.fixture
def modes_count(tmp_path: Path) -> None:
    """Skip where root, or the file system, does not care for modes."""
    probe = tmp_path / "probe"
    probe.touch(0o000)
    if os.access(probe, os.R_OK):
        pytest.skip("who runs this may read and write everything")
    probe.unlink()


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.txt"
    path.write_bytes(b"a  b\r\n")
    return path


@pytest.mark.parametrize("mode", [0o600, 0o644, 0o664, 0o755], ids=oct)
def test_mode_stays(page: Path, mode: int) -> None:
    page.chmod(mode)
    write_text_file(read_text_file(page), "a b\r\n")
    assert page.read_bytes() == b"a b\r\n"
    assert stat.S_IMODE(page.stat().st_mode) == mode


def test_a_link_is_written_through_and_stays(page: Path, tmp_path: Path) -> None:
    """Also over several links in other folders."""
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub/middle.txt").symlink_to("../page.txt")
    link = tmp_path / "link.txt"
    link.symlink_to("sub/middle.txt")
    write_text_file(read_text_file(link), "a b\r\n")
    assert link.is_symlink()
    assert (tmp_path / "sub/middle.txt").is_symlink()
    assert page.read_bytes() == b"a b\r\n"


def test_another_path_leaves_the_file(page: Path, tmp_path: Path) -> None:
    """Its folders are made; the mode is that of the file."""
    page.chmod(0o640)
    target = tmp_path / "out/deep/page.txt"
    write_text_file(read_text_file(page), "a b\r\n", target)
    assert (page.read_bytes(), target.read_bytes()) == (b"a  b\r\n", b"a b\r\n")
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


CHANGES = {
    "longer": lambda page: page.write_bytes(b"a  b and more\r\n"),
    "same size, another time": lambda page: os.utime(page, ns=(1, 1)),
    "gone": lambda page: page.unlink(),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_file_that_changed_meanwhile_is_not_written(page: Path, change: Any) -> None:
    """Someone else's work is worth more than ours."""
    file = read_text_file(page)
    change(page)
    then = page.read_bytes() if page.exists() else None
    with pytest.raises(FileError, match=r"was changed by someone else|cannot be written: No such file"):
        write_text_file(file, "a b\r\n")
    assert (page.read_bytes() if page.exists() else None) == then
    assert [it.name for it in page.parent.iterdir() if it.name.startswith(".cleantext")] == []


def test_a_failure_leaves_no_temporary_file(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The disk is full, say."""

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    file = read_text_file(page)
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(FileError, match="cannot be written: No space left on device; left as it is"):
        write_text_file(file, "a b\r\n")
    assert page.read_bytes() == b"a  b\r\n"
    assert list(page.parent.iterdir()) == [page]


def test_what_the_encoding_cannot_hold_leaves_the_file(page: Path) -> None:
    file = read_text_file(page, "latin-1")
    with pytest.raises(FileError, match="cannot hold"):
        write_text_file(file, "“a b”")
    assert page.read_bytes() == b"a  b\r\n"


def test_a_read_only_file_is_not_replaced(page: Path) -> None:
    """The folder would allow it, and the system does where root asks; who took the right away had a reason."""
    page.chmod(0o444)
    with pytest.raises(FileError, match="is read-only"):
        write_text_file(read_text_file(page), "a b\r\n")
    assert page.read_bytes() == b"a  b\r\n"


@pytest.mark.usefixtures("modes_count")
def test_a_read_only_folder_is_told(page: Path) -> None:
    page.parent.chmod(0o555)
    try:
        with pytest.raises(FileError, match="cannot be written: Permission denied"):
            write_text_file(read_text_file(page), "a b\r\n")
    finally:
        page.parent.chmod(0o755)


@pytest.mark.usefixtures("modes_count")
def test_an_unreadable_file_is_told(page: Path) -> None:
    page.chmod(0)
    with pytest.raises(FileError, match="cannot be read: Permission denied"):
        read_text_file(page)


UNREADABLE = {
    "a folder": (lambda path: path.mkdir(), "is a folder; name a file in it"),
    "a pipe": (lambda path: os.mkfifo(path), "is not an ordinary file"),
    "a loop of links": (lambda path: path.symlink_to(path.name), "cannot be read: Too many levels"),
    "nothing": (lambda _path: None, "cannot be read: No such file"),
}


@pytest.mark.parametrize(("make", "said"), UNREADABLE.values(), ids=UNREADABLE)
def test_what_is_no_file_is_told(tmp_path: Path, make: Any, said: str) -> None:
    """And none of them is waited for."""
    path = tmp_path / "page.txt"
    make(path)
    with pytest.raises(FileError, match=said):
        read_text_file(path)
