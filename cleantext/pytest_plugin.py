"""The pytest plugin: golden files are collected as tests. In runs without them it loads nothing, and costs nothing.

Turned off by `-p no:cleantext`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

_SUFFIXES = (".golden.toml", ".golden.jsonl")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the plugin's options, all under its name."""
    group = parser.getgroup("cleantext", "golden files of cleantext")
    group.addoption("--cleantext-update", action="store_true", help="write what comes out now into golden files")
    group.addoption(
        "--cleantext-rules",
        action="append",
        default=[],
        metavar="DIR",
        help="a folder of further rules, for all of them",
    )


def pytest_configure(config: pytest.Config) -> None:
    """Refuse to update where nobody would review it, or where several processes would write one file."""
    if config.getoption("--cleantext-update"):
        import pytest

        from cleantext.golden.case import GoldenError
        from cleantext.golden.update import refuse_in_ci

        if getattr(config.option, "numprocesses", None):
            raise pytest.UsageError("--cleantext-update writes files, and so does not go with -n; say -n 0")
        try:
            refuse_in_ci()
        except GoldenError as error:
            raise pytest.UsageError(str(error)) from error


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """Collect golden files; those of other tools that end alike hold no `input`."""
    if not file_path.name.endswith(_SUFFIXES) or b"input" not in file_path.read_bytes():
        return None
    from cleantext.golden.collected import GoldenFile

    return GoldenFile.from_parent(parent, path=file_path)
