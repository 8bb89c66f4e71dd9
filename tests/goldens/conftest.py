"""pytest in a project of its own: run by `pytester`, in a process apart where the environment counts."""

from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def _outside_ci(monkeypatch: pytest.MonkeyPatch) -> None:
    """These tests say themselves whether they run in CI."""
    monkeypatch.delenv("CI", raising=False)
