"""`cleantext rules why`: what every rule made of one line."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from cleantext import Cleaner
from cleantext.workshop.why import Fate, Line

PAGE = """\
Skip to main content

The ferry left theharbour at nine on Sunday and did not come back, said the mate  of the boat to the reporters.
The repairs of the quay cost more than The world said, and 3,2 million passengers waited for a year.
Plain.
Run `pip  install` and see https://example.com/a&amp;b for the rest of it.
"""
FATES = {
    "edited": (3, "glue/function-word", "edited", "'theharbour' is no word"),
    "dropped": (1, "boilerplate/skip-link", "edited", ""),
    "held back by evidence": (4, "translation/fr/outlet", "held back", "the evidence for 'fr' as the source is"),
    "held back by the place": (6, "encoding/html-entity", "held back", "inside an address"),
    "not called": (5, "spacing/run-of-spaces", "was not called", ""),
    "called for nothing": (6, "translation/lost-space-after-mark", "proposed nothing", ""),
}


@pytest.mark.parametrize(("line", "rule", "fate", "why"), FATES.values(), ids=FATES)
def test_what_became_of_a_rule(line: int, rule: str, fate: Fate, why: str) -> None:
    (matched,) = Line(Cleaner(), PAGE, line - 1).matched([rule])
    assert matched.fate == fate
    assert (why in matched.said[0].why) if why else True


def test_a_place_that_another_rule_mends_first() -> None:
    """The rule would act on the line as it was given; when its turn comes, the place is another."""
    text = "According to the mayor, thatâ€™s not the plan that the harbour had for the ferry."
    fates = {it.rule: it for it in Line(Cleaner(), text, 0).matched()}
    assert fates["encoding/mojibake"].fate == "edited"
    late = fates["encoding/utf-8-as-another-codec"]
    assert (late.fate, late.said[0].why) == (
        "came too late",
        "encoding/mojibake edited the same place before its turn came",
    )


def test_a_line_in_another_language_holds_a_rule_back_before_others_come_first(tmp_path: Path) -> None:
    """Another rule changes the place first; but for that, too, the rule would have left a Russian line alone."""
    for name, after, more in (("encoding/first", "y", ""), ("spacing/english", "z", 'languages = ["en"]\n')):
        path = tmp_path / f"{name}.toml"
        path.parent.mkdir()
        path.write_text(RULE.format(after=after, more=more), encoding="utf-8")
    cleaner = Cleaner(rules=tmp_path, select=["encoding/first", "spacing/english"], lang="en")
    (matched,) = Line(cleaner, "The quay of it.\nxx и ещё несколько слов", 1).matched(["spacing/english"])
    assert (matched.fate, matched.said[0].why) == (
        "held back",
        "the line is in another language than the rule is for",
    )


RULE = """
summary = "A word."
why = "A test."
pattern = 'xx'
replacement = '{after}'
{more}
[[changes]]
before = "xx"
after = "{after}"
[[keeps]]
text = "x"
why = "one"
"""


def test_rules_that_were_not_chosen_are_told_so() -> None:
    (matched,) = Line(Cleaner(ignore="glue"), PAGE, 2).matched(["glue/function-word"])
    assert (matched.fate, matched.said[0].why) == ("held back", "it is not among the rules that were chosen")


def test_doubtful_rules_wait_for_the_callers_word() -> None:
    """Safety is one of the things that hold a rule back."""
    text = r"The ferry sailed,\nThe gulls came after it,\nThe quay was empty.\n"
    (matched,) = Line(Cleaner(), text, 0).matched(["encoding/escaped-line-end"])
    assert matched.fate == "held back"
    assert "its safety is 'review'" in matched.said[0].why


def test_the_line_is_told(run: Any, tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text(PAGE, encoding="utf-8")
    ran = run("rules", "why", f"{tmp_path}/page.txt:3")
    assert ran.code == 0
    assert (
        "glue/function-word  edited\n  3:19  ∅ → ␣\n    'theharbour' is no word; 'the' and 'harbour' are\n" in ran.text
    )
    assert "spacing/run-of-spaces  edited\n  3:81  ␣␣ → ␣\n" in ran.text
    ran = run("rules", "why", f"{tmp_path}/page.txt:5", "--rule", "spacing/run-of-spaces")
    assert ran.text.endswith("was not called\n    Its trigger does not hit this line.\n")


NO_PLACE = {
    "no line": ("page.txt", "is no place; say FILE:LINE"),
    "line 0": ("page.txt:0", "is no place; say FILE:LINE"),
    "beyond the end": ("page.txt:9", "page.txt has 6 lines, and 9 was asked for"),
    "no file": ("other.txt:1", "other.txt: cannot be read"),
}


@pytest.mark.parametrize(("place", "said"), NO_PLACE.values(), ids=NO_PLACE)
def test_what_is_no_place(run: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str, said: str) -> None:
    monkeypatch.chdir(tmp_path)
    Path("page.txt").write_text(PAGE.rstrip("\n"), encoding="utf-8")
    ran = run("rules", "why", place)
    assert ran.code == 2
    assert said in ran.err
