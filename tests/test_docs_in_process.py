"""docs/in-process.md tells the truth: each example comes out as printed, where its packages are installed."""

from __future__ import annotations

import doctest
import importlib.util
import re
from pathlib import Path
from typing import Any

import pytest

PAGE = Path(__file__).resolve().parent.parent / "docs/in-process.md"
EXAMPLES = re.findall(r"^```python\n(.*?)^```$", PAGE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)


def name_of(example: str) -> str:
    """The first package that an example imports, and the first thing that it does with it."""
    return " ".join(example.replace(">>> ", "").split()[:4])


@pytest.mark.parametrize("example", EXAMPLES, ids=name_of)
def test_example_comes_out_as_printed(example: str) -> None:
    imported = re.findall(r"^>>> (?:import|from) ([\w, ]+?)(?:\.| import|$)", example, re.MULTILINE)
    for package in {name.strip() for names in imported for name in names.split(",")}:
        if importlib.util.find_spec(package) is None:
            pytest.skip(f"the package {package} is not installed")
    told: list[str] = []
    test = doctest.DocTestParser().get_doctest(example, dict[str, Any](), PAGE.name, str(PAGE), 0)
    ran = doctest.DocTestRunner().run(test, out=told.append)
    assert ran.attempted >= 3
    assert not ran.failed, "".join(told)


def test_page_has_an_example_of_each() -> None:
    packages = (
        "pyarrow",
        "pandas",
        "polars",
        "datasets",
        "duckdb",
        "langchain_core",
        "llama_index",
        "haystack",
        "asyncio",
    )
    assert not [name for name in packages if not any(name in example for example in EXAMPLES)]
