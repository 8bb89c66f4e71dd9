"""Which codec bytes are in, as their letters tell.

Each codec that the bytes are valid in is asked what words they make in its languages (`misreading.letters`), and those
of two bytes how common their characters are (`misreading.eastern`); charset-normalizer proposes what else there is.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from cleantext.misreading.codecs import WRITTEN
from cleantext.misreading.eastern import share_of_common
from cleantext.misreading.letters import words_of
from cleantext.misreading.readings import FOREIGN, best_reading, steps_of

MOST_WORDS = 300
"""Of those beyond ASCII: enough to tell, and soon read."""
_SAMPLE = 1 << 16

TWO_BYTE = ("gb18030", "big5", "cp950", "cp932", "euc_jp", "cp949")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\x9f\ue000-\uf8ff]")
"""And what no text has, since it means nothing outside one program: characters for private use."""
_NOT_THAI = re.compile(
    "[A-Za-z][\u0e01-\u0e5b]|[\u0e01-\u0e5b][A-Za-z]|(?:^|[^\u0e01-\u0e5b])[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]"
)
_ESCAPED = ((b"\x1b$)C", "iso2022_kr"), (b"\x1b$", "iso2022_jp"))
_MARK = re.compile("[^\x00-\x7f]")
_SURE_MARK = re.compile(
    r"[£€¥] ?(?=\d)|(?<=\d) ?[£€°](?![A-Za-z]{2})|© ?(?=\d{4})|(?<=[A-Za-z])[®™]|(?<=\d)[½¼¾]|(?<=[a-z])’(?=s\b)"
)
"""`£5`, `5 °C`, `© 2021`, whatever stands around them."""
_OUT_OF_PLACE = re.compile(
    "[A-Za-z][^\x00-\x7f‘’–—…][A-Za-z]|[A-Za-z][„“¹²³ªº¿¡¼½¾£¥§¶]|[”®¹²³ªº£€¥§¶µ°][A-Za-z%]{2}|[0-9][¿¡]|[¿¡](?![^\\W_])"
    "|[¤¯]|„(?![^“”]*[“”])"
)
"""Marks of Windows-1252 that are letters of words in its neighbours: `ma³a` for *mała*, `s¹` for *są*."""
_IN_WORD = re.compile(r"[a-z][–—…][a-z]|(?<=[a-z]{3})[‘’](?!(?:s|t|re|ve|ll|d|m)\b)(?<!ll.)(?<!qu.)(?<!un.)[a-z]")
"""What may be a letter of a word in Mac Roman: `situaci—n` for *situación*, `polic’a`; in *day—the* nothing is one."""
_MARKS_OF_MAC = frozenset("‘’“”„«»–—…•©®™§£°")
_LETTER_BEYOND_LATIN = "[\u0370-\u1dff\u3040-\ud7ff\uf900-\uffdc]"
_BEYOND_LATIN = re.compile(f"{_LETTER_BEYOND_LATIN}+")
_LETTER_OF_FIGURE = re.compile(r"(?<![^\W\d_])[\u00c0-\u024f]\d")
_IN_LATIN_WORD = re.compile(f"(?<=[a-z]){_LETTER_BEYOND_LATIN}|{_LETTER_BEYOND_LATIN}+(?=[a-z])")
_LATIN_WORD = re.compile("[A-Za-z]{2,}")


class Guess(NamedTuple):
    """A codec, how sure it is from 0 to 1, and the text."""

    codec: str
    certainty: float
    text: str


class _Weighed(NamedTuple):
    """A codec, and what a step from letter to letter costs in what it makes of the bytes, in nats."""

    mean: float
    codec: str
    sample: str
    steps: int = 100


PLAUSIBLE, HOPELESS = 3.2, 6.0
"""Nats a step: 98 % of the lines of news in their own codec, and what debris costs at least."""
CLEAR_LEAD, CLEAR_LEAD_IN_ALL = 1.0, 20.0
"""Nats a step, and nats, that the second reading must stay behind; one of them is enough."""
FEW_STEPS, MOST_IN_DOUBT = 12, 0.7
"""So few steps are a word or two, and nobody is certain of those, nor of words that are no known language's."""
SELDOM = {"mac-roman": 0.4, "cp850": 0.4, "cp852": 0.4, "cp866": 0.2, "iso8859-5": 0.2}
"""What the codecs of old systems have to make up for."""
_NO_LANGUAGE = 5.0
"""Nats a step above which no known language is near."""
_WITH_OWN, _WITHOUT_OWN, _THAI, _MARKS_ALONE, _MARKS_IN_PLACE, _MARKS_IN_WORDS = 1.0, 2.2, 2.9, 3.2, 1.0, 3.0
"""Nats a step of what is not weighed letter by letter: two bytes a character with kana or Hangul, and Chinese; Thai;
marks of Windows-1252 and no letters, anywhere, where such marks stand in a text of Latin words, and within those.
"""
_LETTERS_ALONE, _LETTER_AT_FIGURE = 3.0, 1.0
"""Nats a step more where letters of another alphabet stand one by one (`ง 4. The fee: Ј5` for *§ 4. The fee: £5*)."""
_WORDS_A_MARK = 2


