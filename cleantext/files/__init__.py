"""Text files: found, read and written with their encoding, byte order mark, line ends, mode and links.

Nothing here knows rules; what cannot be read or written is a `FileError` that says why and what to do.
"""

from cleantext.files.apart import apart
from cleantext.files.encoding import Encoded, codec_named, codec_of_pieces, decode
from cleantext.files.errors import BinaryFileError, FileError
from cleantext.files.find import TEXT_SUFFIXES, Found, find_files
from cleantext.files.names import said
from cleantext.files.outputs import outputs, spare
from cleantext.files.read import opened, read_text_file
from cleantext.files.replace import Keeping, Replacement, Written, digest, replacing, sweep
from cleantext.files.write import write_anew, write_text_file

__all__ = [
    "TEXT_SUFFIXES",
    "BinaryFileError",
    "Encoded",
    "FileError",
    "Found",
    "Keeping",
    "Replacement",
    "Written",
    "apart",
    "codec_named",
    "codec_of_pieces",
    "decode",
    "digest",
    "find_files",
    "opened",
    "outputs",
    "read_text_file",
    "replacing",
    "said",
    "spare",
    "sweep",
    "write_anew",
    "write_text_file",
]
