"""Which rules are meant: the library's own, a folder's, or those of a git ref, with a folder's added or not.

Only the rule files come from there. The code that runs them, with its fixers and its data, is always the
one that is running; a ref whose rules name a fixer that this code has not got is told as faulty.
"""

from __future__ import annotations

import io
import shutil
import subprocess
import tarfile
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from cleantext.errors import CleanTextError, Fault, RuleError
from cleantext.rule import STAGES, Rule
from cleantext.ruleset.folder import load_rules, read_folder

BUILTIN = "builtin"
ADDED = "+"
RULES = "rules"
"""The folder of rules in a repository, where nothing else is said."""


class RuleSetError(CleanTextError):
    """No rules are found under a name; the message says what is."""


@dataclass(frozen=True, slots=True)
class Named:
    """Rules, in the order of their names, and what they are called in what is told of them."""

    label: str
    rules: tuple[Rule, ...]


def find_rules(name: str | None) -> Named:
    """Find the rules that a name stands for.

    `builtin`: those of the running library. A folder: the rules in it, or in its folder `rules`, and no
    others. `REF` or `REF:FOLDER`: the same at a commit of the repository around this folder. `+` before a
    folder or a ref: the library's own, and these added or put in their place. None: the rules of the working
    tree around this folder, or, where it has none, those of the library. Raises RuleSetError, and RuleError
    where rule files are faulty.
    """
    if name is None:
        top = _top_of_working_tree()
        here = top / RULES if top is not None else None
        if here is None or not _holds_rules(here):
            return find_rules(BUILTIN)
        return Named("working tree", _whole(here))
    if name == BUILTIN:
        return Named(name, load_rules(examples=False))
    if name.startswith(ADDED):
        return _added(name)
    if Path(name).is_dir():
        return Named(name, _whole(_folder(Path(name))))
    with tempfile.TemporaryDirectory(prefix="cleantext-rules-") as place:
        return Named(name, _whole(_extracted(name, Path(place)), said=_said(name)))


def _added(name: str) -> Named:
    """The library's own rules with others; those are run as any user's are, under a time limit."""
    rest = name.removeprefix(ADDED)
    if Path(rest).is_dir():
        return Named(name, load_rules([_folder(Path(rest))], examples=False))
    with tempfile.TemporaryDirectory(prefix="cleantext-rules-") as place:
        folder = _extracted(rest, Path(place))
        try:
            return Named(name, load_rules([folder], examples=False))
        except RuleError as error:
            raise RuleError(_renamed(error.faults, folder, _said(rest))) from error


def _whole(folder: Path, said: str = "") -> tuple[Rule, ...]:
    """The rules of a folder and no others, trusted as the library's own are, whose place they take."""
    rules, faults = read_folder(folder, trusted=True)
    if faults:
        raise RuleError(_renamed(faults, folder, said or str(folder)))
    # In the order of names, not of paths: automata that the build wrote down serve rules in this order alone.
    return tuple(replace(rule, changes=(), keeps=()) for rule in sorted(rules, key=lambda rule: rule.name))


def _renamed(faults: Iterable[Fault], folder: Path, said: str) -> list[Fault]:
    """Faults by the name that a file has in its repository, instead of a temporary place."""
    return [replace(fault, file=fault.file.replace(str(folder), said, 1)) for fault in faults]


def _folder(folder: Path) -> Path:
    if _holds_rules(folder):
        return folder
    if _holds_rules(folder / RULES):
        return folder / RULES
    raise RuleSetError(
        f"{str(folder)!r} holds no rules (STAGE/NAME.toml), nor does a folder {RULES!r} in it; "
        "two rule sets are compared by what they do to one corpus, not two folders of texts"
    )


def _holds_rules(folder: Path) -> bool:
    return any((folder / stage).is_dir() for stage in STAGES)


def _said(name: str) -> str:
    return name if ":" in name else f"{name}:{RULES}"


def _extracted(name: str, place: Path) -> Path:
    """The folder of rules of a git ref, put below a temporary place."""
    ref, _, below = name.partition(":")
    below = below or RULES
    commit = _git("rev-parse", "--quiet", "--verify", "--end-of-options", f"{ref}^{{commit}}")
    if commit is None:
        raise RuleSetError(
            f"{name!r} is no folder of rules, no analysis, and no ref of a git repository here; "
            f"say {BUILTIN!r} for the library's own rules, with --old or --new"
        )
    packed = _git("archive", "--format=tar", f"{commit.decode().strip()}:{below}")
    if packed is None:
        raise RuleSetError(f"there is no folder {below!r} in {ref!r}; name one as {ref}:FOLDER")
    with tarfile.open(fileobj=io.BytesIO(packed)) as files:
        files.extractall(place, filter="data")
    if not _holds_rules(place):
        raise RuleSetError(f"the folder {below!r} in {ref!r} holds no rules (STAGE/NAME.toml)")
    return place


def _top_of_working_tree() -> Path | None:
    told = _git("rev-parse", "--show-toplevel")
    return None if told is None else Path(told.decode().rstrip("\n"))


def _git(*arguments: str) -> bytes | None:
    """What git answers; None where it has nothing to say, or is not there."""
    git = shutil.which("git")
    if git is None:
        return None
    ran = subprocess.run([git, *arguments], capture_output=True)  # noqa: S603 - arguments that git itself checks
    return ran.stdout if ran.returncode == 0 else None


def by_name(rules: Iterable[Rule]) -> Mapping[str, Rule]:
    """Rules by their names."""
    return {rule.name: rule for rule in rules}
