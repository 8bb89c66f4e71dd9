"""Korean and Chinese that was read as Latin and then mended by halves comes out as it was written."""

from __future__ import annotations

import re

import pytest

from cleantext import clean
from cleantext.misreading import half_mended

SENTENCES = {
    "zh": ("gb2312", "这个港口的轮渡很少晚点，今天却迟了四个小时，所有人都在码头上等着船长的消息。"),
    "ko": ("euc_kr", "선장은 오늘 아침에 새로운 등대를 보고 놀랐으며, 사람들은 항구의 시장에서 생선을 팔았다."),
}


def mended_by_halves(text: str) -> str:
    """What a program makes that takes each pair of letters for UTF-8 which could be that."""
    return re.sub("[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}", lambda it: it[0].encode("latin-1").decode(), text)


@pytest.mark.parametrize(("codec", "text"), SENTENCES.values(), ids=SENTENCES)
def test_what_was_mended_by_halves(codec: str, text: str) -> None:
    """As it stands, and where a soft hyphen was dropped besides."""
    damaged = mended_by_halves(text.encode(codec).decode("latin-1"))
    assert clean(damaged, select="encoding") == text
    assert clean(damaged.replace("\N{SOFT HYPHEN}", ""), select="encoding") == text


def test_latin_letters_that_lost_a_byte_are_no_korean() -> None:
    """Each of them is a pair of bytes that a common syllable has."""
    text = "été, à, créée, Été, œuvre, ôtée, île, sûr, ère, ça, être, Île, âge, où"
    damaged = text.encode().decode("latin-1").replace("\N{NO-BREAK SPACE}", " ")
    assert half_mended.codec_of(damaged) is None
