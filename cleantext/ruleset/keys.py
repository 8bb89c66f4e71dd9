"""The keys of a rule file, each with the type of its value; what a key means is told by `rule.Rule` and its parts."""

from __future__ import annotations

from collections.abc import Mapping
from types import UnionType

KEYS: Mapping[str, type] = {
    "summary": str,
    "why": str,
    "safety": str,
    "scope": str,
    "priority": int,
    "languages": list,
    "pattern": str,
    "replacement": str,
    "drop": bool,
    "table": dict,
    "phrases": dict,
    "phrases_of": list,
    "fixer": str,
    "requires": dict,
    "evidence": dict,
    "lift": list,
    "antipatterns": list,
    "trigger": str,
    "budget": dict,
    "changes": list,
    "keeps": list,
}
REQUIRES_KEYS: Mapping[str, type | UnionType] = {
    "source": str,
    "strength": float,
    "position": str,
    "prose": bool,
    "site": bool | str,
    "numbers": str,
    "company": bool,
    "nontechnical": bool,
}
BUDGET_KEYS: Mapping[str, type] = {"share": float, "why": str}
HINT_KEYS: Mapping[str, type] = {"lang": str, "source_lang": str, "url": str, "site": str}
EXAMPLE_KEYS: Mapping[str, type] = {"why": str, "surrogates": bool, **HINT_KEYS}
CHANGES_KEYS: Mapping[str, type] = {"before": str, "after": str, **EXAMPLE_KEYS}
KEEPS_KEYS: Mapping[str, type] = {"text": str, **EXAMPLE_KEYS}
