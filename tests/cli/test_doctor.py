"""`cleantext doctor` finds nothing wrong here, and what is made wrong is told with what to do."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import cleantext
from cleantext import health
from cleantext.mojibake import mender, reference
from cleantext.scanner import hyperscan, literals, patterns
from tests.cli.conftest import Run

PACKAGE = Path(cleantext.__file__).parent
RULES = PACKAGE.parent / "rules"


def told(run: Run, *args: object) -> tuple[int, dict[str, Any]]:
    """The exit code, and the checks by name."""
    ran = run("doctor", "--format", "json", *args)
    report = json.loads(ran.text)
    assert report["ok"] == (ran.code == 0)
    return ran.code, {check["name"]: check for check in report["checks"]}


def test_all_is_well_here(run: Run) -> None:
    """What the build wrote down is asked for in tests/unit/test_prepared_automata.py; other engines run elsewhere."""
    code, checks = told(run)
    assert code == 0
    assert list(checks) == [
        "versions",
        "dependencies",
        "extras",
        "engine",
        "ftfy",
        "names",
        "rules",
        "prepared",
        "repairs",
        "processes",
    ]
    assert all(check["advice"] or check["state"] == "ok" for check in checks.values())
    assert f"cleantext {cleantext.__version__} in {PACKAGE}" in checks["versions"]["told"]
    assert "ftfy 6.3" in checks["dependencies"]["told"]


def test_for_people_each_check_is_a_line(run: Run) -> None:
    ran = run("doctor")
    lines = [line for line in ran.text.splitlines() if not line.startswith(" ")]
    assert ran.code == 0
    assert [line.split()[0] for line in lines].count("ok") >= 7
    assert any(line.startswith("ok        repairs: ") for line in lines)


def test_faulty_rules_of_the_user_are_told_with_their_lines(run: Run, tmp_path: Path) -> None:
    rules = tmp_path / "rules/spacing"
    rules.mkdir(parents=True)
    (rules / "odd.toml").write_text("summary = 'x'\nwhy = 'y'\npatern = 'z'\n", encoding="utf-8")
    code, checks = told(run, "--rules", tmp_path / "rules")
    check = checks[f"rules in {tmp_path / 'rules'}"]
    assert code == 1
    assert check["state"] == "failed"
    assert f"{rules / 'odd.toml'}:3: " in check["told"]
    assert checks["rules"]["state"] == checks["repairs"]["state"] == "ok"


def test_folders_of_the_configuration_are_looked_at(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "cleantext.toml").write_text('rules = ["mine"]\n', encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    code, checks = told(run)
    assert code == 1
    assert "there is no such folder" in checks[f"rules in {tmp_path / 'mine'}"]["told"]


def test_other_distribution_of_the_name(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    their = tmp_path / "clean_text-0.7.1.dist-info"
    their.mkdir()
    (their / "METADATA").write_text("Metadata-Version: 2.1\nName: clean-text\nVersion: 0.7.1\n", encoding="utf-8")
    (their / "top_level.txt").write_text("cleantext\n", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    code, checks = told(run)
    assert code == 1
    assert checks["names"]["told"].startswith("clean-text installed a package")
    assert checks["names"]["advice"].startswith("pip uninstall -y clean-text && pip install")


@pytest.mark.parametrize("name", ["cleantext.py", "cleantext/__init__.py"])
def test_file_of_the_name_in_this_folder(run: Run, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).touch()
    monkeypatch.chdir(tmp_path)
    code, checks = told(run)
    assert code == 0
    assert checks["names"]["state"] == "warning"
    assert str(tmp_path / name) in checks["names"]["told"]


def test_package_that_another_wrote_over_is_told_without_a_traceback(tmp_path: Path) -> None:
    """As after `pip install clean-text`: the package's `__init__` is theirs, the other files are ours."""
    (tmp_path / "cleantext").mkdir()
    for path in PACKAGE.iterdir():
        if path.name not in ("__init__.py", "__pycache__"):
            (tmp_path / "cleantext" / path.name).symlink_to(path)
    (tmp_path / "cleantext/__init__.py").write_text("def clean(text, lower=True):\n    return text\n", encoding="utf-8")
    ran = subprocess.run(
        [sys.executable, "-m", "cleantext", "doctor"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
    )
    assert ran.returncode == 1
    assert "Traceback" not in ran.stderr
    assert "wrote over this package" in ran.stderr
    assert "pip uninstall -y clean-text" in ran.stderr


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the package, with its rules inside, as in a wheel."""
    shutil.copytree(PACKAGE, tmp_path / "cleantext", ignore=shutil.ignore_patterns("__pycache__", "rules", "data"))
    for path in (PACKAGE / "data").rglob("*"):
        if path.is_file():  # forty megabytes
            linked = tmp_path / "cleantext" / path.relative_to(PACKAGE)
            linked.parent.mkdir(parents=True, exist_ok=True)
            linked.symlink_to(path)
    shutil.copytree(RULES if RULES.is_dir() else PACKAGE / "rules", tmp_path / "cleantext/rules")
    return tmp_path / "cleantext"


def doctor_of(copy: Path) -> tuple[int, dict[str, Any]]:
    ran = subprocess.run(
        [sys.executable, "-m", "cleantext", "doctor", "--format", "json"],
        cwd=copy.parent,
        env={**os.environ, "PYTHONPATH": str(copy.parent)},
        capture_output=True,
        text=True,
    )
    assert not ran.stderr
    return ran.returncode, {check["name"]: check for check in json.loads(ran.stdout)["checks"]}


def test_edited_rule_and_lost_automaton_are_not_what_the_build_wrote_down(copy: Path) -> None:
    path = next(copy.glob("rules/spacing/*.toml"))
    path.write_text(path.read_text(encoding="utf-8").replace("why = ", "# edited\nwhy = ", 1), encoding="utf-8")
    for automaton in sorted(copy.glob("data/automata/*"))[:2]:
        automaton.unlink()
    lost = 2 if hyperscan.is_here() else 0
    code, checks = doctor_of(copy)
    assert code == 0
    assert f"1 rules, {lost} automata are missing" in checks["prepared"]["told"]


def test_damaged_installation_fails_and_all_else_is_told(copy: Path) -> None:
    path = next(copy.glob("rules/spacing/*.toml"))
    path.write_text("summary = 'x'\n", encoding="utf-8")
    code, checks = doctor_of(copy)
    assert code == 1
    assert str(path) in checks["rules"]["told"]
    assert [checks[name]["state"] for name in ("rules", "prepared", "repairs", "processes")] == ["failed"] * 4
    assert checks["engine"]["told"]


@pytest.fixture
def _no_mender() -> Iterator[None]:
    """The mender of a test is that test's alone: which one it is depends on the ftfy that is known."""
    mender.cache_clear()
    yield
    mender.cache_clear()


@pytest.mark.usefixtures("_no_mender")
def test_unknown_ftfy(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reference, "KNOWN_VERSIONS", ("5.9",))
    code, checks = told(run)
    assert code == 0
    assert checks["ftfy"]["state"] == "warning"
    assert "pip install 'ftfy==5.9'" in checks["ftfy"]["advice"]


ENGINES = {
    "no RE2": ({"hyperscan": True, "re2": False, "literals": True}, "RE2 was installed since, Python's re serves"),
    "RE2 alone": ({"hyperscan": False, "re2": True, "literals": False}, "serves, for literals Python's re"),
    "none": (
        {"hyperscan": False, "re2": False, "literals": True},
        "Python's re serves, for literals Aho and Corasick's",
    ),
}


@pytest.mark.parametrize(("here", "said"), ENGINES.values(), ids=ENGINES)
def test_slower_engine_is_told(here: dict[str, bool], said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hyperscan, "is_here", lambda: here["hyperscan"])
    monkeypatch.setattr(patterns, "has_re2", lambda: here["re2"])
    monkeypatch.setattr(literals, "has_ahocorasick", lambda: here["literals"])
    engine = next(check for check in health.checks() if check.name == "engine")
    assert engine.state == "warning"
    assert said in engine.told


def test_repair_that_comes_out_otherwise_fails(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(health, "REPAIRS", (("The quay.", "The  quay."),))
    code, checks = told(run)
    assert code == 1
    assert "'The quay.' comes out as 'The quay.', not 'The  quay.'" in checks["repairs"]["told"]
    assert checks["processes"]["state"] == "failed"
