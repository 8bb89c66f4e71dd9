"""A report's marks: an edit that was accepted becomes a golden case, one that was rejected a near miss of its rule.

Each is tried on its paragraph alone first: a case that the rule does not edit there, or a near miss that it would not
touch, would say nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import msgspec

from cleantext.contract import alone
from cleantext.files import FileError
from cleantext.golden.case import Case, GoldenError
from cleantext.golden.files import read_cases
from cleantext.golden.update import add_case, refuse_in_ci
from cleantext.golden.verdict import Verdict, tried
from cleantext.rule import Rule
from cleantext.ruleset.folder import builtin_folder, load_rules
from cleantext.toml import NotInToml, block, quoted


class Mark(msgspec.Struct, frozen=True):
    """A verdict on an edit: `before` at `start:end` of `text`, in code points, would become `after`."""

    verdict: Literal["accept", "reject"]
    rule: str
    document: str
    text: str
    start: int
    end: int
    before: str
    after: str


class Marks(msgspec.Struct, frozen=True):
    """What a report exports."""

    version: Literal[1]
    marks: tuple[Mark, ...]
    ruleset: str = ""


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of a mark: the file that it was written into, or why it was not."""

    mark: Mark
    file: Path | None
    why_not: str = ""


def read_marks(path: Path) -> Sequence[Mark]:
    """Read what a report exported. Raises GoldenError, which says where it is something else."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=Marks).marks
    except OSError as error:
        raise FileError(path, f"cannot be read: {error.strerror}") from error
    except msgspec.MsgspecError as error:
        raise GoldenError(f"{path}: no marks of a report: {error}") from error


def accept(marks: Sequence[Mark], folder: Path, folders: Sequence[str] = ()) -> Iterator[Taken]:
    """Write all marks down: cases into a file a rule in `folder`, near misses into the rules' own files.

    `folders` of rules are read beside the library's. Raises GoldenError in CI.
    """
    refuse_in_ci()
    rules = {rule.name: rule for rule in load_rules(folders)}
    for mark in marks:
        rule = rules.get(mark.rule)
        if rule is None:
            yield Taken(mark, None, f"there is no rule {mark.rule!r}; name its folder with --rules")
        elif mark.text[mark.start : mark.end] != mark.before:
            yield Taken(mark, None, f"{mark.before!r} does not stand at {mark.start}:{mark.end} of its text")
        elif mark.verdict == "accept":
            yield _accepted(mark, folder / f"{mark.rule.replace('/', '-')}.golden.toml", folders)
        else:
            yield _rejected(mark, rule)


def _accepted(mark: Mark, path: Path, folders: Sequence[str]) -> Taken:
    cases = read_cases(path) if path.exists() else ()
    if any(case.input == mark.text for case in cases):
        return Taken(mark, path, "its paragraph is a case already")
    verdict = tried(Case(path, mark.document, 0, 1, mark.text), folders)
    if verdict.broken:
        return Taken(mark, None, "; ".join(verdict.broken))
    if not _is_made(mark, verdict):
        return Taken(mark, None, f"on its paragraph alone the edit is not made: it becomes {verdict.output!r}")
    case = {"name": _free_name(mark.document, cases), "input": mark.text, "output": verdict.output}
    found: Mapping[str, object] = {**case, "rules": list(verdict.rules)}
    try:
        add_case(path, {**found, "metadata": dict(verdict.metadata)} if verdict.metadata else found)
    except (NotInToml, FileError) as error:
        return Taken(mark, None, str(error))
    except OSError as error:
        return Taken(mark, None, f"{path} cannot be written: {error.strerror}")
    return Taken(mark, path)


def _is_made(mark: Mark, verdict: Verdict) -> bool:
    """Did the rule edit at the place that was marked?"""
    return any(it.rule == mark.rule and it.start <= mark.end and mark.start <= it.end for it in verdict.edits)


def _free_name(document: str, cases: Sequence[Case]) -> str:
    taken = {case.name for case in cases}
    names = (document if not n else f"{document}, {n + 1}" for n in range(len(cases) + 1))
    return next(name for name in names if name not in taken)


def _rejected(mark: Mark, rule: Rule) -> Taken:
    path = Path(rule.file)
    if any(example.before == mark.text for example in rule.keeps):
        return Taken(mark, path, "its paragraph is among the near misses already")
    if builtin_folder() in path.parents and (builtin_folder().parent / "__init__.py").exists():
        return Taken(mark, None, "the rule is part of the installed library; report it there, or ignore the rule")
    if alone(rule, mark.text) == mark.text:
        return Taken(mark, None, "the rule alone leaves its paragraph as it is, so it would hold nothing")
    try:
        why = quoted(f"rejected in {mark.document}: {mark.before!r} stays")
        said = f"\n[[keeps]]\ntext = {block(mark.text)}\nwhy = {why}\n"
        with path.open("a", encoding="utf-8") as file:
            file.write(said)
    except NotInToml as error:
        return Taken(mark, None, str(error))
    except OSError as error:
        return Taken(mark, None, f"{path} cannot be written: {error.strerror}")
    return Taken(mark, path)
