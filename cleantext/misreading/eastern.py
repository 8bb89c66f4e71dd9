"""Chinese, Japanese and Korean that was read as Latin: `ÖÐ¹úµÄÐÂÎÅ`, `‚±‚ñ‚É‚¿‚Í`.

Their codecs take two bytes a character, and arrange the common characters apart from the rare: a line whose bytes are
all valid there and nearly all common characters was written so, since no other text is. Where two of the codecs say
so, the one that has signs of its own, kana or Hangul, must lead, or nothing is done.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from cleantext.facts.encodings import Change
from cleantext.misreading.codecs import WESTERN, bytes_of, is_utf_8
from cleantext.remembering import remembering

LEAST_COMMON = 0.95
"""Of the letters of a line: those that are common ones of its codec."""
PROOF_AGAINST_OTHERS = 16
"""Letters of no codec's own that are proof though another codec has common characters for the same bytes."""

SUSPECT = "[¡-þ]{5}|(?:[‚ƒ\x82\x83].){3}"
"""What stands in every line of such debris: letters with accents in a row, or the first bytes of kana."""
_SUSPECT = re.compile(SUSPECT)


class _Codec(NamedTuple):
    """A codec: how many letters are proof, which first bytes common characters have, and which share of a text
    are signs of its own, and must be.
    """

    name: str
    fewest: int
    common: frozenset[int]
    own: Callable[[str], float]
    least_own: float = 0.0


def _share(low: str, high: str) -> Callable[[str], float]:
    return lambda text: sum(low <= it <= high for it in text) / len(text)


_KANA, _HANGUL, _NONE = _share("\u3041", "\u30ff"), _share("\uac00", "\ud7a3"), lambda _text: 0.0
_CODECS = (
    _Codec("cp932", 6, frozenset((*range(0x81, 0x84), *range(0x88, 0x98))), _KANA, 0.1),
    _Codec("euc_jp", 6, frozenset((0xA1, 0xA3, 0xA4, 0xA5, *range(0xB0, 0xD0))), _KANA, 0.1),
    _Codec("cp949", 12, frozenset((0xA1, 0xA3, *range(0xB0, 0xC9))), _HANGUL, 0.5),
    _Codec("gbk", 8, frozenset((0xA1, 0xA3, *range(0xB0, 0xD8))), _NONE),
    _Codec("big5", 8, frozenset((0xA1, *range(0xA4, 0xC7))), _NONE),
)


@remembering
def changes(line: str) -> Sequence[Change]:
    """What stands in a line for other characters, where that is certain: (start, end, characters), in order.

    >>> changes("今天天气很好，我们去公园。".encode("gbk").decode("latin-1"))
    ((0, 26, '今天天气很好，我们去公园。'),)
    """
    as_bytes = bytes_of(WESTERN)
    if not _SUSPECT.search(line) or is_utf_8(line) or any(not it.isascii() and it not in as_bytes for it in line):
        return ()
    raw = bytes(as_bytes.get(it) or ord(it) for it in line)
    found = sorted(((score, it) for it in _CODECS if (score := _score(raw, it)) is not None), key=lambda it: it[0])
    if not found:
        return ()
    (own, letters), best = found[-1]
    if own < best.least_own or (len(found) > 1 and not own and letters < PROOF_AGAINST_OTHERS):
        return ()
    return tuple(_runs(raw.decode(best.name), best.name))


def _runs(text: str, codec: str) -> Iterator[Change]:
    """The runs of characters beyond ASCII of a text, each with the place of its bytes."""
    place = 0
    for plain, run in re.findall(r"([\x00-\x7f]*)([^\x00-\x7f]*)", text):
        start = place + len(plain)
        place = start + len(run.encode(codec))
        if run:
            yield start, place, run


def _score(raw: bytes, codec: _Codec) -> tuple[float, int] | None:
    """How much of what a codec makes of bytes is of its own, and its letters; None where they are too few, or rare."""
    try:
        text = raw.decode(codec.name)
    except UnicodeDecodeError:
        return None
    letters = _letters(text, codec)
    if len(letters) < codec.fewest or len(set(letters)) * 4 < len(letters):
        return None
    if sum(it[0] in codec.common for it in letters) < LEAST_COMMON * len(letters):
        return None
    return codec.own(_beyond(text)), len(letters)


def _letters(text: str, codec: _Codec) -> Sequence[bytes]:
    """The bytes of each letter of a text that has two of them in a codec."""
    return [raw for it in text if it.isalpha() and len(raw := it.encode(codec.name, "ignore")) > 1]


def _beyond(text: str) -> str:
    """What is not ASCII."""
    return "".join(it for it in text if not it.isascii())


def share_of_common(text: str, codec: str) -> float:
    """Which share of the letters of two bytes of a text are common ones of a codec, with signs of its own where it has.

    `codec` is Python's name; 0.0 for a text without such letters.
    """
    it = _by_name()[_MUCH_THE_SAME.get(codec, codec)]
    letters, beyond = _letters(text, it), _beyond(text)
    if not letters or not beyond:
        return 0.0
    common = sum(letter[0] in it.common for letter in letters) / sum(map(str.isalpha, beyond))
    own = it.own(beyond)
    return common if own >= it.least_own else common / 2


_MUCH_THE_SAME = {"gb18030": "gbk", "cp950": "big5"}


@cache
def _by_name() -> Mapping[str, _Codec]:
    return {it.name: it for it in _CODECS}
