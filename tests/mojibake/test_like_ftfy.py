"""Lines come out as plain ftfy has them, whatever happened to them.

`pytest tests/mojibake --strings 100000 --texts FOLDER` compares more strings than the suite does by
default, and every line of the files below a folder.
"""

from __future__ import annotations

import gzip
import json
import random
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import ftfy.badness
import ftfy.chardata
import pytest

from cleantext.mojibake import badness, loop, reference

PLAIN = """
The “old” harbour – it’s closed… 20 °C, £5, ½ €, “naïve” café™ — §12 • ±3 × 4
Über den Dächern weht ein kühler Wind; „schön“, sagte Jürgen, „größer als früher“.
L’été dernier, à la plage, on a mangé des crêpes : « très bonnes ! » Œuvre, cœur, Noël.
¿Dónde está el niño? ¡Mañana lloverá en Cádiz! El pingüino comió piñas.
Às vezes a manhã é fria; àquele cão não faltou pão. Ação, coração, àquilo.
Gdzie leży żółta książka? Łódź, źródło, święto, ćma i ąż.
Příliš žluťoučký kůň zůstal u řeky. Čeština, ďábel, ťava, ň.
Şişli'de güneşli bir öğle; İzmir'in ışığı, çığlık, ağaç.
Ветер дул с севера, и лодка не вышла в море. «Завтра», — сказал он. Ёж, №5
Їжак з’їв сім грибів біля річки; ґанок, Євген, щастя.
Ο άνεμος φυσούσε όλη τη νύχτα· «αύριο», είπε. Ύστερα ήρθε η ημέρα — Ώρα.
הרוח נשבה כל הלילה, והסירה נשארה בנמל.
هبّت الريح طوال الليل وبقي القارب في الميناء، وفي الصباح عاد.
باد تمام شب می‌وزید و قایق در بندر ماند.
रात भर हवा चलती रही और नाव बंदरगाह में खड़ी रही।
ลมพัดตลอดคืน และเรือยังจอดอยู่ที่ท่า
风刮了一整夜，船停在港口里。“明天，”他说。
風は一晩中吹き、船は港にとどまった。「明日」と彼は言った。ﾊﾝｶｸ ＡＢＣ
바람이 밤새 불었고 배는 항구에 머물렀다. 한국어 문장입니다.
Gió thổi suốt đêm và con thuyền ở lại bến cảng. Ngày mai, được không?
Vėjas pūtė visą naktį, o valtis liko uoste. Šįryt ąžuolų lapų nebėra, žiū.
Vântul a bătut toată noaptea, iar șalupa a rămas în port. Țară, înalt.
Vindurinn blés alla nóttina; Þórður ætlaði út. Ðæ, öx, ýsa.
ქარი მთელი ღამე უბერავდა და ნავი ნავსადგურში დარჩა.
Gaoth ⁄ ∂x ≤ √2 ≈ ∞ ◊ Ω ƒ ¬ µ ∑ ∏ ﬁ ﬂ Š ž Ÿ ‰ ‹ › ¤ ¦ ª º ¹²³ ¼ ¾ ´ ¨ ¸ ˆ ˜ ˇ ˘
😀 The boat 🚤 sailed 👩‍🚀 at 𝟗 o’clock 🇫🇷 — 𠀀
║ ═ ╔ ▓▒░ █ ┌─┐ │ └┘ O o (°ロ°) ಠ_ಠ (ﾟдﾟ)
""".strip().split("\n")

CODECS = ["cp1252", "latin-1", "cp1251", "mac-roman", "cp437", "cp1250", "cp1253", "cp1254", "cp1257", "iso-8859-2"]
SLOPPY = [it for it in ftfy.chardata.CHARMAP_ENCODINGS if it.startswith("sloppy")]
LINE_ENDS = str.maketrans("\r\n", "  ")

CLASSES = [
    re.findall(f"[{members}]", "".join(map(chr, range(0x3000))) + "\ufb01\ufb02\ufffd")
    for members in [*ftfy.badness.MOJIBAKE_CATEGORIES.values(), *ftfy.chardata.UTF8_CLUES.values()]
]
STRAY = [
    *"\x1a?? aAzZ 0_.,!\"'<&;",
    "\xa0",
    "\xad",
    "\ufffd",
    "\x00",
    "\ud83d",
    "\udcc3",
    "\u3000",
    "中",
    "Ａ",
    "\u2028",
    "Ã ",
]


def as_cesu_8(text: str) -> bytes:
    """UTF-8 of UTF-16, as some databases write it; a null in two bytes, as Java does."""
    units = text.encode("utf-16-be", "surrogatepass")
    halves = [chr(int.from_bytes(units[place : place + 2], "big")) for place in range(0, len(units), 2)]
    return "".join(halves).encode("utf-8", "surrogatepass").replace(b"\x00", b"\xc0\x80")


