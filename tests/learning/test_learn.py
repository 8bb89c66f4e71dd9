"""Learning from a corpus: what is learned, that order and interruptions change nothing, and that rules hold."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
from pathlib import Path

import pytest
from learning import large  # of benchmarks/

import cleantext
from cleantext.contract import faults_of
from cleantext.errors import OptionError
from cleantext.files import FileError
from cleantext.learning import tally
from cleantext.learning.learn import Asked, Learned, learn
from cleantext.learning.places import Place, places
from cleantext.rule import Fixer
from cleantext.ruleset.folder import read_folder

from .conftest import LEARNED, REFRAIN, page, written


def asked(source: Path, out: Path, **more: object) -> Asked:
    return Asked([source], out, **{"by": "site", **more})  # type: ignore[arg-type]


def quiet(_: str) -> None:
    pass


def outcome(out: Path) -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in sorted(out.rglob("*.toml"))}


def test_furniture_is_learned_and_nothing_else(crawl: Path, tmp_path: Path) -> None:
    """No headline, no refrain, no byline, no date of the page; of hosts of one site together."""
    out = tmp_path / "rules"
    learned = learn(asked(crawl, out), say=quiet)
    assert learned == Learned(
        13, len(LEARNED), [out / "boilerplate/sites/quay-example.toml"], [("pier.example", 3)], []
    )
    (rule,), faults = read_folder(out)
    assert not faults
    assert (rule.requires.site, rule.requires.prose) == ("quay.example", True)
    assert isinstance(rule.remedy, Fixer)
    assert set(rule.remedy.phrases["und"]) == LEARNED
    assert REFRAIN.casefold() not in rule.remedy.phrases["und"]
    assert '  "0 comments", # on 10 of 10 pages\n' in learned.rules[0].read_text(encoding="utf-8")
    assert not asked(crawl, out).state.exists()


def test_rule_holds_what_its_examples_claim_and_cleans_an_unseen_page(crawl: Path, tmp_path: Path) -> None:
    learn(asked(crawl, tmp_path / "rules"), say=quiet)
    (rule,), _ = read_folder(tmp_path / "rules")
    assert list(faults_of(rule)) == []
    cleaner = cleantext.Cleaner(rules=[tmp_path / "rules"], select="boilerplate/sites")
    left = cleaner.clean(page(20), url="https://edition.quay.example/20").split("\n\n")
    assert [left[0], left[1], left[-1]] == ["Headline number u", "By Marta Kolb", page(20).split("\n\n")[-5]]
    assert left.count(REFRAIN) == 2
    assert cleaner.clean(page(20), url="https://pier.example/20") == page(20)


THRESHOLDS = {
    "more pages than there are": ({"least_pages": 11}, set()),
    "fewer": ({"least_pages": 2}, {"quay.example", "pier.example"}),
    "a share": ({"least_share": 1.0}, {"quay.example"}),
}


@pytest.mark.parametrize(("options", "sites"), THRESHOLDS.values(), ids=THRESHOLDS)
def test_thresholds_say_what_recurs(crawl: Path, tmp_path: Path, options: dict[str, object], sites: set[str]) -> None:
    learned = learn(asked(crawl, tmp_path / "rules", **options), say=quiet)
    assert {rule.requires.site for rule in read_folder(tmp_path / "rules")[0]} == sites
    assert {site for site, _ in learned.too_few} == {"quay.example", "pier.example"} - sites


def test_pages_of_another_order_and_pages_twice_change_nothing(crawl: Path, tmp_path: Path) -> None:
    learn(asked(crawl, tmp_path / "once"), say=quiet)
    rows = crawl.read_text(encoding="utf-8").splitlines()
    packed = tmp_path / "again.jsonl.gz"
    packed.write_bytes(gzip.compress("\n".join([*reversed(rows), *rows]).encode()))
    learn(asked(packed, tmp_path / "twice"), say=quiet)
    assert outcome(tmp_path / "once") == outcome(tmp_path / "twice")


KILLED = """
import os, signal, sys
from pathlib import Path
from cleantext.learning import tally
from cleantext.learning.learn import Asked, learn
tally._MOST_HELD = 20  # some pages
writes = 0
def dying(write):
    def write_or_die(self):
        global writes
        writes += 1
        write(self)
        if writes == {at}:
            os.kill(os.getpid(), signal.SIGKILL)
    return write_or_die
