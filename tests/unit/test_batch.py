"""Many texts: in order, lazily, the same on one process as on several, and what befalls one befalls no other."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from itertools import count, islice
from pathlib import Path
from typing import Any

import pytest

from cleantext import Failure, OptionError, WorkerDied, batch, clean, clean_many, explain, explain_many
from cleantext.workers import crew

FEW, MANY = 20, 100
"""Texts that are few and many in these tests."""

ONE_RULE: dict[str, Any] = {"select": "spacing/run-of-spaces"}
JOBS = pytest.mark.parametrize("jobs", [1, 2, None], ids="jobs={}".format)
FUNCTIONS = [pytest.param(clean_many, clean, id="clean_many"), pytest.param(explain_many, explain, id="explain_many")]
BOTH = pytest.mark.parametrize(("many", "one"), FUNCTIONS)

ODD = ["", "\ud800  a lone surrogate", "\N{ROCKET}  up  \0", "Привет,  мир", "a\r\n  b\x85", "x" * 300_000 + "  y"]


@pytest.fixture(autouse=True)
def small_shards(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that many texts take little time."""
    monkeypatch.setattr(batch, "FEW_TEXTS", FEW)
    monkeypatch.setattr(crew, "SHARD_ITEMS", 8)


@JOBS
@BOTH
def test_many_are_as_one(many: Any, one: Any, jobs: int | None) -> None:
    """In order, with the options, whatever the texts hold."""
    texts = [*ODD, *(f"{number}:  It stands" for number in range(MANY)), *ODD]
    options = {**ONE_RULE, "lang": "en"}
    results = list(many(texts, jobs=jobs, **options))
    assert results == [one(text, **options) for text in texts]


def test_rules_of_ones_own_reach_the_processes(tmp_path: Path) -> None:
    rule = 'summary = "A."\nwhy = "B."\n[table]\ncolour = "color"\n[[changes]]\nbefore="colour"\nafter="color"\n'
    (tmp_path / "spacing").mkdir()
    (tmp_path / "spacing/color.toml").write_text(rule + '[[keeps]]\ntext="colours"\nwhy="another"\n', encoding="utf-8")
    assert list(clean_many(["The colour."] * MANY, jobs=2, rules=tmp_path)) == ["The color."] * MANY


@JOBS
def test_undamaged_texts_are_the_same_objects(jobs: int | None) -> None:
    texts = [f"Text {number}." for number in range(MANY)]
    assert all(map(lambda a, b: a is b, clean_many(texts, jobs=jobs, **ONE_RULE), texts))


def test_a_subclass_of_str_is_a_text() -> None:
    """Workers know nothing of its class."""

    class Word(str):
        __slots__ = ()

        def encode(self, *_: Any) -> bytes:
            raise AssertionError

    assert list(clean_many([Word("a  b"), Word("c")], jobs=2)) == ["a b", "c"]


def numbered(taken: list[int]) -> Iterator[str]:
    """Texts without end; their numbers are added to `taken`."""
    for number in count():
        taken.append(number)
        yield f"{number}  a"


@BOTH
def test_one_process_takes_each_text_when_it_is_asked_for(many: Any, one: Any) -> None:
    taken: list[int] = []
    source = numbered(taken)
    results = many(source, jobs=1)
    assert taken == []
    assert list(islice(results, 3)) == [one(text) for text in ("0  a", "1  a", "2  a")]
    assert len(taken) == 3


@pytest.mark.parametrize("jobs", [2, None])
def test_an_endless_source_is_taken_as_far_as_needed(jobs: int | None) -> None:
    taken: list[int] = []
    assert list(islice(clean_many(numbered(taken), jobs=jobs, **ONE_RULE), 3)) == ["0 a", "1 a", "2 a"]
    assert len(taken) < FEW + 100 * batch.available_processors()


