"""What the build wrote down is what a process looks for: no automaton of the built-in rules is compiled to start."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import cleantext
from cleantext.options import PROFILES
from cleantext.ruleset.for_build import automata_of
from cleantext.scanner import hyperscan

FOLDER = Path(cleantext.__file__).parent / "data" / hyperscan.PREPARED


@pytest.mark.skipif(not hyperscan.is_here(), reason="Hyperscan is not installed")
@pytest.mark.parametrize("profile", PROFILES)
def test_automata_of_the_built_in_rules_are_written_down(profile: str) -> None:
    names = automata_of(cleantext.Cleaner(profile=profile)._rules)  # type: ignore[arg-type]
    missing = [name for name in names if not (FOLDER / name).is_file()]
    assert names
    assert not missing, "install anew (`pip install -e .`): rules were edited since the build"


@pytest.mark.skipif(not hyperscan.is_here(), reason="Hyperscan is not installed")
def test_no_text_compiles_an_automaton() -> None:
    """Some took half a minute: what a fixer looks for by itself must be written down among the triggers, too."""
    program = """
import cleantext
from cleantext.scanner import hyperscan
from cleantext.ruleset.folder import builtin_rules

hyperscan.compiled = None
for rule in builtin_rules():
    for example in rule.changes:
        cleantext.clean(example.before)
"""
    subprocess.run([sys.executable, "-c", program], check=True)
