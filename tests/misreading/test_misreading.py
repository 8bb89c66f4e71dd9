"""What was read with the wrong codec comes out as it was written; what only looks like it stays."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from itertools import pairwise

import pytest

from cleantext import clean
from cleantext.misreading import eastern, exchanged, runs, sequences
from cleantext.misreading.codecs import READ_UTF_8, bytes_of
from cleantext.misreading.letters import COUNTED_AS, LEVELS_A_NAT, alphabets, languages, levels_in, words_of
from cleantext.misreading.readings import FOREIGN, best_reading

SENTENCES = {
    "cs": "Příliš mnoho lidí čekalo na přívoz, který včera večer kvůli větru nepřijel do přístavu.",
    "de": "Über den Dächern weht ein kühler Wind, schöner und größer als früher, hört ihr es?",
    "el": "Ο άνεμος φυσούσε όλη τη νύχτα και η βάρκα έμεινε στο λιμάνι μέχρι το πρωί της Κυριακής.",
    "fr": "À la plage, on a mangé des crêpes très bonnes, puis on est rentrés à pied, fatigués.",
    "he": "הרוח נשבה כל הלילה, והסירה נשארה בנמל עד הבוקר, כי הים היה גבוה מאוד.",
    "hu": "Egész éjjel fújt a szél, ezért a hajó a kikötőben maradt, és csak később indult tovább.",
    "lt": "Vėjas pūtė visą naktį, o valtis liko uoste, nes žvejai bijojo aukštų bangų.",
    "pl": "Gdzie leży żółta książka? Wczoraj wieczorem ktoś ją zostawił na ławce w porcie.",
    "ru": "Ветер дул с севера, и лодка не вышла в море. Завтра, сказал он, будет лучше.",
    "tr": "Rüzgâr bütün gece esti, gemi limanda kaldı; balıkçılar sabaha kadar çay içip beklediler.",
    "uk": "Їжак з’їв сім грибів біля річки, а вітер усю ніч гудів над тихим причалом.",
}


def misread(text: str, written: str, read: str) -> str:
    """Decode as a sloppy reader does: bytes that the codec has nothing for become controls."""
    return "".join(bytes([it]).decode(read, "ignore") or chr(it) for it in text.encode(written))


UTF_8 = [
    (language, codec)
    for language in SENTENCES
    for codec in ("cp1251", "cp1250", "koi8-r", "mac-roman", "cp437", "cp866", "cp1253")
]


@pytest.mark.parametrize(("language", "codec"), UTF_8, ids=str)
def test_utf_8_read_as_another_codec(language: str, codec: str) -> None:
    text = SENTENCES[language]
    assert clean(misread(text, "utf-8", codec), select="encoding") == text


EXCHANGED = [
    ("ru", "cp1251", "latin-1"), ("ru", "cp1251", "cp1252"), ("ru", "koi8-r", "cp1251"), ("ru", "cp1251", "koi8-r"),
    ("ru", "koi8-r", "latin-1"), ("ru", "cp866", "cp1251"), ("cs", "cp1250", "cp1252"), ("cs", "iso8859-2", "latin-1"),
    ("pl", "cp1250", "cp1252"), ("hu", "cp1250", "latin-1"), ("el", "cp1253", "cp1252"), ("tr", "cp1254", "latin-1"),
    ("he", "cp1255", "cp1252"), ("lt", "cp1257", "cp1252"), ("de", "cp1252", "cp1251"), ("de", "mac-roman", "latin-1"),
    ("fr", "cp1252", "cp1250"), ("fr", "cp1252", "cp1251"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "written", "read"), EXCHANGED, ids=str)
def test_one_codec_read_as_another(language: str, written: str, read: str) -> None:
    text = SENTENCES[language]
    assert clean(misread(text, written, read), select="encoding") == text


@pytest.mark.parametrize("language", SENTENCES)
def test_what_is_right_stays(language: str) -> None:
    """Undamaged sentences are no suspects of the costly tests, or leave them unchanged."""
    text = SENTENCES[language]
    assert not sequences.changes(text)
    assert not exchanged.rereadings([text])
    assert not eastern.changes(text)
    assert best_reading(text).language == language


def test_lines_of_one_document_confirm_one_another() -> None:
    """A line with one damaged letter is not sure by itself; beside one that is, it is repaired too."""
    weak, strong = "tøetí pøíklad", misread(SENTENCES["cs"], "cp1250", "cp1252")
    assert not exchanged.rereadings(["Byl tam tøetí."])
    found = exchanged.rereadings(["Byl tam tøetí.", strong])
    assert found == {0: "Byl tam třetí.", 1: SENTENCES["cs"]}
    assert weak not in found.values()


def test_a_sure_line_has_the_others_asked_for_its_codecs() -> None:
    """A line whose letters another language has stays; beside one that is sure it is repaired, if it gains."""
    strong, weak = misread(SENTENCES["hu"], "cp1250", "cp1252"), "Délelõtt esõ, késõbb erõsen javuló idõ."
    others = ["Não há pão nem limões no cais.", "Õige, sõber, jõgi on jõgi."]
    assert not exchanged.rereadings([weak, *others])
    found = exchanged.rereadings([weak, strong, *others], [1])
    assert found == {0: "Délelőtt eső, később erősen javuló idő.", 1: SENTENCES["hu"]}


@pytest.mark.parametrize("text", ["ВІКІ", "11-16 С°", "“É", "’é", "х²", "В©К", "ÃO", "(-1/2)! = √π"])
def test_one_pair_is_no_evidence(text: str) -> None:
    """In a word of its own alphabet, or beside none."""
    assert not sequences.changes(text)


def strings_of(codec: str, count: int) -> Iterator[str]:
    """Neighbours that a codec could have made of UTF-8, among others."""
    rng = random.Random(codec)  # noqa: S311 - no secret, the same each time
    characters = {byte: character for character, byte in bytes_of(codec).items()}
    bytes_ = [*range(0xC2, 0xF5), *[*range(0x80, 0xC0)] * 2, *[0xC2, 0xA9, 0xE2, 0x80] * 9]
    made = [characters[it] for it in bytes_ if it in characters]
    others = [*"aA 1.é’中", "\ud800", "a ", " a"]
    for _ in range(count):
        here = (rng.choice(others if rng.random() < 0.3 else made) for _ in range(7))
        yield "".join(here)[: rng.randint(2, 8)]


@pytest.mark.parametrize("codec", READ_UTF_8)
def test_runs_are_suspect_where_the_pattern_matches(codec: str) -> None:
    """Asked of a line, and among ASCII, where runs are asked instead of the whole text."""
    pattern = re.compile(runs.suspects())
    found = 0
    for text in strings_of(codec, 2_000):
        line = f"{text} along the quay, past the ferry and round the corner {text}"
        for it in (text, line):
            suspect = pattern.search(it) is not None
            assert runs.is_suspect(it) == suspect, ascii(it)
            assert runs.may_be_suspect(it) or not suspect, ascii(it)
            assert runs.may_be_suspect(f"{it}\n{'A plain line.' * 99}") or not suspect, ascii(it)
            found += suspect
    assert 20 < found < 3_800


def total(line: str, language: str) -> tuple[float, float]:
    """What a line costs in a language, and its words beyond ASCII alone: pair by pair, without lanes."""
    levels, plain, beyond = levels_in(language), 0.0, 0.0
    for word in words_of(line):
        small = word.lower().translate(COUNTED_AS)
        cost = sum(levels.get(a + b, FOREIGN * LEVELS_A_NAT) / LEVELS_A_NAT for a, b in pairwise(f" {small} "))
        cost += 3 * sum(a.islower() and b.isupper() for a, b in pairwise(word))
        plain, beyond = (plain + cost, beyond) if word.isascii() else (plain, beyond + cost)
    return plain, beyond


@pytest.mark.parametrize("codec", ["utf-8", "cp1251", "mac-roman"])
@pytest.mark.parametrize("language", SENTENCES)
def test_all_languages_are_weighed_as_each_by_itself(language: str, codec: str) -> None:
    line = misread(SENTENCES[language], "utf-8", codec) if codec != "utf-8" else f"iPhone {SENTENCES[language]}"
    costs = {it: total(line, it) for it in languages()}
    latin = min(plain for it, (plain, _) in costs.items() if "e" in alphabets()[it])
    totals = {it: beyond + (plain if "e" in alphabets()[it] else latin) for it, (plain, beyond) in costs.items()}
    reading = best_reading(line)
    assert reading.total == min(totals.values()) == totals[reading.language]
    assert reading.cost == costs[reading.language][1]
    for it, expected in totals.items():
        assert best_reading(line, [it]).total == expected


def test_short_words_of_another_script_are_no_reading_of_a_latin_line_and_confirm_none() -> None:
    strewn = "È vero che la nave è in porto, ma il capitano non Ã¨ a bordo."
    assert exchanged.is_suspect(strewn)
    assert not exchanged.rereadings([strewn])
    assert not exchanged.rereadings([strewn, "È vero."])
