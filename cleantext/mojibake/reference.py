"""Ftfy itself, one line at a time: what the fast way is tested against, and what serves where that may not.

What we ask of ftfy, and why, stands in `_decoding`. The fast way is written for the ftfy of
`KNOWN_VERSIONS` and the patterns of `KNOWN_PATTERNS`; with another, nobody has yet looked whether
it still gives the same, and it is not used.
"""

from __future__ import annotations

import re
from functools import cache
from hashlib import sha256

import ftfy
from ftfy import badness, chardata

KNOWN_VERSIONS = ("6.3.0", "6.3.1")
"""Versions whose `fix_encoding` is the one that `loop` follows; they differ in layout alone."""

KNOWN_PATTERNS = "e1afc842ce79da32e0e764163c53d7c91dc24df64aaaa55858d0797a22b58d48"
"""What `patterns` gives for these versions."""

_LINE_END = re.compile(r"[\r\n]")


def is_known() -> bool:
    """Is the ftfy that is installed one that the fast way was written for?"""
    return ftfy.__version__ in KNOWN_VERSIONS and patterns() == KNOWN_PATTERNS


def patterns() -> str:
    """A fingerprint of the patterns and the list of encodings that the fast way builds on."""
    built_on = (
        *((it.pattern, it.flags) for it in (badness.BADNESS_RE, chardata.UTF8_DETECTOR_RE)),
        *((it.pattern, it.flags) for it in (chardata.ALTERED_UTF8_RE, chardata.LOSSY_UTF8_RE)),
        chardata.CHARMAP_ENCODINGS,
    )
    return sha256(ascii(built_on).encode()).hexdigest()


def is_bad(text: str) -> bool:
    """Does ftfy see mojibake in a line of the text?"""
    return not text.isascii() and any(badness.is_bad(line) for line in _LINE_END.split(text))


def repaired(line: str) -> str:
    """The line as ftfy repairs it."""
    return ftfy.fix_encoding(line, config=_decoding())


@cache
def _decoding() -> ftfy.TextFixerConfig:
    """A config object, and never keywords, which ftfy ignores where explanations are off."""
    return ftfy.TextFixerConfig(
        unescape_html=False,  # its "auto" stays off after the first "<" of a text; a step of its own, line by line
        remove_terminal_escapes=False,  # a rule of its own, by pattern
        fix_encoding=True,
        restore_byte_a0=True,
        replace_lossy_sequences=True,
        decode_inconsistent_utf8=True,
        fix_c1_controls=False,  # a rule of its own: it is not mojibake
        fix_latin_ligatures=False,  # a rule of its own, and fewer of them: Dutch ĳ is a letter
        fix_character_width=False,  # full-width forms are right in Chinese and Japanese text
        uncurl_quotes=False,  # curly quotes are typography
        fix_line_breaks=False,  # ours
        fix_surrogates=False,
        remove_control_chars=False,
        normalization=None,  # the form is the author's, and normalising costs four fifths of the speed
        explain=False,
    )
