"""What the build wrote down is what a process looks for: no automaton of the built-in rules is compiled to start."""

from __future__ import annotations

from pathlib import Path

import pytest

import cleantext
from cleantext.options import PROFILES
from cleantext.ruleset.compiled import names_of_automata
from cleantext.scanner import hyperscan

FOLDER = Path(cleantext.__file__).parent / "data" / hyperscan.PREPARED


@pytest.mark.skipif(not hyperscan.is_here(), reason="Hyperscan is not installed")
@pytest.mark.parametrize("profile", PROFILES)
def test_automata_of_the_built_in_rules_are_written_down(profile: str) -> None:
    names = names_of_automata(cleantext.Cleaner(profile=profile)._rules)  # type: ignore[arg-type]
    missing = [name for name in names if not (FOLDER / name).is_file()]
    assert names
    assert not missing, "install anew (`pip install -e .`): rules were edited since the build"
