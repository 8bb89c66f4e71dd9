"""Every format gives its texts, and back what it was given but for the texts that changed."""

from __future__ import annotations

import gzip
import io
import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import zstandard
from fastwarc.warc import ArchiveIterator

from cleantext.records import Fields, FieldTakenError, Record, RecordFaultError, format_of

Change = Callable[[str], str]

TEXT = Fields()


def shout(text: str) -> str:
    """A change to every text, with all that formats must quote."""
    return text.upper() + '"\n,'


def same(text: str) -> str:
    return text


def rewrite(
    raw: bytes,
    name: str,
    change: Change = same,
    *,
    fields: Fields = TEXT,
    notes: Any = None,
    leave_out: Sequence[int] = (),
) -> tuple[bytes, list[Record]]:
    """A file written again with its texts changed, and its records."""
    output, seen = io.BytesIO(), []
    path = Path(name)
    format_ = format_of(path)
    assert format_ is not None
    with format_.opened(path, io.BytesIO(raw), output, fields) as file:
        for record in file.records():
            seen.append(record)
            if record.place in leave_out:
                file.leave_out(record)
            else:
                file.put(record, [change(slot.text) for slot in record.slots], (notes or {}) if record.is_data else {})
    return output.getvalue(), seen


ADDRESS = "https://example.com/1"
ADDRESSES: dict[str, tuple[str, str, bytes]] = {
    "json": ("a.jsonl", "page.url", json.dumps({"text": "a", "page": {"url": ADDRESS}}).encode() + b"\n"),
    "json, null": ("a.jsonl", "page.url", b'{"text": "a", "page": null}'),
    "json, none": ("a.jsonl", "page.url", b'{"text": "a"}'),
    "json, no string": ("a.jsonl", "url", b'{"text": "a", "url": 7}'),
    "csv": ("a.csv", "url", f'text,url\na,"{ADDRESS}"\n'.encode()),
    "csv, empty": ("a.csv", "url", b"text,url\na,\n"),
}


@pytest.mark.parametrize(("name", "field", "raw"), ADDRESSES.values(), ids=ADDRESSES)
def test_records_tell_their_address(name: str, field: str, raw: bytes) -> None:
    """One without it is not at fault."""
    written, seen = rewrite(raw, name, fields=Fields(url=field))
    assert written == raw
    assert [(it.url, it.fault) for it in seen if it.is_data] == [(ADDRESS if ADDRESS.encode() in raw else "", "")]


def test_archives_tell_addresses_in_a_header() -> None:
    head = f"WARC/1.0\r\nWARC-Type: conversion\r\nWARC-Target-URI: {ADDRESS}\r\nContent-Length: 1\r\n\r\n"
    _, (record,) = rewrite(head.encode() + b"a\r\n\r\n", "a.wet", fields=Fields(url="WARC-Target-URI"))
    assert record.url == ADDRESS


def parquet_of(**columns: Any) -> bytes:
    output = io.BytesIO()
    pq.write_table(pa.table(columns), output)
    return output.getvalue()


def test_rows_tell_their_address() -> None:
    raw = parquet_of(text=["a", "b"], page=[{"url": ADDRESS}, None])
    _, seen = rewrite(raw, "a.parquet", fields=Fields(url="page.url"))
    assert [it.url for it in seen] == [ADDRESS, ""]


@pytest.mark.parametrize(
    ("name", "raw", "said"),
    [
        ("a.csv", b"text,id\na,1\n", "no column 'url'.*--url-field"),
        ("a.parquet", parquet_of(text=["a"]), "'url'.*--url-field"),
        ("a.parquet", parquet_of(text=["a"], url=[7]), "int64.*--url-field"),
        ("a.parquet", parquet_of(text=pa.array(["a"]).dictionary_encode(), url=["b"]), "leave --url-field out"),
    ],
    ids=["csv", "parquet", "numbers", "each text once"],
)
def test_addresses_that_cannot_be_are_told(name: str, raw: bytes, said: str) -> None:
    with pytest.raises(RecordFaultError, match=said):
        rewrite(raw, name, fields=Fields(url="url"))


