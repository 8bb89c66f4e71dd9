"""Does a text speak of encodings? Then it shows mojibake on purpose: "the page had Ã© where é belongs".

One line may do so in a text that speaks of nothing else of the kind: "„Å¾Ã¡k” is „žák”, misread".
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from cleantext.facts.lines import in_parts

Change = tuple[int, int, str]
"""Start and end of a place in a line, and what takes the place of what stands there."""

_NAMES = ("mojibake", "文字化け", "кракозябр", "zeichensalat", "乱码", "亂碼")
_MOJIBAKE = re.compile(r"(?i)\bmojibake\b|文字化け|кракозябр|\bZeichensalat\b|乱码|亂碼")
_UTF_8 = re.compile(r"(?i)(?<!=)(?<![=]\")(?<![a-z\d])UTF-?8(?!\d)")
_ONE_BYTE = re.compile(
    r"(?i)(?<!=)(?<![=]\")(?<![a-z\d])(?:latin[- ]?1|iso[- ]?8859(?:-\d+)?|(?:windows|cp)-?125\d|mac ?roman)(?![a-z\d])"
)
"""Not those that a header declares (`charset=utf-8`)."""
_ENCODINGS = re.compile(
    r"(?i)(?<![=\w])(?:(?P<koi>koi-?8(?:-[ru])?)|(?P<latin>latin[- ]?\d|iso[- ]?8859(?:-\d+)?|(?:windows|cp)-?1252)"
    r"|(?P<windows>(?:windows|cp)-?125[0134567]|win-?1251)|(?P<dos>cp-?(?:866|437|85\d))|(?P<mac>mac ?roman)"
    r"|(?P<kana>shift[-_ ]?jis|sjis|euc-jp)|(?P<hanzi>gb-?2312|gbk|gb-?18030|big-?5)|(?P<hangul>euc-kr|uhc|cp949)"
    r")(?!\w)"
)
_IN_ENCODINGS = ("koi", "8859", "latin", "125", "cp", "roman", "jis", "euc", "gb", "big5", "big-5", "uhc")
"""One of these is in each."""
_LEAST_WORDS = 8
"""Of a line that speaks of two of them; a page's menu of encodings has fewer."""


def is_about_encodings(text: str) -> bool:
    """Does a text name mojibake, or the two encodings whose mixing up makes it, or two others in one sentence?

    >>> is_about_encodings("In UTF-8 the letter has two bytes, and Latin-1 shows each of them.")
    True
    >>> is_about_encodings("Text in KOI8-R looks like this where it is read as Windows-1251: бНОПНЯ")
    True
    >>> is_about_encodings("Content-Type: text/html; charset=utf-8, or else charset=iso-8859-1")
    False
    """
    names_utf_8 = names_others = False
    for _, part in in_parts(text):
        small = part.lower()  # searched for a string in a tenth of the time
        if any(name in small for name in _NAMES) and _MOJIBAKE.search(part):
            return True
        names_utf_8 = names_utf_8 or "utf" in small
        names_others = names_others or any(it in small for it in _IN_ENCODINGS)
    if not names_others:
        return False
    return (names_utf_8 and _UTF_8.search(text) is not None and _ONE_BYTE.search(text) is not None) or _names_two(text)


def _names_two(text: str) -> bool:
    """Does a line of some words name two encodings, neither of them UTF-8?"""
    start = end = -1
    kinds = set[str | None]()
    for match in _ENCODINGS.finditer(text):
        if match.start() > end:  # on a further line
            start, end = text.rfind("\n", 0, match.start()) + 1, text.find("\n", match.end())
            end = len(text) if end < 0 else end
            kinds.clear()
        if match.lastgroup not in kinds:
            kinds.add(match.lastgroup)
            if len(kinds) == 2 and len(text[start:end].split()) >= _LEAST_WORDS:
                return True
    return False


_OPENING, _CLOSING = "«‹„“”‘'\"「『", "»›”“’'\"」』"
_QUOTED = re.compile(rf"(?<![^\W\d_])[{_OPENING}]([^{_OPENING}{_CLOSING}]{{1,60}})[{_CLOSING}]")
_NEAR, _MOST = 300, 5
"""Characters before and behind, and quotations of a line that are looked for there."""
_ENCODING = re.compile(
    r"(?i)кодировк|кодуванн|kódování|\bkodowani[eau]|kódolás|κωδικοποίησ|kodlama|koodau(?:s|kse)|文字コード|编码|編碼|인코딩"
    r"|ترميز|קידוד|bảng mã|pengodean karakter|character encoding|Zeichensatz|Zeichenkodierung|codificaci[óo]n de car"
    r"|jeu de caractères|encodage"
    r"|кодира(?:не|њ)|kodiranj|кадаван|кадыроў|кодтау|kodlash|кодчил|კოდირებ|կոդավոր|এনকোডিং|குறியாக்க|குறிமுறை|ఎన్\u200c?కోడింగ్"
    r"|[एइ]न्?कोडि|ای?نکوڈنگ|usimbaji|kodek(?:eta|etz)|amgodi[oa]|ionchódú|stafatöflu|stafakóð|pengekodan"
)


def shown_on_purpose(line: str, changes: Sequence[Change]) -> bool:
    """Does a line show, between quotation marks, what a change would mend, and say what it is?

    It does if it holds the same without the damage, or if it speaks of an encoding.

    >>> shown_on_purpose("Slovo „Ã¡k” je „ák”.", [(7, 9, "á")])
    True
    >>> shown_on_purpose("Loď „Ã¡k” a „žena”.", [(7, 9, "á")])
    False
    """
    after, places, behind, shift = [], [], 0, 0
    for first, last, replacement in changes:
        after += [line[behind:first], replacement]
        places.append(first + shift)
        shift += len(replacement) - (last - first)
        behind = last
    mended = "".join([*after, line[behind:]])
    quoted = [match for match in _QUOTED.finditer(mended) if _holds_any(places, match)]
    return bool(quoted) and (
        _ENCODING.search(line) is not None or any(_stands_near(match, line) for match in quoted[:_MOST])
    )


def _holds_any(places: Sequence[int], match: re.Match[str]) -> bool:
    place = bisect_left(places, match.start(1))
    return place < len(places) and places[place] < match.end(1)


def _stands_near(match: re.Match[str], line: str) -> bool:
    whole = rf"(?<![^\W\d_]){re.escape(match[1].strip())}(?=[\s{_CLOSING},.;:)]|$)"
    return re.search(whole, line[max(0, match.start() - _NEAR) : match.end() + _NEAR]) is not None
