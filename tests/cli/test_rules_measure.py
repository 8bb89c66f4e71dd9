"""`cleantext rules cost` and `measure`: rules on a corpus, by their time and by their edits."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from cleantext import Cleaner
from cleantext.corpus import Corpus, Document, texts_named, within
from cleantext.workshop.measure import PER_DOCUMENT, draw, read_drawn

TEXTS = [f"The boat  number {number} left the  harbour, and the mate stayed  there." for number in range(30)]
RULE = """
summary = "A misspelt lantern."
why = "A test."
[table]
lantren = "lantern"
[[changes]]
before = "a lantren"
after = "a lantern"
[[keeps]]
text = "a lantern"
why = "right"
"""


@pytest.fixture
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Text files, and records in a packed file."""
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "corpus"
    folder.mkdir()
    for number, text in enumerate(TEXTS[:10]):
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    with gzip.open(folder / "more.jsonl.gz", "wt", encoding="utf-8") as file:
        file.writelines(json.dumps({"text": text, "body": "none"}) + "\n" for text in TEXTS[10:])
    return folder


def documents(path: Path, field: str = "text") -> Iterator[Document]:
    return Corpus([path], (field,)).documents(pytest.fail)


def test_corpus_is_read_by_names(corpus: Path) -> None:
    found = list(documents(corpus))
    assert len(found) == len(TEXTS)
    assert (found[0].name, found[10].name) == ("0.txt", "more.jsonl.gz:1")
    assert len(list(within(documents(corpus), 0.000_1))) == 2
    assert {it.text for it in documents(corpus / "more.jsonl.gz", "body")} == {"none"}


def test_documents_of_two_folders_of_one_name_are_told_apart(tmp_path: Path) -> None:
    folders = [tmp_path / year / "pages" for year in ("2020", "2021")]
    for folder in folders:
        folder.mkdir(parents=True)
        (folder / "a.txt").write_text(folder.parent.name, encoding="utf-8")
    (folders[1] / "b.txt").write_text("only there", encoding="utf-8")
    corpus = Corpus(folders)
    paths = [(folder / "a.txt").as_posix() for folder in folders]
    assert [it.name for it in corpus.documents(print)] == [*paths, "pages/b.txt"]
    assert [it.text for it in texts_named(corpus, paths[1:])] == ["2021"]


def test_cost_as_json_and_table(run: Any, corpus: Path) -> None:
    ran = run("rules", "cost", corpus, "--select", "spacing/run-of-spaces", "--format", "json")
    (cost,) = json.loads(ran.text)
    assert (cost["rule"], cost["triggered"]) == ("spacing/run-of-spaces", 1.0)
    assert cost["proposals"] >= 3 * len(TEXTS)
    ran = run("rules", "cost", corpus, "--select", "spacing")
    assert ran.text.startswith("RULE ")
    assert ran.err.endswith(" on 30 texts, 0.00 MB\n")
    assert run("rules", "cost", corpus / "more.jsonl.gz", "--field", "no").code == 2


def test_draw_is_the_same_whatever_the_order(corpus: Path) -> None:
    """And takes few edits of one text: those are right or wrong together."""
    texts = list(documents(corpus))
    cleaner = Cleaner()
    drawn = draw(cleaner, texts, "c", per_rule=20)
    assert draw(cleaner, reversed(texts), "c", per_rule=20) == drawn
    assert draw(cleaner, texts, "c", per_rule=20, seed=2) != drawn
    spaces = [it.document for it in drawn if it.rule == "spacing/run-of-spaces"]
    assert len(spaces) == 20
    assert max(map(spaces.count, spaces)) <= PER_DOCUMENT


def test_what_is_drawn_shows_the_invisible_and_stays_on_its_line() -> None:
    text = "The boat left.\n\nIt  came\N{NO-BREAK SPACE}back.\n\n\n\nThe end of the story is told elsewhere."
    (drawn,) = draw(Cleaner(), [Document("a\tb", text)], "c", names=["spacing/run-of-spaces"])
    assert (drawn.document, drawn.before, drawn.after) == ("a⇥b", "␣␣", "␣")
    assert drawn.left == "The boat left.↵↵It"


