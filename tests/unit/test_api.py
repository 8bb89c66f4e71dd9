"""What callers rely on: types, errors that explain, hints, profiles, cleaners that travel."""

from __future__ import annotations

import pickle
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, get_args, get_type_hints

import pytest

import cleantext
from cleantext import Cleaner, OptionError, clean, clean_many, explain
from cleantext.options import PROFILES, Options

TEXT = "The stands  smelled the fear."
CLEANED = "The stands smelled the fear."


@pytest.mark.parametrize("wrong", [b"bytes", None, 3, ["a"]], ids=repr)
def test_only_text_is_taken(wrong: Any) -> None:
    for function in (clean, explain, Cleaner().clean):
        with pytest.raises(TypeError, match="str, not"):
            function(wrong)


def test_empty_text_stays_empty() -> None:
    assert clean("") == ""


@pytest.mark.parametrize(
    ("options", "error", "message"),
    [
        ({"lower": True}, TypeError, "cleantext-repair"),
        ({"profil": "default"}, TypeError, "did you mean profile=?"),
        ({"profile": "loud"}, OptionError, "'default' or 'minimal' or 'article'"),
        ({"safety": "report"}, OptionError, "'safe' or 'review'"),
        ({"select": "spacin"}, OptionError, "did you mean 'spacing'?"),
        ({"ignore": "spacing/run-of-space"}, OptionError, "did you mean 'spacing/run-of-spaces'?"),
        ({"select": []}, OptionError, "select= names no rule"),
        ({"select": ""}, OptionError, "'' is no rule and no stage"),
        ({"select": 3}, TypeError, "a string or several"),
        ({"lang": 3}, TypeError, "lang= is a string"),
        ({"lang": "english"}, OptionError, "lang='english' names no language; say it by a code of ISO 639"),
        ({"source_lang": "xx"}, OptionError, "source_lang='xx' names no language"),
        ({"strict": "yes"}, TypeError, "True or False"),
    ],
    ids=str,
)
def test_wrong_options_are_explained(options: Any, error: type[Exception], message: str) -> None:
    with pytest.raises(error) as caught:
        clean(TEXT, **options)
    assert message in str(caught.value)


def test_types_of_options_are_what_is_accepted() -> None:
    """What a type checker lets pass is no OptionError."""
    kinds = get_type_hints(Options)
    assert {option: get_args(kinds[option]) for option in ("profile", "safety")} == {
        "profile": tuple(PROFILES),
        "safety": ("safe", "review"),
    }
    for option in ("profile", "safety"):
        for value in get_args(kinds[option]):
            Cleaner(**{option: value})


def test_what_chooses_rules_is_said_where_the_cleaner_is_made() -> None:
    with pytest.raises(TypeError, match="select= chooses rules: say it where the Cleaner is made"):
        Cleaner().clean(TEXT, select="glue")


@pytest.mark.parametrize(
    ("options", "after"),
    [
        ({}, CLEANED),
        ({"select": "spacing"}, CLEANED),
        ({"select": ["spacing/run-of-spaces"]}, CLEANED),
        ({"select": "encoding"}, TEXT),
        ({"ignore": "spacing"}, TEXT),
        ({"ignore": ["spacing/run-of-spaces"]}, TEXT),
        ({"ignore": []}, CLEANED),
        ({"profile": "minimal"}, CLEANED),
        ({"lang": None, "url": None}, CLEANED),
    ],
    ids=str,
)
def test_options_choose_the_rules(options: Any, after: str) -> None:
    assert clean(TEXT, **options) == after


GLUED = "They met in front of theakimat, the Akimat of the town."


@pytest.mark.parametrize("tag", ["en", "EN", "eng", "en_US", "eng_Latn", "und", "", None], ids=repr)
def test_language_is_understood_however_it_is_said(tag: Any) -> None:
    """Rules for English run; an undetermined language is no hint."""
    assert "the akimat" in clean(GLUED, lang=tag)


