"""A trigger hits wherever its pattern matches: a rule never acts where its trigger is silent."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import partial

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cleantext.encoded import TIERS, encoded
from cleantext.folding import folded, folded_literal
from cleantext.remedies import LineTest, line_test
from cleantext.remedies.table import any_of
from cleantext.rule import Fixer, Pattern, Phrases, Rule, Table
from cleantext.ruleset.concern import trigger_for
from cleantext.ruleset.folder import builtin_rules
from cleantext.ruleset.scan import owners_of
from cleantext.scanner import LineScanner, LiteralScanner, hyperscan, literals, patterns
from cleantext.triggers import NotDerivable, Trigger, derived, of_line_beginnings

Lines = Callable[[Sequence[str]], LineScanner]
Literals = Callable[[Sequence[str]], LiteralScanner]
Engine = tuple[Lines, Literals]


def plain_lines(found: Sequence[str]) -> LineScanner:
    return patterns.PlainLines(found, patterns.PlainScanner)


def re2_lines(found: Sequence[str]) -> LineScanner:
    return patterns.PlainLines(found, patterns.Re2Scanner)


def literals_by(engine: Literals) -> Literals:
    return partial(literals.Literals, scanner_of=engine)


ENGINES: dict[str, Engine] = {"plain": (plain_lines, literals_by(literals.PlainLiterals))}
if patterns.has_re2() and literals.has_ahocorasick():
    ENGINES["re2"] = (re2_lines, literals_by(literals.AutomatonLiterals))
if hyperscan.is_here():
    ENGINES["hyperscan"] = (patterns.HyperscanLines, literals_by(literals.HyperscanLiterals))
BEST = list(ENGINES.values())[-1]

TRAPS = [
    r"\bthe\b", r"(?i)\bkiss\b", r"(?i)this", r"\d+\s?%", r"(?<=\w)(?=«)", r"(?<=[a-z]{2}qu)\.(?=[A-Z])",
    r"^\s*date (\d{4})$", r"[^\W\d_]{2,}!", r"(?x) xa b # comment", r"(?i)straße", r"é|à", r"\S{30,}xq",
    r"(?:xb?){2,40}cz", r"[^a-z]xq", r"(?i)[^a-z]xq", r"(?i)[^\S\n]xyq", r"(?i)[^sz]yyq", r"(?s)xa.bz",
    r"xa.bz", r"\Axa|bx\Z", r"x[\ud800-\udfff]", r"(?<!x)yz(?!z)", r"(?i:K)mx", r"(?>xb)c", r"x*+yz", "[‘’“”]",
    r"(?i)[ſ]x", r"xy-\B-.", r"(?:xa|b){2}!!", r"(?:x|yz?)+!!", r"a(?:bx)?c-",
    r"x(?:a|b|c)(?:a|b|c)(?:a|b|c)(?:a|b|c)z", r"(?i)ıx", r"(?i)Ix",
    r"(?i)x\s+y", r"x\s*y", r"(?i)^\W*xa\b", r"^\s*xa\s*$", r"(?i)^[»«\s]*K\s+x", r"x  y", r"x[ \xa0]{2}y",
    r"(?i)^\s*[-–]\s*xa", r"xa\s*$", r"x\s+\.", r"(?i)x’s\s+a", r"^xa\s+b\s*-$", r"\s+xa\s+", r"(?i)İx", r"(?i)ΐx",
    r"\bxai\b", r"(?:xa|xé)\b", r"(?i)\bxa(?:k|s)\b", r"x[a-zé]\b-?", r"xy\w\b",
]  # fmt: skip

PIECE = "aAbBcCkKsSiIxyz .!?%-\n\t09«»éÉàıİſK’“ß\ud800\xa0\u3000\u0345\u0307ς\x0b\x1c\u2028–"
texts = st.text(st.one_of(st.sampled_from(PIECE), st.characters()), max_size=40)


class Triggers:
    """Several triggers, asked as the ruleset asks them."""

    def __init__(self, triggers: Sequence[Trigger], engine: Engine) -> None:
        self.triggers = triggers
        self.owners, self.patterns = {}, {}
        for tier in TIERS:
            self.owners[tier] = [n for n, it in enumerate(triggers) if it.patterns[tier]]
            self.patterns[tier] = engine[0]([triggers[n].patterns[tier] for n in self.owners[tier]])
        self.of_literal = owners_of(enumerate(triggers))
        self.literals = list(self.of_literal)
        self.scanner = engine[1](self.literals)

    def hits(self, text: str) -> set[int]:
        text = text.replace("\r", "\n")
        source = encoded(text)
        owners_of_patterns = self.owners[source.tier]
        hits = self.patterns[source.tier].hits(source.content)
        assert all(0 <= line <= text.count("\n") for _, line in hits)
        found = {owners_of_patterns[number] for number, _ in hits}
        in_folded = folded(text)
        for number, end in self.scanner.hits(in_folded.content):
            owners = self.of_literal[self.literals[number]]
            rules, ended = owners.here(in_folded, end)
            found.update(rules, owners.by_spelling(text, ended=ended))
        return found


DERIVED = [derived(pattern) for pattern in TRAPS]
ON_LINES = [derived(pattern, on_lines=True) for pattern in TRAPS]


@pytest.mark.parametrize("engine", ENGINES.values(), ids=ENGINES)
@settings(deadline=None, max_examples=400)
@given(text=texts)
def test_no_trap_pattern_matches_where_its_trigger_is_silent(engine: Engine, text: str) -> None:
    hits = Triggers(DERIVED, engine).hits(text)
    on_lines = Triggers(ON_LINES, engine)
    for number, pattern in enumerate(TRAPS):
        if re.search(pattern, text, re.MULTILINE):
            assert number in hits, f"{pattern!r} matches {text!r}, {DERIVED[number]!r} does not"
    for line in text.replace("\r", "\n").split("\n"):
        hits = on_lines.hits(line)
        for number, pattern in enumerate(TRAPS):
            if re.search(pattern, line, re.MULTILINE):
                assert number in hits, f"{pattern!r} matches {line!r}, {ON_LINES[number]!r} does not"


def basis(rule: Rule) -> str | None:
    """The pattern that must not match where the rule's trigger is silent."""
    if rule.trigger:
        return rule.trigger
    if isinstance(rule.remedy, Pattern):
        return rule.remedy.pattern
    return any_of(rule.remedy.entries) if isinstance(rule.remedy, Table) else None


