"""Files of records: their texts read one record at a time, and written back with every other byte as it was.

One module a format; which one a file has, its name tells (`formats`). Nothing here knows rules.
"""

from cleantext.records.formats import SUFFIXES, Format, format_of
from cleantext.records.record import Fields, FieldTakenError, Record, RecordFaultError, RecordFormat

__all__ = [
    "SUFFIXES",
    "FieldTakenError",
    "Fields",
    "Format",
    "Record",
    "RecordFaultError",
    "RecordFormat",
    "format_of",
]
