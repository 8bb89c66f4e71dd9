"""The loop comes to rest, names the rules that do not, weighs evidence, and says why not."""

from __future__ import annotations

from dataclasses import replace

import pytest

import cleantext
from cleantext import DidNotConverge
from cleantext.evidence import Evidence, Sign
from cleantext.pipeline import repair
from cleantext.rule import Fixer, Hints, Pattern, Requires, Rule, Table
from cleantext.ruleset.compiled import RuleSet


def rule(name: str, before: str, after: str | None, **more: object) -> Rule:
    made = Rule(name, "x.toml", name, "for the tests", Pattern(before, after), trusted=True)
    return replace(made, **more)  # type: ignore[arg-type]


def rule_set(*rules: Rule) -> RuleSet:
    return RuleSet(rules, [it.name for it in rules])


def test_stages_repeat_until_quiet() -> None:
    """An edit of a late stage may call for an early one."""
    rules = rule_set(rule("encoding/late", "bb", "c"), rule("translation/early", "a", "b"))
    assert repair("aa", rules, Hints()).text == "c"


def test_rules_that_circle_are_left_out_and_named() -> None:
    rules = rule_set(rule("glue/a", "a", "b"), rule("spacing/b", "b", "a"), rule("spacing/c", "c", "d"))
    found = repair("a c", rules, Hints(), explaining=True)
    assert found.text == "a d"
    assert [finding.rule for finding in found.findings] == ["glue/a", "spacing/b"]
    with pytest.raises(DidNotConverge) as caught:
        repair("a c", rules, Hints(), strict=True)
    assert caught.value.rules == ("glue/a", "spacing/b")


def test_first_of_two_overlapping_proposals_wins() -> None:
    rules = rule_set(rule("glue/a", "ab", "x"), rule("glue/b", "bc", "y"))
    found = repair("abc", rules, Hints(), explaining=True)
    assert found.text == "xc"


@pytest.mark.parametrize(
    ("text", "hints", "after"),
    [
        ("The old x.", Hints(), "The old x."),
        ("The old x.", Hints(source_lang="fr"), "The old y."),
        ("The old x.", Hints(source_lang="fr-CA"), "The old y."),
        ("The old x.", Hints(source_lang="de"), "The old x."),
        ("The old x. s s", Hints(), "The old y. s s"),
        ("The old x. s", Hints(), "The old x. s"),
    ],
)
def test_rule_with_a_source_waits_for_evidence(text: str, hints: Hints, after: str) -> None:
    sign = rule("translation/sign", r"\bs\b", None, evidence={"fr": 1.5})
    wants = rule("translation/fr/x", r"\bx\b", "y", requires=Requires("fr", 2.0))
    assert repair(text, rule_set(sign, wants), hints).text == after


def test_evidence_that_a_repair_erases_is_not_forgotten() -> None:
    """The sign is mended in an earlier stage than the rule that needs it runs in."""
    sign = rule("encoding/sign", r"\bs\b", "S", evidence={"fr": 3.0})
    wants = rule("translation/fr/x", r"\bx\b", "y", requires=Requires("fr", 2.0))
    assert repair("s x", rule_set(sign, wants), Hints()).text == "S y"


def test_repeated_signs_of_one_rule_count_less_and_less() -> None:
    signs = tuple(Sign("fr", 1.0, "translation/sign", n, n, "") for n in range(5_000))
    assert 1.9 < Evidence(signs).strength("fr") <= 2.0
    assert Evidence(signs).strength("de") == 0.0
    assert Evidence(signs).leading == "fr"


def test_what_holds_a_rule_back_is_told() -> None:
    wants = rule("translation/fr/x", r"\bx\b", "y", requires=Requires("fr", 2.0))
    (finding,) = repair("x", rule_set(wants), Hints(), explaining=True).findings
    assert finding.why_not == "the evidence for 'fr' as the source is 0.0, and the rule asks for 2.0"
    held = rule("spacing/x", r"x", "y", antipatterns=("xz",))
    (finding,) = repair("xz", rule_set(held), Hints(), explaining=True).findings
    assert "antipattern 'xz'" in finding.why_not
    code = repair("`x`", rule_set(rule("spacing/x", r"x", "y")), Hints(), explaining=True)
    assert "inside code" in code.findings[0].why_not
    english = replace(rule("spacing/x", r"x", "y"), languages=frozenset({"en"}))
    told = repair("the x of it\nx и ещё несколько слов", rule_set(english), Hints(lang="en"), explaining=True)
    assert told.text == "the y of it\nx и ещё несколько слов"
    assert [it.why_not for it in told.findings] == ["the line is in another language than the rule is for"]


def test_safety_decides_what_is_applied() -> None:
    rules = rule_set(
        rule("spacing/a", "a", "1"),
        rule("spacing/b", "b", "2", safety="review"),
        rule("spacing/c", "c", "3", safety="report"),
    )
    assert repair("abc", rules, Hints()).text == "1bc"
    assert repair("abc", rules, Hints(), safety="review").text == "12c"


def test_facts_leave_with_their_line_and_keep_their_place() -> None:
    drop = Rule(
        "boilerplate/by",
        "x.toml",
        "byline",
        "",
        Pattern("^By (?P<author>.*)$", drop=True),
        lift=("author",),
        trusted=True,
    )
    found = repair("aa\nBy Ann Lee\nb", rule_set(rule("encoding/a", "a", ""), drop), Hints())
    assert found.text == "\nb"
    (fact,) = found.facts
    assert (fact.name, fact.value, fact.start, fact.end) == ("author", "Ann Lee", 6, 13)


def test_table_matches_whole_words_only() -> None:
    table = Rule("translation/t", "x.toml", "t", "", Table({"et": "and", "[qui]": "[who]"}), trusted=True)
    assert repair("net et [qui]", rule_set(table), Hints()).text == "net and [who]"


def test_unknown_fixer_is_an_error_that_names_it() -> None:
    broken = Rule("spacing/f", "x.toml", "f", "", Fixer("no-such"), trusted=True)
    with pytest.raises(cleantext.OptionError, match="no-such"):
        repair("x", rule_set(broken), Hints())


def test_rule_in_company_waits_for_another_to_show_that_the_text_was_scraped() -> None:
    """A byline of a clean article stays; that of a page goes."""
    byline = rule("boilerplate/byline", r"by .*\n", "", scope="text", requires=Requires(company=True))
    menu = rule("boilerplate/menu", r"home\n", "", scope="text")
    spaces = rule("spacing/spaces", r"  +", " ")
    rules = rule_set(byline, menu, spaces)
    assert repair("home\nby me\ntext", rules, Hints()).text == "text"
    assert repair("by me\nlong  text", rules, Hints()).text == "by me\nlong text"
    told = repair("by me\ntext", rules, Hints(), explaining=True).findings
    assert [(it.rule, it.why_not) for it in told] == [(byline.name, "nothing else shows that the text is damaged")]


def test_rules_chosen_alone_need_no_company() -> None:
    byline = rule("boilerplate/byline", r"by .*\n", "", scope="text", requires=Requires(company=True))
    menu = rule("boilerplate/menu", r"home\n", "", scope="text")
    assert repair("by me\ntext", RuleSet([byline, menu], [byline.name]), Hints()).text == "text"
