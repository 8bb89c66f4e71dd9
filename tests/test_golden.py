"""Golden files: how rules act together on a text; reviewed like code.

`pytest tests/test_golden.py --update-golden` writes what comes out now, and refuses where an
invariant fails, or where CI runs it. To add one, write a file with `input` (and hints) alone.
"""

from __future__ import annotations

import os
import tomllib
from pathlib import Path
from typing import Any

import pytest
import tomli_w

import cleantext
from cleantext.rule import Hints

FOLDER = Path(__file__).parent / "golden"
HINTS = tuple(Hints.__dataclass_fields__)


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.golden.toml")), ids=lambda path: path.name.partition(".")[0])
def test_golden(path: Path, request: pytest.FixtureRequest) -> None:
    golden = tomllib.loads(path.read_text(encoding="utf-8"))
    hints = {hint: golden[hint] for hint in HINTS if hint in golden}
    result = cleantext.explain(golden["input"], strict=True, **hints)
    now = {"output": result.text, "rules": list(result.rules), "metadata": facts(result)}
    assert result.replay() == result.text, "replaying the edits does not give the output"
    assert result.undo() == golden["input"], "undoing the edits does not give the input"
    assert cleantext.clean(result.text, **hints) == result.text, "the output does not stay as it is"
    if request.config.getoption("--update-golden"):
        assert not os.environ.get("CI"), "golden files are not written in CI"
        path.write_text(tomli_w.dumps({**golden, **now}, multiline_strings=True), encoding="utf-8")
        return
    for key, value in now.items():
        accept = f"to accept: pytest tests/test_golden.py -k {path.name.partition('.')[0]} --update-golden"
        assert golden.get(key) == value, accept


def facts(result: cleantext.Result) -> dict[str, Any]:
    return {name: [fact.value for fact in found] for name, found in result.metadata.items()}
