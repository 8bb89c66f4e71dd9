"""Arrow: arrays, record batches and tables with their texts cleaned, every type, null and chunk as it was.

Needs the extra `arrow`. Texts are strings, large strings, string views, and dictionaries of those; of a
dictionary each value is cleaned once, however many rows have it. A column is named as in files of records:
a name with dots leads into structs, unless a column has that very name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Unpack

from cleantext.batch import clean_many
from cleantext.errors import CleanTextError, ExtraMissingError
from cleantext.options import Options

_Change = Callable[[Any], Any]

_ENUM_OF_POLARS = b"_PL_ENUM_VALUES"
"""Begins what Polars notes beside a field: on the way back it makes null of each text that is not among those."""


class ColumnError(CleanTextError):
    """A column is not there, or holds no texts; the message says what there is."""


def clean_arrow(
    values: Any, columns: str | Sequence[str] = (), *, jobs: int | None = 1, **options: Unpack[Options]
) -> Any:
    """Clean an Array or a ChunkedArray, or columns of a RecordBatch or a Table; what comes back is of its type.

    >>> import pyarrow
    >>> pages = pyarrow.table({"id": [1, 2], "body": ["The boat  left.", None]})
    >>> clean_arrow(pages, "body").to_pydict()
    {'id': [1, 2], 'body': ['The boat left.', None]}

    `jobs`, and what a text that fails raises, as for `clean_many`; options as for `clean`. Raises
    ColumnError, TypeError for what is not Arrow's, and ExtraMissingError where there is no pyarrow.
    """
    paths = _paths(values, (columns,) if isinstance(columns, str) else columns)
    return _cleaned(values, paths, clean_many(_texts(values, paths), jobs=jobs, **options))


def clean_array(array: Any, clean: Callable[[str], str]) -> Any:
    """Clean an Array or a ChunkedArray by a function from text to text; what comes back is of its type.

    >>> import pyarrow
    >>> clean_array(pyarrow.array(["a", None]), str.upper).to_pylist()
    ['A', None]

    Raises ColumnError where the array holds no texts, TypeError where it is none.
    """
    paths = _paths(array, ())
    return _cleaned(array, paths, map(clean, _texts(array, paths)))


def clean_batch(batch: Any, columns: Sequence[str], clean: Callable[[str], str]) -> Any:
    """Clean columns of a RecordBatch or a Table by a function from text to text; schema and metadata stay.

    Raises ColumnError where a column is not there, or holds no texts, TypeError for what is no batch.
    """
    paths = _paths(batch, columns)
    return _cleaned(batch, paths, map(clean, _texts(batch, paths)))


def path_to_texts(schema: Any, name: str) -> tuple[str, ...]:
    """Find a column of texts, or a field below one: the names that lead to it. Raises ColumnError."""
    path = (name,) if name in schema.names else tuple(name.split("."))
    kind: Any = None
    for part in path:
        if kind is not None and not _arrow().types.is_struct(kind):
            raise ColumnError(f"the column {name!r} leads through {kind}, which has no fields of its own; name others")
        fields = list(schema if kind is None else kind)
        found = [it.type for it in fields if it.name == part]
        if len(found) != 1:
            there = ", ".join(repr(it.name) for it in fields[:12]) or "none"
            number = f"are {len(found)} columns" if found else "is no column"
            raise ColumnError(f"there {number} {name!r}, but {there}; name others")
        kind = found[0]
    _check(kind, f"the column {name!r}")
    return path


def texts_at(table: Any, path: Sequence[str]) -> list[str | None]:
    """The texts that a path leads to, by row; None for null, also of a struct above."""
    from pyarrow import compute

    column = table.column(path[0])
    for part in path[1:]:
        column = compute.struct_field(column, part)
    return [text for leaf in _leaves(column, ()) for text in _listed(leaf)]


def with_texts_at(table: Any, path: Sequence[str], texts: Sequence[str | None]) -> Any:
    """A table with other texts where a path leads to, by row; rows of a dictionary that were equal have to stay so."""
    by_value = dict(zip(texts_at(table, path), texts, strict=True))
    by_row = iter(texts)

    def changed(leaf: Any) -> Any:
        if _is_dictionary(leaf.type):
            return _with_values(leaf, [by_value.get(text, text) for text in _listed(leaf.dictionary)])
        return _arrow().array([next(by_row) for _ in range(len(leaf))], leaf.type)

    return _with_column(table, path, changed)


class _Given:
    """Puts texts, given one after another, where those of arrays were."""

    def __init__(self, texts: Iterator[str]) -> None:
        self._texts = texts
        self._of_dictionaries: dict[str, str] = {}

    def __call__(self, leaf: Any) -> Any:
        strings = leaf.dictionary if _is_dictionary(leaf.type) else leaf
        before = _listed(strings)
        if strings is leaf:
            after = [None if text is None else next(self._texts) for text in before]
        else:
            after = [None if text is None else self._value(text) for text in before]
        if after == before:
            return leaf
        return _arrow().array(after, leaf.type) if strings is leaf else _with_values(leaf, after)

    def _value(self, text: str) -> str:
        if text not in self._of_dictionaries:
            self._of_dictionaries[text] = next(self._texts)
        return self._of_dictionaries[text]


def _texts(values: Any, paths: Iterable[Sequence[str]]) -> Iterator[str]:
    """The texts in the order in which `_Given` wants them back."""
    of_dictionaries: set[str] = set()
    for path in paths:
        for leaf in _leaves(values.column(path[0]) if path else values, path[1:]):
            if not _is_dictionary(leaf.type):
                yield from (text for text in _listed(leaf) if text is not None)
                continue
            for text in _listed(leaf.dictionary):
                if text is not None and text not in of_dictionaries:
                    of_dictionaries.add(text)
                    yield text


def _cleaned(values: Any, paths: Iterable[Sequence[str]], texts: Iterator[str]) -> Any:
    given = _Given(texts)
    for path in paths:
        values = _with_column(values, path, given) if path else _changed(values, (), given)
    return values


def _paths(values: Any, columns: Sequence[str]) -> list[tuple[str, ...]]:
    """Check what is to be cleaned; the paths to it, which is the empty one in an array."""
    arrow = _arrow()
    if isinstance(values, arrow.RecordBatch | arrow.Table):
        if isinstance(columns, str) or not columns:
            raise TypeError(f"the names of columns are wanted, not {columns!r}; there are {values.schema.names}")
        return [path_to_texts(values.schema, name) for name in dict.fromkeys(columns)]
    if not isinstance(values, arrow.Array | arrow.ChunkedArray):
        raise TypeError(f"an Array, a ChunkedArray, a RecordBatch or a Table is wanted, not {type(values).__name__}")
    if columns:
        raise TypeError(f"an array has no columns {columns!r}; give the table")
    _check(values.type, "the array")
    return [()]


def _check(kind: Any, where: str) -> None:
    types = _arrow().types
    its = kind.value_type if types.is_dictionary(kind) else kind
    is_text = (types.is_string, types.is_large_string, types.is_null, getattr(types, "is_string_view", types.is_string))
    if not any(test(its) for test in is_text):
        raise ColumnError(f"{where} holds {kind}, not strings; name others")


def _leaves(array: Any, path: Sequence[str]) -> Iterator[Any]:
    """The arrays of texts that a path leads to, one a chunk."""
    for chunk in array.chunks if isinstance(array, _arrow().ChunkedArray) else (array,):
        for part in path:
            chunk = chunk.field(part)
        yield chunk


def _with_column(table: Any, path: Sequence[str], change: _Change) -> Any:
    number = table.schema.names.index(path[0])
    field, before = table.schema.field(number), table.column(number)
    after = _changed(before, path[1:], change)
    if any(key.startswith(_ENUM_OF_POLARS) for key in field.metadata or ()) and not after.equals(before):
        raise ColumnError(f"the column {path[0]!r} is an Enum, whose texts are its type; cast it to pl.String before")
    return table.set_column(number, field, after)


def _changed(array: Any, path: Sequence[str], change: _Change) -> Any:
    """An array of the same type, chunks and nulls, the leaves that a path leads to changed."""
    arrow = _arrow()
    if isinstance(array, arrow.ChunkedArray):
        return arrow.chunked_array([_changed(chunk, path, change) for chunk in array.chunks], type=array.type)
    if not path:
        return change(array)
    parts = [array.field(number) for number in range(array.type.num_fields)]
    number = [it.name for it in array.type].index(path[0])
    parts[number] = _changed(parts[number], path[1:], change)
    return arrow.StructArray.from_arrays(parts, fields=list(array.type), mask=array.is_null())


def _with_values(leaf: Any, values: Sequence[str | None]) -> Any:
    """A dictionary array with other values; those that have become equal are one, as pandas wants them."""
    arrow = _arrow()
    places: dict[str | None, int] = {}
    number = [places.setdefault(value, len(places)) for value in values]
    indices = leaf.indices
    if len(places) < len(values):
        indices = arrow.array(number, leaf.type.index_type).take(indices)
    dictionary = arrow.array(list(places), leaf.type.value_type)
    return arrow.DictionaryArray.from_arrays(indices, dictionary, ordered=leaf.type.ordered)


def _listed(leaf: Any) -> list[str | None]:
    try:
        texts: list[str | None] = leaf.to_pylist()
    except UnicodeDecodeError as error:
        raise ColumnError(f"a text holds bytes that are not UTF-8 ({error}); decode the column before") from error
    return texts


def _is_dictionary(kind: Any) -> bool:
    return bool(_arrow().types.is_dictionary(kind))


def _arrow() -> Any:
    try:
        import pyarrow as pa
    except ImportError as error:
        raise ExtraMissingError("Arrow's types", "arrow") from error
    return pa
