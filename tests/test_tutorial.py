"""docs/tutorial.md tells the truth: its blocks, run in order in a fresh clone, do what the page says they do."""

from __future__ import annotations

import doctest
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from .conftest import run_script

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs/tutorial.md"
BLOCKS = re.findall(r"^```(sh|python|text)\n(.*?)^```$", PAGE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
_BUILT = ("rules.json", "triggers.json", "automata")

pytestmark = pytest.mark.skipif(
    not (ROOT / ".git").exists() or not shutil.which("git") or not shutil.which("bash"),
    reason="needs a clone, git and bash",
)


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """A fresh clone, with what `pip install -e .` writes: the environment of the tests has the packages."""
    made = tmp_path / "cleantext-checkout"
    subprocess.run(["git", "clone", "--quiet", str(ROOT), str(made)], check=True)  # noqa: S607
    for name in _BUILT:
        built = ROOT / "cleantext/data" / name
        if built.is_dir():
            shutil.copytree(built, made / "cleantext/data" / name)
        elif built.exists():
            shutil.copy(built, made / "cleantext/data" / name)
    return made


def test_tutorial_is_replayed_from_a_fresh_clone(clone: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The new rule is written, checked, compared over 5,000 documents, mended and accepted by its blocks alone."""
    monkeypatch.chdir(clone)
    (_, set_up), *blocks = BLOCKS
    assert "git clone REPOSITORY cleantext-checkout" in set_up
    said = ""
    for kind, block in blocks:
        if kind == "sh":
            said = run_script(block, clone, PYTHONPATH=str(clone), COLUMNS="100")
        elif kind == "text":
            assert not [line for line in block.splitlines() if line not in said], said
        else:
            test = doctest.DocTestParser().get_doctest(block, {}, PAGE.name, str(PAGE), 0)
            assert not doctest.DocTestRunner().run(test).failed


def test_tutorial_prints_what_matters() -> None:
    """Each step that could go wrong unseen has its outcome on the page, for the replay to hold it to."""
    told = "".join(block for kind, block in BLOCKS if kind == "text")
    for outcome in ("Of 5,000 documents", "what it keeps, it changes", "no faults", "all hold", "?? rules/"):
        assert outcome in told


def test_tutorial_rule_is_new() -> None:
    """A rule of that name among the library's own would make the tutorial's first command fail."""
    assert not (ROOT / "rules/boilerplate/heading-anchor.toml").exists()
