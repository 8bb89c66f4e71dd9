"""What is prose, and what begins small, in scripts that have no capitals, other full stops, or few spaces."""

from __future__ import annotations

import pytest

from cleantext.facts.layout import is_prose, is_small

PROSE = {
    "Armenian": "Նավակը երեկ երեկոյան չվերադարձավ նավահանգիստ, և պահակը մինչև լույս սպասեց նրան ափին՝ լապտերը ձեռքին։",
    "Armenian, typed": "Նավակը երեկ երեկոյան չվերադարձավ նավահանգիստ, և պահակը մինչև լույս սպասեց նրան ափին լապտերով:",
    "Khmer": "ទូកមិនបានត្រឡប់មកកំពង់ផែវិញទេកាលពីម្សិលមិញ ហើយអ្នកយាមបានរង់ចាំវារហូតដល់ភ្លឺនៅលើច្រាំងដោយកាន់ចង្កៀង។",
    "Burmese": "လှေသည် မနေ့ညက ဆိပ်ကမ်းသို့ ပြန်မလာခဲ့ဘဲ အစောင့်သည် မီးအိမ်ကိုင်လျက် ကမ်းပေါ်တွင် မိုးလင်းသည်အထိ စောင့်နေခဲ့သည်။",
    "Amharic": "ጀልባዋ ትናንት ማታ ወደ ወደቡ አልተመለሰችም፤ ጠባቂውም ፋኖስ ይዞ በባሕሩ ዳርቻ ቆሞ እስኪነጋ ድረስ ጠበቃት፡፡",
}
NO_PROSE = {
    "Armenian": "Կարդացեք նաև՝ նավակը չվերադարձավ նավահանգիստ",
    "Khmer": "អានបន្ថែម៖ ទូកមិនបានត្រឡប់មកកំពង់ផែវិញទេ។",
    "Burmese": "လှေသည် ဆိပ်ကမ်းသို့ ပြန်မလာခဲ့။",
    "English": "The lock was open that night, and so was the gate, and the goat knew of both:",
}


@pytest.mark.parametrize("line", PROSE.values(), ids=PROSE)
def test_a_long_sentence_is_prose(line: str) -> None:
    assert is_prose(line)


@pytest.mark.parametrize("line", NO_PROSE.values(), ids=NO_PROSE)
def test_what_is_short_or_leads_on_is_none(line: str) -> None:
    assert not is_prose(line)


def test_a_line_of_a_script_without_capitals_does_not_begin_small() -> None:
    """Georgian letters are small ones to Unicode, and begin sentences."""
    assert [is_small(it) for it in ("მთავარი", "главная", "home", "الرئيسية")] == [False, True, True, False]