def detected(data: bytes) -> Guess | None:
    """The codec that makes most sense of bytes; None where none makes any.

    >>> detected("Ветер дул с севера, и лодка не вышла в море.".encode("koi8-r"))[0]
    'koi8-u'
    """
    for escape, codec in _ESCAPED if data.isascii() else ():
        if escape in data:
            text = data.decode(codec, "replace")
            return Guess(codec, 0.99 if "\N{REPLACEMENT CHARACTER}" not in text else 0.9, text)
    if (wide := _wide(data)) is not None:
        return wide
    sample = _sample(data)
    found = sorted(_weighed(sample))
    if not found:
        return _by_charset_normalizer(data, sample)
    best = found[0]
    others = [it.mean for it in found if it.sample != best.sample]
    certainty = _certainty(best, min(others, default=HOPELESS))
    foreign = best.mean > _NO_LANGUAGE and not (best.codec == "cp1252" and _has_latin_words(best.sample))
    if foreign and (other := _by_charset_normalizer(data, sample)) is not None:
        return other
    return Guess(best.codec, certainty, data.decode(best.codec, "replace"))


def how_plausible(text: str) -> float:
    """What a step in the words beyond ASCII of a text costs, in nats; of an alphabet that nobody knows, `FOREIGN`."""
    words = [it for it in words_of(text) if not it.isascii()][:MOST_WORDS]
    return best_reading(" ".join(words)).cost / steps_of(words) if words else 0.0


def _certainty(best: _Weighed, second: float) -> float:
    """From 0 to 1: words must be words, and no second reading may come near."""
    sense = 1.0 if best.mean <= PLAUSIBLE else max(0.0, (HOPELESS - best.mean) / (HOPELESS - PLAUSIBLE))
    behind = max(0.0, second - best.mean)
    lead = min(1.0, max(behind / CLEAR_LEAD, behind * best.steps / CLEAR_LEAD_IN_ALL))
    certainty = 0.98 * sense * (0.4 + 0.6 * lead)
    doubtful = best.steps < FEW_STEPS or best.mean > PLAUSIBLE + SELDOM.get(best.codec, 0.0)
    return round(min(certainty, MOST_IN_DOUBT) if doubtful else certainty, 2)


def _sample(data: bytes) -> bytes:
    """The lines that hold something beyond ASCII, up to a length."""
    if len(data) <= _SAMPLE:
        return data
    lines, size = [], 0
    for line in data.split(b"\n"):
        if not line.isascii():
            lines.append(line)
            size += len(line) + 1
            if size > _SAMPLE:
                break
    return b"\n".join(lines)[: 2 * _SAMPLE]


def _weighed(sample: bytes) -> Iterator[_Weighed]:
    """What each codec makes of bytes, where it makes text."""
    for codec in TWO_BYTE:
        text = _text(sample, codec)
        if text and (share := share_of_common(text, codec)):
            base = _WITHOUT_OWN if codec in ("gb18030", "big5", "cp950") else _WITH_OWN
            yield _Weighed(base + (1 - share) * FOREIGN + _alone(text), codec, text)
    for codec, languages in WRITTEN:
        if text := _text(sample, codec):
            if codec in ("cp1252", "mac-roman") and _has_marks_in_place(text, codec):
                mean = _MARKS_IN_WORDS if _IN_WORD.search(text) else _MARKS_IN_PLACE
                yield _Weighed(mean + SELDOM.get(codec, 0.0), codec, text)
                continue
            words = [it for it in words_of(text) if not it.isascii()][:MOST_WORDS]
            if steps := steps_of(words):
                mean = best_reading(" ".join(words), languages).cost / steps
                yield _Weighed(mean + SELDOM.get(codec, 0.0) + _alone(text), codec, text, steps)
            elif codec == "cp1252":
                yield _Weighed(_MARKS_ALONE, codec, text)
    if (thai := _text(sample, "cp874")) and _is_thai(thai):
        yield _Weighed(_THAI + _alone(thai), "cp874", thai)


