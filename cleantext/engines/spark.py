"""Spark: columns of a DataFrame cleaned where its partitions are.

Texts go to Spark's Python processes and back as Arrow batches; each of those processes compiles the rules
once, for all the tasks that it is given.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Unpack

from cleantext.arrow import clean_array, path_to_texts
from cleantext.cleaner import Cleaner
from cleantext.engines.batches import CleanBatches
from cleantext.errors import ExtraMissingError
from cleantext.options import Options

try:
    import pyarrow as pa
    from pyspark.sql import Column, DataFrame
    from pyspark.sql.functions import arrow_udf
    from pyspark.sql.pandas.types import to_arrow_schema
    from pyspark.sql.types import StringType
except ImportError as error:
    raise ExtraMissingError("DataFrames of Spark (4.1 or later)", "spark") from error


def clean_frame(frame: DataFrame, columns: str | Iterable[str], **options: Unpack[Options]) -> DataFrame:
    """Clean columns of texts, also fields of structs by a name with dots; rows, nulls, and all other columns stay.

    Lazily, as Spark does all things, by `mapInArrow`: every column of the frame goes through Python, so select
    those that are wanted before, or use `clean_column`. Raises ColumnError at once for columns that are not there
    or hold no texts, and what `clean` raises for options that cannot be.
    """
    clean = CleanBatches(columns, **options)
    schema = to_arrow_schema(frame.schema)
    for name in clean.columns:
        path_to_texts(schema, name)

    def cleaned(batches: Iterator[Any]) -> Iterator[Any]:
        return map(clean, batches)

    return frame.mapInArrow(cleaned, frame.schema)


def clean_column(column: Column | str, **options: Unpack[Options]) -> Column:
    """Make a column of the clean texts of another, as for `frame.withColumn`.

    By an Arrow UDF; only this column goes through Python. Options as for `clean`, checked at once.
    """
    cleaner = Cleaner(**options)

    def cleaned(texts: pa.Array) -> pa.Array:
        return clean_array(texts, cleaner.clean)

    return arrow_udf(cleaned, StringType())(column)