RULES = [
    (rule, trigger, pattern) for rule in builtin_rules() if (trigger := trigger_for(rule)) and (pattern := basis(rule))
]
PIECES = [example.before for rule in builtin_rules() for example in (*rule.changes, *rule.keeps)]
OF_RULES = Triggers([trigger for _, trigger, _ in RULES], BEST)


@settings(deadline=None, max_examples=200)
@given(st.lists(st.one_of(st.sampled_from(PIECES), texts), max_size=4).map("\n".join))
def test_no_rule_matches_where_its_trigger_is_silent(text: str) -> None:
    text = text.replace("\r", "\n")
    hits = OF_RULES.hits(text)
    for number, (rule, trigger, pattern) in enumerate(RULES):
        parts = text.split("\n") if rule.scope == "line" else [text]
        if any(re.search(pattern, part, re.MULTILINE) for part in parts):
            assert number in hits, (rule.name, trigger)


DECLARED = [rule for rule in builtin_rules(examples=False) if rule.trigger and isinstance(rule.remedy, Pattern)]
PLAIN = st.characters(exclude_categories=["C", "Nd", "Z"], include_characters="0123456789 \N{NO-BREAK SPACE}\n")
"""Declared triggers may leave out the figures of other scripts."""


@pytest.mark.parametrize("rule", DECLARED, ids=lambda it: it.name)
@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_no_pattern_matches_where_its_declared_trigger_is_silent(rule: Rule, data: st.DataObject) -> None:
    """Each way of a pattern that has many comes up sooner or later."""
    assert isinstance(rule.remedy, Pattern)
    pattern = re.compile(rule.remedy.pattern, re.MULTILINE)
    for line in data.draw(st.from_regex(pattern, alphabet=PLAIN)).split("\n"):
        if pattern.search(line):
            assert re.search(rule.trigger, line), line


@pytest.mark.parametrize(
    "rule", [it for it in builtin_rules() if isinstance(it.remedy, Phrases)], ids=lambda it: it.name
)
def test_phrases_are_found_however_they_stand_on_a_line(rule: Rule) -> None:
    trigger = trigger_for(rule)
    assert trigger is not None
    asked = Triggers([trigger], BEST)
    assert isinstance(rule.remedy, Phrases)
    for phrase in (it for row in rule.remedy.by_language.values() for it in row):
        for line in (phrase, phrase.upper(), f"» {phrase} …", f"\u3000{phrase.replace(' ', chr(160))}:"):
            assert asked.hits(f"x\n{line}\ny"), (phrase, line)


def test_every_rule_of_phrases_in_a_row_is_found_by_its_phrases() -> None:
    rules = [it for it in builtin_rules() if isinstance(it.remedy, Fixer) and it.remedy.name == "line-of-phrases"]
    assert rules
    for rule in rules:
        trigger = trigger_for(rule)
        assert trigger is not None
        assert isinstance(rule.remedy, Fixer)
        asked = Triggers([trigger], BEST)
        for phrase in (it for row in rule.remedy.phrases.values() for it in row):
            assert asked.hits(f" | {phrase}|{phrase}"), phrase


