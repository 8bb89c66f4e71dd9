"""What travels to the processes of an engine: batches cleaned by a function that pickles as its options."""

from __future__ import annotations

import doctest
import pickle
from pathlib import Path

import pyarrow as pa
import pytest

from cleantext import OptionError
from cleantext.engines import batches
from cleantext.engines.batches import CleanBatches

RULE = """
summary = "A word."
why = "To see that a folder of rules travels."
pattern = 'quay'
replacement = 'kay'

[[changes]]
before = "a quay"
after = "a kay"

[[keeps]]
text = "a port"
why = "another word"
"""


def test_examples_come_out_as_printed() -> None:
    assert doctest.testmod(batches) == (0, 3)


def test_it_travels_with_its_choice_of_rules(tmp_path: Path) -> None:
    (tmp_path / "spacing").mkdir()
    (tmp_path / "spacing/mine.toml").write_text(RULE, encoding="utf-8")
    clean = CleanBatches("body", rules=tmp_path, select="spacing/mine")
    table = pa.table({"body": ["The quay  was empty."], "head": ["The quay"]})
    travelled = pickle.loads(pickle.dumps(clean))  # noqa: S301 - our own
    assert travelled(table) == clean(table) == pa.table({"body": ["The kay  was empty."], "head": ["The quay"]})


def test_wrong_options_are_told_at_once() -> None:
    with pytest.raises(OptionError, match="no rule and no stage"):
        CleanBatches("body", select="no-such")
