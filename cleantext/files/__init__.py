"""Text files: found, read and written with their encoding, byte order mark, line ends, mode and links.

Nothing here knows rules; what cannot be read or written is a `FileError` that says why and what to do.
"""

from cleantext.files.apart import apart
from cleantext.files.encoding import Encoded, codec_named, decode
from cleantext.files.errors import BinaryFileError, FileError
from cleantext.files.find import Found, find_files
from cleantext.files.names import said
from cleantext.files.outputs import outputs
from cleantext.files.read import TextFile, read_text_file
from cleantext.files.write import write_text_file

__all__ = [
    "BinaryFileError",
    "Encoded",
    "FileError",
    "Found",
    "TextFile",
    "apart",
    "codec_named",
    "decode",
    "find_files",
    "outputs",
    "read_text_file",
    "said",
    "write_text_file",
]
