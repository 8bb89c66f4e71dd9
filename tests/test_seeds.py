"""The pages that must come out exactly: the project's own, and the five real ones where they are at hand."""

from __future__ import annotations

from pathlib import Path

import pytest

import cleantext

ROOT = Path(__file__).resolve().parent.parent
REAL = ROOT.parent / "shared" / "seeds"


def pages(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.expected.txt"))


def read(path: Path) -> str:
    return path.read_bytes().decode("utf-8")


def damaged(expected: Path) -> str:
    return read(expected.with_name(expected.name.replace(".expected", "")))


@pytest.mark.parametrize("expected", pages(ROOT / "seeds"), ids=lambda path: path.name.partition(".")[0])
def test_own_page_comes_out_as_expected(expected: Path) -> None:
    assert cleantext.clean(damaged(expected), strict=True) == read(expected)


@pytest.mark.parametrize("expected", pages(ROOT / "seeds"), ids=lambda path: path.name.partition(".")[0])
def test_own_expected_page_stays(expected: Path) -> None:
    assert cleantext.clean(read(expected), strict=True) == read(expected)


@pytest.mark.skipif(not REAL.is_dir(), reason="the real seed pages are not beside this checkout")
@pytest.mark.parametrize("expected", pages(REAL), ids=lambda path: path.name.partition("_")[0])
def test_real_page_comes_out_as_expected(expected: Path) -> None:
    """Compared without white space at the end, which the expected files do not carry."""
    assert cleantext.clean(damaged(expected), strict=True).rstrip() == read(expected).rstrip()
    assert cleantext.clean(read(expected), strict=True).rstrip() == read(expected).rstrip()
