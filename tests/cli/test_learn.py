"""`cleantext learn`: from pages to rules that `fix` uses, and what it says when it cannot."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from cleantext.learning.tally import Tally

PROSE = "The night ferry will not sail until the wind has gone round to the west, said the harbour master {}."


@pytest.fixture
def crawl(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    rows = [
        {"body": f"Quay menu\n\n{PROSE.format(word)}\n\nShare ({number})", "from": "https://www.quay.example/a"}
        for number, word in enumerate("once twice again later loudly".split())
    ]
    path = Path("crawl.jsonl")
    path.write_text("".join(f"{json.dumps(row)}\n" for row in rows), encoding="utf-8")
    Path("scan.txt").write_bytes(b"\0\1")
    return path


FIELDS = ("--field", "body", "--url-field", "from")


def test_rules_that_were_learned_are_used_by_fix(run: Any, crawl: Path) -> None:
    ran = run("learn", crawl, "--by", "site", "--out", "rules", *FIELDS)
    told = "5 pages read, 2 lines learned, 1 rule written to rules/boilerplate/sites.\n"
    assert (ran.code, ran.out, ran.err) == (0, b"", told)
    assert run("rules", "check", "rules").err == "1 rule, no faults\n"
    said = run("rules", "show", "boilerplate/sites/quay-example", "--rules", "rules").text
    assert "  a hint (url= or site=) that the text is from quay.example\n" in said
    text = f"Quay menu\n\n{PROSE.format('today')}\n\nShare (77)\n"
    options = ("--rules", "rules", "--select", "boilerplate/sites")
    fixed = run("fix", "-q", *options, "--site", "quay.example", "-", stdin=text.encode())
    assert fixed.text == f"{PROSE.format('today')}\n"
    assert run("fix", "-q", *options, "-", stdin=text.encode()).text == text


def test_sites_with_too_few_pages_are_told(run: Any, crawl: Path) -> None:
    ran = run("learn", crawl, "--by", "site", "--out", "rules", "--least-pages", 6, *FIELDS)
    assert ran.code == 0
    assert ran.err == (
        "1 site with fewer than 6 pages, so nothing was learned from them: quay.example (5)\n"
        "5 pages read, and no rule written.\n"
    )


REFUSED = {
    "no such source": (("none.jsonl",), "none.jsonl: there is no such file or folder"),
    "a field that is not there": (("crawl.jsonl",), "crawl.jsonl:1: has no text in the field 'text'"),
    "a share of nothing": (("crawl.jsonl", "--least-share", "0"), "--least-share is a share of a site's pages"),
    "an output that is a file": (("crawl.jsonl", "--out", "crawl.jsonl"), "crawl.jsonl: is no folder"),
    "a file that is no text": (("scan.txt",), "scan.txt: holds NUL bytes"),
    "an unknown encoding": (("crawl.jsonl", "--encoding", "utf-9"), "'utf-9' is no encoding"),
}


@pytest.mark.usefixtures("crawl")
@pytest.mark.parametrize(("arguments", "reason"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_done_is_told(run: Any, arguments: tuple[str, ...], reason: str) -> None:
    ran = run("learn", "--by", "site", "--out", "rules", *arguments)
    assert ran.code == 2
    assert reason in ran.err
    assert ("--resume goes on" in ran.err) == Path("rules.learning").exists()


def test_learned_rules_are_not_overwritten(run: Any, crawl: Path) -> None:
    learn = ("learn", crawl, "--by", "site", "--out", "rules", *FIELDS)
    run(*learn)
    again = run(*learn)
    assert (again.code, "or replace them with --force" in again.err) == (2, True)
    assert run(*learn, "--force").code == 0


def test_stopped_run_goes_on(run: Any, crawl: Path) -> None:
    """Where a faulty line stopped it."""
    crawl.write_text(crawl.read_text(encoding="utf-8") + "{\n", encoding="utf-8")
    learn = ("learn", crawl, "--by", "site", "--out", "rules", *FIELDS)
    assert run(*learn).code == 2
    crawl.write_text(crawl.read_text(encoding="utf-8").removesuffix("{\n"), encoding="utf-8")
    again = run(*learn)
    assert (again.code, "go on with --resume" in again.err) == (2, True)
    assert run(*learn, "--resume").code == 0
    assert Path("rules/boilerplate/sites/quay-example.toml").exists()
    assert not Path("rules.learning").exists()


def test_run_that_is_interrupted_says_how_it_goes_on(run: Any, crawl: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Tally, "settle", interrupted)
    ran = run("learn", crawl, "--by", "site", "--out", "rules", *FIELDS)
    assert ran.code == 130
    assert ran.err.startswith(f"stopped; what was counted is kept in {Path.cwd() / 'rules.learning'}: --resume goes on")
    assert Path("rules.learning").exists()
