"""Bytes of any encoding become text, and what is not certain is told."""

from __future__ import annotations

import codecs
import pickle

import pytest

from cleantext import NotDecodable, OptionError, clean_bytes, decode

SENTENCES = {
    "cs": "Příliš mnoho lidí čekalo na přívoz, který včera večer kvůli větru nepřijel do přístavu.",
    "de": "Über den Dächern weht ein kühler Wind; „schön“, sagte Jürgen, „größer als früher, hört ihr’s?“",
    "el": "Ο άνεμος φυσούσε όλη τη νύχτα και η βάρκα έμεινε στο λιμάνι μέχρι το πρωί της Κυριακής.",
    "fr": "L’été dernier, à la plage, on a mangé des crêpes très bonnes, puis on est rentrés à pied.",
    "he": "הרוח נשבה כל הלילה, והסירה נשארה בנמל עד הבוקר, כי הים היה גבוה מאוד.",
    "ja": "風は一晩中吹き、船は港にとどまった。明日の朝は晴れるだろうと彼は言った。",
    "ko": "바람이 밤새 불었고 배는 항구에 머물렀다. 내일 아침에는 날씨가 좋아질 것이다.",
    "pl": "Gdzie leży żółta książka? Wczoraj wieczorem ktoś ją zostawił na ławce w porcie.",
    "ru": "Ветер дул с севера, и лодка не вышла в море. «Завтра», — сказал старый рыбак.",
    "th": "ลมพัดตลอดคืน และเรือยังจอดอยู่ที่ท่า พรุ่งนี้เช้าอากาศจะดี",
    "tr": "Rüzgâr bütün gece esti, gemi limanda kaldı; balıkçılar sabaha kadar çay içip beklediler.",
    "uk": "Їжак з’їв сім грибів біля річки, а вітер усю ніч гудів над тихим причалом.",
    "zh": "风刮了一整夜，船停在港口里。他说明天早上天气会好，我们可以一起出海去打鱼。",
}

CODECS = [
    ("cs", "cp1250"), ("cs", "iso8859-2"), ("de", "cp1252"), ("de", "mac-roman"), ("el", "cp1253"), ("fr", "cp1252"),
    ("he", "cp1255"), ("ja", "cp932"), ("ja", "euc_jp"), ("ja", "iso2022_jp"), ("ko", "cp949"), ("pl", "cp1250"),
    ("ru", "cp1251"), ("ru", "koi8-r"), ("ru", "cp866"), ("ru", "utf-16-le"), ("ru", "utf-16-be"), ("ru", "utf-32-be"),
    ("th", "cp874"), ("tr", "cp1254"), ("uk", "cp1251"), ("zh", "gb18030"), ("zh", "utf-16-le"),
]  # fmt: skip


def lossless(text: str, codec: str) -> str:
    """The text without what the codec cannot hold."""
    return text.encode(codec, "ignore").decode(codec)


@pytest.mark.parametrize(("language", "codec"), CODECS, ids=str)
def test_letters_tell_the_codec(language: str, codec: str) -> None:
    """Without a word about its encoding, a text of two dozen words comes out right, and is certain."""
    text = f"{lossless(SENTENCES[language], codec)}\n" * 2
    decoded = decode(text.encode(codec))
    assert decoded.text == text
    assert (decoded.how, decoded.faults) == ("detected", ())
    assert decoded.certainty >= 0.8


@pytest.mark.parametrize("language", SENTENCES)
def test_utf_8_outweighs_what_is_declared(language: str) -> None:
    """A server that says Latin-1 of every page is wrong about this one."""
    decoded = decode(SENTENCES[language].encode(), declared="iso-8859-1")
    assert (decoded.text, decoded.codec, decoded.how) == (SENTENCES[language], "utf-8", "utf-8")
    assert decoded.certainty >= 0.98


MARKS = [
    ("utf-8", codecs.BOM_UTF8),
    ("utf-16-le", codecs.BOM_UTF16_LE),
    ("utf-16-be", codecs.BOM_UTF16_BE),
    ("utf-32-le", codecs.BOM_UTF32_LE),
    ("utf-32-be", codecs.BOM_UTF32_BE),
]


@pytest.mark.parametrize(("codec", "mark"), MARKS, ids=[codec for codec, _ in MARKS])
def test_a_mark_decides(codec: str, mark: bytes) -> None:
    """Whatever is declared, and it is taken off."""
    decoded = decode(mark + SENTENCES["ru"].encode(codec), declared="koi8-r")
    assert (decoded.text, decoded.codec, decoded.how, decoded.bom) == (SENTENCES["ru"], codec, "bom", mark)
    assert decoded.certainty == 1.0


DECLARED = {
    "by the caller": (SENTENCES["uk"][20:].encode("koi8-u"), "koi8-u", SENTENCES["uk"][20:]),
    "by html": (b"<meta charset='windows-1251'>" + "Лодка".encode("cp1251"), "", "<meta charset='windows-1251'>Лодка"),
    "by xml": (
        b"<?xml version='1.0' encoding='ISO-8859-2'?>" + "łódź".encode("iso8859-2"),
        "",
        "<?xml version='1.0' encoding='ISO-8859-2'?>łódź",
    ),
    "by html, as what gives up on bytes": (
        b"<meta charset=idna>the lion\x92s caf\xe9",
        "",
        "<meta charset=idna>the lion’s café",
    ),
    "as latin-1, and means cp1252": (b"the lion\x92s caf\xe9", "latin-1", "the lion’s café"),
    "as utf-8, and is not": (SENTENCES["cs"].encode("cp1250"), "utf-8", SENTENCES["cs"]),
    "as latin-1, and is Russian": (SENTENCES["ru"].encode("cp1251"), "latin-1", SENTENCES["ru"]),
    "a pair that is UTF-8 by chance": ("Від".encode("cp1251"), "windows-1251", "Від"),
}