def texts(records: Sequence[Record]) -> list[tuple[int, str, str]]:
    return [(record.place, slot.field, slot.text) for record in records for slot in record.slots]


def faults(records: Sequence[Record]) -> dict[int, str]:
    return {record.place: record.fault for record in records if record.fault}


JSON_LINES = (
    b'\xef\xbb\xbf{"id": 1.0, "text" : "one \\u00e9", "n": 1E400, "k\\"ey": [1,  2]}\r\n'
    b"\r\n"
    b'{"text":"tw\xc3\xb6","meta":{"text":"three","big":123456789012345678901234567890}}\n'
    b'  {"x":{"text":"no"},"text":null} \n'
    b'{"text":""}'
)
WET = b"".join(
    (
        b"WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 6\r\n\r\na  b\r\n\r\n\r\n",
        b"WARC/1.0\r\nwarc-type:  conversion\r\nWARC-Target-URI: https://example.org/\r\n",
        b"WARC-Block-Digest: sha1:AAAA\r\nX-Long: a\r\n  b\r\nContent-Length: 7\r\n\r\nt\xc3\xb6w  n\r\n\r\n",
    )
)
SAME = {
    "jsonl": ("a.jsonl", JSON_LINES),
    "csv": ("a.csv", b'\xef\xbb\xbfid;"text"\r\n1;"a ""b""\r\n; c"\r\n\r\n2;plain\r\n"3";""\r\n'),
    "tsv": ("a.tsv", b"text\tid\none \t1\n\t2"),
    "tsv of one column": ("a.tsv", b"text\none, two; three\n"),
    "wet": ("a.warc.wet", WET),
    "empty": ("a.jsonl", b""),
}


@pytest.mark.parametrize(("name", "raw"), SAME.values(), ids=SAME)
@pytest.mark.parametrize("packed", ["", ".gz", ".zst"])
def test_texts_that_stay_keep_every_byte(name: str, raw: bytes, packed: str) -> None:
    """Whether the file is compressed or not; of two members both are read."""
    half = raw.find(b"\n") + 1
    source = {
        "": lambda: raw,
        ".gz": lambda: gzip.compress(raw[:half]) + gzip.compress(raw[half:]),
        ".zst": lambda: zstandard.compress(raw[:half]) + zstandard.compress(raw[half:]),
    }[packed]()
    written, records = rewrite(source, name + packed)
    assert not faults(records)
    unpacked = {"": bytes, ".gz": gzip.decompress, ".zst": lambda it: unzstd(it)}[packed](written)
    assert unpacked == raw


def unzstd(raw: bytes) -> bytes:
    with zstandard.ZstdDecompressor().stream_reader(raw, read_across_frames=True) as stream:
        return stream.read()


def test_json_lines_change_in_their_texts_alone() -> None:
    """Numbers, keys, white space, line ends stay; a text in ASCII escapes stays in ASCII."""
    written, records = rewrite(JSON_LINES, "a.jsonl", shout, fields=Fields(("text", "meta.text")))
    assert faults(records) == {
        1: "has no field 'meta.text', but 'id', 'text', 'n', 'k\"ey'; name others with --field",
        4: "has no field 'meta.text', but 'x', 'text'; name others with --field",
        5: "has no field 'meta.text', but 'text'; name others with --field",
    }
    assert texts(records) == [(3, "text", "twö"), (3, "meta.text", "three")]
    written, records = rewrite(JSON_LINES, "a.jsonl", shout)
    assert written == (
        b'\xef\xbb\xbf{"id": 1.0, "text" : "ONE \\u00c9\\"\\n,", "n": 1E400, "k\\"ey": [1,  2]}\r\n'
        b"\r\n"
        b'{"text":"TW\xc3\x96\\"\\n,","meta":{"text":"three","big":123456789012345678901234567890}}\n'
        b'  {"x":{"text":"no"},"text":null} \n'
        b'{"text":"\\"\\n,"}'
    )