@pytest.mark.parametrize("tag", ["fr", "ha", "yue", "hus", "pt-BR", "zh-Hant"])
def test_language_without_rules_is_a_language(tag: str) -> None:
    assert clean(GLUED, lang=tag) == GLUED


def test_language_of_one_text_is_checked_like_that_of_all() -> None:
    with pytest.raises(OptionError, match="lang='english' names no language"):
        Cleaner().clean(TEXT, lang="english")
    with pytest.raises(OptionError, match="source_lang='french' names no language"):
        clean_many([TEXT], jobs=1, source_lang="french")


def test_undamaged_text_is_the_same_object() -> None:
    text = "".join(["The ferry ", "left."])
    assert clean(text) is text


def test_cleaner_pickles_and_is_shared_by_threads() -> None:
    cleaner = pickle.loads(pickle.dumps(Cleaner(ignore="glue", lang="en")))  # noqa: S301 - our own
    assert cleaner.clean(TEXT) == CLEANED
    with ThreadPoolExecutor(4) as pool:
        assert set(pool.map(cleaner.clean, [TEXT] * 50)) == {CLEANED}


def test_result_is_printed_in_a_line() -> None:
    """In a notebook nobody wants the text twice and every intermediate."""
    assert repr(explain("a  b &amp; c")) == "<Result 'a b & c', edits: 2, rules: 2, findings: 0>"
    assert len(repr(explain("The boat  left the quay. " * 1000))) < 150


def test_undo_of_one_rule_leaves_the_others() -> None:
    result = explain("a  b &amp; c")
    assert result.text == "a b & c"
    assert result.undo("spacing/run-of-spaces") == "a  b & c"
    with pytest.raises(OptionError, match="made no edit here"):
        result.undo("spacing/form-feed")


def test_undo_of_an_edit_that_another_rule_undid_changes_nothing() -> None:
    result = explain("The wood &amp;nbsp;& park of the town was quiet.")
    assert result.rules == ("encoding/html-entity", "spacing/run-of-spaces")
    assert result.undo("spacing/run-of-spaces") == result.text == "The wood & park of the town was quiet."


def test_import_is_light() -> None:
    """Nothing heavy is loaded before a text needs it; the time itself is measured in benchmarks."""
    code = "import sys, cleantext; cleantext.clean('A short clean string.'); print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert not {"ftfy", "langdetect", "regex", "rich", "click", "multiprocessing", "subprocess"} & set(loaded)


def test_no_network_is_touched() -> None:
    code = (
        "import socket\n"
        "def refuse(*a, **k): raise AssertionError('network')\n"
        "socket.socket = socket.create_connection = socket.getaddrinfo = refuse\n"
        "import cleantext; print(cleantext.explain('Das  ist KÃ¼hl und gut.', url='https://example.org').text)"
    )
    out = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", code], capture_output=True, text=True, encoding="utf-8", check=True
    ).stdout
    assert out.strip() == "Das ist Kühl und gut."


def test_everything_public_is_there() -> None:
    assert all(hasattr(cleantext, name) for name in cleantext.__all__)


def test_relative_folders_of_rules_are_meant_from_where_the_process_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One that moves on to another folder reads the rules there, and a cleaner keeps its own."""
    rule = "summary = 'A word.'\nwhy = 'A test.'\n[table]\nquay = '{}'\n[[changes]]\nbefore = 'quay'\nafter = '{}'\n"
    keeps = "[[keeps]]\ntext = 'port'\nwhy = 'another'\n"
    cleaners = []
    for name in ("kay", "dock"):
        folder = tmp_path / name / "rules" / "spacing"
        folder.mkdir(parents=True)
        (folder / "word.toml").write_text(rule.format(name, name) + keeps, encoding="utf-8")
        monkeypatch.chdir(tmp_path / name)
        cleaners.append(Cleaner(rules="rules", select="spacing/word"))
        assert clean("a quay", rules="rules", select="spacing/word") == f"a {name}"
    assert [it.clean("a quay") for it in cleaners] == ["a kay", "a dock"]
    assert [it.rules[0].file for it in cleaners] == [str(Path("rules/spacing/word.toml"))] * 2
