"""Files are found in the same order everywhere, and what is missing is told among them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from cleantext.files import FileError, Found, find_files, said

NAMES = (
    "a.txt", "B.TXT", "c.md", "c.py", "noext", ".hidden.txt", "sub/d.rst", "sub/deep/e.markdown", "sub/f.text",
    ".git/g.txt", "sub/.cache/h.txt", "z/page.html", "z/sub/page.html",
)  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in NAMES:
        path = tmp_path / "pages" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x", encoding="utf-8")
    return tmp_path / "pages"


def below(folder: Path, *paths: Path, include: tuple[str, ...] = ()) -> list[str]:
    return [it.path.relative_to(folder).as_posix() for it in find_files(paths or (folder,), include)]


def test_folders_give_their_texts_in_order(folder: Path) -> None:
    """Text suffixes in any case, any depth, no hidden folder."""
    assert below(folder) == [
        ".hidden.txt", "B.TXT", "a.txt", "c.md", "sub/d.rst", "sub/deep/e.markdown", "sub/f.text",
    ]  # fmt: skip


INCLUDES = {
    "a suffix": (("*.py",), ["c.py"]),
    "two globs": (("*.py", "noext"), ["c.py", "noext"]),
    "at any depth": (("*.html",), ["z/page.html", "z/sub/page.html"]),
    "with its folder": (("z/sub/*",), ["z/sub/page.html"]),
    "nothing": (("*.rtf",), []),
}


@pytest.mark.parametrize(("include", "names"), INCLUDES.values(), ids=INCLUDES)
def test_include_replaces_the_usual_suffixes(folder: Path, include: tuple[str, ...], names: list[str]) -> None:
    assert below(folder, include=include) == names


def test_files_named_are_always_taken(folder: Path) -> None:
    """Whatever their suffix, and in hidden folders too."""
    assert below(folder, folder / "c.py", folder / ".git/g.txt") == ["c.py", ".git/g.txt"]


def test_a_hidden_folder_named_is_searched(folder: Path) -> None:
    assert below(folder, folder / ".git") == [".git/g.txt"]


def test_each_file_comes_once(folder: Path) -> None:
    """In the place where it was met first."""
    assert below(folder, folder / "a.txt", folder, folder / "sub" / ".." / "a.txt")[:2] == ["a.txt", ".hidden.txt"]
    assert below(folder, folder / "a.txt", folder / "sub" / ".." / "a.txt") == ["a.txt"]


def test_place_below_the_folder_searched(folder: Path) -> None:
    """What an output folder keeps of the layout."""
    places = [it.below.as_posix() for it in find_files([folder / "sub", folder / "a.txt"]) if isinstance(it, Found)]
    assert places == ["d.rst", "deep/e.markdown", "f.text", "a.txt"]


def test_links_to_folders_are_passed_by_and_links_to_files_taken(tmp_path: Path) -> None:
    """A link to a parent would never end; a link to nothing is no file."""
    (tmp_path / "a.txt").write_text("x", encoding="utf-8")
    (tmp_path / "loop").symlink_to(tmp_path)
    (tmp_path / "link.txt").symlink_to("a.txt")
    (tmp_path / "gone.txt").symlink_to("nothing")
    assert below(tmp_path) == ["a.txt", "link.txt"]


def test_what_is_missing_is_told_and_the_rest_found(folder: Path) -> None:
    link = folder / "gone"
    link.symlink_to("nothing")
    found = list(find_files([folder / "no.txt", link, folder / "a.txt"]))
    assert [type(it) for it in found] == [FileError, FileError, Found]
    assert str(found[0]) == f"{folder / 'no.txt'}: there is no such file or folder"
    assert str(found[1]) == f"{link}: is a link to nothing"


def test_a_name_too_long_is_told(tmp_path: Path) -> None:
    (found,) = find_files([tmp_path / ("a" * 400)])
    assert isinstance(found, FileError)
    assert "File name too long" in str(found)


SAID = {
    "plain": ("pages/a.txt", "pages/a.txt"),
    "other scripts": ("été/страница.txt", "été/страница.txt"),
    "not UTF-8": (os.fsdecode(b"caf\xe9.txt"), "caf\\xe9.txt"),
    "escape sequence": ("\x1b[31mred.txt", "\\x1b[31mred.txt"),
    "line end": ("a\nb.txt", "a\\nb.txt"),
}


@pytest.mark.parametrize(("path", "shown"), SAID.values(), ids=SAID)
def test_names_are_said_in_printable_characters(path: str, shown: str) -> None:
    """A message is one line and drives no terminal, whatever a file is called."""
    assert said(path) == shown
    assert said(Path(path)) == shown
