"""Tags of languages as callers say them, and the ones that rules are written for: their codes have two letters.

Rules say `fr`; metadata says `fra`, `fre`, `fra_Latn` too, and Java `iw` for Hebrew.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

_TWO_LETTERS = frozenset(
    "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en "
    "eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv "
    "ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne "
    "ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg sh si sk sl sm sn so sq sr ss "
    "st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu".split()
)
"""The codes of ISO 639-1; with bh and sh, which are no longer given."""

_OTHER_CODES: Mapping[str, str] = {
    "af": "afr", "am": "amh", "ar": "ara arb", "az": "aze azj", "be": "bel", "bg": "bul", "bn": "ben", "bs": "bos",
    "ca": "cat", "cs": "ces cze", "cy": "cym wel", "da": "dan", "de": "deu ger", "el": "ell gre", "en": "eng",
    "es": "spa", "et": "est ekk", "eu": "eus baq", "fa": "fas per pes", "fi": "fin", "fr": "fra fre", "ga": "gle",
    "gl": "glg", "gu": "guj", "he": "heb iw", "hi": "hin", "hr": "hrv", "hu": "hun", "hy": "hye arm", "id": "ind in",
    "is": "isl ice", "it": "ita", "ja": "jpn", "jv": "jw", "ka": "kat geo", "kk": "kaz", "km": "khm", "kn": "kan",
    "ko": "kor", "lo": "lao", "lt": "lit", "lv": "lav lvs", "mk": "mkd mac", "ml": "mal", "mn": "mon khk",
    "mr": "mar", "ms": "msa may zsm", "my": "mya bur", "nb": "nob", "ne": "nep npi", "nl": "nld dut", "no": "nor",
    "pa": "pan", "pl": "pol", "ps": "pus pbu", "pt": "por", "ro": "ron rum mo", "ru": "rus", "si": "sin",
    "sk": "slk slo", "sl": "slv", "sq": "sqi alb als", "sr": "srp", "sv": "swe", "sw": "swa swh", "ta": "tam",
    "te": "tel", "th": "tha", "tl": "tgl fil", "tr": "tur", "uk": "ukr", "ur": "urd", "uz": "uzb uzn", "vi": "vie",
    "yi": "ji", "zh": "zho chi cmn",
}  # fmt: skip
"""Of languages that rules or word lists are for: the codes of three letters, those of the commonest of several
languages under one name, and codes of two letters that were replaced."""

_UNDETERMINED = "und"
_SHORTEST = {other: code for code, others in _OTHER_CODES.items() for other in others.split()} | {_UNDETERMINED: ""}
_PRIMARY = re.compile(r"[a-z]{2,3}(?![^-_])", re.IGNORECASE)


def language_tag(said: str) -> str | None:
    """Give a tag with the code of its language that rules use, "" for an undetermined one; None if it names none.

    >>> [language_tag(it) for it in ("fra_Latn", "pt-BR", "ger", "yue", "und", "english", "xx")]
    ['fr_Latn', 'pt-BR', 'de', 'yue', '', None, None]

    Any three letters are taken for a code: there are eight thousand of them.
    """
    if (found := _PRIMARY.match(said)) is None:
        return None
    code = found[0].lower()
    if (shortest := _SHORTEST.get(code)) is not None:
        return shortest and shortest + said[found.end() :]
    return None if len(code) == 2 and code not in _TWO_LETTERS else said
