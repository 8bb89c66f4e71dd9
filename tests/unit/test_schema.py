"""A faulty rule file names every fault with its line, and never hides the sound ones."""

from __future__ import annotations

from pathlib import Path

import pytest

import cleantext
from cleantext import RuleError, load_rules
from cleantext.rule import Fixer
from cleantext.ruleset.schema import read_rule

SOUND = """\
summary = "A doubled exclamation mark."
why = "For the tests."
pattern = '!!'
replacement = '!'

[[changes]]
before = "No!!"
after = "No!"

[[keeps]]
text = "No!"
why = "one mark"
"""


def faults(source: str, name: str = "spacing/doubled-mark") -> list[str]:
    rule, found = read_rule(name, "x.toml", source)
    assert (rule is None) == bool(found)
    return [str(fault) for fault in sorted(found)]


def test_sound_file_makes_a_rule() -> None:
    rule, found = read_rule("spacing/doubled-mark", "x.toml", SOUND)
    assert found == []
    assert rule is not None
    assert (rule.name, rule.stage, rule.changes[0].line, rule.safety) == ("spacing/doubled-mark", "spacing", 6, "safe")


@pytest.mark.parametrize(
    ("before", "after", "fault"),
    [
        ("replacement = '!'", "replacement = '\\2'", "x.toml:4: replacement uses group 2, pattern has 0"),
        ("pattern = '!!'", "pattern = '(!!'", "x.toml:3: the pattern does not compile"),
        ("replacement = '!'", "replacment = '!'", "x.toml:4: unknown key 'replacment'; did you mean 'replacement'?"),
        ("summary =", "sumary =", "x.toml:1: 'summary' is missing"),
        ('why = "one mark"', "", "x.toml:10: 'why' is missing"),
        ('after = "No!"', "", "x.toml:6: 'after' is missing"),
        (
            "replacement = '!'",
            "safety = 'sure'\nreplacement = '!'",
            "x.toml:4: 'safety' is 'sure'; known are safe, review, report",
        ),
        (
            "replacement = '!'",
            "priority = 'high'\nreplacement = '!'",
            "x.toml:4: 'priority' must be a whole number, not 'high'",
        ),
        ("replacement = '!'", "fixer = 'x'\nreplacement = '!'", "a rule has one of pattern, table, phrases or fixer"),
        (
            "replacement = '!'",
            "lift = ['date']\nreplacement = '!'",
            "x.toml:4: 'lift' names 'date', which is no group of the pattern",
        ),
        (
            "replacement = '!'",
            "replacement = '!'\ndrop = true",
            "x.toml:5: a pattern has a replacement or drops its lines, not both",
        ),
        ("[[keeps]]", "[requires]\nposition = 'top'\n\n[[keeps]]", "x.toml:11: 'position' is 'top'"),
        ("[[keeps]]", "[requires]\nnumbers = 'comma'\n\n[[keeps]]", "x.toml:11: 'numbers' is 'comma'"),
        ("[[keeps]]", "[requires]\nnumbers = 'group-dot'\n\n[[keeps]]", "x.toml:11: 'numbers' is asked of no source"),
        ("[[keeps]]", "[evidence]\nfrench = 1\n\n[[keeps]]", "x.toml:11: 'french' is not a language code"),
        ("[[keeps]]", "[requires]\nsource = 'french'\n\n[[keeps]]", "x.toml:11: 'french' is not a language code"),
        (
            "[[keeps]]",
            "[requires]\nsource = 'any'\nstrength = -1.0\n\n[[keeps]]",
            "x.toml:12: 'strength' is -1.0, not a number from 0 on",
        ),
        (
            "replacement = '!'",
            "languages = ['english']\nreplacement = '!'",
            "x.toml:4: 'english' is not a language code",
        ),
        ('why = "one mark"', "why = 'one'\npriority = 3", "x.toml:13: unknown key 'priority'; it belongs to the rule"),
        (
            "[[keeps]]",
            "[evidence]\npriority = 3\n\n[[keeps]]",
            "x.toml:11: 'priority' is not a language code of two or",
        ),
        (
            "replacement = '!'",
            "replacement = '!'\nwhy = 'twice'",
            "x.toml:5: not TOML: 'why' stands twice in its table",
        ),
        ('why = "one mark"', "why = 'one'\nlang = 'french'", "x.toml:13: 'lang' is 'french', which names no language"),
        ('summary = "', 'summary = "" # "', "x.toml:1: 'summary' is empty"),
        ("pattern = '!!'", "pattern = '!!", "x.toml:3: not TOML"),
    ],
    ids=lambda it: it[:28],
)
def test_fault_is_named_with_its_line(before: str, after: str, fault: str) -> None:
    assert any(fault in found for found in faults(SOUND.replace(before, after)))


