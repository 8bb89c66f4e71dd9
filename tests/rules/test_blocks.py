"""A test that several lines are asked together is never silent where one of them concerns its rule."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import cleantext
from cleantext.ruleset.concern import block_test_for, trigger_for
from cleantext.ruleset.folder import builtin_rules

RULES = builtin_rules(examples=True)
OTHERS = (
    "The ferry left the quay “Łódź” at seven, said Zoë.",
    "Паром ушёл от причала в семь.",
    "Паром пішов від причалу о сьомій.",
    "Το πλοίο έφυγε από την προβλήτα στις επτά.",
    "غادرت العبّارة الرصيف في السابعة.",
    "نौका सात बजे घाट से चली।",
    "渡船在七点离开码头。",
    "フェリーは七時に出ました。",
    "ბორანი შვიდ საათზე გავიდა.",
    "Phà rời bến lúc bảy giờ sáng.",
)
LINES = [
    *OTHERS,
    *(
        line
        for rule in RULES
        if rule.stage == "encoding"
        for example in rule.changes
        for line in example.before.split("\n")
        if not line.isascii()
    ),
]


TESTS = {rule.name: test for rule in RULES if not trigger_for(rule) and (test := block_test_for(rule))}


@pytest.mark.parametrize("rule", TESTS)
@settings(max_examples=200, deadline=None)
@given(lines=st.lists(st.sampled_from(LINES), min_size=2, max_size=9))
def test_lines_asked_together_tell_no_less_than_each_by_itself(rule: str, lines: Sequence[str]) -> None:
    test = TESTS[rule]
    assert test("\n".join(lines)) or not any(map(test, lines))


def test_a_misread_line_is_repaired_among_lines_of_other_alphabets() -> None:
    written = "Однако паром ушёл от причала в семь, и люди остались на берегу."
    text = "\n".join((*OTHERS, written.encode("koi8-r").decode("cp1251")))
    assert cleantext.clean(text) == "\n".join((*OTHERS, written))
