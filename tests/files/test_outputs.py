"""Outputs keep the layout, and never meet inputs or each other."""

from __future__ import annotations

from pathlib import Path

import pytest

from cleantext.files import FileError, Found, find_files, outputs


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    for name in ("a/x.txt", "a/sub/y.txt", "b/x.txt"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x", encoding="utf-8")
    return tmp_path


def placed(tree: Path, out: str, *names: str) -> list[str]:
    paths = [tree / name for name in names]
    found = [it for it in find_files(paths) if isinstance(it, Found)]
    return [it.relative_to(tree).as_posix() for it in outputs(found, paths, tree / out)]


LAYOUTS = {
    "a folder": (("a",), ["out/sub/y.txt", "out/x.txt"]),
    "a file": (("a/sub/y.txt",), ["out/y.txt"]),
    "both": (("a/sub", "b/x.txt"), ["out/y.txt", "out/x.txt"]),
    "nothing found": ((), []),
}


@pytest.mark.parametrize(("names", "expected"), LAYOUTS.values(), ids=LAYOUTS)
def test_places_below_the_output_folder(tree: Path, names: tuple[str, ...], expected: list[str]) -> None:
    assert placed(tree, "out", *names) == expected


REFUSALS = {
    "a file": ("b/x.txt", ("a",), "is a file"),
    "the input itself": ("a", ("a",), "lies inside the input"),
    "inside the input": ("a/out", ("a",), "lies inside the input"),
    "inside the input by a link": ("link/out", ("a",), "lies inside the input"),
    "over an input": ("a", ("a/x.txt",), "would overwrite the input"),
    "over another input": ("b", ("a", "b/x.txt"), "would overwrite the input"),
    "two for one": ("out", ("a", "b"), "would be the output of both"),
}


@pytest.mark.parametrize(("out", "names", "said"), REFUSALS.values(), ids=REFUSALS)
def test_outputs_that_would_hurt_are_refused(tree: Path, out: str, names: tuple[str, ...], said: str) -> None:
    """Before anything is written."""
    (tree / "link").symlink_to("a")
    with pytest.raises(FileError, match=said):
        placed(tree, out, *names)
