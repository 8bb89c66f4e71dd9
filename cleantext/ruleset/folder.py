"""Where rule files lie, and how a folder of them is read: sorted, each on its own, every fault told.

Only `phrases_of` reaches from one rule to another; it is settled when all of them are there.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

from cleantext.errors import Fault, RuleError
from cleantext.rule import Fixer, Phrases, Rule
from cleantext.ruleset.schema import read_rule

_PACKAGE = Path(__file__).resolve().parent.parent


def builtin_folder() -> Path:
    """The library's own rules: inside an installed package, or beside it in a checkout."""
    inside = _PACKAGE / "rules"
    return inside if inside.is_dir() else _PACKAGE.parent / "rules"


@cache
def builtin_rules(*, examples: bool = True) -> tuple[Rule, ...]:
    """The library's own rules, in the order of their names; to run them, their examples are not needed."""
    return load_rules(examples=examples)


@cache
def _builtin_files(*, examples: bool) -> tuple[Rule, ...]:
    """The library's own rules, each as its file alone tells it."""
    rules, faults = _read_files(builtin_folder(), trusted=True, thorough=False, examples=examples)
    if faults or not rules:
        raise RuleError(faults or [Fault(str(builtin_folder()), 0, "the library's own rules are missing")])
    return rules


def read_folder(folder: Path, *, trusted: bool = False) -> tuple[tuple[Rule, ...], Sequence[Fault]]:
    """Read every rule file below a folder, thoroughly: the sound ones, and the faults of the others."""
    rules, faults = _read_files(folder, trusted=trusted, thorough=True, examples=True)
    known = {rule.name: rule for rule in (*_builtin_files(examples=False), *rules)}
    return _settled(rules, known, faults), faults


def _read_files(folder: Path, *, trusted: bool, thorough: bool, examples: bool) -> tuple[tuple[Rule, ...], list[Fault]]:
    if not folder.is_dir():
        return (), [Fault(str(folder), 0, "there is no such folder of rules")]
    rules: list[Rule] = []
    paths = sorted(folder.rglob("*.toml"))
    faults = [] if paths else [Fault(str(folder), 0, "the folder holds no rule file")]
    for path in paths:
        name = path.relative_to(folder).with_suffix("").as_posix()
        try:
            source = path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            faults.append(Fault(str(path), 0, f"cannot be read: {error}"))
            continue
        rule, found = read_rule(name, str(path), source, trusted=trusted, thorough=thorough, examples=examples)
        faults += found
        if rule is not None:
            rules.append(rule)
    return tuple(rules), faults


def load_rules(folders: Iterable[str | Path] = (), *, strict: bool = True, examples: bool = True) -> tuple[Rule, ...]:
    """Load rules from folders, after the library's own, in the order of their names.

    A user's rule with the name of a built-in one replaces it. Raises RuleError that names every
    fault of every file; with `strict=False` faulty files are left out instead. Without `examples`
    the built-in rules come quicker, and without theirs.
    """
    rules = {rule.name: rule for rule in _builtin_files(examples=examples)}
    faults: list[Fault] = []
    for folder in folders:
        found, more = _read_files(Path(folder), trusted=False, thorough=True, examples=True)
        rules.update((rule.name, rule) for rule in found)
        faults += more
    settled = _settled([rules[name] for name in sorted(rules)], rules, faults)
    if faults and strict:
        raise RuleError(faults)
    return settled


def _settled(rules: Iterable[Rule], known: Mapping[str, Rule], faults: list[Fault]) -> tuple[Rule, ...]:
    """The rules with the phrases of those that they name under `phrases_of`; a name that is none is a fault."""
    settled = []
    for rule in rules:
        unknown = next((name for name in _named(rule) if not _phrases(known.get(name))), None)
        if unknown is None:
            settled.append(_with_phrases(rule, [known[name] for name in _named(rule)]))
        else:
            faults.append(Fault(rule.file, 1, f"'phrases_of' names {unknown!r}, which is no rule with phrases"))
    return tuple(settled)


def _named(rule: Rule) -> Sequence[str]:
    return rule.remedy.phrases_of if isinstance(rule.remedy, Fixer) else ()


def _phrases(rule: Rule | None) -> Mapping[str, Sequence[str]]:
    """The phrases that a rule's own file holds."""
    if rule is None:
        return {}
    if isinstance(rule.remedy, Fixer):
        return rule.remedy.phrases
    return rule.remedy.by_language if isinstance(rule.remedy, Phrases) else {}


def _with_phrases(rule: Rule, others: Iterable[Rule]) -> Rule:
    if not isinstance(rule.remedy, Fixer) or not rule.remedy.phrases_of:
        return rule
    merged: dict[str, dict[str, None]] = {}
    for it in (rule, *others):
        for language, phrases in _phrases(it).items():
            merged.setdefault(language, {}).update(dict.fromkeys(phrases))
    whole = {language: tuple(phrases) for language, phrases in merged.items()}
    return replace(rule, remedy=replace(rule.remedy, phrases=whole))