@pytest.mark.parametrize(
    "texts", [["a  b"] * FEW, ["a" * batch.FEW_CHARACTERS], []], ids=["of short texts", "one text", "none"]
)
def test_a_few_texts_start_no_process(texts: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """By default; it would take longer than cleaning them."""
    monkeypatch.setattr(subprocess, "Popen", None)
    assert list(clean_many(texts, **ONE_RULE)) == [text.replace("  ", " ") for text in texts]


CALLS: dict[str, tuple[Callable[[], object], type[Exception], str]] = {
    "one text": (lambda: clean_many("one text"), TypeError, "call clean"),
    "bytes": (lambda: explain_many(b"one text"), TypeError, "call clean"),  # type: ignore[arg-type]
    "no jobs": (lambda: clean_many([], jobs=0), OptionError, "jobs=0"),
    "jobs=True": (lambda: clean_many([], jobs=True), OptionError, "jobs=True"),
    "jobs='2'": (lambda: clean_many([], jobs="2"), OptionError, "jobs='2'"),  # type: ignore[arg-type]
    "unknown option": (lambda: clean_many([], lower=True), TypeError, "cleantext-repair"),  # type: ignore[call-arg]
    "unknown value": (lambda: explain_many([], safety="loud"), OptionError, "'safe' or"),  # type: ignore[call-overload]
    "on_error": (lambda: clean_many([], on_error="keep"), TypeError, "not 'keep'"),  # type: ignore[arg-type]
}


@pytest.mark.parametrize(("call", "error", "said"), CALLS.values(), ids=CALLS)
def test_options_are_checked_at_the_call(call: Callable[[], object], error: type[Exception], said: str) -> None:
    """Not when the first result is asked for, which may be elsewhere and much later."""
    with pytest.raises(error, match=said):
        call()


def test_without_a_python_to_start_there_is_one_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """As in a program that was frozen into one file, and would start itself, again and again."""
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert len(list(clean_many(["a"] * MANY, **ONE_RULE))) == MANY
    with pytest.raises(OptionError, match="use jobs=1"):
        clean_many([], jobs=2)


WRONG: list[Any] = [None, b"bytes", 3.0, lambda: "what cannot be pickled"]


@JOBS
def test_what_is_no_text_is_told_with_its_index(jobs: int | None) -> None:
    """After the results of those before it."""
    given: list[str] = []
    with pytest.raises(TypeError, match="the text to clean is a str, not NoneType") as caught:
        given.extend(iter(clean_many([*["a  b"] * MANY, *WRONG], jobs=jobs, **ONE_RULE).__next__, None))
    assert caught.value.__notes__ == [f"in texts[{MANY}]"]
    assert given == ["a b"] * MANY


@JOBS
def test_what_is_no_text_comes_as_it_was_given(jobs: int | None) -> None:
    """Where somebody is told; it is not explained."""
    texts = [*["a  b"] * MANY, *WRONG, "c  d"]
    failures: list[Failure] = []
    results = list(clean_many(texts, jobs=jobs, on_error=failures.append, **ONE_RULE))
    assert results == [*["a b"] * MANY, *WRONG, "c d"]
    assert [(it.index, it.text) for it in failures] == list(enumerate(WRONG, MANY))
    assert {type(it.error) for it in failures} == {TypeError}
    assert str(failures[0]) == f"texts[{MANY}]: TypeError: the text to clean is a str, not NoneType"
    explained = list(explain_many(texts, jobs=jobs, on_error=failures.append, **ONE_RULE))
    assert [number for number, it in enumerate(explained) if it is None] == [it.index for it in failures[4:]]


@JOBS
@pytest.mark.parametrize("number", [3, MANY])
def test_a_source_that_fails_is_told_after_what_it_gave(jobs: int | None, number: int) -> None:
    def source() -> Iterator[str]:
        yield from ["a  b"] * number
        raise ZeroDivisionError

    given: list[str] = []
    results = clean_many(source(), jobs=jobs, **ONE_RULE)
    with pytest.raises(ZeroDivisionError):
        given.extend(iter(results.__next__, None))
    assert given == ["a b"] * number


def test_what_on_error_raises_ends_the_iteration() -> None:
    """So that a caller can have enough of failures."""

    def enough(failure: Failure) -> None:
        raise RuntimeError(str(failure.index))

    for jobs in (1, 2):
        results = clean_many(["a  b", None], jobs=jobs, on_error=enough)  # type: ignore[list-item]
        assert next(results) == "a b"
        with pytest.raises(RuntimeError, match="1"):
            next(results)
        assert list(results) == []


DEADLY = """
import os, sys
if sys.argv[:1] == ["-c"]:
    from cleantext import Cleaner
    def deadly(method):
        def call(self, text, **hints):
            if "deadly" in text:
                os.kill(os.getpid(), 9)
            if "faulty" in text:
                raise LookupError(text)
            return method(self, text, **hints)
        return call
    Cleaner.clean, Cleaner.explain = deadly(Cleaner.clean), deadly(Cleaner.explain)
"""


@pytest.fixture
def deadly(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Workers, and no other process, die of a word and raise at another."""
    (tmp_path / "sitecustomize.py").write_text(DEADLY, encoding="utf-8")
    path = os.pathsep.join([str(tmp_path), *filter(None, sys.path)])
    monkeypatch.setenv("PYTHONPATH", path)


@pytest.mark.usefixtures("deadly")
@BOTH
def test_a_text_that_a_worker_dies_of_is_told(many: Any, one: Any) -> None:
    """By default it ends the iteration, after the results before it; its index is in the error."""
    texts = [*["a  b"] * MANY, "a  deadly  text", "c  d"]
    given: list[Any] = []
    with pytest.raises(WorkerDied, match=r"^texts\[100\]: .* was killed by SIGKILL, .*by on_error=$") as caught:
        given.extend(iter(many(texts, jobs=2, **ONE_RULE).__next__, None))
    assert given == [one("a  b", **ONE_RULE)] * MANY
    assert caught.value.index == MANY


@pytest.mark.usefixtures("deadly")
def test_the_rest_goes_on_where_somebody_is_told() -> None:
    """The texts that failed come as they were given, or are not explained."""
    texts = [f"{number}  b" for number in range(MANY)]
    texts[7], texts[8], texts[99] = "a  deadly  text", "a  faulty  text", "the last  deadly one"
    wanted = [text if "l" in text else text.replace("  ", " ") for text in texts]
    failures: list[Failure] = []
    assert list(clean_many(texts, jobs=2, on_error=failures.append, **ONE_RULE)) == wanted
    assert [(it.index, type(it.error)) for it in failures] == [(7, WorkerDied), (8, LookupError), (99, WorkerDied)]
    assert str(failures[0]).count("texts[7]") == 1
    assert str(failures[1]) == "texts[8]: LookupError: a  faulty  text"
    assert any("in call" in note for note in failures[1].error.__notes__), "the traceback in the worker"
    explained = list(explain_many(texts, jobs=2, on_error=failures.append, **ONE_RULE))
    assert [number for number, it in enumerate(explained) if it is None] == [7, 8, 99]
