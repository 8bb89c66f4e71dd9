"""Decode bytes by what they say, what is said of them, and what they look like, in that order."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from cleantext.decoding.declared import codec_meant, in_first_bytes, mark_of
from cleantext.decoding.detected import HOPELESS, PLAUSIBLE, detected, how_plausible
from cleantext.errors import NotDecodable, OptionError

How = Literal["bom", "declared", "utf-8", "detected"]

CERTAIN = 0.8
"""Below this, `decode` with `strict` raises, and callers say so."""

_SEQUENCE = re.compile(rb"[\xc2-\xf4][\x80-\xbf]{1,3}")
_FEW = 4
"""Sequences of UTF-8 that Windows-1252 or GBK could hold by chance."""
_MOST_FAULTS = 0.01
_CERTAINTY_OF_FEW = (1.0, 0.85, 0.95, 0.98)
_LAST_RESORT = "cp1252"
_LOST = "\N{REPLACEMENT CHARACTER}"


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and how it was found in its bytes.

    `codec` is Python's name of the codec, `certainty` goes from 0 to 1, `how` tells what decided. `faults` are the
    offsets in `text` where U+FFFD stands for bytes that the codec does not allow; `bom` is the mark that was taken off.
    """

    text: str
    codec: str
    certainty: float
    how: How
    faults: tuple[int, ...] = ()
    bom: bytes = b""


def decode(data: bytes, *, declared: str = "", strict: bool = False) -> Decoded:
    r"""Decode bytes that may be in any encoding.

    >>> decode("Příliš mnoho lidí čekalo na přívoz.".encode("cp1250")).text
    'Příliš mnoho lidí čekalo na přívoz.'
    >>> decode(b"\xff\xfeh\x00i\x00")
    Decoded(text='hi', codec='utf-16-le', certainty=1.0, how='bom', faults=(), bom=b'\xff\xfe')

    `declared` is what the sender says, such as the charset of HTTP; where it is empty, the first bytes are asked for
    what an HTML page or an XML file says of itself. UTF-8 that is valid outweighs what is declared, unless it is so
    little that it could be chance. With `strict`, what is not certain (below 0.8) or has faults raises NotDecodable.

    Raises TypeError for what is no bytes, OptionError for a declared name that no codec has.
    """
    if not isinstance(data, bytes | bytearray | memoryview):
        raise TypeError(f"the data to decode is bytes, not {type(data).__name__}")
    if declared and not codec_meant(declared):
        raise OptionError(f"declared={declared!r} is no encoding that Python knows; leave it out to have it detected")
    raw = bytes(data)
    found = _decoded(raw, codec_meant(declared) or codec_meant(in_first_bytes(raw)))
    if strict and (found.faults or found.certainty < CERTAIN):
        raise NotDecodable(_why_not(found, declared))
    return found


def _decoded(raw: bytes, declared: str) -> Decoded:
    mark, codec = mark_of(raw)
    if mark:
        return _with_faults(raw[len(mark) :], codec, 1.0, "bom", mark)
    utf_8 = _as_utf_8(raw)
    if utf_8 is not None and (not declared or declared == "utf-8" or utf_8.certainty >= _CERTAINTY_OF_FEW[-1]):
        return utf_8
    if declared and declared != "utf-8" and (said := _as_declared(raw, declared, utf_8)) is not None:
        return said
    if utf_8 is not None:
        return utf_8
    if (guess := detected(raw)) is not None:
        return Decoded(guess.text, guess.codec, guess.certainty, "detected", _faults_of(guess.text, raw))
    return _with_faults(raw, _LAST_RESORT, 0.1, "detected")


def _as_utf_8(raw: bytes) -> Decoded | None:
    """The bytes as UTF-8, if they are that but for a few: a cut end, a stray byte beside a hundred sequences."""
    if b"\x00" in raw or b"\x1b$" in raw:
        return None
    try:
        text = raw.decode()
    except UnicodeDecodeError:
        sequences = len(_SEQUENCE.findall(raw))
        text = raw.decode("utf-8", "replace")
        faults = text.count(_LOST)
        if sequences < _FEW or faults > max(1, _MOST_FAULTS * sequences):
            return None
        return Decoded(text, "utf-8", 0.9 if faults == 1 else 0.8, "utf-8", _faults_of(text, raw))
    number = 0 if raw.isascii() else len(_SEQUENCE.findall(raw))
    return Decoded(text, "utf-8", _CERTAINTY_OF_FEW[number] if number < _FEW else 0.99 + 0.01 * (number > 9), "utf-8")


def _as_declared(raw: bytes, codec: str, utf_8: Decoded | None) -> Decoded | None:
    """The bytes in the codec that is declared, if that makes text of them; None where another makes far more sense."""
    said = _with_faults(raw, codec, 0.95, "declared")
    if len(said.faults) > max(1, _MOST_FAULTS * len(raw)) or "\x00" in said.text:
        return None
    cost = how_plausible(said.text)
    if utf_8 is not None and utf_8.text != said.text and how_plausible(utf_8.text) < cost:
        return None
    if cost <= PLAUSIBLE:
        return said
    guess = detected(raw)
    if guess is not None and guess.certainty >= CERTAIN and guess.text != said.text and cost > HOPELESS - 1:
        return None
    unsure = guess is not None and guess.text != said.text and cost < HOPELESS * 1.5
    return Decoded(said.text, codec, 0.7 if unsure or said.faults else 0.85, "declared", said.faults)


def _with_faults(raw: bytes, codec: str, certainty: float, how: How, bom: bytes = b"") -> Decoded:
    text = raw.decode(codec, "replace")
    faults = _faults_of(text, raw, codec)
    share = len(faults) / max(1, len(text))
    return Decoded(text, codec, round(certainty * max(0.0, 1 - 20 * share), 2), how, faults, bom)


def _faults_of(text: str, raw: bytes, codec: str = "utf-8") -> tuple[int, ...]:
    """Where U+FFFD stands that is not one of the text's own."""
    if _LOST not in text:
        return ()
    try:
        raw.decode(codec)
    except UnicodeDecodeError:
        return tuple(match.start() for match in re.finditer(_LOST, text))
    return ()


def _places(found: Decoded) -> str:
    return "1 place is" if len(found.faults) == 1 else f"{len(found.faults)} places are"


def _why_not(found: Decoded, declared: str) -> str:
    if found.how == "bom":
        return (
            f"their byte order mark says {found.codec}, which {_places(found)} not; who wrote "
            "them damaged them; decode with strict=False to have U+FFFD there"
        )
    if found.faults:
        said = "declared" if found.how == "declared" else "most likely"
        return (
            f"they are {said} {found.codec}, but {_places(found)} not, the first at character "
            f"{found.faults[0]}; the sender mixed encodings or cut them; name another by declared=, or use strict=False"
        )
    ask = "what is declared makes no words" if declared else "nothing declares it"
    return (
        f"the most likely encoding is {found.codec}, by no more than {found.certainty:.2f}; {ask}; "
        "ask the sender and pass declared="
    )