tally.Tally.write_counts = dying(tally.Tally.write_counts)
tally.Tally.write_places = dying(tally.Tally.write_places)
learn(Asked([Path(sys.argv[1])], Path(sys.argv[2]), "site"), say=print)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL")
@pytest.mark.parametrize("at", [1, 3, 8, 10])
def test_killed_run_that_goes_on_gives_what_an_undisturbed_one_gives(crawl: Path, tmp_path: Path, at: int) -> None:
    """While it counts, and while it looks where what recurs stands."""
    learn(asked(crawl, tmp_path / "undisturbed"), say=quiet)
    job = asked(crawl, tmp_path / "killed")
    run = subprocess.run([sys.executable, "-c", KILLED.replace("{at}", str(at)), crawl, job.out], capture_output=True)
    assert run.returncode == -9, run.stderr
    assert job.state.exists()
    with pytest.raises(OptionError, match=r"a run that was stopped left its counts in .*killed\.learning; go on"):
        learn(job, say=quiet)
    learn(job, resume=True, say=quiet)
    assert outcome(job.out) == outcome(tmp_path / "undisturbed")


def test_going_on_counts_no_page_again(crawl: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tally, "_MOST_HELD", 20)
    job, count, counted = asked(crawl, tmp_path / "rules"), tally.Tally.count, []

    def stopping(self: tally.Tally, site: str, text: str, frames: list[str]) -> None:
        if len(counted) == 9:
            raise KeyboardInterrupt
        counted.append(text)
        count(self, site, text, frames)

    with monkeypatch.context() as patch:
        patch.setattr(tally.Tally, "count", stopping)
        with pytest.raises(KeyboardInterrupt):
            learn(job, say=quiet)
    more = tally.Tally(job.state, job.options)
    known = [text for text in counted if more._is_known("counted", tally._page_key("quay.example", text))]
    more.close()
    assert 0 < len(known) < 9
    learned = learn(job, resume=True, say=quiet)
    assert learned.pages == 13


def test_other_options_do_not_go_on_with_counts(crawl: Path, tmp_path: Path) -> None:
    job = asked(crawl, tmp_path / "rules")
    tally.Tally(job.state, job.options).close()
    with pytest.raises(FileError, match=r"holds counts for other options .--by site .* or start over with --force"):
        learn(asked(crawl, tmp_path / "rules", least_pages=7), resume=True, say=quiet)
    assert learn(asked(crawl, tmp_path / "rules", least_pages=7), force=True, say=quiet).rules


def test_what_was_learned_before_is_replaced_on_request_only(crawl: Path, tmp_path: Path) -> None:
    job = asked(crawl, tmp_path / "rules")
    learn(job, say=quiet)
    stale = job.out / "boilerplate/sites/gone-example.toml"
    stale.touch()
    with pytest.raises(OptionError, match="holds rules that were learned before"):
        learn(job, say=quiet)
    learn(job, force=True, say=quiet)
    assert not stale.exists()
    assert len(outcome(job.out)) == 1


def test_folders_are_sites(tmp_path: Path) -> None:
    for number in range(6):
        for folder in ("Quay Post", "www.pier.example"):
            path = tmp_path / "pages" / folder / "2021" / f"{number}.txt"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(page(number).replace("Menu", f"Menu of the {folder[:4]}"), encoding="utf-8")
    (tmp_path / "pages/Quay Post/scan.txt").write_bytes(b"\0\1\2")
    said: list[str] = []
    learn(asked(tmp_path / "pages", tmp_path / "by-folder", by="folder"), say=said.append)
    assert {rule.requires.site for rule in read_folder(tmp_path / "by-folder")[0]} == {"quay post", "www.pier.example"}
    assert [line.partition(":")[0] for line in said] == [f"skipped {tmp_path}/pages/Quay Post/scan.txt"]
    learn(asked(tmp_path / "pages", tmp_path / "by-site"), say=quiet)
    assert {rule.requires.site for rule in read_folder(tmp_path / "by-site")[0]} == {"quay post", "pier.example"}
    cleaner = cleantext.Cleaner(rules=[tmp_path / "by-folder"], select="boilerplate/sites")
    text = page(1).replace("Menu", "Menu of the Quay")
    assert cleaner.clean(text, site="Quay Post").startswith("Headline")
    assert cleaner.clean(text, site="pier.example") == text


