"""The format of rule files as a JSON Schema, made of the tables that read them: for editors, which then complete keys.

Editors know the form alone; that a pattern compiles and the examples hold, `cleantext rules check` tells.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import UnionType
from typing import Any

from cleantext.rule import MOST_TRIGGERED, NUMBER_HABITS, POSITIONS, SAFETIES
from cleantext.ruleset.keys import BUDGET_KEYS, CHANGES_KEYS, KEEPS_KEYS, KEYS, REQUIRES_KEYS
from cleantext.ruleset.schema import DEFAULT_STRENGTH

_TYPES: Mapping[type | UnionType, Mapping[str, Any]] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    bool | str: {"type": ["boolean", "string"]},
    list: {"type": "array", "items": {"type": "string"}},
}

_LANGUAGE = "^[a-z]{2,3}$"

_SAID: Mapping[str, str] = {
    "summary": "The fault in one line, as a reader sees it; shown as the reason of each edit.",
    "why": "How such damage comes about, and what licenses the edit in general.",
    "safety": "safe: made by default; review: made on request; report: never made, only told.",
    "scope": "line: the pattern sees one line; text: the whole text.",
    "priority": "The lower wins where two edits overlap; 50 by default.",
    "languages": "Languages of the text that the rule is for; without it, any.",
    "pattern": "What is damaged. A literal string ('…', or '''…''') keeps its backslashes single.",
    "replacement": "What comes in its place; \\1 and \\g<name> are groups of the pattern.",
    "drop": "Drop the lines that the pattern matches, and the blank lines that would double.",
    "table": "Each literal becomes its counterpart, as a whole word.",
    "phrases": "By language: lines that are nothing but one of these are dropped.",
    "phrases_of": "Rules whose phrases the fixer knows too.",
    "fixer": "A function of cleantext/fixers, for what no pattern can express.",
    "requires": "What must hold for the text before the rule may edit it.",
    "evidence": "By source language: what a match says of the text being translated from it, as a weight.",
    "lift": "Groups of the pattern whose texts become metadata.",
    "antipatterns": "Where one of these overlaps or touches the edit on its lines, there is no edit.",
    "trigger": "A pattern that hits wherever the rule could act; only where none can be derived.",
    "budget": "The share of undamaged documents in which the rule may be run in vain.",
    "changes": "What the rule changes: before and after. At least one.",
    "keeps": "What looks like the fault and stays, with the reason. At least one; three where a rule could hurt.",
    "requires.source": 'The language that the text must show signs of having been translated from; "any" for any.',
    "requires.strength": f"How strong those signs must be; {DEFAULT_STRENGTH:g} by default.",
    "requires.position": "head, tail, edge: outside the first and the last line of prose.",
    "requires.prose": "The text has a line of prose.",
    "requires.site": "true: the caller says which site the text is from; or the name of that site.",
    "requires.numbers": "How the source language writes numbers.",
    "requires.company": "A rule that asks for no company shows by its edit that the text was scraped.",
    "requires.nontechnical": "The text names no commands, variables and paths of programs.",
}
"""What an editor shows beside a key."""

_ENUMS: Mapping[str, tuple[str, ...]] = {
    "safety": SAFETIES,
    "scope": ("line", "text"),
    "requires.position": POSITIONS,
    "requires.numbers": NUMBER_HABITS,
}


def json_schema() -> dict[str, Any]:
    """The schema, in the dialect that editors of TOML read (draft 7)."""
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "A rule of cleantext",
        **_object(KEYS, own=_OWN),
        "required": ["summary", "why", "changes", "keeps"],
        "oneOf": [_kind("pattern"), _kind("table"), _kind("phrases"), _kind("fixer", besides=("table", "phrases"))],
        "dependencies": {"replacement": ["pattern"], "drop": ["pattern"], "phrases_of": ["fixer"]},
    }


def _kind(key: str, besides: tuple[str, ...] = ()) -> dict[str, Any]:
    """A rule has one remedy; a fixer may come with a table and phrases."""
    others = [{"required": [it]} for it in ("pattern", "table", "phrases", "fixer") if it not in (key, *besides)]
    return {"required": [key], "not": {"anyOf": others}}


def _object(
    keys: Mapping[str, type | UnionType], own: Mapping[str, Mapping[str, Any]] | None = None, within: str = ""
) -> dict[str, Any]:
    properties = {}
    for key, kind in keys.items():
        found = dict((own or {}).get(key) or _TYPES[kind])
        if said := _SAID.get(within + key):
            found["description"] = said
        if enum := _ENUMS.get(within + key):
            found["enum"] = list(enum)
        properties[key] = found
    return {"type": "object", "additionalProperties": False, "properties": properties}


def _by_language(values: Mapping[str, Any]) -> Mapping[str, Any]:
    return {"type": "object", "patternProperties": {_LANGUAGE: values}, "additionalProperties": False}


def _examples(keys: Mapping[str, type], *required: str) -> Mapping[str, Any]:
    return {"type": "array", "minItems": 1, "items": {**_object(keys), "required": list(required)}}


_BUDGET = _object(BUDGET_KEYS, {"share": {"type": "number", "minimum": MOST_TRIGGERED, "maximum": 1}})
_OWN: Mapping[str, Mapping[str, Any]] = {
    "table": {"type": "object", "additionalProperties": {"type": "string"}},
    "phrases": _by_language({"type": "array", "items": {"type": "string", "pattern": r"\S"}}),
    "evidence": _by_language({"type": "number", "exclusiveMinimum": 0}),
    "requires": _object(REQUIRES_KEYS, within="requires."),
    "budget": {**_BUDGET, "required": ["why"]},
    "changes": _examples(CHANGES_KEYS, "before"),
    "keeps": _examples(KEEPS_KEYS, "text", "why"),
}
"""The keys whose values are more than one plain type."""