def test_paths_lead_through_lists_and_names_with_dots() -> None:
    raw = b'{"a.b":"one","a":{"b":"two","c":["x",{"d":"y"}]},"c":[{"d":"three"},{"d":null},{"d":"four"}]}\n'
    for path, found in {"a.b": ["one"], "c.d": ["three", "four"]}.items():
        assert [text for *_, text in texts(rewrite(raw, "a.jsonl", fields=Fields((path,)))[1])] == found
    written, _ = rewrite(raw, "a.jsonl", str.upper, fields=Fields(("c.d",)))
    assert written == raw.replace(b"three", b"THREE").replace(b"four", b"FOUR")


FAULTY_LINES = {
    "no JSON": (b'{"text":"a"', "is not sound JSON ("),
    "what Python writes, and is no JSON": (b'{"text":"a","price":NaN}', "is not sound JSON ("),
    "deep": (b'{"text":"a","n":' + b"[" * 100_000 + b"]" * 100_000 + b"}", "is nested too deep"),
    "a list": (b'["a"]', "is not a JSON object, as JSON Lines have on every line ("),
    "a number": (b'{"text":7}', "the field 'text' is a number, not a string; name others with --field"),
    "an object": (b'{"text":{"a":1}}', "the field 'text' is an object, not a string"),
    "truth": (b'{"text":true}', "the field 'text' is true, not a string"),
    "a key twice": (b'{"text":"a","text":"b"}', "has a key twice"),
    "a key twice, early": (b'{"a":1,"a":2,"text":"b"}', "has a key twice"),
    "a key twice, alike": (b'{"text":"a","b":1,"b":1}', "has a key twice"),
    "bytes": (b'{"text":"caf\xe9"}', "the text in 'text' is not UTF-8: byte 0xe9"),
    "an escape that is none": (b'{"text":"\\q"}', "is not sound JSON ("),
}


@pytest.mark.parametrize(("raw", "said"), FAULTY_LINES.values(), ids=FAULTY_LINES)
def test_a_faulty_line_is_told_and_keeps_its_bytes(raw: bytes, said: str) -> None:
    lines = b'{"text":"a"}\n' + raw + b'\n{"text":"b"}\n'
    written, records = rewrite(lines, "a.jsonl", str.upper)
    assert list(faults(records)) == [2]
    assert faults(records)[2].startswith(said)
    assert written == b'{"text":"A"}\n' + raw + b'\n{"text":"B"}\n'
    assert rewrite(lines, "a.jsonl", leave_out=[2])[0] == b'{"text":"a"}\n{"text":"b"}\n'


def test_half_a_surrogate_pair_goes_through() -> None:
    raw = b'{"text":"a\\ud800b"}\n'
    written, records = rewrite(raw, "a.jsonl", str.upper)
    assert texts(records) == [(1, "text", "a\ud800b")]
    assert json.loads(written)["text"] == "A\ud800B"


def test_notes_become_fields() -> None:
    """At the end, spaced as the others are; a field that is there already is not written over."""
    fields = Fields(metadata="m", edits="e")
    notes = {"m": {"author": ["É"]}, "e": []}
    raw = b'{"text": "a", "b": 1}\r\n\n{"text":"b"}'
    written, _ = rewrite(raw, "a.jsonl", fields=fields, notes=notes)
    assert written.decode() == (
        '{"text": "a", "b": 1, "m": {"author":["É"]}, "e": []}\r\n\n{"text":"b","m":{"author":["É"]},"e":[]}'
    )
    written, _ = rewrite(b"a;text\n1;x\n\n", "a.csv", fields=fields, notes=notes)
    assert written.decode() == 'a;text;m;e\n1;x;"{""author"":[""É""]}";[]\n\n'
    written, _ = rewrite(WET, "a.wet", fields=fields, notes=notes)
    assert b'Content-Length: 7\r\nm: {"author": ["\\u00c9"]}\r\ne: []\r\n\r\nt\xc3\xb6w  n\r\n\r\n' in written


