"""What the build has read of the built-in rule files, so that no process parses TOML to start."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

PREPARED = "rules.json"
"""Below `cleantext/data`; written by the build, never checked in. What is not in it is parsed."""


def head_of(source: str) -> str:
    """All of a rule file but its examples, which make up most of it and stand at its end."""
    return source.partition("\n[[")[0]


@cache
def prepared_heads() -> Mapping[str, dict[str, Any]]:
    """The tables that heads of files hold, by the heads themselves: an edited file is not found."""
    source = Path(__file__).resolve().parent.parent / "data" / PREPARED
    if not source.is_file():
        return {}
    import json

    heads: dict[str, dict[str, Any]] = json.loads(source.read_bytes())
    return heads


def prepare_heads(sources: Iterable[str]) -> Mapping[str, dict[str, Any]]:
    """Parse the heads of rule files, for the build to write down."""
    import tomllib

    return {head: tomllib.loads(head) for head in map(head_of, sources)}
