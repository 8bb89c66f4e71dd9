"""An analysis says what the rules do, in one file that pins what it was made of."""

from __future__ import annotations

import gzip
import subprocess
from collections.abc import Mapping
from pathlib import Path

import msgspec
import pytest

from cleantext import OptionError, RuleError, explain
from cleantext.comparing import (
    Analysis,
    AnalysisError,
    Asked,
    Corpus,
    Document,
    Item,
    RuleSetError,
    analyse,
    find_rules,
)
from cleantext.comparing.analysis import within
from cleantext.comparing.places import AROUND, LONGEST, items_of, paragraphs_of
from cleantext.edits import Edit, apply
from cleantext.files import FileError
from cleantext.options import Config

from .conftest import SPACES, Folder, rule

FERRY = {"spacing/ferry": rule("fery", "ferry"), "spacing/spaces": SPACES}
PAGE = (
    "Skip to main content\n\nThe pilot saidthat on Sunday\u00a0\u200bnight the quayâ€™s lamps were out, fuel.The rest "
    "of theharbour slept, according to all who were there at the time.\n\nSkip to main content\nLoading...\n"
)


def made(tmp_path: Path, rules: str, corpus: Path, **more: object) -> Analysis:
    jobs = more.pop("jobs", 1)
    return analyse(Asked(find_rules(rules), jobs=jobs), Corpus((corpus,), **more), tmp_path / "made.analysis")  # type: ignore[arg-type]


def plain(analysis: Analysis) -> list[Document]:
    return [msgspec.structs.replace(it, time=0) for it in analysis.documents()]


def test_documents_are_told_in_order_with_their_edits(tmp_path: Path, folder: Folder, corpus: Path) -> None:
    analysis = made(tmp_path, folder("rules", FERRY), corpus)
    documents = list(analysis.documents())
    assert [it.name for it in documents][:3] == ["note.txt", "pages.jsonl:1", "pages.jsonl:2"]
    assert analysis.end().documents == len(documents) == 101
    third = documents[2]
    assert third.fires == {"spacing/ferry": 1, "spacing/spaces": 1}
    assert [(it.start, it.end, it.before, it.after) for it in third.items] == [
        (8, 10, "  ", " "),
        (24, 28, "fery", "ferry"),
    ]
    assert [it.text for it in third.paragraphs] == ["The bout  sank,", "and the fery left."]
    assert documents[3].outcome == ""
    assert documents[5].paragraphs[0].text == "\ud800 fery"


def test_processes_do_not_matter(tmp_path: Path, folder: Folder, corpus: Path) -> None:
    rules = folder("rules", FERRY)
    alone = plain(made(tmp_path, rules, corpus))
    assert plain(made(tmp_path, rules, corpus, jobs=2)) == alone


def test_progress_is_told_in_bytes(tmp_path: Path, folder: Folder) -> None:
    """As the size of files is: the bar of a Russian corpus would stop half-way."""
    (tmp_path / "ru").mkdir()
    path = tmp_path / "ru" / "page.txt"
    path.write_text("Паром ушёл в полдень.", encoding="utf-8")
    told: list[int] = []
    asked = Asked(find_rules(folder("rules", FERRY)))
    analyse(asked, Corpus((path.parent,)), tmp_path / "made.analysis", told.append)
    assert told == [path.stat().st_size]


def test_a_sample_is_the_same_each_time_and_in_order(tmp_path: Path, folder: Folder, corpus: Path) -> None:
    rules = folder("rules", FERRY)
    names = [[it.name for it in made(tmp_path, rules, corpus, sample=20, seed=seed).documents()] for seed in (1, 1, 2)]
    assert names[0] == names[1] != names[2]
    assert len(names[0]) == 20
    every = [it.name for it in made(tmp_path, rules, corpus).documents()]
    assert names[0] == [it for it in every if it in names[0]]


def test_what_was_cut_off_is_no_analysis(tmp_path: Path, folder: Folder, corpus: Path) -> None:
    path = made(tmp_path, folder("rules", FERRY), corpus).path
    lines = gzip.decompress(path.read_bytes()).splitlines(keepends=True)
    path.write_bytes(gzip.compress(b"".join(lines[:-1])))
    with pytest.raises(AnalysisError, match="was cut off"):
        list(Analysis(path).documents())
    path.write_bytes(path.read_bytes()[:-20])
    with pytest.raises(AnalysisError, match="cannot be read"):
        list(Analysis(path).documents())