ODD = [
    'Sign up "now" \\ here\t!',
    "Ends in a bell \x07 and \x7f",
    "'''",
    '"""',
    "Меню сайта",
    "メニュー",
    "\N{ZERO WIDTH SPACE}x",
]


def test_whatever_recurs_can_be_written_down(tmp_path: Path) -> None:
    """Quotation marks, controls and lone surrogates too; names of sites that share letters do not share files."""
    text = "\n".join([*ODD, "\ud800 half a character", page(1)])
    sites = ["a.b", "a-b", "Ω", "47", 'x"y', "x\ny"]
    rows = [{"site": site, "text": f"{text}\n{number}\n{'abcde'[number]}"} for site in sites for number in range(5)]
    learn(asked(written(tmp_path / "odd.jsonl", rows), tmp_path / "rules"), say=quiet)
    rules, faults = read_folder(tmp_path / "rules")
    assert not faults
    assert len(rules) == len(sites)
    for rule in rules:
        assert list(faults_of(rule)) == []


FAULTS = {
    "no JSON": ("{", ":2: is no line of JSON"),
    "no object": ("[1]", ":2: is no object; each line is one page"),
    "no text": (
        '{"body": "x", "site": "a.b"}',
        r":2: has no text in the field 'text' \(its fields: 'body', 'site'\); name",
    ),
    "no site": (
        '{"text": "x", "url": "nowhere"}',
        ":2: names no site in 'site' and no address in 'url'; say --site-field",
    ),
    "no UTF-8": ("\udcff", ":2: is no line of JSON"),
}


@pytest.mark.parametrize(("line", "reason"), FAULTS.values(), ids=FAULTS)
def test_faulty_record_is_named_with_its_line(tmp_path: Path, line: str, reason: str) -> None:
    path = tmp_path / "crawl.jsonl"
    first = json.dumps({"site": "a.b", "text": "x"})
    path.write_bytes(f"{first}\n{line}\n".encode("utf-8", "surrogateescape"))
    with pytest.raises(FileError, match=f"crawl.jsonl{reason}"):
        learn(asked(path, tmp_path / "rules"), say=quiet)


def test_archive_that_ends_early_is_named(tmp_path: Path) -> None:
    path = tmp_path / "crawl.jsonl.gz"
    path.write_bytes(gzip.compress(json.dumps({"site": "a.b", "text": page(1)}).encode() * 50)[:-20])
    with pytest.raises(FileError, match=r"crawl.jsonl.gz:1: cannot be read"):
        learn(asked(path, tmp_path / "rules"), say=quiet)


def test_line_counts_where_it_hurts_most() -> None:
    """A line above the text and between two of its paragraphs is between them, for other furniture too."""
    prose = page(1).split("\n\n")[7]
    lines = ["m", "p", "m", "x", "p", "a"]
    text = [(frame, prose if frame == "p" else f"{frame} line") for frame in lines]
    found = {it.frame: it.where for it in places(text, {"m", "x", "a"}.__contains__)}
    assert found == {"m": "between", "x": "between", "a": "tail"}
    assert list(places([("b", "By Marta Kolb")], {"b"}.__contains__)) == [Place("b", "", True, "By Marta Kolb")]


def test_generated_corpus_gives_its_furniture_back(capsys: pytest.CaptureFixture[str]) -> None:
    """The large run of `benchmarks/learning.py`, small: it leaves with a message where something else is learned."""
    large(80_000)
    assert "800 pages, 80000 lines" in capsys.readouterr().out
