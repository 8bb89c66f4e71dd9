"""The text of a new rule file, in the order in which the library's own are written: what, why, remedy, examples."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from cleantext.toml import block, key_of, literal, quoted, value

Kind = Literal["pattern", "drop", "table", "phrases", "fixer", "sign"]

KINDS: Mapping[Kind, str] = {
    "pattern": "what a pattern matches becomes a replacement",
    "drop": "the lines that a pattern matches are dropped",
    "table": "words or phrases become others",
    "phrases": "lines that are nothing but a phrase are dropped",
    "fixer": "a function of the library does it",
    "sign": "a pattern changes nothing, and is evidence of a source language",
}


@dataclass(frozen=True, slots=True)
class NewRule:
    """What the writer said; texts as they are, not escaped."""

    kind: Kind
    summary: str
    why: str
    safety: str = "safe"
    languages: Sequence[str] = ()
    pattern: str = ""
    replacement: str = ""
    table: Mapping[str, str] = field(default_factory=dict)
    phrases: Mapping[str, Sequence[str]] = field(default_factory=dict)
    fixer: str = ""
    evidence: Mapping[str, float] = field(default_factory=dict)
    changes: Sequence[tuple[str, str]] = ()
    keeps: Sequence[tuple[str, str]] = ()


def rule_text(rule: NewRule) -> str:
    r"""Write a rule file.

    >>> print(rule_text(NewRule("pattern", "A full stop twice.", "Typing.", pattern=r"\.\.", replacement=".",
    ...                         changes=[("End..", "End.")], keeps=[("Wait...", "an ellipsis")])))
    summary = "A full stop twice."
    why = "Typing."
    pattern = '\.\.'
    replacement = '.'
    <BLANKLINE>
    [[changes]]
    before = "End.."
    after = "End."
    <BLANKLINE>
    [[keeps]]
    text = "Wait..."
    why = "an ellipsis"
    <BLANKLINE>
    """
    return "\n".join(_lines(rule)) + "\n"


def _lines(rule: NewRule) -> Iterator[str]:
    yield f"summary = {quoted(rule.summary)}"
    yield f"why = {block(rule.why)}"
    if rule.safety != "safe":
        yield f"safety = {quoted(rule.safety)}"
    if rule.languages:
        yield f"languages = {value(list(rule.languages))}"
    yield from _remedy(rule)
    for before, after in rule.changes:
        yield "\n[[changes]]"
        yield f"before = {block(before)}"
        if rule.kind != "sign":
            yield f"after = {block(after)}"
    for text, why in rule.keeps:
        yield "\n[[keeps]]"
        yield f"text = {block(text)}"
        yield f"why = {quoted(why)}"


def _remedy(rule: NewRule) -> Iterator[str]:
    match rule.kind:
        case "pattern" | "drop" | "sign":
            yield f"pattern = {literal(rule.pattern)}"
            if rule.kind == "pattern":
                yield f"replacement = {literal(rule.replacement)}"
            elif rule.kind == "drop":
                yield "drop = true"
            if rule.evidence:
                yield f"evidence = {value(dict(rule.evidence))}"
        case "table":
            yield "\n[table]"
            yield from (f"{key_of(before)} = {quoted(after)}" for before, after in rule.table.items())
        case "phrases":
            yield "\n[phrases]"
            for language, phrases in rule.phrases.items():
                yield f"{key_of(language)} = ["
                yield from (f"  {quoted(phrase)}," for phrase in phrases)
                yield "]"
        case "fixer":
            yield f"fixer = {quoted(rule.fixer)}"