@pytest.mark.parametrize("name", ["nowhere/doubled-mark", "spacing/Doubled", "doubled-mark"])
def test_name_must_lie_in_a_stage(name: str) -> None:
    assert faults(SOUND, name)


def test_only_a_folder_of_translations_names_a_source() -> None:
    assert not faults(SOUND, "translation/fr/doubled-mark")
    rule, _ = read_rule("spacing/fr/doubled-mark", "x.toml", SOUND)
    assert rule is not None
    assert rule.requires.source == ""


def test_three_faults_are_three_lines_and_the_other_rules_still_load(tmp_path: Path) -> None:
    folder = tmp_path / "spacing"
    folder.mkdir()
    (folder / "good.toml").write_text(SOUND)
    broken = SOUND.replace('why = "For', 'wy = "For').replace("'!'", "'\\1'").replace('why = "one mark"\n', "")
    (folder / "broken.toml").write_text(broken)
    with pytest.raises(RuleError) as caught:
        load_rules([tmp_path])
    lines = str(caught.value).splitlines()
    assert [line.partition("broken.toml:")[2].partition(":")[0] for line in lines] == ["1", "2", "4", "10"]
    names = [rule.name for rule in load_rules([tmp_path], strict=False)]
    assert "spacing/good" in names
    assert "spacing/broken" not in names
    assert len(names) == len(load_rules()) + 1


def test_users_folder_is_used_and_faults_reach_the_caller(tmp_path: Path) -> None:
    (tmp_path / "spacing").mkdir()
    (tmp_path / "spacing" / "doubled-mark.toml").write_text(SOUND)
    assert cleantext.clean("No!!", rules=tmp_path) == "No!"
    assert cleantext.clean("No!!") == "No!!"
    with pytest.raises(RuleError, match=r"missing: there is no such folder"):
        cleantext.clean("No!!", rules=tmp_path / "missing")


def test_users_slow_pattern_is_left_out_for_the_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A user's pattern runs on `regex`, which can be stopped."""
    monkeypatch.setattr("cleantext.remedies.matching.TIME_LIMIT", 0.05)
    (tmp_path / "spacing").mkdir()
    slow = SOUND.replace("pattern = '!!'", "pattern = '(?:a|aa)+(?:a|aa)+!!'")
    (tmp_path / "spacing" / "slow.toml").write_text(slow)
    result = cleantext.explain("a" * 60 + "!? a!!", rules=tmp_path)
    assert result.text == "a" * 60 + "!? a!!"
    assert [finding.rule for finding in result.findings] == ["spacing/slow"]
    assert "too long" in result.findings[0].why_not


MENU = SOUND.replace("pattern = '!!'\nreplacement = '!'", 'fixer = "edge-furniture"\nphrases_of = ["{name}"]')


def test_phrases_of_other_rules_are_known_too(tmp_path: Path) -> None:
    (tmp_path / "boilerplate").mkdir()
    (tmp_path / "boilerplate" / "menu.toml").write_text(MENU.format(name="boilerplate/skip-link"), encoding="utf-8")
    by_name = {rule.name: rule.remedy for rule in load_rules([tmp_path])}
    menu, links = by_name["boilerplate/menu"], by_name["boilerplate/skip-link"]
    assert isinstance(menu, Fixer)
    assert isinstance(links, Fixer)
    assert menu.phrases == links.phrases


def test_phrases_of_a_rule_that_is_none_are_a_fault(tmp_path: Path) -> None:
    (tmp_path / "boilerplate").mkdir()
    (tmp_path / "boilerplate" / "menu.toml").write_text(MENU.format(name="spacing/soft-hyphen"), encoding="utf-8")
    with pytest.raises(RuleError, match="'phrases_of' names 'spacing/soft-hyphen', which is no rule with phrases"):
        load_rules([tmp_path])
