"""`Cleaner`: options checked and rules compiled once, for any number of texts, threads and processes."""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, NamedTuple, Unpack

from cleantext.article.told import LinePoints, points_of
from cleantext.options import Config, HintOptions, Options, parse, parse_hints
from cleantext.pipeline import repair
from cleantext.result import Result
from cleantext.rule import Fixer, Hints, Rule, Safety
from cleantext.ruleset.compiled import RuleSet
from cleantext.ruleset.folder import load_rules

SCORECARD = "scorecard"
"""The fixer whose points `explain` tells."""


class Cleaner:
    """Cleans texts with one choice of rules.

    Takes the options of `clean`; hints among them hold for every text unless a call says otherwise.
    Safe to share between threads; pickles as its options and compiles anew, once per process. Cleaners of the same
    options share what is compiled.
    """

    def __init__(self, **options: Unpack[Options]) -> None:
        self._take(*parse({**options}))

    def _take(self, config: Config, hints: Hints) -> None:
        self._config, self._hints = config, hints
        self._where = _where(config)
        self._rules = _compiled(config, self._where)

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The rules whose edits are wanted, in the order of their names; the built-in ones without their examples."""
        return tuple(rule for rule in rules_known_to(self) if rule.name in self._rules.active)

    def clean(self, text: str, **hints: Unpack[HintOptions]) -> str:
        r"""Repair a text.

        >>> Cleaner(select="spacing").clean("a  quiet\N{ZERO WIDTH SPACE} harbour")
        'a quiet harbour'
        """
        _check(text)
        if not text:
            return text
        config, merged = self._config, self._merged(hints)
        return repair(text, self._rules, merged, safety=config.safety, strict=config.strict, telling=False).text

    def explain(self, text: str, **hints: Unpack[HintOptions]) -> Result:
        """Repair a text and tell every edit, its rule, its reason, and what was left alone."""
        _check(text)
        config, merged = self._config, self._merged(hints)
        repaired = repair(text, self._rules, merged, safety=config.safety, strict=config.strict, explaining=True)
        return Result(text, repaired, self._points(text))

    def _points(self, text: str) -> Sequence[LinePoints]:
        """The points of every line, where a rule among those wanted gives such."""
        for rule in self.rules:
            if isinstance(rule.remedy, Fixer) and rule.remedy.name == SCORECARD:
                from cleantext.fixers.scorecard import card_of  # few texts are asked so

                return points_of(text, card_of(rule))
        return ()

    def edited(self, text: str, **hints: Unpack[HintOptions]) -> Result:
        """Repair a text and tell its edits, in the time that `clean` takes: findings are left out, and most evidence.

        >>> Cleaner(select="spacing").edited("a  quiet harbour").rules
        ('spacing/run-of-spaces',)
        """
        _check(text)
        config = self._config
        return Result(text, repair(text, self._rules, self._merged(hints), safety=config.safety, strict=config.strict))

    def _merged(self, hints: HintOptions) -> Hints:
        if not hints:
            return self._hints
        given = parse_hints({**hints})
        names = ("lang", "source_lang", "url", "site")
        return Hints(**{name: getattr(given, name) or getattr(self._hints, name) for name in names})

    def __reduce__(self) -> tuple[Any, ...]:
        return _restored, (self._config, self._hints)


class Manner(NamedTuple):
    """How a cleaner repairs texts, but for the choice of rules: the fate of doubtful edits, and the hints."""

    safety: Safety
    strict: bool
    hints: Hints


def manner_of(cleaner: Cleaner) -> Manner:
    """How a cleaner repairs texts."""
    config = cleaner._config
    return Manner(config.safety, config.strict, cleaner._hints)


def rules_known_to(cleaner: Cleaner) -> tuple[Rule, ...]:
    """The rules of a cleaner, and those whose edits are not wanted, but which may give evidence."""
    return _loaded(cleaner._config.rules, cleaner._where)


@cache
def default_cleaner() -> Cleaner:
    """The cleaner for calls without options."""
    return Cleaner()


def _restored(config: Config, hints: Hints) -> Cleaner:
    cleaner = Cleaner.__new__(Cleaner)
    cleaner._take(config, hints)
    return cleaner


def _where(config: Config) -> str:
    """The folder that relative folders of rules are meant from: a process may move on."""
    return "" if all(map(os.path.isabs, config.rules)) else str(Path.cwd())


@lru_cache(maxsize=64)
def _loaded(folders: tuple[str, ...], _meant_from: str) -> tuple[Rule, ...]:
    return load_rules(folders, examples=False)


@lru_cache(maxsize=64)
def _compiled(config: Config, where: str) -> RuleSet:
    rules = _loaded(config.rules, where)
    return RuleSet(rules, config.names(rules), shared=bool(config.select or config.ignore))


def _check(text: object) -> None:
    if not isinstance(text, str):
        hint = "; clean_bytes() decodes it, and tells how sure that is" if isinstance(text, bytes | bytearray) else ""
        raise TypeError(f"the text to clean is a str, not {type(text).__name__}{hint}")
