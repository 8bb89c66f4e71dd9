"""Options of the project's own test suite."""

from __future__ import annotations

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--strings", type=int, default=4_000, help="damaged strings to compare with ftfy")
    parser.addoption("--texts", metavar="FOLDER", help="a folder of .jsonl.gz files, to compare with ftfy line by line")
    parser.addoption("--kills", type=int, default=3, help="how often a run over files is killed and resumed")
    parser.addoption("--megabytes", type=float, default=0.3, help="how much an engine is given to clean")


@pytest.fixture
def kills(request: pytest.FixtureRequest) -> int:
    """How often a run over files is killed."""
    number: int = request.config.getoption("--kills")
    return number