def _has_marks_in_place(text: str, codec: str) -> bool:
    """Is all that is beyond ASCII marks, no part of words, and are there Latin words enough for them?"""
    marks = frozenset(_MARK.findall(text))
    if any(it.isalpha() and it not in "ªºµ" for it in marks) or (codec != "cp1252" and not marks <= _MARKS_OF_MAC):
        return False
    return _has_latin_words(_SURE_MARK.sub("", text)) and not _OUT_OF_PLACE.search(text)


def _has_latin_words(text: str) -> bool:
    """Are there two words of Latin letters for each character beyond ASCII?"""
    return len(_LATIN_WORD.findall(text)) >= _WORDS_A_MARK * len(_MARK.findall(text))


def _alone(text: str) -> float:
    """What it costs that letters of another alphabet stand one by one in a text of Latin words, or in such words.

    A Latin letter before a figure costs less: `Ł1,200` for *£1,200*.
    """
    if not (runs := _BEYOND_LATIN.findall(text)):
        return _LETTER_AT_FIGURE if _LETTER_OF_FIGURE.search(text) else 0.0
    alone = sum(len(run) == 1 for run in runs)
    among_words = 2 * alone > len(runs) and len(_LATIN_WORD.findall(text)) >= _WORDS_A_MARK * len(runs)
    return _LETTERS_ALONE if among_words or 2 * len(_IN_LATIN_WORD.findall(text)) > len(runs) else 0.0


def _text(sample: bytes, codec: str) -> str:
    """The text of bytes that a codec allows; "" where it does not, or where control characters stand in it."""
    try:
        text = sample.decode(codec)
    except UnicodeDecodeError as error:
        if error.end < len(sample) or codec not in TWO_BYTE:
            return ""
        text = sample[: error.start].decode(codec)  # the sample cuts a character in two
    return "" if _CONTROL.search(text) else text


def _is_thai(text: str) -> bool:
    """Are nearly all characters beyond ASCII Thai, none beside a Latin letter, and no sign without a letter?"""
    beyond = [it for it in text if not it.isascii()]
    thai = sum("\u0e01" <= it <= "\u0e5b" for it in beyond)
    return thai > 0.9 * len(beyond) and not _NOT_THAI.search(text)


def _wide(data: bytes) -> Guess | None:
    """UTF-16 or UTF-32 without a mark: told by null bytes, or by controls that are halves of other characters."""
    if not re.search(rb"[\x00-\x08\x0e-\x1a]", data[:_SAMPLE]):
        return None
    found = []
    for codec, width in (("utf-32-le", 4), ("utf-32-be", 4), ("utf-16-le", 2), ("utf-16-be", 2)):
        whole = data[: len(data) - len(data) % width]
        try:
            text = whole.decode(codec)
        except UnicodeDecodeError:
            continue
        sample = text[:2000]
        if sample and not _CONTROL.search(sample):
            usual = sum(it.isascii() or unicodedata.category(it)[0] in "LMNZS" for it in sample) / len(sample)
            pages = len({ord(it) >> 8 for it in sample if it.isalpha()}) / len(sample)
            found.append((usual - pages, codec, text))
    if not found:
        return None
    best = max(found)
    others = [it[0] for it in found if it is not best]
    lead = best[0] - max(others, default=0.0)
    return Guess(best[1], 0.97 if lead > 0.1 else 0.5, best[2])


def _by_charset_normalizer(data: bytes, sample: bytes) -> Guess | None:
    from charset_normalizer import from_bytes  # a tenth of a second, for what is left

    best = from_bytes(sample).best()
    if best is None:
        return None
    try:
        return Guess(best.encoding, 0.3, data.decode(best.encoding))
    except (UnicodeDecodeError, LookupError):
        return None
