"""The options of a call, checked: those that choose rules, and hints about one text."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, Literal, TypedDict, cast, get_args

from cleantext.errors import OptionError
from cleantext.facts.tags import language_tag
from cleantext.rule import NO_HINTS, STAGES, Hints, Rule

Profile = Literal["default", "minimal", "article"]
Boldness = Literal["safe", "review"]
"""Which edits are made: what a rule only reports is never one."""

PROFILES: dict[str, Collection[str]] = {
    "default": tuple(stage for stage in STAGES if stage != "article"),
    "minimal": ("encoding", "spacing"),
    "article": STAGES,
}
"""The stages of each profile."""

_FOREIGN = frozenset(
    "fix_unicode to_ascii lower normalize_whitespace no_line_breaks strip_lines keep_two_line_breaks "
    "no_urls no_emails no_phone_numbers no_numbers no_digits no_currency_symbols no_punct no_emoji "
    "replace_with_url replace_with_email replace_with_punct extra_spaces stemming stopwords lowercase "
    "numbers punct reg reg_replace clean_all".split()
)
"""Options of the distributions `clean-text` and `cleantext`, which install a package of the same import name."""


class HintOptions(TypedDict, total=False):
    """What the caller knows of one text; all strings, all optional."""

    lang: str
    source_lang: str
    url: str
    site: str


class Options(HintOptions, total=False):
    """Every option of `clean` and `explain`."""

    profile: Profile
    rules: str | Path | Iterable[str | Path]
    select: str | Iterable[str]
    ignore: str | Iterable[str]
    safety: Boldness
    strict: bool


@dataclass(frozen=True, slots=True)
class Config:
    """The options that choose rules; hashable, so that a compiled set is kept per config."""

    profile: str = "default"
    rules: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    safety: Boldness = "safe"
    strict: bool = False

    def names(self, rules: Sequence[Rule]) -> frozenset[str]:
        """The names of the rules wanted. Raises OptionError for a name that is no rule, stage or folder."""
        known = {part for rule in rules for part in _prefixes(rule.name)} | set(STAGES)
        for name in (*self.select, *self.ignore):
            if name not in known:
                raise OptionError(f"{name!r} is no rule and no stage{_did_you_mean(name, known, '{!r}')}")
        stages = PROFILES[self.profile]
        wanted = set(self.select)
        return frozenset(
            rule.name
            for rule in rules
            if rule.stage in stages
            and (not wanted or wanted & _prefixes(rule.name))
            and not _prefixes(rule.name) & set(self.ignore)
        )


def _prefixes(name: str) -> set[str]:
    """A rule's own name, its folders and its stage: what it can be chosen by."""
    parts = name.split("/")
    return {"/".join(parts[: n + 1]) for n in range(len(parts))}


def parse(options: dict[str, Any]) -> tuple[Config, Hints]:
    """Check the keyword arguments of a call.

    Raises TypeError for an unknown keyword or a wrong type, OptionError for an unknown value.
    """
    config = {key: value for key, value in options.items() if key in _CONFIG_KEYS}
    hints = {key: value for key, value in options.items() if key in _HINT_KEYS}
    for key in options.keys() - config.keys() - hints.keys():
        raise TypeError(_unknown(key))
    return _config(config), parse_hints(hints)


def parse_hints(hints: dict[str, Any]) -> Hints:
    """Check the hints of a call; None is the same as no hint.

    Raises TypeError for an unknown keyword or a wrong type, OptionError for a language that is none.
    """
    for key, value in hints.items():
        if key in _CONFIG_KEYS:
            raise TypeError(f"{key}= chooses rules: say it where the Cleaner is made, not with each text")
        if key not in _HINT_KEYS:
            raise TypeError(_unknown(key))
        if not isinstance(value, str | None):
            raise TypeError(f"{key}= is a string, not {type(value).__name__}")
    given = {key: _tag(key, value) if key in _LANGUAGES else value for key, value in hints.items() if value}
    return Hints(**given) if given else NO_HINTS


def says_something(hint: str, value: object) -> bool:
    """Can a value of somebody's metadata be said as this hint?

    >>> [says_something("lang", it) for it in ("fra", "french", None)]
    [True, False, False]
    """
    return isinstance(value, str) and (hint not in _LANGUAGES or not value or language_tag(value) is not None)


def _tag(key: str, value: str) -> str:
    if (tag := language_tag(value)) is None:
        codes = "a code of ISO 639 or a tag of BCP 47, as 'en', 'fra' or 'pt-BR'"
        raise OptionError(f"{key}={value!r} names no language; say it by {codes}, or leave it out")
    return tag


def _config(options: dict[str, Any]) -> Config:
    profile, safety = options.get("profile", "default"), options.get("safety", "safe")
    if profile not in PROFILES:
        raise OptionError(f"profile={profile!r} is not known; use {' or '.join(map(repr, PROFILES))}")
    if safety not in get_args(Boldness):
        raise OptionError(f"safety={safety!r} is not known; use 'safe' or 'review'")
    many = {key: _many(key, options.get(key, ())) for key in ("rules", "select", "ignore")}
    if "select" in options and not many["select"]:
        raise OptionError("select= names no rule, so none would run; name rules or stages, or leave it out for all")
    strict = options.get("strict", False)
    if not isinstance(strict, bool):
        raise TypeError(f"strict= is True or False, not {strict!r}")
    return Config(profile=profile, safety=cast("Boldness", safety), strict=strict, **many)


def _many(key: str, value: Any) -> tuple[str, ...]:
    values = [value] if isinstance(value, str | Path) else list(value) if isinstance(value, Iterable) else [None]
    if not all(isinstance(it, str | Path) for it in values):
        raise TypeError(f"{key}= is a string or several, not {value!r}")
    return tuple(str(it) for it in values)


def _unknown(key: str) -> str:
    if key in _FOREIGN:
        return (
            f"{key}= is an option of another package that is imported as `cleantext`; "
            "this one is the distribution `cleantext-repair`, which never changes undamaged text"
        )
    return f"{key}= is not an option{_did_you_mean(key, _CONFIG_KEYS | _HINT_KEYS, '{}=')}"


def _did_you_mean(word: str, known: Collection[str], form: str) -> str:
    import difflib  # only to help

    near = difflib.get_close_matches(word, known, 1)
    return f"; did you mean {form.format(near[0])}?" if near else ""


_CONFIG_KEYS = frozenset(field.name for field in fields(Config))
_HINT_KEYS = frozenset(field.name for field in fields(Hints))
_LANGUAGES = frozenset(("lang", "source_lang"))