TAKEN = {
    "a.jsonl": (b'{"text":"a","m":1}', "line 1 has a field 'm' already"),
    "a.csv": (b"text,m\n", "has a column 'm' already"),
    "a.wet": (WET.replace(b"X-Long", b"M"), "record 2 has a header 'm' already"),
}


@pytest.mark.parametrize("name", TAKEN)
def test_a_field_that_is_there_already_is_the_fault_of_the_file(name: str) -> None:
    """Nothing is written over, and no record is to be put away for it."""
    raw, said = TAKEN[name]
    with pytest.raises(FieldTakenError, match=said):
        rewrite(raw, name, fields=Fields(metadata="m"))


def test_table_keeps_its_dialect() -> None:
    """Marks are put where they were, or where the new text needs them; other cells are not read at all."""
    raw = b'id;"text";odd\r\n1;"a ""b""\r\n; c";x"y"\r\n2;plain;"z\xff"\r\n'
    assert texts(rewrite(raw, "a.csv")[1]) == [(2, "text", 'a "b"\r\n; c'), (4, "text", "plain")]
    written, _ = rewrite(raw, "a.csv", str.upper)
    assert written == b'id;"text";odd\r\n1;"A ""B""\r\n; C";x"y"\r\n2;PLAIN;"z\xff"\r\n'
    written, _ = rewrite(raw, "a.csv", lambda text: text + '"')
    assert written == b'id;"text";odd\r\n1;"a ""b""\r\n; c""";x"y"\r\n2;"plain""";"z\xff"\r\n'


FAULTY_ROWS = {
    "a cell too many": (b"1,a,b\n", "has 3 cells where the header has 2"),
    "a cell too few": (b"1\n", "has 1 cell where the header has 2"),
    "text after the mark": (b'1,"a"b\n', "has text after a closing quotation mark"),
    "bytes": (b"1,caf\xe9\n", "is not utf-8: byte 0xe9"),
}


@pytest.mark.parametrize(("raw", "said"), FAULTY_ROWS.values(), ids=FAULTY_ROWS)
def test_a_faulty_row_is_told_and_keeps_its_bytes(raw: bytes, said: str) -> None:
    written, records = rewrite(b"id,text\n" + raw + b"2,b\n", "a.csv", str.upper)
    assert list(faults(records)) == [2]
    assert faults(records)[2].startswith(said)
    assert written == b"id,text\n" + raw + b"2,B\n"


def test_a_mark_that_is_never_closed_is_told_at_its_row() -> None:
    raw = b'id,text\n1,a\n2,"b\n3,c\n'
    written, records = rewrite(raw, "a.csv", str.upper)
    assert faults(records) == {3: "opens a quotation mark that is not closed before the end of the file; close it"}
    assert written == b'id,text\n1,A\n2,"b\n3,c\n'


def test_a_table_in_another_encoding() -> None:
    written, _ = rewrite(b"text\ncaf\xe9\n", "a.csv", str.upper, fields=Fields(encoding="cp1252"))
    assert written == b"text\nCAF\xc9\n"
    with pytest.raises(RecordFaultError, match="convert it to UTF-8"):
        rewrite(b"text\n", "a.csv", fields=Fields(encoding="utf-16-le"))


NO_COLUMN = {
    "no such": (b"id,body\n", "has no column 'text', but 'id', 'body'; name others with --field"),
    "twice": (b"text,text\n", "has two columns 'text'"),
}


@pytest.mark.parametrize(("raw", "said"), NO_COLUMN.values(), ids=NO_COLUMN)
def test_a_header_without_the_column_is_told(raw: bytes, said: str) -> None:
    with pytest.raises(RecordFaultError, match=said):
        rewrite(raw, "a.csv")


