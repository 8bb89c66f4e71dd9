"""DuckDB: `clean` as a function of SQL. Needs the extra `duckdb`, which brings pyarrow too."""

from __future__ import annotations

from typing import Any, Unpack

from cleantext.arrow import clean_array
from cleantext.cleaner import Cleaner
from cleantext.errors import ExtraMissingError
from cleantext.options import Options


def register(connection: Any, name: str = "clean_text", **options: Unpack[Options]) -> None:
    """Give a connection a function that cleans texts, in vectors of Arrow; NULL stays NULL.

    >>> import duckdb
    >>> connection = duckdb.connect()
    >>> register(connection)
    >>> connection.sql("SELECT clean_text('The boat  left.') AS text").fetchall()
    [('The boat left.',)]

    Options as for `clean`; for another choice of them, register another name. Raises OptionError
    or TypeError for those, and ExtraMissingError where a package is missing.
    """
    try:
        import duckdb  # noqa: F401 - there is a connection, but is there all that its functions need?
        import pyarrow  # noqa: F401, ICN001
    except ImportError as error:
        raise ExtraMissingError("functions of DuckDB", "duckdb") from error
    cleaner = Cleaner(**options)

    def clean(texts: Any) -> Any:
        return clean_array(texts, cleaner.clean)

    connection.create_function(name, clean, ["VARCHAR"], "VARCHAR", type="arrow")
