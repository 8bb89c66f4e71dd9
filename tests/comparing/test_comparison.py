"""Two analyses held against each other: documents, rules, groups of edits, the rule responsible, and how it is told."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from cleantext.comparing import (
    COMMENT,
    AnalysisError,
    Asked,
    Comparison,
    Corpus,
    Explained,
    analyse,
    compare,
    explain_changes,
    find_rules,
    markdown,
    page_of_comparison,
)
from cleantext.comparing.comparison import Group
from cleantext.report import page

from .conftest import SPACES, Folder, rule

FERRY, BOAT = rule("fery", "ferry"), rule("bout", "boat")

ONE_MORE = ({"spacing/boat": BOAT}, {"spacing/boat": BOAT, "spacing/ferry": FERRY})


class Compared:
    """Two rule sets compared over a corpus."""

    def __init__(self, folder: Folder, corpus: Path, old: Mapping[str, str], new: Mapping[str, str]) -> None:
        self.corpus = Corpus((corpus,))
        self.asked = [Asked(find_rules(folder(name, files))) for name, files in (("old", old), ("new", new))]
        made = [analyse(it, self.corpus, corpus.parent / f"{n}.analysis") for n, it in enumerate(self.asked)]
        self.comparison = compare(*made)

    def explained(self) -> Explained:
        return explain_changes(self.comparison, *self.asked, self.corpus)


def test_documents_are_counted_by_what_became_of_them(folder: Folder, corpus: Path) -> None:
    old = {"spacing/boat": BOAT, "spacing/quay": rule("quey", "quai")}
    new = {"spacing/boat": BOAT, "spacing/ferry": FERRY, "spacing/quay": rule("quey", "quay")}
    comparison = Compared(folder, corpus, old, new).comparison
    # note.txt, 20 of "The fery left." and 20 with half a surrogate are new; 40 have the boat or the quay as well.
    assert comparison.kinds == {"newly": 41, "differently": 40}
    assert comparison.documents == 101
    assert round(comparison.percentage, 1) == 80.2
    ferry, quay = comparison.rules["spacing/ferry"], comparison.rules["spacing/quay"]
    assert (ferry.old, ferry.new, ferry.newly, ferry.no_longer, ferry.differently, ferry.fate) == (
        0,
        61,
        61,
        0,
        0,
        "added",
    )
    assert (quay.old, quay.new, quay.newly, quay.differently, quay.fate) == (20, 20, 0, 20, "changed")
    assert [it.name for it in comparison.ranked_rules()] == ["spacing/ferry", "spacing/quay"]


def test_what_goes_is_told_the_other_way_round(folder: Folder, corpus: Path) -> None:
    comparison = Compared(
        folder, corpus, {"spacing/boat": BOAT, "spacing/ferry": FERRY}, {"spacing/boat": BOAT}
    ).comparison
    assert comparison.kinds == {"no longer": 41, "differently": 20}
    assert comparison.rules["spacing/ferry"].fate == "removed"
    assert comparison.rules["spacing/ferry"].no_longer == 61


def test_the_same_text_by_another_rule_is_no_change_of_the_text(folder: Folder, corpus: Path) -> None:
    comparison = Compared(folder, corpus, {"spacing/ferry": FERRY}, {"spacing/ship": FERRY}).comparison
    assert comparison.kinds == {"other rules": 61}
    assert (comparison.differing, comparison.differs) == (0, True)


def test_equal_edits_are_one_group(folder: Folder, corpus: Path) -> None:
    comparison = Compared(
        folder, corpus, {"spacing/boat": BOAT}, {"spacing/ferry": FERRY, "spacing/boat": BOAT}
    ).comparison
    (group,) = comparison.ranked_groups()
    assert (group.status, group.before, group.after, group.edits, group.documents) == ("new", "fery", "ferry", 61, 61)
    assert group.examples == ["note.txt", "pages.jsonl:1", "pages.jsonl:2"]


def test_nothing_differs_between_a_set_and_itself(folder: Folder, corpus: Path) -> None:
    comparison = Compared(folder, corpus, {"spacing/ferry": FERRY}, {"spacing/ferry": FERRY}).comparison
    assert not comparison.differs
    assert comparison.ranked_rules() == []
    assert "No difference in 101 documents." in markdown(comparison)


def test_other_corpora_are_refused(folder: Folder, corpus: Path, tmp_path: Path) -> None:
    asked = Asked(find_rules(folder("rules", {"spacing/ferry": FERRY})))
    made = analyse(asked, Corpus((corpus,)), tmp_path / "a")
    with pytest.raises(AnalysisError, match="differ in sample"):
        compare(made, analyse(asked, Corpus((corpus,), sample=3), tmp_path / "b"))
    (corpus / "note.txt").write_text("another", encoding="utf-8")
    with pytest.raises(AnalysisError, match=r"'note\.txt' is not the same"):
        compare(made, analyse(asked, Corpus((corpus,)), tmp_path / "b"))


def test_the_rule_responsible_is_found(folder: Folder, corpus: Path) -> None:
    """Documents with a boat and a ferry need both changes; the others one alone."""
    old = {"spacing/spaces": SPACES}
    new = {"spacing/spaces": SPACES, "spacing/boat": BOAT, "spacing/ferry": FERRY, "spacing/unused": rule("zzz", "yyy")}
    explained = Compared(folder, corpus, old, new).explained()
    assert explained.alone["pages.jsonl:1"] == "spacing/ferry"
    assert explained.alone["pages.jsonl:4"] == "spacing/boat"
    assert explained.together["pages.jsonl:2"] == "spacing/ferry"  # with which, after the boat, the outcome is there
    assert explained.by_rule() == [("spacing/ferry", 41, 20), ("spacing/boat", 20, 0)]
    assert (explained.unexplained, explained.beyond) == (0, 0)


def test_of_one_changed_rule_all_comes(folder: Folder, corpus: Path) -> None:
    explained = Compared(
        folder, corpus, {"spacing/boat": BOAT}, {"spacing/ferry": FERRY, "spacing/boat": BOAT}
    ).explained()
    assert set(explained.alone.values()) == {"spacing/ferry"}
    assert len(explained.alone) == 61


def with_groups(comparison: Comparison, number: int, before: str) -> Comparison:
    for n in range(number):
        key = ("new", f"{before}{n}")
        comparison.groups[key] = Group("new", ("spacing/ferry",), f"{before}{n}", "x", number - n, 1, ["a.txt"])
    return comparison


def test_markdown_is_cut_to_fit_a_comment_and_says_so(folder: Folder, corpus: Path) -> None:
    comparison = Compared(
        folder, corpus, {"spacing/boat": BOAT}, {"spacing/ferry": FERRY, "spacing/boat": BOAT}
    ).comparison
    whole = markdown(with_groups(comparison, 5_000, "quay "), most=10_000_000)
    cut = markdown(comparison)
    assert len(whole) > COMMENT >= len(cut) > COMMENT - 1_000
    head, last = cut.rstrip("\n").rsplit("\n", 1)
    assert whole.startswith(head.rstrip("\n"))
    left = comparison.ranked_groups()[cut.count("\n- **") :]
    groups, edits = f"{len(left):,} of 5,001 groups", f"{sum(it.edits for it in left):,} edits"
    assert last == f"**Cut to fit a comment; left out: {groups} of edits, with {edits}.**"


def test_no_markup_in_a_text_is_markup_in_markdown(folder: Folder, corpus: Path) -> None:
    comparison = Compared(
        folder, corpus, {"spacing/boat": BOAT}, {"spacing/ferry": FERRY, "spacing/boat": BOAT}
    ).comparison
    told = markdown(with_groups(comparison, 1, "``` @all\n<img> |"))
    assert "```` ``` @all↵<img> \\|0 ````" in told


def test_the_page_tells_the_comparison(folder: Folder, corpus: Path) -> None:
    comparison = Compared(
        folder, corpus, {"spacing/boat": BOAT}, {"spacing/ferry": FERRY, "spacing/boat": BOAT}
    ).comparison
    content = page_of_comparison(comparison)
    assert [it.status for it in content.edits].count("new") == 61
    for it in content.edits:
        assert content.paragraphs[it.paragraph][it.start : it.end] in ("fery", "bout")
    whole = page(content)
    assert "</script>" not in whole.partition('id="content">')[2].partition("</script>")[0]
    assert "http:" not in whole.replace("http-equiv", "")
    assert "https:" not in whole
