"""A trigger hits wherever its pattern matches: a rule never acts where its trigger is silent."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cleantext import scanner as scanners
from cleantext.remedies.table import any_of
from cleantext.rule import Pattern, Table
from cleantext.ruleset.folder import builtin_rules
from cleantext.triggers import NotDerivable, derived, line_key

SCANNERS = [scanners.PlainScanner] + ([scanners.Re2Scanner] if scanners.re2 else [])

TRAPS = [
    r"\bthe\b", r"(?i)\bkiss\b", r"(?i)this", r"\d+\s?%", r"(?<=\w)(?=«)", r"(?<=[a-z]{2}qu)\.(?=[A-Z])",
    r"^\s*date (\d{4})$", r"[^\W\d_]{2,}!", r"(?x) xa b # comment", r"(?i)straße", r"é|à", r"\S{30,}xq",
    r"(?:xb?){2,40}cz", r"[^a-z]xq", r"(?i)[^a-z]xq", r"(?i)[^\S\n]xyq", r"(?i)[^sz]yyq", r"(?s)xa.bz",
    r"xa.bz", r"\Axa|bx\Z", r"x[\ud800-\udfff]", r"(?<!x)yz(?!z)", r"(?i:K)mx", r"(?>xb)c", r"x*+yz", "[‘’“”]",
    r"(?i)[ſ]x", r"xy-\B-.", r"(?:xa|b){2}!!", r"(?:x|yz?)+!!", r"a(?:bx)?c-",
    r"x(?:a|b|c)(?:a|b|c)(?:a|b|c)(?:a|b|c)z", r"(?i)ıx", r"(?i)Ix",
]  # fmt: skip

texts = st.text(
    st.one_of(st.sampled_from("aAbBcCkKsSiIxyz .!?%-\n\t09«»éÉàıİſK’“ß\ud800\xa0"), st.characters()), max_size=40
)


class Triggers:
    """Several triggers, asked as the ruleset asks them."""

    def __init__(self, patterns: list[str], scanner: type) -> None:
        self.triggers = [derived(pattern) for pattern in patterns]
        self.scanned = [number for number, it in enumerate(self.triggers) if it.pattern]
        self.scanner = scanner([self.triggers[number].pattern for number in self.scanned])

    def hits(self, text: str) -> set[int]:
        keys = {line_key(line)[:length] for line in text.split("\n") for length in range(1, 9)}
        found = {self.scanned[trigger] for trigger in self.scanner.hits(text)}
        return found | {n for n, it in enumerate(self.triggers) if keys.intersection(it.line_starts)}


@pytest.mark.parametrize("scanner", SCANNERS, ids=lambda it: it.__name__)
@settings(deadline=None, max_examples=300)
@given(text=texts)
def test_no_trap_pattern_matches_where_its_trigger_is_silent(scanner: type, text: str) -> None:
    hits = Triggers(TRAPS, scanner).hits(text)
    for number, pattern in enumerate(TRAPS):
        if re.search(pattern, text, re.MULTILINE):
            assert number in hits, f"{pattern!r} matches {text!r}, {derived(pattern)!r} does not"


def derivable(pattern: str) -> bool:
    try:
        derived(pattern)
    except NotDerivable:
        return False
    return True


OF_PATTERNS = {rule.remedy.pattern for rule in builtin_rules() if isinstance(rule.remedy, Pattern)}
OF_TABLES = {any_of(rule.remedy.entries) for rule in builtin_rules() if isinstance(rule.remedy, Table)}
PATTERNS = [pattern for pattern in sorted(OF_PATTERNS | OF_TABLES) if derivable(pattern)]
PIECES = [example.before for rule in builtin_rules() for example in (*rule.changes, *rule.keeps)]


@settings(deadline=None, max_examples=200)
@given(st.lists(st.one_of(st.sampled_from(PIECES), texts), max_size=4).map("\n".join))
def test_no_rule_matches_where_its_trigger_is_silent(text: str) -> None:
    hits = SCANNED.hits(text.replace("\r", "\n"))
    for number, pattern in enumerate(PATTERNS):
        if re.search(pattern, text.replace("\r", "\n"), re.MULTILINE):
            assert number in hits, pattern


SCANNED = Triggers(PATTERNS, SCANNERS[-1])


@pytest.mark.skipif(len(SCANNERS) < 2, reason="RE2 is not installed")
@settings(deadline=None, max_examples=200)
@given(text=st.one_of(st.sampled_from(PIECES), texts))
def test_both_scanners_answer_alike(text: str) -> None:
    answers = [asked.hits(text) for asked in BOTH]
    assert answers[0] == answers[1]


BOTH = [Triggers([*PATTERNS, *TRAPS], scanner) for scanner in SCANNERS]


@pytest.mark.parametrize("pattern", [r"(a)\1", r"(?:xy)?", r"\b", r"x*", r"[a-z]+ ", r"(x)?(?(1)b|c)", r"\p{L}"])
def test_what_holds_nothing_rare_must_declare_a_trigger(pattern: str) -> None:
    with pytest.raises(NotDerivable):
        derived(pattern)


def test_every_table_has_a_trigger_of_its_own() -> None:
    """Literals always hold something rare, so none of them is left out of the tests above."""
    assert OF_TABLES
    assert set(PATTERNS) >= OF_TABLES