def misread(text: str, rng: random.Random) -> str:
    raw = as_cesu_8(text) if rng.random() < 0.1 else text.encode("utf-8", "surrogatepass")
    if rng.random() < 0.1:
        raw = raw.replace(b"\xa0", b" ")
    if rng.random() < 0.2:
        raw = raw[rng.randrange(3) : len(raw) - rng.randrange(3)]
    if rng.random() < 0.5:
        return raw.decode(rng.choice(SLOPPY))
    return raw.decode(rng.choice(CODECS), rng.choice(["replace", "replace", "ignore"]))


def part_misread(text: str, rng: random.Random) -> str:
    start = rng.randrange(len(text) + 1)
    end = rng.randrange(start, len(text) + 1)
    return text[:start] + misread(text[start:end], rng) + text[end:]


def word_by_word(text: str, rng: random.Random) -> str:
    return " ".join(misread(word, rng) if rng.random() < 0.5 else word for word in text.split(" "))


def lossy(text: str, rng: random.Random) -> str:
    return "".join(rng.choice("?\ufffd") if not it.isascii() and rng.random() < 0.1 else it for it in text)


def without_a0(text: str, rng: random.Random) -> str:
    return text.replace("\xa0", rng.choice([" ", ""])).replace("\xad", "")


def with_strays(text: str, rng: random.Random) -> str:
    for _ in range(rng.randint(1, 3)):
        place = rng.randrange(len(text) + 1)
        text = text[:place] + rng.choice(STRAY) + text[place + rng.randrange(2) :]
    return text


def cut(text: str, rng: random.Random) -> str:
    return text[rng.randrange(len(text) + 1) :][: rng.randint(1, 40)]


def joined(text: str, rng: random.Random) -> str:
    return f"{text}{rng.choice(['', ' ', '. '])}{rng.choice(PLAIN)}"


DAMAGE: list[Callable[[str, random.Random], str]] = [
    *[misread] * 4, *[part_misread] * 3, *[word_by_word] * 2, lossy, *[without_a0] * 2, with_strays, cut, joined,
]  # fmt: skip


def from_classes(rng: random.Random) -> str:
    """Neighbours that ftfy's patterns ask for, more or less."""
    return "".join(
        rng.choice(rng.choice(CLASSES)) if rng.random() < 0.8 else rng.choice(STRAY) for _ in range(rng.randint(1, 12))
    )


def damaged(count: int) -> Iterator[str]:
    rng = random.Random(count)  # noqa: S311 - no secret, the same each time
    for _ in range(count):
        text = from_classes(rng) if rng.random() < 0.3 else rng.choice(PLAIN)
        for _ in range(rng.randint(0, 3)):
            text = rng.choice(DAMAGE)(text, rng)[:400]
        yield text.translate(LINE_ENDS)


LONG = "A harbour, a quay; a ferry at 8.\n" * 80
"""Text with which the characters of the others are asked first."""


def compare(lines: list[str]) -> int:
    """Compare lines alone, and whole as a text; how many of them ftfy changes."""
    bad = [ftfy.badness.is_bad(line) for line in lines]
    for line, is_bad in zip(lines, bad, strict=True):
        assert badness.is_bad(line) == is_bad, ascii(line)
    for end in ("\n", "\r"):
        assert badness.is_bad(end.join(lines)) == any(bad), lines
        assert badness.is_bad_somewhere(end.join((LONG, *lines))) == any(bad), lines
    expected = [reference.repaired(line) for line in lines]
    for line, after in zip(lines, expected, strict=True):
        assert loop.repaired(line) == after, ascii(line)
    return sum(line != after for line, after in zip(lines, expected, strict=True))


def test_damaged_strings(pytestconfig: pytest.Config) -> None:
    strings = list(damaged(pytestconfig.getoption("--strings")))
    changed = sum(compare(strings[start : start + 3]) for start in range(0, len(strings), 3))
    assert changed > len(strings) / 4
    print(f"\n{len(strings)} strings, {changed} of them repaired")  # noqa: T201 - the figure of a long run


def test_undamaged_sentences() -> None:
    compare(PLAIN)


def test_lines_of_texts(pytestconfig: pytest.Config) -> None:
    folder = pytestconfig.getoption("--texts")
    if not folder:
        pytest.skip("no --texts")
    total = changed = 0
    for file in sorted(Path(folder).rglob("*.jsonl.gz")):
        with gzip.open(file, "rt", encoding="utf-8") as rows:
            for row in map(json.loads, rows):
                for text in row.values():
                    if isinstance(text, str):
                        lines = re.split(r"\r\n|\n|\r", text)
                        changed += compare(lines)
                        total += len(lines)
    print(f"\n{total} lines, {changed} of them repaired")  # noqa: T201