def test_web_archive_tells_its_new_length_and_digests() -> None:
    """So that other readers find them sound; what they were stands beside them."""
    written, records = rewrite(WET, "a.warc.wet.gz".removesuffix(".gz"), lambda text: text.replace("  ", " "))
    assert texts(records) == [(2, "body", "töw  n")]
    assert written[: WET.index(b"WARC/1.0", 5)] == WET[: WET.index(b"WARC/1.0", 5)]
    assert b"X-Cleantext-Original-Block-Digest: sha1:AAAA\r\nX-Long: a\r\n  b\r\nContent-Length: 6\r\n" in written
    _, (valid, text) = [
        (it.verify_block_digest(), it.reader.read().decode())
        for it in ArchiveIterator(io.BytesIO(written), parse_http=False)
    ]
    assert (valid, text) == (True, "töw n")


def test_records_of_a_web_archive_are_members_of_their_own() -> None:
    """As readers that seek expect."""
    packed = b"".join(map(gzip.compress, (WET[: WET.index(b"WARC/1.0", 5)], WET[WET.index(b"WARC/1.0", 5) :])))
    written, _ = rewrite(packed, "a.warc.wet.gz")
    offsets = [it.stream_pos for it in ArchiveIterator(io.BytesIO(written), parse_http=False)]
    assert len(offsets) == 2
    assert gzip.decompress(written[offsets[1] :]) == WET[WET.index(b"WARC/1.0", 5) :]


CUT_OFF = {
    "wet": ("a.wet", WET[:-9], "record 2: is not as long as Content-Length says"),
    "wet, in the headers": ("a.wet", WET[:-60], "record 2: ends within its headers"),
    "wet, no record": ("a.wet", WET + b"junk", "record 3: no WARC record begins here"),
    "gzip": ("a.jsonl.gz", gzip.compress(JSON_LINES)[:-5], "its gzip bytes are damaged or cut off"),
    "no gzip": ("a.jsonl.gz", JSON_LINES, "is not gzipped, whatever its name says; take .gz off the name"),
    "zstd": ("a.jsonl.zst", zstandard.compress(JSON_LINES)[:-5], "its zstd bytes are cut off"),
    "no zstd": ("a.jsonl.zst", JSON_LINES, "its zstd bytes are damaged"),
    "parquet": ("a.parquet", b"PAR1", "is no Parquet file that can be read"),
}


@pytest.mark.parametrize(("name", "raw", "said"), CUT_OFF.values(), ids=CUT_OFF)
def test_a_file_that_was_cut_off_is_refused(name: str, raw: bytes, said: str) -> None:
    """Never is half a file taken for a whole one."""
    with pytest.raises(RecordFaultError, match=said):
        rewrite(raw, name)


@pytest.fixture
def parquet() -> bytes:
    meta = pa.array(
        [{"text": "a", "n": 1}, None, {"text": None, "n": 3}, {"text": "d", "n": 4}, {"text": "e", "n": 5}],
        pa.struct([pa.field("text", pa.string()), pa.field("n", pa.int64(), nullable=True)]),
    )
    schema = pa.schema(
        [
            pa.field("id", pa.int32(), nullable=False, metadata={"k": "v"}),
            pa.field("text", pa.large_string()),
            pa.field("meta", meta.type),
            pa.field("at", pa.timestamp("us", "UTC")),
        ],
        metadata={"made": "by hand"},
    )
    table = pa.table([range(5), ["one", None, "", "vier", "five"], meta, [1, 2, None, 4, 5]], schema=schema)
    output = io.BytesIO()
    compression = {"id": "none", "text": "zstd", "meta.text": "gzip", "meta.n": "snappy", "at": "lz4"}
    pq.write_table(table, output, row_group_size=2, compression=compression, use_dictionary=["text"], version="2.4")
    return output.getvalue()


