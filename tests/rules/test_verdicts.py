"""What people said of the rules' edits: its file, its arithmetic, its page of the documentation."""

from __future__ import annotations

from pathlib import Path

import pytest

from cleantext import Rule
from cleantext.cli.rules_measure import table_of
from cleantext.rule import Table
from cleantext.ruleset.folder import builtin_folder, builtin_rules
from cleantext.workshop.precision import (
    DEMANDED,
    ENOUGH,
    VerdictError,
    Verdicts,
    faults_of_verdicts,
    pooled,
    read_verdicts,
    wilson,
    write_verdicts,
)

KEPT = read_verdicts(builtin_folder())
RULES = builtin_rules()


def test_no_safe_rule_is_spoken_against() -> None:
    assert list(faults_of_verdicts(RULES, KEPT)) == []


def test_verdicts_are_of_rules_that_exist() -> None:
    assert KEPT
    assert {it.rule for it in KEPT} <= {rule.name for rule in RULES}


def test_page_of_the_documentation_is_up_to_date() -> None:
    """`cleantext rules measure --table > docs/precision.md` writes it."""
    page = Path(__file__).resolve().parents[2] / "docs/precision.md"
    assert page.read_text(encoding="utf-8") == "\n".join(table_of(KEPT, RULES)) + "\n"


def test_enough_is_the_least_that_can_bear_out_what_is_demanded() -> None:
    assert wilson(ENOUGH, ENOUGH)[0] >= DEMANDED > wilson(ENOUGH - 1, ENOUGH - 1)[0]


INTERVALS = {
    # Agresti and Coull's example of none of 20; the others by the formula, worked by hand.
    "none of 20": (0, 20, 0.0, 0.1611),
    "half of 4": (2, 4, 0.1500, 0.8500),
    "nothing judged": (0, 0, 0.0, 1.0),
    "97 of 100": (97, 100, 0.9155, 0.9897),
}


@pytest.mark.parametrize(("right", "cases", "low", "high"), INTERVALS.values(), ids=INTERVALS)
def test_wilson(right: int, cases: int, low: float, high: float) -> None:
    assert wilson(right, cases) == pytest.approx((low, high), abs=1e-4)


def rule(safety: str) -> Rule:
    return Rule("spacing/x", "x.toml", "", "", Table({}), safety=safety)  # type: ignore[arg-type]


# With one of n wrong, Wilson's lower bound is .97 where (.03 - 1/n)² = 1.96² · .97 · .03 / n: n = 184.9.
JUDGED = {
    "a few, all right": (20, 0, 0, ""),
    "too few to say": (119, 2, 0, ""),
    "few, and surely imprecise": (8, 6, 0, "is at most 0.786"),
    "enough, none wrong": (125, 0, 0, ""),
    "enough, one wrong": (124, 1, 0, "judge 60 more"),
    "enough, one in doubt": (124, 0, 1, "judge 60 more"),
    "few, doubts alone": (8, 0, 6, ""),
    "beyond patience": (900, 90, 0, "is at most"),
}


@pytest.mark.parametrize(("right", "wrong", "doubtful", "said"), JUDGED.values(), ids=JUDGED)
def test_safe_rules_answer_for_their_verdicts(right: int, wrong: int, doubtful: int, said: str) -> None:
    """Whatever the corpora together; a rule that is not safe claims nothing."""
    verdicts = [
        Verdicts("spacing/x", "one", "2026-01-01", right, 0, 0),
        Verdicts("spacing/x", "two", "2026-01-02", 0, wrong, doubtful),
    ]
    faults = [fault.reason for fault in faults_of_verdicts([rule("safe")], verdicts)]
    assert bool(faults) is bool(said)
    assert all(said in fault for fault in faults)
    assert not list(faults_of_verdicts([rule("review")], verdicts))
    assert pooled(verdicts)["spacing/x"].date == "2026-01-02"


def test_a_newer_verdict_takes_the_place_of_the_older(tmp_path: Path) -> None:
    old, other = Verdicts("a/b", "one", "2026-01-01", 5, 1, 0), Verdicts("a/b", "two", "2026-01-01", 3, 0, 1)
    new = Verdicts("a/b", "one", "2026-02-01", 9, 0, 0)
    assert read_verdicts(tmp_path) == ()
    write_verdicts(tmp_path, [other, old])
    write_verdicts(tmp_path, [new])
    assert read_verdicts(tmp_path) == [new, other]


@pytest.mark.parametrize("row", ["a/b\tone\t2026-01-01\t5", "a/b\tone\t2026-01-01\tmany\t1\t0"])
def test_a_faulty_file_is_told_with_its_line(tmp_path: Path, row: str) -> None:
    (tmp_path / "verdicts.tsv").write_text(f"rule\tcorpus\tdate\tright\twrong\tdoubtful\n{row}\n", encoding="utf-8")
    with pytest.raises(VerdictError, match=r"verdicts\.tsv:2: "):
        read_verdicts(tmp_path)
