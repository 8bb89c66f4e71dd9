"""Files under several names do not meet."""

from __future__ import annotations

from pathlib import Path

from cleantext.files import apart


def test_a_run_ends_before_a_second_name(tmp_path: Path) -> None:
    """Over links to files, links to folders, `..` and roundabout links."""
    for name in "ab":
        (tmp_path / name).touch()
    (tmp_path / "link").symlink_to("a")
    (tmp_path / "far").symlink_to(tmp_path / "folder" / "link")
    (tmp_path / "folder").symlink_to(".")
    (tmp_path / "hard").hardlink_to(tmp_path / "b")
    (tmp_path / "sub").mkdir()
    names = ["a", "b", "hard", "link", "folder/b", "sub/../a", "far", "folder/b"]
    runs = apart(names, lambda name: tmp_path / name)
    assert list(runs) == [["a", "b", "hard"], ["link", "folder/b"], ["sub/../a"], ["far", "folder/b"]]
    assert list(apart([], Path)) == []