@pytest.mark.parametrize(("data", "declared", "text"), DECLARED.values(), ids=DECLARED)
def test_what_is_declared_is_believed_where_it_makes_text(data: bytes, declared: str, text: str) -> None:
    assert decode(data, declared=declared).text == text


FEW_MARKS = [
    "The fee is £3.80 (now £3.65); a book of ten, £34.",
    "§ 4. The tenant pays on the first day of each month.",
    "Heat the oven to 350°F/180°C and wait for the baker.",
    "© 2021 Harbour Office",
    "Add 5µL of it and stir for 1½ hours at 4°C.",
    "• Read this manual.\n• Keep it safe.",
    "It’s £5, said the keeper of the lock — and smiled.",
    "« Je pars », she wrote, and the letter ends there.",
    "The policy—such as it was—of O’Brien’s ferry wasn’t told.",
    "L’equipaggio dell’isola e quell’altro dell’arte hanno un po’ di vento.",
]


@pytest.mark.parametrize("text", FEW_MARKS)
def test_marks_among_latin_words_are_marks(text: str) -> None:
    """In Windows-1252, and no letters of Thai, Korean or Cyrillic that the same bytes are elsewhere."""
    assert decode(text.encode("cp1252")).text == text


def test_letters_that_are_marks_elsewhere_are_letters() -> None:
    """In Windows-1252 they would be dashes and apostrophes within words: `la situaci—n`, `la polic’a`."""
    text = "La policía vio la situación en el puerto, y el barco llegó a la bahía."
    assert decode(text.encode("mac-roman")).text == text


WORDS_OF_OTHERS = {
    "cp950": "這裏的港口空無一人，老人問大家都到哪裏去了。",
    "iso2022_kr": "아침 항구는 텅 비어 있었다. 노인이 물었다.",
    "utf-16-le": "துறைமுகம் காலையில் காலியாக இருந்தது.",
}


@pytest.mark.parametrize(("codec", "text"), WORDS_OF_OTHERS.items(), ids=WORDS_OF_OTHERS)
def test_kin_of_what_is_known_are_known(codec: str, text: str) -> None:
    """Windows' Big5 has characters more; Korean, too, has an encoding with escapes; vowel signs are no letters."""
    assert decode(text.encode(codec)).text == text


UNCERTAIN = {
    "a single letter": b"caf\xe9 noir",
    "no text": bytes(range(128, 256)),
}


@pytest.mark.parametrize("data", UNCERTAIN.values(), ids=UNCERTAIN)
def test_what_is_not_certain_is_told(data: bytes) -> None:
    """By its certainty, by a finding, and by an error where that is asked for."""
    assert decode(data).certainty < 0.8
    assert clean_bytes(data).findings[0].rule == "decode"
    with pytest.raises(NotDecodable, match="declared="):
        decode(data, strict=True)
    with pytest.raises(NotDecodable):
        clean_bytes(data, strict=True)


def test_lost_bytes_are_told_with_their_place() -> None:
    """A character cut in two at the end of a download."""
    data = SENTENCES["ru"].encode()[:-3] + "к".encode()[:1]
    decoded = decode(data)
    assert decoded.faults == (len(decoded.text) - 1,)
    assert decoded.text.endswith("\N{REPLACEMENT CHARACTER}")
    finding = clean_bytes(data).findings[0]
    assert (finding.start, finding.end) == (decoded.faults[0], decoded.faults[0] + 1)
    with pytest.raises(NotDecodable, match="1 place is not"):
        decode(data, strict=True)


def test_a_mark_that_lies_is_told() -> None:
    with pytest.raises(NotDecodable, match="byte order mark says utf-16-le"):
        decode(codecs.BOM_UTF16_LE + b"a\x00b", strict=True)


def test_bytes_are_repaired_as_text_is() -> None:
    result = clean_bytes(SENTENCES["cs"].replace(" ", "  ").encode("cp1250"))
    assert result.text == SENTENCES["cs"]
    assert result.rules == ("spacing/run-of-spaces",)


def test_wrong_arguments_are_explained() -> None:
    with pytest.raises(TypeError, match="bytes, not str"):
        decode("text")  # type: ignore[arg-type]
    with pytest.raises(OptionError, match="no encoding that Python knows"):
        decode(b"", declared="utf-9")
    with pytest.raises(OptionError, match="no encoding that Python knows"):
        decode(b"caf\xe9", declared="punycode")


def test_the_error_travels_between_processes() -> None:
    error = NotDecodable("why")
    assert str(pickle.loads(pickle.dumps(error))) == str(error)  # noqa: S301 - our own


@pytest.mark.parametrize("data", [b"", b"plain", b"\x1b[0m", b"\xff", b"\x00", b"\xc3"], ids=repr)
def test_nothing_raises_unless_asked(data: bytes) -> None:
    assert 0 <= decode(data).certainty <= 1