@pytest.mark.skipif(len(ENGINES) < 2, reason="no other engine is installed")
@settings(deadline=None, max_examples=200)
@given(text=st.one_of(st.sampled_from(PIECES), texts))
def test_all_engines_answer_alike(text: str) -> None:
    answers = [asked.hits(text) for asked in ALL]
    assert all(answer == answers[0] for answer in answers)


ALL = [Triggers([*(trigger for _, trigger, _ in RULES), *DERIVED], engine) for engine in ENGINES.values()]


@pytest.mark.parametrize("pattern", [r"(a)\1", r"(?:xy)?", r"\b", r"x*", r"[a-z]+ ", r"(x)?(?(1)b|c)", r"\p{L}"])
def test_what_holds_nothing_rare_must_declare_a_trigger(pattern: str) -> None:
    with pytest.raises(NotDerivable):
        derived(pattern)


def test_every_table_has_a_trigger_of_its_own() -> None:
    """Literals always hold something rare, so none of them is left out of the tests above."""
    tables = [it for it in builtin_rules() if isinstance(it.remedy, Table)]
    assert tables
    assert all(trigger_for(it) for it in tables)


@pytest.mark.parametrize(
    ("text", "words", "phrases"),
    [("Used ships", False, False), ("Us two", True, False), ("Us | two", True, True), ("» US …", True, True)],
)
def test_a_phrase_asks_for_what_follows_it(text: str, words: bool, phrases: bool) -> None:
    alone, begins = (Triggers([of_line_beginnings(["us"], alone=it)], BEST) for it in (True, False))
    assert (bool(begins.hits(text)), bool(alone.hits(text))) == (words, phrases)


@settings(deadline=None, max_examples=500)
@given(texts, texts, texts)
def test_a_folded_text_holds_each_folded_part(before: str, part: str, after: str) -> None:
    part = part.lstrip("\N{COMBINING DOT ABOVE}")  # belongs to what stands before it, and begins no literal
    said = folded_literal(part.replace("\r", "\n"))
    assert (
        said.encode("utf-8", "surrogatepass") in folded((before + part + after).replace("\r", "\n")).content
        or "\r" in part
    )


def test_characters_that_a_pattern_takes_for_one_another_fold_alike() -> None:
    """Of all of Unicode, whatever matches an ASCII letter where case is ignored."""
    for letter in "abcdefghijklmnopqrstuvwxyz":
        alike = [it for it in map(chr, range(sys.maxunicode + 1)) if re.match(letter, it, re.IGNORECASE)]
        assert {folded_literal(it) for it in alike} == {letter}, alike


WAYS = [rf"\b{word}{'a' * more}\b" for more in range(120) for word in ("of", "in")]
WORDS = "|".join([r"\bthea{40}z", *WAYS, r"[b-d]{2}the\b"])
WORD_PIECES = ["ofaa", "inaaa", "ccthe", "bthe", "ofaab", f"the{40 * 'a'}zz", "OFAA", *" \n-_7é’"]


@given(st.lists(st.sampled_from(WORD_PIECES), max_size=12).map("".join))
@settings(max_examples=1_000, deadline=None)
def test_a_large_pattern_of_words_finds_the_same_lines_with_every_engine(text: str) -> None:
    assert patterns.of_words(WORDS)
    found = [set(engine.hits(text.encode())) for engine in ENGINES_OF_WORDS]
    assert found == [found[0]] * len(ENGINES)


ENGINES_OF_WORDS = [lines([WORDS]) for lines, _ in ENGINES.values()]


def with_phrases() -> Iterator[tuple[Rule, LineTest]]:
    """The rules by fixers whose phrases stand on lines of their own, with the test that a line must pass."""
    for rule in builtin_rules():
        if isinstance(rule.remedy, Fixer) and rule.remedy.phrases and trigger_for(rule) and (test := line_test(rule)):
            yield rule, test


@pytest.mark.parametrize(("rule", "test"), [pytest.param(*it, id=it[0].name) for it in with_phrases()])
def test_no_phrase_passes_a_fixers_test_where_its_trigger_is_silent(rule: Rule, test: LineTest) -> None:
    """A phrase that was added to a rule whose trigger knew the older ones did nothing."""
    trigger = trigger_for(rule)
    assert trigger is not None
    asked = Triggers([trigger], BEST)
    assert isinstance(rule.remedy, Fixer)
    for phrase in (it for row in rule.remedy.phrases.values() for it in row):
        for line in (phrase, phrase.upper(), phrase.title()):
            assert asked.hits(line) or not test(line), line
