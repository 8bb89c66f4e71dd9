"""`CleanBatches`: what engines call with one Arrow batch after another."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Unpack

from cleantext.arrow import clean_batch
from cleantext.cleaner import Cleaner
from cleantext.options import Options


class CleanBatches:
    """A function from an Arrow RecordBatch or Table to one with clean texts in some columns; all else stays.

    >>> import pyarrow
    >>> pages = pyarrow.table({"id": [1, 2], "body": ["The boat  left.", None]})
    >>> CleanBatches("body")(pages).to_pydict()
    {'id': [1, 2], 'body': ['The boat left.', None]}

    Pickles as its columns and options. Columns as for `clean_arrow`, options as for `clean`.
    """

    def __init__(self, columns: str | Iterable[str], **options: Unpack[Options]) -> None:
        """Raises what `clean` raises for options that cannot be."""
        self.columns = (columns,) if isinstance(columns, str) else tuple(columns)
        self._cleaner = Cleaner(**options)

    def __call__(self, batch: Any) -> Any:
        """Clean a batch. Raises ColumnError where a column is not there or holds no texts."""
        return clean_batch(batch, self.columns, self._cleaner.clean)
