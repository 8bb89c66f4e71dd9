"""Where rule files lie, and how a folder of them is read: sorted, each on its own, every fault told."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

from cleantext.errors import Fault, RuleError
from cleantext.rule import Rule
from cleantext.ruleset.schema import read_rule

_PACKAGE = Path(__file__).resolve().parent.parent


def builtin_folder() -> Path:
    """The library's own rules: inside an installed package, or beside it in a checkout."""
    inside = _PACKAGE / "rules"
    return inside if inside.is_dir() else _PACKAGE.parent / "rules"


@cache
def builtin_rules(*, examples: bool = True) -> tuple[Rule, ...]:
    """The library's own rules, in the order of their names; to run them, their examples are not needed."""
    rules, faults = read_folder(builtin_folder(), trusted=True, thorough=False, examples=examples)
    if faults or not rules:
        raise RuleError(faults or [Fault(str(builtin_folder()), 1, "the library's own rules are missing")])
    return rules


def read_folder(
    folder: Path, *, trusted: bool = False, thorough: bool = True, examples: bool = True
) -> tuple[tuple[Rule, ...], Sequence[Fault]]:
    """Read every rule file below a folder: the sound ones, and the faults of the others."""
    if not folder.is_dir():
        return (), [Fault(str(folder), 1, "there is no such folder of rules")]
    rules: list[Rule] = []
    paths = sorted(folder.rglob("*.toml"))
    faults = [] if paths else [Fault(str(folder), 1, "the folder holds no rule file")]
    for path in paths:
        name = path.relative_to(folder).with_suffix("").as_posix()
        try:
            source = path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            faults.append(Fault(str(path), 1, f"cannot be read: {error}"))
            continue
        rule, found = read_rule(name, str(path), source, trusted=trusted, thorough=thorough, examples=examples)
        faults += found
        if rule is not None:
            rules.append(rule)
    return tuple(rules), faults


def load_rules(
    folders: Iterable[str | Path] = (), *, builtin: bool = True, strict: bool = True, examples: bool = True
) -> tuple[Rule, ...]:
    """Load rules from folders, after the library's own, in the order of their names.

    A user's rule with the name of a built-in one replaces it. Raises RuleError that names every
    fault of every file; with `strict=False` faulty files are left out instead. Without `examples`
    the built-in rules come quicker, and without theirs.
    """
    rules = {rule.name: rule for rule in builtin_rules(examples=examples)} if builtin else {}
    faults: list[Fault] = []
    for folder in folders:
        found, more = read_folder(Path(folder))
        rules.update((rule.name, rule) for rule in found)
        faults += more
    if faults and strict:
        raise RuleError(faults)
    return tuple(rules[name] for name in sorted(rules))
