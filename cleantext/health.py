"""Is all well with this installation? Each check tells what it found and, where that is not well, what to do."""

from __future__ import annotations

import platform
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib import import_module, metadata
from pathlib import Path
from typing import Literal

import cleantext
from cleantext.batch import clean_many
from cleantext.cleaner import default_cleaner
from cleantext.collision import DISTRIBUTION, other_distributions, remedy, shadows
from cleantext.errors import CleanTextError, RuleError
from cleantext.mojibake import reference
from cleantext.options import PROFILES, Config
from cleantext.ruleset.compiled import RuleSet
from cleantext.ruleset.folder import builtin_folder, load_rules, read_folder
from cleantext.ruleset.for_build import automata_of
from cleantext.ruleset.prepared import head_of, prepared_heads
from cleantext.scanner import hyperscan, literals, patterns
from cleantext.triggers import prepared as prepared_triggers

State = Literal["ok", "warning", "failed"]

_PACKAGE = Path(cleantext.__file__).resolve().parent
_FOR_DEVELOPERS = frozenset({"test", "check", "fit", "data", "test-integrations"})
_REQUIREMENT = re.compile(r"(?P<name>[\w.-]+)(?:\[[^\]]*\])?\s*(?P<versions>[^;]*)(?:;(?P<marker>.*))?")
_EXTRA = re.compile(r"extra\s*==\s*['\"]([^'\"]+)")

REPAIRS = (
    ("The harbour master said thatâ€™s the plan.", "The harbour master said that’s the plan."),
    ("The boat  left on Sunday\N{NO-BREAK SPACE}night.", "The boat left on Sunday night."),
    ("They met in front of theakimat, thatâ€™s the Akimat.", "They met in front of the akimat, that’s the Akimat."),
    (
        "The strike\n\nNo ship was unloaded on the quay this week, said the delegate of the dockers.\n\nLoading...",
        "The strike\n\nNo ship was unloaded on the quay this week, said the delegate of the dockers.",
    ),
)
"""Texts, and what they are repaired to."""

KEPT = "“Loading…” said the machine. YouTube, deVries and node.js stay; x < y and z > w, and so does the 25 % of it."
"""A text that is to stay as it is."""


@dataclass(frozen=True, slots=True)
class Check:
    """What was looked at, how it stands, what was found, and what to do, where there is something to do."""

    name: str
    state: State
    told: str
    advice: str = ""


def checks(folders: Sequence[str | Path] = ()) -> Iterator[Check]:
    """Look at everything, and at rules in further folders; what fails keeps nothing after it from being looked at."""
    yield _versions()
    yield from _dependencies()
    yield _engine()
    yield _ftfy()
    yield _names()
    yield from (_rules(folder) for folder in (builtin_folder(), *folders))
    for check in (_prepared, _repairs, _processes):
        try:
            yield check()
        except RuleError:
            told = "faulty rules keep this from being looked at"
            yield Check(check.__name__.lstrip("_"), "failed", told, "do first what is said of the rules")


def _versions() -> Check:
    told = f"cleantext {cleantext.__version__} in {_PACKAGE}, Python {platform.python_version()}, {platform.platform()}"
    try:
        installed = metadata.version(DISTRIBUTION)
    except metadata.PackageNotFoundError:
        return Check("versions", "warning", f"{told}; it is not installed, only found", f"pip install {_from_here()}")
    if installed != cleantext.__version__:
        told = f"{told}; installed is {installed}"
        return Check("versions", "warning", told, f"pip install --force-reinstall --no-deps {_from_here()}")
    return Check("versions", "ok", told)


def _from_here() -> str:
    """What pip installs anew: the checkout that the package lies in, or the distribution."""
    root = _PACKAGE.parent
    return f"-e {root}" if (root / "pyproject.toml").is_file() else DISTRIBUTION