def form_of(raw: bytes) -> Any:
    """What a Parquet file says of its form."""
    file = pq.ParquetFile(io.BytesIO(raw))
    metadata = file.metadata
    groups = [metadata.row_group(number) for number in range(metadata.num_row_groups)]
    columns = [
        (it.path_in_schema, it.compression, it.has_dictionary_page, it.is_stats_set)
        for group in groups
        for it in map(group.column, range(metadata.num_columns))
    ]
    return [group.num_rows for group in groups], columns, metadata.format_version


def test_parquet_keeps_schema_groups_and_codecs(parquet: bytes) -> None:
    """Nulls are no texts; texts in structs are found, and their struct stays what it was."""
    written, records = rewrite(parquet, "a.parquet", str.upper, fields=Fields(("text", "meta.text")))
    assert texts(records) == [
        (1, "text", "one"),
        (1, "meta.text", "a"),
        (3, "text", ""),
        (4, "text", "vier"),
        (4, "meta.text", "d"),
        (5, "text", "five"),
        (5, "meta.text", "e"),
    ]
    before, after = (pq.read_table(io.BytesIO(it)) for it in (parquet, written))
    assert after.schema.equals(before.schema, check_metadata=True)
    assert form_of(written) == form_of(parquet)
    assert after.column("text").to_pylist() == ["ONE", None, "", "VIER", "FIVE"]
    assert [it and it["text"] for it in after.column("meta").to_pylist()] == ["A", None, None, "D", "E"]
    assert [it and it["n"] for it in after.column("meta").to_pylist()] == [1, None, 3, 4, 5]
    assert after.select(["id", "at"]).equals(before.select(["id", "at"]))


def test_parquet_rows_left_out_and_notes(parquet: bytes) -> None:
    written, _ = rewrite(
        parquet, "a.parquet", fields=Fields(metadata="m"), notes={"m": {"author": ["É"]}}, leave_out=[1, 2, 5]
    )
    table = pq.read_table(io.BytesIO(written))
    assert table.column("id").to_pylist() == [2, 3]
    assert table.column("m").to_pylist() == ['{"author": ["É"]}'] * 2


PARQUET_FIELDS = {
    "no such": ("body", "there is no column 'body', but 'id', 'text', 'meta', 'at'; name others with --field"),
    "no string": ("id", "the column 'id' holds int32, not strings"),
    "below a string": ("text.x", "leads through large_string, which has no fields"),
}


@pytest.mark.parametrize(("path", "said"), PARQUET_FIELDS.values(), ids=PARQUET_FIELDS)
def test_parquet_without_the_column_is_told(parquet: bytes, path: str, said: str) -> None:
    with pytest.raises(RecordFaultError, match=said):
        rewrite(parquet, "a.parquet", fields=Fields((path,)))


CATEGORIES = pa.dictionary(pa.int8(), pa.string(), ordered=True)


def test_parquet_column_of_categories_keeps_its_type_and_order() -> None:
    """As pandas writes them; rows may be left out of the group, and groups have dictionaries of their own."""
    column = pa.DictionaryArray.from_arrays(pa.array([1, 0, None, 1], pa.int8()), ["low", "high"], ordered=True)
    output = io.BytesIO()
    pq.write_table(pa.table({"text": column}), output, row_group_size=3)
    written, records = rewrite(output.getvalue(), "a.parquet", str.upper, leave_out=[2])
    assert texts(records) == [(1, "text", "high"), (2, "text", "low"), (4, "text", "high")]
    after = pq.read_table(io.BytesIO(written)).column("text")
    assert after.type == CATEGORIES
    assert after.to_pylist() == ["HIGH", None, "HIGH"]


FORMATS = {"a.JSONL.GZ": ".jsonl", "x.ndjson": ".ndjson", "a.warc.wet.zst": ".wet", "a.b.tsv": ".tsv"}


def test_names_tell_formats() -> None:
    assert {name: format_of(Path(name)).suffix for name in FORMATS} == FORMATS  # type: ignore[union-attr]
    assert [format_of(Path(name)) for name in ("a.txt", "a.txt.gz", "jsonl", "a.parquet.gz", "a.json")] == [None] * 5
