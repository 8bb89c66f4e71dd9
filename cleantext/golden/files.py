"""Golden files in their two forms, TOML and JSON Lines, to cases; every fault is told with its line."""

from __future__ import annotations

import json
import os
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, get_type_hints

from cleantext.files import FileError, find_files
from cleantext.golden.case import SUFFIXES, Case, GoldenError, stem
from cleantext.options import HintOptions, Options
from cleantext.ruleset.locate import key_lines, line_of

_HINTS = frozenset(get_type_hints(HintOptions))
_OPTIONS = frozenset(get_type_hints(Options)) - {"strict"}
_OF_CASE: Mapping[str, type] = {
    "name": str,
    "input": str,
    "output": str,
    "rules": list,
    "metadata": dict,
    "xfail": str,
    "options": dict,
    **dict.fromkeys(sorted(_HINTS), str),
}


def golden_files(paths: Iterable[Path]) -> Iterator[Path]:
    """Yield the golden files among files, and in folders. Raises FileError for what cannot be read."""
    for found in find_files(paths, suffixes=SUFFIXES):
        if isinstance(found, FileError):
            raise found
        if not found.path.name.endswith(SUFFIXES):
            raise FileError(found.path, f"is no golden file; their names end in {' or '.join(SUFFIXES)}")
        yield found.path


def read_cases(path: Path) -> Sequence[Case]:
    """The cases of a golden file, in order. Raises GoldenError, with the line of what is wrong."""
    try:
        source = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise FileError(path, f"cannot be read: {error}") from error
    cases = list(_of_toml(path, source) if path.suffix == ".toml" else _of_lines(path, source))
    names = [case.name for case in cases]
    for case in cases:
        if names.index(case.name) != case.index:
            raise GoldenError(f"{case.place}: the name {case.name!r} is that of an earlier case, too")
    return cases


def _of_toml(path: Path, source: str) -> Iterator[Case]:
    """Yield the one case that is the file, or its [[cases]], which share the [options]."""
    try:
        table = tomllib.loads(source)
    except tomllib.TOMLDecodeError as error:
        raise GoldenError(f"{path}: not TOML: {error}") from error
    if "cases" not in table:
        yield _case(path, 0, 1, {"name": stem(path), **table}, {})
        return
    lines = key_lines(source)
    shared, cases = table.pop("options", {}), table.pop("cases")
    if table:
        raise GoldenError(f"{path}: beside [[cases]] stand only [options], not {', '.join(table)}")
    if not isinstance(cases, list):
        raise GoldenError(f"{path}: cases are written as [[cases]]")
    for index, each in enumerate(cases):
        yield _case(path, index, line_of(lines, ("cases", index)), each, shared)


def _of_lines(path: Path, source: str) -> Iterator[Case]:
    """Yield one case a line; blank lines are none."""
    index = 0
    for number, line in enumerate(source.split("\n"), 1):
        if line.strip():
            try:
                table = json.loads(line)
            except ValueError as error:
                raise GoldenError(f"{path}:{number}: not JSON: {error}") from error
            yield _case(path, index, number, table, {})
            index += 1


def _case(path: Path, index: int, line: int, table: Any, shared: Mapping[str, Any]) -> Case:
    place = f"{path}:{line}"
    if not isinstance(table, dict):
        raise GoldenError(f"{place}: a case is a table of keys, not {table!r}")
    for key, value in table.items():
        if key not in _OF_CASE:
            raise GoldenError(f"{place}: unknown key {key!r}; known are {', '.join(_OF_CASE)}")
        if not isinstance(value, _OF_CASE[key]):
            raise GoldenError(f"{place}: {key!r} is {value!r}, which is no {_OF_CASE[key].__name__}")
    if "input" not in table:
        raise GoldenError(f"{place}: 'input' is missing")
    hints = {key: table[key] for key in _HINTS if key in table}
    options = _options(path, place, {**shared, **table.get("options", {}), **hints})
    name = table.get("name") or str(index + 1)
    said = {key: table[key] for key in ("input", "output", "rules", "metadata", "xfail") if key in table}
    return Case(path, name, index, line, options=options, **said)


def _options(path: Path, place: str, options: Mapping[str, Any]) -> Mapping[str, Any]:
    """The options of a case; folders of rules are meant from the folder of the file."""
    for key in options:
        if key not in _OPTIONS:
            raise GoldenError(f"{place}: unknown option {key!r}; known are {', '.join(sorted(_OPTIONS))}")
    folders = options.get("rules", [])
    folders = [folders] if isinstance(folders, str) else folders
    found = [os.path.abspath(path.parent / folder) for folder in folders]  # noqa: PTH100 - a link stays one
    return {**options, "rules": found} if found else options
