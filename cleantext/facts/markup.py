"""Whether a line or a text shows HTML tags on purpose: it speaks of them, or is markup itself."""

from __future__ import annotations

import re
from collections.abc import Sequence

_OPENING = r"<[a-z][a-z0-9]*\s?/?>"
_TAG = r"</?[a-z][a-z0-9]*\s?/?>"
_BARE = r"<[a-z][a-z0-9]*>"

_SPEAKS_OF_IT = (
    r"\b(?:x?html5?|xml|markup|markdown|template|css|tag(?:s|get|gets|gene|ul|uri|urile)?"
    r"|tagg(?:ar|en|er|et|ene|arna)?|tag-?liste|balises?|etiquet(?:as?|es)|etichet[ae])\b"
)
_WITH_ATTRIBUTE = r"<[a-z][a-z0-9]*\s+[a-z-]+\s*="
_QUOTED = rf"<([a-z][a-z0-9]*)></\1>|[\"'`“‘]{_OPENING}|</[a-z][a-z0-9]*>[\"'`”’][\s,;.)]"
"""'<p>'; and a pair with nothing inside."""
_OTHER_LANGUAGES = "<(?:script|style|pre|code|!--)"
_MARKDOWN = r"\]\(|^\s*[#|>]"
_JSON = r"^\s*(?:[{,]\s*)?\"[\w-]+\"\s*:\s*[\"\[{]|<\\/[a-z]"
_RANGE = rf"{_BARE}\s?(?:\.{{2,}}|[-–]|and|or|to)\s?{_BARE}"
"""From <h1> to <h6>."""
_TEMPLATE = r">[^<>{}\n]{0,80}\{\{?\s?[\w.$]+(?:\(\))?\s?\}"
"""{name}"""
_LIST = rf"{_TAG}[\s,;/]+{_OPENING}[\s,;/]+<"
_IN_BRACES = rf"\{{[^{{}}\n]*{_TAG}[^{{}}\n]*\}}"
"""{in <b>braces</b>}"""
_TOLD = rf"\b(?:use|using|write|type|insert|put|add)\s{_OPENING}\s(?:for|to|in|at|after|before|between|and|or)\b"

_SHOWN = re.compile(
    "|".join(
        (
            _SPEAKS_OF_IT,
            _WITH_ATTRIBUTE,
            _QUOTED,
            _OTHER_LANGUAGES,
            _MARKDOWN,
            _JSON,
            _RANGE,
            _TEMPLATE,
            _LIST,
            _IN_BRACES,
            _TOLD,
        )
    ),
    re.IGNORECASE,
)

_WORDS = """
    \\bтег(?:и|а|ом|ами|ов)? \\bт[аэ]г\\w{0,3} \\bznacznik(?:i|a|ów|iem)? \\bznačk[ayu] \\bcímk[eéi]\\w{0,3}
    \\bετικέτ(?:α|ας|ες) \\btagi(?:t|n|lla|ð|nu|\\sya)? \\b(?:ch|c|g)lib(?:eanna)?
    タグ 标签 標籤 標記 태그 (?:ال)?وسم(?:ان)? برچسب تگ ٹیگ ټ[اګ]?ګ ה?תגי(?:ת|ות) टैग टॅग ट्याग ট্যাগ டேக் ట్యాగ్
    ટૅગ ટેગ ಟ್ಯಾಗ್ ടാഗ് ටැග\\w{0,2} thẻ แท็ก ແທັກ တဂ် ტეგ\\w{0,3} թեգ\\w{0,2} ታግ
""".split()
_LABEL = """
    \\bознак\\w{1,3} \\boznak\\w{1,3} \\bетикет\\w{0,4} \\bmerki(?:ð|nu|n)? \\bàmì պիտակ\\w{0,2} குறிச்சொல்\\w{0,2} ស្លាក
""".split()
"""Goods have labels too (*са ознаком <b>CE</b>*), around which a tag is one."""
_WORDS_BEHIND = """
    etiketi(?:ni|nin|yle)? etiket[ae]\\w{0,2} címk[eéi]\\w{0,3} teg(?:i|lari)\\w{0,3} тег(?:і|тер)\\w{0,4}
    таг(?:ийг|ийн)?\\b タグ 标签 標籤 태그 टैग टॅग ट्याग ট্যাগ குறிச்சொல் டேக் ట్యాగ్ ٹیگ ټ[اګ]?ګ تگ ටැග တဂ် ტეგ թեգ պիտակ ታግ
""".split()
_NAMED = re.compile(
    rf"""(?i)(?:{"|".join(_WORDS)})\s?["'«„“「]?</?[a-z]
      |(?:{"|".join(_LABEL)})\s?["'«„“]?</?[a-z][a-z0-9]*\s?/?>(?=["'»”“]?[\s,.;)])
      |<[a-z][a-z0-9]*\s?/?>["'»”」]?\s?(?:{"|".join(_WORDS_BEHIND)})(?!\s?[:：])""",
    re.VERBOSE,
)
"""The word for a tag right beside one: *тег <b>*, but not *<br>タグ：港*, where it heads a list of topics."""

_PAGE = re.compile(r"(?i)<(?:html|head|body|!doctype|\?xml)\b")
_TELLS_OF_TAGS = re.compile(r"(?i)\b(?:html|font|formatting|opening|closing|bold|italics?)[ -]tags?\b|\btags can be\b")
"""`<b>text</b>: bold` stands in a list above or below."""
_ATTRIBUTE = re.compile(r"(?i)<[a-z][a-z0-9]*\s[a-z][a-z:-]*\s?=\s?[\"']")
_TAGS_ALONE = re.compile(r"(?i)(?:</?[a-z][a-z0-9]*\s?/?>\s*)+\Z")
_MOST_OF_MARKUP = 4
"""Lines of tags alone, and tags with attributes; with more the text is the source of one."""


def shows_tags(line: str) -> bool:
    """Does a line speak of tags, or is it markup that means them?

    >>> shows_tags("Use <b> for names."), shows_tags("He was <b>never</b> late.")
    (True, False)
    """
    return _SHOWN.search(line) is not None or _NAMED.search(line) is not None


def is_source(text: str, contents: Sequence[str]) -> bool:
    """Is a text the source of a page, does it hold one from its outermost tags on, or tell what tags are for?"""
    if _PAGE.search(text) or _TELLS_OF_TAGS.search(text):
        return True
    alone = sum(_TAGS_ALONE.match(line) is not None for line in map(str.strip, contents) if line[:1] == "<")
    return alone + sum(1 for _ in _ATTRIBUTE.finditer(text)) > _MOST_OF_MARKUP
