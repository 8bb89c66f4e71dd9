"""A rule as a value: what a rule file says, read and checked, before anything is compiled.

`ruleset.schema` makes rules from files; `remedies` turns one into something that proposes edits.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Stage = Literal["article", "encoding", "glue", "spacing", "boilerplate", "duplicates", "translation"]
Safety = Literal["safe", "review", "report"]
Position = Literal["anywhere", "head", "tail", "edge"]

STAGES: tuple[Stage, ...] = ("article", "encoding", "glue", "spacing", "boilerplate", "duplicates", "translation")
"""The order in which stages run; `article` drops most of a page, and spares the others that,
`glue` reads the invisible seams that `spacing` takes away."""

SAFETIES: tuple[Safety, ...] = ("safe", "review", "report")
POSITIONS: tuple[Position, ...] = ("anywhere", "head", "tail", "edge")

NUMBER_HABITS = ("decimal-comma", "group-dot", "group-space", "percent-space")
"""What a language may do to numbers, for `requires.numbers`."""

ANY_SOURCE = "any"
"""As `requires.source`: whichever language the evidence names most strongly."""

ANY_SITE = "*"
"""As `requires.site`: whichever site the caller names."""


@dataclass(frozen=True, slots=True)
class Hints:
    """What the caller knows of a text; evidence, never required."""

    lang: str = ""
    source_lang: str = ""
    url: str = ""
    site: str = ""


NO_HINTS = Hints()


@dataclass(frozen=True, slots=True)
class Example:
    """A text before and after a rule, or one that it keeps (`before == after`)."""

    before: str
    after: str
    why: str = ""
    hints: Hints = field(default_factory=Hints)
    line: int = 0


@dataclass(frozen=True, slots=True)
class Requires:
    """What must hold for the document before a rule may edit it.

    `company`: some rule that asks for none shows by its edit that the text was scraped, where such rules were chosen.
    `nontechnical`: the text does not speak of programs, whose names look like words that were run together.
    `site` is "", ANY_SITE, or the name of the one site that the caller must name, in lower case.
    """

    source: str = ""
    strength: float = 0.0
    position: Position = "anywhere"
    prose: bool = False
    site: str = ""
    numbers: str = ""
    company: bool = False
    nontechnical: bool = False


@dataclass(frozen=True, slots=True)
class Pattern:
    """Remedy: what the pattern matches becomes the replacement, or its lines are dropped."""

    pattern: str
    replacement: str | None = None
    drop: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Remedy: each literal becomes its counterpart, where it stands between word boundaries."""

    entries: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Phrases:
    """Remedy: a line that is one of these phrases, case and outer marks aside, is dropped."""

    by_language: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Fixer:
    """Remedy: a named Python function of `cleantext.fixers`, with the rule's table and phrases, if any.

    `phrases_of` names rules whose phrases it knows too; once rules are loaded, they are among its phrases.
    """

    name: str
    table: Mapping[str, str] = field(default_factory=dict)
    phrases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    phrases_of: tuple[str, ...] = ()


Remedy = Pattern | Table | Phrases | Fixer


def only_a_sign(remedy: Remedy) -> bool:
    """Is it a pattern that edits nothing and only gives evidence? Its examples have no `after`."""
    return isinstance(remedy, Pattern) and remedy.replacement is None and not remedy.drop


MOST_TRIGGERED = 0.01
"""The share of undamaged documents in which a rule may be run in vain, where its file declares no other."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One fault of texts and its repair, as its file tells it.

    `budget` is the share of undamaged documents in which it may be run in vain.
    """

    name: str
    file: str
    summary: str
    why: str
    remedy: Remedy
    safety: Safety = "safe"
    scope: Literal["line", "text"] = "line"
    priority: int = 50
    languages: frozenset[str] = frozenset()
    requires: Requires = field(default_factory=Requires)
    evidence: Mapping[str, float] = field(default_factory=dict)
    lift: tuple[str, ...] = ()
    antipatterns: tuple[str, ...] = ()
    trigger: str = ""
    budget: float = MOST_TRIGGERED
    trusted: bool = False
    changes: tuple[Example, ...] = ()
    keeps: tuple[Example, ...] = ()

    @property
    def stage(self) -> str:
        """The stage is the first part of the rule's name."""
        return self.name.partition("/")[0]


def languages_of(rule: Rule) -> tuple[str, ...]:
    """The languages that a rule names, of the text or as the source; none for a rule that any text may meet."""
    named = {*rule.languages, *rule.evidence} | ({rule.requires.source} - {"", ANY_SOURCE})
    if isinstance(rule.remedy, Phrases):
        named |= rule.remedy.by_language.keys()
    return tuple(sorted(named))