def _dependencies() -> Iterator[Check]:
    """Whether what is needed is there, and which extras are."""
    told, missing, extras = [], [], dict[str, list[str]]()
    for requirement in _requirements():
        marker, name = requirement["marker"] or "", requirement["name"]
        version = _version(name)
        fits = version is not None and _fits(version, requirement["versions"])
        if extra := _EXTRA.search(marker):
            extras.setdefault(extra[1], []).extend([] if fits else [name])
        elif fits:
            told.append(f"{name} {version}")
        elif not marker:  # with a marker it is an engine, and not on every platform
            missing.append(f"{name}{requirement['versions']}")
            told.append(f"{name} {version or 'missing'}")
    advice = f"pip install {' '.join(repr(it) for it in missing)}" if missing else ""
    yield Check("dependencies", "failed" if missing else "ok", ", ".join(told) or "not known", advice)
    here = ", ".join(sorted(name for name, lacking in extras.items() if not lacking)) or "none"
    others = ", ".join(sorted(name for name, lacking in extras.items() if lacking)) or "none"
    yield Check("extras", "ok", f"installed: {here}; not installed: {others} (pip install '{DISTRIBUTION}[NAME]')")


def _requirements() -> Iterator[re.Match[str]]:
    try:
        requirements = metadata.requires(DISTRIBUTION) or ()
    except metadata.PackageNotFoundError:
        return
    for found in map(_REQUIREMENT.match, requirements):
        extra = found and _EXTRA.search(found["marker"] or "")
        if found and not (extra and extra[1] in _FOR_DEVELOPERS):
            yield found


def _version(name: str) -> str | None:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return None


def _fits(version: str, wanted: str) -> bool:
    """Does a version keep the bounds that our own requirements have?

    >>> _fits("6.3.1", "<6.4,>=6.3"), _fits("6.10", "<6.4,>=6.3"), _fits("8.2.0rc1", ">=8.2")
    (True, False, True)
    """
    its = _numbers(version)
    lowest = [_numbers(it) for it in re.findall(r">=\s*([\d.]+)", wanted)]
    beyond = [_numbers(it) for it in re.findall(r"<\s*([\d.]+)", wanted)]
    return all(its >= it for it in lowest) and all(its < it for it in beyond)


def _numbers(version: str) -> list[int]:
    return [int(it) for it in re.findall(r"\d+", re.split(r"[a-zA-Z+]", version)[0])]


def _engine() -> Check:
    if hyperscan.is_here():
        told = f"Hyperscan {_version('hyperscan')}, the fastest, finds what concerns a text"
        if patterns.has_re2():
            return Check("engine", "ok", f"{told}; RE2 {_version('google-re2')} finds what is asked of whole texts")
        return Check("engine", "warning", f"{told}; RE2 {_why_not('re2', 'google-re2')}, Python's re serves", _SLOWER)
    of_patterns = f"RE2 {_version('google-re2')}"
    if not patterns.has_re2():
        of_patterns = f"RE2 {_why_not('re2', 'google-re2')}; Python's re"
    of_literals = "Aho and Corasick's automaton" if literals.has_ahocorasick() else "Python's re"
    told = f"Hyperscan {_why_not('hyperscan', 'hyperscan')}; {of_patterns} serves, for literals {of_literals}"
    return Check("engine", "warning", told, _SLOWER)


_SLOWER = (
    "nothing has to be done: the answers are the same, only slower; where there is a wheel for this platform, "
    "pip install hyperscan google-re2"
)


def _why_not(module: str, distribution: str) -> str:
    """Why a module cannot be had."""
    try:
        import_module(module)
    except ImportError as error:
        return f"cannot be imported ({error})" if _version(distribution) else "is not installed"
    return "was installed since"


def _ftfy() -> Check:
    version = _version("ftfy")
    if reference.is_known():
        return Check("ftfy", "ok", f"ftfy {version} is the one that the fast repair of mojibake was written for")
    told = f"ftfy {version} is not one that the fast repair of mojibake was written for, and does all of it itself"
    known = f"pip install 'ftfy=={reference.KNOWN_VERSIONS[-1]}'"
    return Check("ftfy", "warning", told, f"{known}, or nothing: the repairs are that ftfy's own, only slower")


