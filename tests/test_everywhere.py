"""What triggers, gates and tests of lines spare changes nothing: an engine that runs every rule everywhere agrees."""

from __future__ import annotations

import gzip
import json
import os
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import cleantext
from cleantext import document
from cleantext.document import Document
from cleantext.options import Config
from cleantext.pipeline import Repair, repair
from cleantext.remedies import LineTest
from cleantext.rule import NO_HINTS, Hints
from cleantext.ruleset import compiled, places
from cleantext.ruleset.compiled import RuleSet
from cleantext.ruleset.folder import builtin_rules

SEEDS = Path(__file__).resolve().parents[1] / "seeds"
CORPORA = Path(__file__).resolve().parents[2] / "shared" / "corpora"
EVERY = int(os.environ.get("CLEANTEXT_EVERY", "400"))
"""Of a corpus, one document in so many is compared."""


class _AllLines:
    """Every rule is to look at every line, but for those that say in their file which lines concern them."""

    def __init__(self, rules: Collection[int], tests: Mapping[int, LineTest], document: Document) -> None:
        self.rules, self._tests, self._contents = set(rules), tests, document.contents

    def lines_of(self, rule: int) -> Sequence[int]:
        test = self._tests.get(rule)
        return [number for number, line in enumerate(self._contents) if test is None or test(line)]


class _Everywhere:
    def __init__(self, rules: Collection[int], tests: Mapping[int, LineTest]) -> None:
        self._rules, self._tests = rules, tests

    def look(self, document: Document, _: object = None) -> _AllLines:
        return _AllLines(self._rules, self._tests, document)


class PlainRules(RuleSet):
    """Rules without any trigger, gate or test of a line."""

    def __init__(self) -> None:
        rules = builtin_rules(examples=False)
        super().__init__(rules, Config().names(rules))
        self.gates = {}  # type: ignore[misc]

    def scan(self, _: str) -> None:
        return None

    def are_silent(self, *_: object) -> bool:
        return False

    def places(self, _: object = None) -> _Everywhere:  # type: ignore[override]
        return _Everywhere(range(len(self._ready)), self.declared_tests)


@cache
def plain() -> PlainRules:
    return PlainRules()


@cache
def swift() -> RuleSet:
    return cleantext.Cleaner()._rules


def told(it: Repair) -> tuple[object, ...]:
    return (it.text, it.passes, it.facts)


def agree(text: str, hints: Hints = NO_HINTS) -> None:
    """Hold the two engines to each other, and `clean` to both."""
    slow = repair(text, plain(), hints)
    assert told(repair(text, swift(), hints)) == told(slow)
    assert repair(text, swift(), hints, telling=False).text == slow.text
    assert told(repair(text, swift(), hints, explaining=True)) == told(slow)


@pytest.mark.parametrize("page", sorted(SEEDS.glob("*.txt")), ids=lambda it: it.stem)
def test_on_pages(page: Path) -> None:
    agree(page.read_text(encoding="utf-8"))


@pytest.mark.parametrize("page", sorted(SEEDS.glob("*.txt"))[::3], ids=lambda it: it.stem)
def test_on_pages_scanned_a_block_at_a_time(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (document, places, compiled):
        monkeypatch.setattr(module, "LARGE", 300)
    monkeypatch.setattr(places, "BLOCK", 300)
    agree(page.read_text(encoding="utf-8"))


EXAMPLES = [(example.before, example.hints) for rule in builtin_rules() for example in (*rule.changes, *rule.keeps)]


@pytest.mark.parametrize("part", range(10))
def test_on_the_examples_of_every_rule(part: int) -> None:
    for text, hints in EXAMPLES[part::10]:
        agree(text, hints)


pieces = st.one_of(st.sampled_from([text for text, _ in EXAMPLES]), st.text(max_size=20))


@settings(deadline=None, max_examples=40)
@given(st.lists(pieces, min_size=1, max_size=5), st.sampled_from(["\n", "\n\n", " ", "", "\r\n", "  \n"]))
def test_on_examples_thrown_together(parts: list[str], between: str) -> None:
    agree(between.join(parts))


def test_on_a_menu_with_blank_lines() -> None:
    """Found by throwing lines together: a blank line ended the menu for whoever was shown it."""
    prose = "The ferry left the quay of the old harbour at seven in the morning, and nobody was there to see it."
    agree("\n".join((prose, "Film", "", "Columnists", "Letters", "", "Cars", "Sport", "Jobs")))


def test_on_a_word_cut_above_one_of_several_equal_lines() -> None:
    """Found by throwing lines together: the last of the equal lines, above which nothing is cut, spoke for all."""
    agree("Nyheter från hamnen i dag.\nnews\u00ad\nnews\nnews\nnews")


def test_on_a_comma_that_a_word_of_grammar_elsewhere_in_its_line_would_license() -> None:
    """Found by throwing lines together: the line test of one rule did not know of what licensed another."""
    agree(
        "Вчера паром отошёл от пристани в семь утра.\nПо данным порта АБВ,участниками в этом рейсе были люди с берега, "
        "и одним из их требований былаотмена всех новых рейсов.\nНа берегу никого не было до утра, и в порту тоже."
    )


def test_on_lines_thrown_together(thrown_together: Callable[[int], Iterator[str]]) -> None:
    for text in thrown_together(0):
        agree(text)


def documents() -> Iterator[str]:
    for path in sorted(CORPORA.glob("*/*.jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as rows:
            for number, row in enumerate(rows):
                if number % EVERY == EVERY // 2:
                    said = json.loads(row)
                    yield from (said[key][:8_000] for key in ("text", "damaged") if isinstance(said.get(key), str))


@pytest.mark.skipif(not CORPORA.is_dir(), reason="the shared corpora do not stand beside this checkout")
def test_on_corpora() -> None:
    texts = list(documents())
    assert texts
    for text in texts:
        agree(text)
