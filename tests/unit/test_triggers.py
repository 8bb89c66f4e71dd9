"""A trigger is a superset of its pattern: a rule never matches where its trigger is silent."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cleantext.rule import Pattern, Table
from cleantext.ruleset import scanner as scanners
from cleantext.ruleset.folder import builtin_rules
from cleantext.ruleset.triggers import NotDerivable, trigger_of

SCANNERS = [scanners.PlainScanner] + ([scanners.Re2Scanner] if scanners.re2 else [])

TRAPS = [
    r"\bthe\b", r"(?i)\bkiss\b", r"(?i)is", r"\d+\s?%", r"(?<=\w)(?=«)", r"(?<=[a-z])\.(?=[A-Z])", r"^\s*date (\d{4})$",
    r"[^\W\d_]{2,}!", r"(?x) a b # comment", r"(?i)straße", r"é|à", r"\S{30,}x", r"(?:ab?){2,40}c", r"[^a-z]x", r"(?i)[^a-z]x",
    r"(?s)a.b", r"a.b", r"\Aa|b\Z", r"[\ud800-\udfff]", r"(?<!x)y(?!z)", r"(?i:K)m", r"(?>ab)c", r"x*+y", "[‘’“”]", r"(?i)[ſ]", r"\B-\B.",
]  # fmt: skip

texts = st.text(
    st.one_of(st.sampled_from("aAbBcCkKsSiIxyz .!?%-\n\t09«»éÉàıİſK’“ß\ud800\xa0"), st.characters()), max_size=40
)


@pytest.mark.parametrize("scanner", SCANNERS, ids=lambda it: it.__name__)
@settings(deadline=None, max_examples=300)
@given(text=texts)
def test_no_trap_pattern_matches_where_its_trigger_is_silent(scanner: type, text: str) -> None:
    hits = set(scanner([trigger_of(pattern) for pattern in TRAPS]).hits(text))
    for number, pattern in enumerate(TRAPS):
        if re.search(pattern, text, re.MULTILINE):
            assert number in hits, f"{pattern!r} matches {text!r}, {trigger_of(pattern)!r} does not"


PATTERNS = sorted(
    {rule.remedy.pattern for rule in builtin_rules() if isinstance(rule.remedy, Pattern) and not rule.trigger}
)
PIECES = [example.before for rule in builtin_rules() for example in (*rule.changes, *rule.keeps)]


@settings(deadline=None, max_examples=200)
@given(st.lists(st.one_of(st.sampled_from(PIECES), texts), max_size=4).map("\n".join))
def test_no_rule_matches_where_its_trigger_is_silent(text: str) -> None:
    hits = set(SCANNED.hits(text.replace("\r", "\n")))
    for number, pattern in enumerate(PATTERNS):
        if re.search(pattern, text.replace("\r", "\n"), re.MULTILINE):
            assert number in hits, pattern


SCANNED = scanners.scanner([trigger_of(pattern) for pattern in PATTERNS])


@pytest.mark.skipif(len(SCANNERS) < 2, reason="RE2 is not installed")
@settings(deadline=None, max_examples=200)
@given(text=st.one_of(st.sampled_from(PIECES), texts))
def test_both_scanners_answer_alike(text: str) -> None:
    triggers = [trigger_of(pattern) for pattern in (*PATTERNS, *TRAPS)]
    answers = [sorted(scanner(triggers).hits(text)) for scanner in SCANNERS]
    assert answers[0] == answers[1]


@pytest.mark.parametrize("pattern", [r"(a)\1", r"(?:a)?", r"\b", r"x*", r"(a)?(?(1)b|c)", r"\p{L}"])
def test_what_has_no_superset_must_declare_one(pattern: str) -> None:
    with pytest.raises(NotDerivable):
        trigger_of(pattern)


def test_tables_are_patterns_too() -> None:
    assert any(isinstance(rule.remedy, Table) for rule in builtin_rules())