def test_what_cannot_be_read_is_passed_by_and_told(tmp_path: Path, folder: Folder, corpus: Path) -> None:
    (corpus / "bad.jsonl").write_text('{"text": 7}\n{"text": "The fery"}\n', encoding="utf-8")
    end = (analysis := made(tmp_path, folder("rules", FERRY), corpus)).end()
    assert end.skipped == 1
    assert "bad.jsonl:1" in end.reasons[0]
    assert "bad.jsonl:2" in [it.name for it in analysis.documents()]
    with pytest.raises(FileError, match="no such file"):
        made(tmp_path, folder("rules", FERRY), corpus / "nowhere")


LONG_LINE = "x " * 4000 + "theÂ\xa0akimat " + "y " * 4000


@pytest.mark.parametrize("text", [PAGE, PAGE.replace("\n", "\r\n"), PAGE * 3, LONG_LINE, "a  b", "\ud800  \u200bz"])
def test_items_are_the_edits_and_stand_in_one_paragraph_each(text: str) -> None:
    result = explain(text)
    items = list(items_of(result))
    assert apply(text, [Edit("", it.start, it.end, it.before, it.after, "") for it in items]) == result.text
    assert all(text[it.start : it.end] == it.before for it in items)
    assert {name for it in items for name in it.rules} == set(result.rules)
    paragraphs = list(paragraphs_of(text, items))
    assert all(text[it.start :].startswith(it.text) for it in paragraphs)
    assert [item for it in paragraphs for item in within(it, items)] == items


def git(place: Path, *arguments: str) -> None:
    identity = ["-c", "user.name=A", "-c", "user.email=a@example.com"]
    subprocess.run(["git", *identity, *arguments], cwd=place, check=True, capture_output=True)  # noqa: S607


def commit(place: Path, folder: Folder, files: Mapping[str, str], below: str = "rules") -> None:
    folder(f"{place.name}/{below}", files)
    git(place, "add", "-A")
    git(place, "commit", "-qm", "Rules.")


@pytest.fixture
def repository(tmp_path: Path, folder: Folder, monkeypatch: pytest.MonkeyPatch) -> Path:
    place = tmp_path / "repository"
    place.mkdir()
    git(place, "init", "-q")
    commit(place, folder, {"spacing/ferry": rule("fery", "ferry")})
    folder("repository/rules", {"spacing/boat": rule("bout", "boat")})
    monkeypatch.chdir(place)
    return place


def test_rules_are_found_by_ref_by_folder_and_in_the_working_tree(repository: Path, folder: Folder) -> None:
    old, boat = ["spacing/ferry"], ["spacing/boat", "spacing/ferry"]
    assert [it.name for it in find_rules("HEAD").rules] == old
    assert [it.name for it in find_rules(None).rules] == boat
    assert [it.name for it in find_rules(str(repository)).rules] == boat
    commit(repository, folder, {"spacing/quay": rule("quey", "quay")}, below="more/ours")
    assert [it.name for it in find_rules("HEAD:more/ours").rules] == ["spacing/quay"]
    added = {it.name for it in find_rules("+HEAD:more/ours").rules}
    assert added == {it.name for it in find_rules("builtin").rules} | {"spacing/quay"}


@pytest.mark.parametrize(
    ("name", "said"),
    [("no-such-ref", "is no folder of rules"), ("HEAD:nowhere", "no folder 'nowhere'"), ("--output=x", "is no folder")],
)
def test_names_of_nothing_are_told(repository: Path, name: str, said: str) -> None:
    with pytest.raises(RuleSetError, match=said):
        find_rules(name)
    assert not (repository / "x").exists()


def test_faults_are_told_by_the_name_in_the_repository(repository: Path, folder: Folder) -> None:
    commit(repository, folder, {"spacing/ferry": "summary = 7"})
    with pytest.raises(RuleError, match=r"^HEAD:rules/spacing/ferry\.toml:1: "):
        find_rules("HEAD")


def test_options_that_name_nothing_are_told(tmp_path: Path, folder: Folder, corpus: Path) -> None:
    asked = Asked(find_rules(folder("rules", FERRY)), Config(select=("nothing",)))
    with pytest.raises(OptionError, match="'nothing' is no rule"):
        analyse(asked, Corpus((corpus,)), tmp_path / "made.analysis")


@pytest.mark.parametrize("before", [0, AROUND, LONGEST - 4, LONGEST - 3, LONGEST, LONGEST + 1, 3 * LONGEST])
def test_a_paragraph_is_a_line_or_what_is_around_its_item_in_a_long_one(before: int) -> None:
    """A line is long where it has more than so many characters beside the item."""
    line = "a" * before + "  bcd"
    (paragraph,) = paragraphs_of(f"one\r{line}\ntwo", [Item(("spacing/x",), 4 + before, 6 + before, "  ", " ")])
    is_long = before + len("bcd") > LONGEST
    first = before - AROUND if is_long else 0
    assert (paragraph.start, paragraph.text) == (4 + first, line[first:])
