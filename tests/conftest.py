"""Options of the project's own test suite."""

from __future__ import annotations

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write what the golden files should say now")
    parser.addoption("--strings", type=int, default=4_000, help="damaged strings to compare with ftfy")
    parser.addoption("--texts", metavar="FOLDER", help="a folder of .jsonl.gz files, to compare with ftfy line by line")