def test_measure_from_corpus_to_table(run: Any, corpus: Path) -> None:
    """Drawn, judged in a file and in the terminal, counted beside the rules, told by show and check."""
    (corpus.parent / "rules/spacing").mkdir(parents=True)
    Path("rules/spacing/lantern.toml").write_text(RULE, encoding="utf-8")
    for number in range(20):
        (corpus / f"z{number}.txt").write_text(f"lantren {number}", encoding="utf-8")
    own = ("--rules", "rules")
    ran = run("rules", "measure", corpus, *own, "--rule", "spacing/lantern", "--out", "judge.tsv", "--per-rule", 15)
    assert (ran.code, ran.err) == (0, "15 edits of 1 rule drawn into judge.tsv\n")
    assert run("rules", "measure", "--take", "judge.tsv", *own).code == 2
    lines = Path("judge.tsv").read_text(encoding="utf-8").splitlines()
    Path("judge.tsv").write_text(
        "\n".join([lines[0], *(f"wrong{it}" for it in lines[1:10]), *lines[10:]]), encoding="utf-8"
    )
    ran = run("rules", "measure", "--take", "judge.tsv", "--ask", *own, "--date", "2026-01-02", stdin=b"r\nd\nx\nq\n")
    assert ran.text.endswith("spacing/lantern on corpus: 1 right, 9 wrong, 1 doubtful; precision 0.016 to 0.477\n")
    assert [it.verdict for it in read_drawn(Path("judge.tsv"))] == [*"wwwwwwwwwrd", *[""] * 4]
    assert (
        "| `spacing/lantern` | corpus | 2026-01-02 | 1 | 9 | 1 | 0.016–0.477 |"
        in run("rules", "measure", "--table", *own).text
    )
    shown = run("rules", "show", "spacing/lantern", *own).text
    assert "Judged\n  1 right, 9 wrong, 1 doubtful of 11 on corpus  precision 0.016 to 0.477\n" in shown
    ran = run("rules", "check", "rules")
    assert (ran.code, "safe, but 9 wrong and 1 doubtful of 11 edits judged" in ran.err) == (0, True)
    ran = run("rules", "check", "rules", "--strict")
    assert (ran.code, "its precision is at most 0.477" in ran.text) == (1, True)
    assert ran.err == "1 fault in 1 of 1 rule\n"


def test_verdicts_that_cannot_be_kept_are_told(run: Any, corpus: Path) -> None:
    path = corpus / "judge.tsv"
    head = "verdict\trule\tcorpus\tdocument\tleft\tbefore\tafter\tright"
    path.write_text(f"{head}\nr\tspacing/x\tc\td\t\ta\tb\t\n", encoding="utf-8")
    ran = run("rules", "measure", "--take", path, "--rules", "nowhere")
    assert ran.code == 2
    assert "nowhere/verdicts.tsv: cannot be written: No such file or directory" in ran.err


MISUSED = {
    "nothing": ((), "say one of a corpus"),
    "two things": (("corpus", "--table"), "say one of a corpus"),
    "nowhere to write": (("corpus",), "--out judge.tsv"),
    "no table": (("--take", "corpus/0.txt"), "0.txt:1: the columns are not verdict"),
    "no file": (("--take", "none.tsv"), "none.tsv: cannot be read"),
}


@pytest.mark.parametrize(("args", "said"), MISUSED.values(), ids=MISUSED)
@pytest.mark.usefixtures("corpus")
def test_measure_tells_what_it_needs(run: Any, args: tuple[str, ...], said: str) -> None:
    ran = run("rules", "measure", *args)
    assert ran.code == 2
    assert said in ran.err


@pytest.mark.parametrize(("line", "said"), [("maybe\ta" + "\tb" * 6, "the verdict 'maybe'"), ("r\ta", "2 columns")])
def test_a_line_that_is_no_verdict_is_told(run: Any, corpus: Path, line: str, said: str) -> None:
    path = corpus / "judge.tsv"
    path.write_text(f"verdict\trule\tcorpus\tdocument\tleft\tbefore\tafter\tright\n{line}\n", encoding="utf-8")
    ran = run("rules", "measure", "--take", path)
    assert ran.code == 2
    assert f"judge.tsv:2: {said}" in ran.err
