r"""Korean and Chinese read as Latin, of which some program then took pairs of letters for UTF-8: `À̸¦` for `ÀÌ¸¦`.

Such a program only joins: written as UTF-8 again, what it made is the bytes that it joined. One byte is lost in passing
where soft hyphens are taken out (`¼¿ï` for `¼\xad¿ï`, which is `서울`). Runs are read one by one, and those that are
neither, or could be more than one thing, stay as they are. Only characters of two high bytes are known here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cleantext.facts.encodings import Change
from cleantext.misreading.codecs import WESTERN, bytes_of
from cleantext.remembering import remembering

MOST_UNREAD = 0.25
"""Of the characters beyond ASCII: those in runs that could not be read."""
LEAST_COMMON = 0.95
"""Of the letters of a line: those that are common ones of its codec."""
LONGEST_WITH_LOSS = 40
"""Characters; of a longer run nobody can tell where it lost a byte."""
LEAST_BEYOND = 0.15
"""Of Chinese characters: those whose first byte no Korean syllable has."""
LEAST_SPREAD = 0.15
"""Of second bytes: those below C0, and those from E0 on. The capitals of Russian lie all between, in its codecs."""

_RUN = re.compile(r"[^\x00-\x7f]{2,}")
"""What stands alone is a bullet, or a sign of the page's own."""
_LOST = b"\xad"
_MARKS = (0xA1, 0xA3, 0xA4)
"""First bytes of punctuation, of letters and figures of full width, and of Korean letters alone."""
_HANGUL = range(0xB0, 0xC9)
"""Of Korean syllables; in Chinese these are common characters, too."""
_BETWEEN_CLAUSES = re.compile("(£[¬»º¡¿©¨]|¡[£¢±°·¶¤])")
"""The marks of Chinese, from which a run that lost a byte can be read again."""


class Eastern(NamedTuple):
    """A codec: the first bytes of its common and of all its letters, how many letters and first bytes are proof.

    `first_joined` is the first letter of Latin-1 that can be two bytes of it which were joined.
    """

    name: str
    common: range
    letters: range
    fewest: int
    fewest_rows: int
    first_joined: str


KOREAN = Eastern("euc_kr", _HANGUL, _HANGUL, 12, 6, "À")
"""Letters with accents that were read twice have three or four first bytes; syllables of C2 are rare."""
CHINESE = Eastern("gb2312", range(0xB0, 0xD8), range(0xB0, 0xF8), 16, 8, "¡")


class _Part(NamedTuple):
    start: int
    end: int
    text: str
    letters: Sequence[bytes]


def codec_of(line: str) -> Eastern | None:
    """What a line was certainly written in.

    >>> codec_of("¿À´ÃÀº ¹Ù¶÷ÀÌ ¸¹ÀÌ ºÒ¾î ¹è°¡ Ç×±¸¿¡ ÀÖ½À´Ï´Ù").name, codec_of("±¸ºÐ")
    ('euc_kr', None)
    """
    return next((codec for codec in (KOREAN, CHINESE) if _is_written_in(line, codec)), None)


def changes(line: str, codec: Eastern, *, most_unread: float = MOST_UNREAD) -> Sequence[Change]:
    """What stands in a line for characters of a codec: (start, end, characters), in order; nothing where much does not.

    >>> changes("À̸¦ ±¸ºÐ", KOREAN)
    [(0, 3, '이를'), (4, 8, '구분')]
    """
    parts = _read(line, codec)
    rows = [it[0] for part in parts for it in part.letters]
    if not rows or _unread(line, parts) > most_unread or _common(rows, codec) < LEAST_COMMON:
        return []
    return [(part.start, part.end, part.text) for part in parts]


def _is_written_in(line: str, codec: Eastern) -> bool:
    letters = [it for part in _read(line, codec) for it in part.letters]
    rows, seconds = [it[0] for it in letters], [it[1] for it in letters]
    if len(rows) < codec.fewest or len(set(rows)) < codec.fewest_rows or not changes(line, codec):
        return False
    if min(sum(it < 0xC0 for it in seconds), sum(it >= 0xE0 for it in seconds)) < LEAST_SPREAD * len(seconds):
        return False
    return codec is KOREAN or sum(row not in _HANGUL for row in rows) >= LEAST_BEYOND * len(rows)


def _common(rows: Sequence[int], codec: Eastern) -> float:
    return sum(row in codec.common for row in rows) / len(rows)


def _unread(line: str, parts: Sequence[_Part]) -> float:
    """Which share of the characters of all runs stands in none that was read."""
    beyond = sum(len(it) for it in _RUN.findall(line))
    return 1 - sum(part.end - part.start for part in parts) / beyond if beyond else 0.0


@remembering
def _read(line: str, codec: Eastern) -> Sequence[_Part]:
    """The runs beyond ASCII, or their clauses, that are letters and marks of a codec."""
    return [part for match in _RUN.finditer(line) for part in _parts(match[0], match.start(), codec)]


def _parts(run: str, start: int, codec: Eastern) -> Iterator[_Part]:
    pieces = [run]
    texts = [_decoded(_bytes(run), codec) or _with_one_byte_more(run, codec)]
    if not texts[0]:
        pieces = _BETWEEN_CLAUSES.split(run)
        texts = [_decoded(_bytes(piece), codec) for piece in pieces]
        texts = [text if number % 2 == 0 or texts[number - 1] else "" for number, text in enumerate(texts)]
    for piece, text in zip(pieces, texts, strict=True):
        if text:
            yield _Part(start, start + len(piece), text, _letters(text, codec))
        start += len(piece)


def _with_one_byte_more(run: str, codec: Eastern) -> str:
    """The one way to read a run of which a byte is gone; "" if there is none, or two."""
    raw = [_bytes(it) for it in run] if len(run) <= LONGEST_WITH_LOSS else []
    if sum(map(len, raw)) % 2 == 0:
        return ""
    with_lost = (b"".join([*raw[:place], _LOST, *raw[place:]]) for place in range(1, len(raw) + 1))
    joined = [place for place, it in enumerate(run) if codec.first_joined <= it <= "ÿ"]
    unjoined = (b"".join([*raw[:place], run[place].encode(), *raw[place + 1 :]]) for place in joined)
    found = {text for it in (*with_lost, *unjoined) if (text := _decoded(it, codec))}
    return found.pop() if len(found) == 1 else ""


def _bytes(run: str) -> bytes:
    known = bytes_of(WESTERN)
    return b"".join(bytes([known[it]]) if it in known else it.encode("utf-8", "replace") for it in run)


def _decoded(raw: bytes, codec: Eastern) -> str:
    """What bytes are in a codec, if they are its letters and marks."""
    try:
        text = raw.decode(codec.name)
    except UnicodeDecodeError:
        return ""
    return text if all(row in codec.letters or row in _MARKS for row in raw[::2]) else ""


def _letters(text: str, codec: Eastern) -> Sequence[bytes]:
    """The bytes of each letter of a text."""
    return [it for it in (character.encode(codec.name) for character in text) if it[0] in codec.letters]