def _names() -> Check:
    """Whether something else is imported by our name."""
    if others := other_distributions():
        told = f"{' and '.join(others)} installed a package `cleantext` too, and the files of both lie in one folder"
        return Check("names", "failed", told, remedy(others))
    if found := shadows():
        told = f"in some folders, other modules are imported as `cleantext`: {', '.join(map(str, found))}"
        return Check("names", "warning", told, "rename them, or start Python elsewhere")
    return Check("names", "ok", "nothing else is imported as `cleantext`")


def _rules(folder: str | Path) -> Check:
    builtin = Path(folder) == builtin_folder()
    name = "rules" if builtin else f"rules in {folder}"
    try:
        rules, faults = read_folder(Path(folder), trusted=builtin)
    except RuleError as error:  # the library's own, whichever the folder
        rules, faults = (), error.faults
    if not faults:
        more = "" if builtin else f"; `cleantext rules check {folder}` holds them to their examples"
        return Check(name, "ok", f"{len(rules)} rule files, none at fault{more}")
    told = "; ".join(map(str, faults[:5])) + (f"; and {len(faults) - 5} more" if len(faults) > 5 else "")
    mend = f"pip install --force-reinstall --no-deps {_from_here()}, or take back what was edited"
    return Check(name, "failed", told, mend if builtin else "mend the files at these lines, or leave the folder out")


def _prepared() -> Check:
    """Whether the build wrote down what this process would else find out anew at every start."""
    stale = [path for path in builtin_folder().rglob("*.toml") if not _is_prepared(path)]
    lacking = [name for name in _automata() if not hyperscan.fits(name)] if hyperscan.is_here() else []
    if not stale and not lacking and prepared_triggers():
        return Check("prepared", "ok", "the rules are read, and their automata compiled, as the build wrote them down")
    told = f"of what the build writes down, {len(stale)} rules, {len(lacking)} automata"
    told += "" if prepared_triggers() else ", all triggers"
    told += " are missing, or not those of the rules: each start takes a second more"
    return Check("prepared", "warning", told, f"pip install --force-reinstall --no-deps {_from_here()}")


def _is_prepared(path: Path) -> bool:
    return head_of(path.read_text(encoding="utf-8")) in prepared_heads()


def _automata() -> Sequence[str]:
    rules = load_rules(examples=False)
    sets = (RuleSet(rules, Config(profile=profile).names(rules)) for profile in PROFILES)
    return sorted({name for its in sets for name in automata_of(its)})


def _repairs() -> Check:
    """Whether texts of which it is known come out as they should."""
    cleaner = default_cleaner()
    wrong = []
    for before, after in (*REPAIRS, (KEPT, KEPT)):
        result = cleaner.explain(before)
        if {cleaner.clean(before), cleaner.clean(after), result.text, result.replay()} != {after}:
            wrong.append(f"{before!r} comes out as {result.text!r}, not {after!r}")
    if wrong:
        mend = f"pip install --force-reinstall {_from_here()}; if that does not help, it is a bug: send us this report"
        return Check("repairs", "failed", "; ".join(wrong), mend)
    return Check("repairs", "ok", f"{len(REPAIRS)} damaged texts are repaired, and an undamaged one stays")


def _processes() -> Check:
    """Whether other processes give the same."""
    try:
        cleaned = list(clean_many([before for before, _ in REPAIRS], jobs=2))
    except (CleanTextError, OSError) as error:
        told = f"other processes cannot be started, or do not answer: {error}"
        return Check("processes", "failed", told, "use --jobs 1, or jobs=1, which does the same in this process")
    if cleaned != [after for _, after in REPAIRS]:
        told = f"other processes give {cleaned!r}"
        return Check("processes", "failed", told, "look for another `cleantext` where PYTHONPATH leads")
    return Check("processes", "ok", "two other processes were started, and give the same")
