"""The pytest plugin, as a project that has cleantext installed meets it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

pytest_plugins = ["pytester"]

FERRY = 'input = "The ferry &amp; the mate  left."\n'
RULES = 'rules = ["encoding/html-entity", "spacing/run-of-spaces"]\n'
RIGHT = f'{FERRY}output = "The ferry & the mate left."\n{RULES}'
WRONG = f'{FERRY}output = "The ferry &amp; the mate left."\n'
CASES = """
[options]
select = ["spacing"]

[[cases]]
name = "two spaces"
input = "The boat  left."
output = "The boat left."

[[cases]]
name = "a known miss"
input = "The boat left theharbour."
output = "The boat left the harbour."
xfail = "glue is not selected"
"""


@pytest.fixture
def project(pytester: pytest.Pytester) -> pytest.Pytester:
    pytester.makeini("[pytest]\naddopts = -p no:cacheprovider\n")
    return pytester


def write(project: pytest.Pytester, name: str, content: str) -> Path:
    path = project.path / name
    path.write_text(content, encoding="utf-8")
    return path


def test_plugin_is_installed(pytestconfig: pytest.Config) -> None:
    """Without it the project's own golden files would not be run, and nobody would know."""
    assert pytestconfig.pluginmanager.has_plugin("cleantext"), "pip install -e . again: it has a new entry point"


def test_runs_without_goldens_load_nothing(project: pytest.Pytester) -> None:
    """The plugin is loaded by every run of everyone who has cleantext installed."""
    write(
        project, "test_a.py", "import sys\ndef test_a(): print('LOADED', *(m for m in sys.modules if 'cleantext' in m))"
    )
    write(project, "other.golden.toml", "kind = 'of another tool'\n")
    ran = project.runpytest_subprocess("-s")
    ran.assert_outcomes(passed=1)
    (loaded,) = (line for line in ran.outlines if "LOADED" in line)
    assert loaded.split("LOADED")[1].split(".\n")[0].split() == ["cleantext", "cleantext.pytest_plugin"]


def test_import_is_cheap() -> None:
    """It takes 1 to 3 ms beyond what pytest has loaded anyway; the whole library 90."""
    timed = "t = time.process_time(); import cleantext.pytest_plugin; print(time.process_time() - t)"
    script = f"import typing, importlib, time; {timed}"
    ran = [float(subprocess.check_output([sys.executable, "-c", script])) for _ in range(3)]
    assert min(ran) < 0.02


def test_a_case_an_item(project: pytest.Pytester) -> None:
    write(project, "ferry.golden.toml", RIGHT)
    write(project, "boats.golden.toml", CASES)
    write(
        project,
        "lines.golden.jsonl",
        '{"name": "one", "input": "A  b.", "output": "A b."}\n\n{"input": "c", "output": "c"}\n',
    )
    ran = project.runpytest_subprocess("-v")
    ran.assert_outcomes(passed=4, xfailed=1)
    ran.stdout.fnmatch_lines_random(
        ["ferry.golden.toml::ferry PASSED*", "boats.golden.toml::two spaces PASSED*", "lines.golden.jsonl::2 PASSED*"]
    )


def test_failure_shows_words_and_the_command_that_accepts(project: pytest.Pytester) -> None:
    write(project, "ferry.golden.toml", WRONG.replace("mate left", "mate\\u00a0left"))
    ran = project.runpytest_subprocess()
    ran.assert_outcomes(failed=1)
    ran.stdout.fnmatch_lines(
        [
            "*line 1: The ferry &[[]-amp;-] the mate[[]-<NBSP>-]{+␣+}left.*",
            "*to accept: cleantext golden update ferry.golden.toml --case ferry",
        ]
    )
    assert "Traceback" not in ran.stdout.str()


def test_expected_failure_that_holds_fails(project: pytest.Pytester) -> None:
    write(project, "ferry.golden.toml", RIGHT + 'xfail = "not yet"\n')
    project.runpytest_subprocess().assert_outcomes(failed=1)


def test_large_file_is_one_item(project: pytest.Pytester) -> None:
    """And is not read when it is collected; all that fails in it is told."""
    line = '{"name": "%d", "input": "The boat  left.", "output": "The boat%s left."}\n'
    content = "".join(line % (number, " " if number in (7, 99) else "") for number in range(5000))
    write(project, "many.golden.jsonl", content)
    ran = project.runpytest_subprocess()
    ran.assert_outcomes(failed=1)
    told = ran.stdout.str()
    assert "many.golden.jsonl:8: 7" in told
    assert "many.golden.jsonl:100: 99" in told


def test_faulty_file_is_an_error_with_its_place(project: pytest.Pytester) -> None:
    write(project, "boats.golden.toml", CASES.replace("name = ", "nam = "))
    ran = project.runpytest_subprocess()
    ran.assert_outcomes(errors=1)
    ran.stdout.fnmatch_lines(["*boats.golden.toml:5: unknown key 'nam'*"])


def test_update_writes_what_comes_out(project: pytest.Pytester) -> None:
    path = write(project, "ferry.golden.toml", f"# A comment that stays.\n{FERRY}")
    project.runpytest_subprocess("--cleantext-update").assert_outcomes(passed=1)
    assert path.read_text(encoding="utf-8") == f"# A comment that stays.\n{RIGHT}"
    project.runpytest_subprocess().assert_outcomes(passed=1)


@pytest.mark.parametrize(("ci", "updates"), [("true", False), ("1", False), ("", True), ("false", True)])
def test_update_is_refused_in_ci(
    project: pytest.Pytester, monkeypatch: pytest.MonkeyPatch, ci: str, updates: bool
) -> None:
    path = write(project, "ferry.golden.toml", WRONG)
    monkeypatch.setenv("CI", ci)
    ran = project.runpytest_subprocess("--cleantext-update")
    assert (ran.ret == 0) is updates
    assert (path.read_text(encoding="utf-8") != WRONG) is updates


def test_update_does_not_go_with_several_processes(project: pytest.Pytester) -> None:
    write(project, "ferry.golden.toml", WRONG)
    ran = project.runpytest_subprocess("--cleantext-update", "-n", "2")
    assert ran.ret == pytest.ExitCode.USAGE_ERROR
    ran.stderr.fnmatch_lines(["*--cleantext-update*-n 0*"])


def test_rules_of_the_project(project: pytest.Pytester) -> None:
    """Named on the command line, or by the file, from its own folder."""
    write_rule(project.path / "rules/spacing/lantern.toml")
    named = 'input = "a lantren"\noutput = "a lantern"\n'
    write(project, "one.golden.toml", named)
    project.runpytest_subprocess("--cleantext-rules", "rules").assert_outcomes(passed=1)
    project.runpytest_subprocess().assert_outcomes(failed=1)
    write(project, "one.golden.toml", f'{named}options = {{ rules = "rules" }}\n')
    project.runpytest_subprocess("--rootdir", ".").assert_outcomes(passed=1)


def write_rule(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(
        'summary = "A misspelt lantern."\nwhy = "A test."\n[table]\nlantren = "lantern"\n'
        '[[changes]]\nbefore = "a lantren"\nafter = "a lantern"\n[[keeps]]\ntext = "a lantern"\nwhy = "right"\n',
        encoding="utf-8",
    )
