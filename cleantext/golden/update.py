"""Write into golden files what comes out now, in the places of what they say; all else of a file stays as it is.

Refused in continuous integration, and where what must always hold does not: then the rules want mending.
"""

from __future__ import annotations

import json
import os
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from cleantext.contract import faults_of
from cleantext.errors import Fault
from cleantext.files import write_anew
from cleantext.golden.case import Case, GoldenError
from cleantext.golden.verdict import Verdict
from cleantext.rule import Rule
from cleantext.ruleset.folder import load_rules
from cleantext.ruleset.locate import Path as Keys
from cleantext.ruleset.locate import key_lines
from cleantext.toml import NotInToml, last_line, value

_WRITTEN = ("output", "rules", "metadata")


def refuse_in_ci() -> None:
    """Raise GoldenError where the environment says that this is continuous integration (CI=…)."""
    if os.environ.get("CI", "").lower() not in ("", "0", "false"):
        raise GoldenError("golden files are not updated in CI: update them where you can review what is written")


def update(verdict: Verdict, folders: Sequence[str] = ()) -> None:
    """Write what came of a case into its file. Raises GoldenError where that is refused."""
    refuse_in_ci()
    case = verdict.case
    refused = [*verdict.broken, *(f"a rule that edits it is faulty: {fault}" for fault in _faults(verdict, folders))]
    if refused:
        raise GoldenError(f"{case.place}: {case.name} is not updated: {'; '.join(refused)}")
    now: dict[str, Any] = {"output": verdict.output, "rules": list(verdict.rules)}
    if verdict.metadata or case.metadata is not None:
        now["metadata"] = dict(verdict.metadata)
    source = case.file.read_text(encoding="utf-8")
    written = (_in_toml if case.file.suffix == ".toml" else _in_lines)(source, case, now)
    _rewrite(case.file, written)


def _faults(verdict: Verdict, folders: Sequence[str]) -> Iterator[Fault]:
    """Tell what is wrong with the rules that edit the case: each must keep what it says it keeps."""
    every = (*folders, *verdict.case.options.get("rules", ()))
    for name in verdict.rules:
        yield from _faults_of(name, every)


@lru_cache(maxsize=512)
def _faults_of(name: str, folders: Sequence[str]) -> Sequence[Fault]:
    return tuple(faults_of(_by_name(folders)[name]))


@lru_cache(maxsize=8)
def _by_name(folders: Sequence[str]) -> Mapping[str, Rule]:
    return {rule.name: rule for rule in load_rules(folders)}


def _in_lines(source: str, case: Case, now: Mapping[str, Any]) -> str:
    lines = source.split("\n")
    lines[case.line - 1] = _json_line({**json.loads(lines[case.line - 1]), **now})
    return "\n".join(lines)


def _json_line(table: Mapping[str, Any]) -> str:
    """One line of JSON, in which nothing is invisible."""
    said = json.dumps(table, ensure_ascii=False)
    return "".join(it if it == " " or it.isprintable() else json.dumps(it)[1:-1] for it in said)


def _in_toml(source: str, case: Case, now: Mapping[str, Any]) -> str:
    table = tomllib.loads(source)
    within: Keys = ("cases", case.index) if "cases" in table else ()
    (table["cases"][case.index] if within else table).update(now)
    written = source
    try:
        for key in now:
            written = _set(written, within, key, f"{key} = {value(now[key])}")
        same = tomllib.loads(written) == table
    except NotInToml as error:
        raise GoldenError(f"{case.place}: {error}") from error
    except tomllib.TOMLDecodeError:
        same = False
    if not same:
        reason = "its keys cannot be set in place; write metadata as an inline table ({ … }), and each key on a line"
        raise GoldenError(f"{case.place}: {reason}")
    return written


def _set(source: str, within: Keys, key: str, said: str) -> str:
    """Put a key in the place of the one that is there, or behind the one that is written before it."""
    lines, known = source.split("\n"), key_lines(source)
    if (*within, key) in known:
        first = known[*within, key] - 1
        return "\n".join((*lines[:first], said, *lines[last_line(lines, first) :]))
    before = ("input", *_WRITTEN[: _WRITTEN.index(key)])
    place = max(last_line(lines, known[*within, it] - 1) for it in before if (*within, it) in known)
    return "\n".join((*lines[:place], said, *lines[place:]))


def add_case(path: Path, case: Mapping[str, Any]) -> None:
    """Add a case to a golden file of many in TOML, or begin one. Raises NotInToml where the file is one case itself."""
    had = path.read_text(encoding="utf-8") if path.exists() else ""
    if had and "cases" not in tomllib.loads(had):
        raise NotInToml(f"{path} holds one case by itself; put [[cases]] above it, and a name for it below")
    written = "\n".join(("[[cases]]", *(f"{key} = {value(it)}" for key, it in case.items()), ""))
    path.parent.mkdir(parents=True, exist_ok=True)
    _rewrite(path, f"{had}\n{written}" if had else written)


def _rewrite(path: Path, text: str) -> None:
    """Write a golden file with the line ends that it had."""
    line_end = "\r\n" if path.exists() and b"\r\n" in path.read_bytes() else "\n"
    write_anew(path, text.replace("\n", line_end))
