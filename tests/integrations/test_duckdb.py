"""DuckDB's function gives what `clean` gives, vector by vector."""

from __future__ import annotations

import sys
from typing import Any

import pytest

import cleantext
from cleantext.errors import ExtraMissingError
from cleantext.integrations.duckdb import register

duckdb = pytest.importorskip("duckdb", reason="the extra duckdb is not installed")

PAGES = ["The boat  left.", None, "thatâ€™s the quay", ""]


@pytest.fixture
def connection() -> Any:
    with duckdb.connect() as connection:
        connection.execute("CREATE TABLE pages (id INTEGER, body VARCHAR)")
        connection.executemany("INSERT INTO pages VALUES (?, ?)", list(enumerate(PAGES)))
        yield connection


def test_null_stays_null(connection: Any) -> None:
    register(connection)
    rows = connection.sql("SELECT clean_text(body) FROM pages ORDER BY id").fetchall()
    assert rows == [(None if text is None else cleantext.clean(text),) for text in PAGES]
    assert rows[0] == ("The boat left.",)


def test_more_than_one_vector(connection: Any) -> None:
    register(connection)
    texts = "SELECT 'The boat  left quay ' || range AS body, range AS id FROM range(5000)"
    rows = connection.sql(f"SELECT clean_text(body) FROM ({texts}) ORDER BY id").fetchall()  # noqa: S608 - of this test
    assert rows == [(f"The boat left quay {number}",) for number in range(5000)]


def test_updates_a_table_and_stands_in_conditions(connection: Any) -> None:
    register(connection)
    assert connection.sql("SELECT count(*) FROM pages WHERE body <> clean_text(body)").fetchall() == [(2,)]
    connection.execute("UPDATE pages SET body = clean_text(body)")
    assert connection.sql("SELECT body FROM pages WHERE id = 0").fetchall() == [("The boat left.",)]


def test_several_functions_with_options_of_their_own(connection: Any) -> None:
    register(connection, "clean_encoding", select="encoding")
    register(connection, "clean_spacing", select="spacing")
    row = connection.sql("SELECT clean_encoding('a  thatâ€™s'), clean_spacing('a  thatâ€™s')").fetchall()
    assert row == [("a  that’s", "a thatâ€™s")]


def test_unknown_option_is_told_at_once(connection: Any) -> None:
    with pytest.raises(TypeError, match="lower"):
        register(connection, lower=True)  # type: ignore[call-arg]


def test_missing_package_is_named_with_its_extra(connection: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(ExtraMissingError, match=r"cleantext-repair\[duckdb\]"):
        register(connection)
