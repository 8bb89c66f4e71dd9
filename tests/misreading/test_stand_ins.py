"""Letters that Windows-1252 has in the place of a language's own: told by the words of a line."""

from __future__ import annotations

import pytest

from cleantext.misreading.codecs import is_utf_8
from cleantext.misreading.stand_ins import restored, those_for

LINES = {
    "cp1250": {
        "hu": "Az öreg révész azt mondta, hogy nem megy el, mert nő a szél.",
        "ro": "Nu a spus că vasul din port pleacă mâine, şi nici după aceea.",
        "hr": "Kapetan je rekao da će brod u luku doći sutra, a ne danas.",
        "sl": "Ladja, ki je odšla, in ljudje, ki so še v pristanišču, se bodo danes srečali pri otoku.",
        "sk": "Veľmi sa bál, že loď nepríde, a preto išiel do prístavu.",
        "cs": "Kapitán řekl, že loď už odjela a že se vrátí až ve středu.",
        "pl": "Kapitan powiedział, że statek nie wróci do portu i że to był sztorm.",
    },
    "cp1254": {"tr": "Kaptan ile görüşmeye gitti ve geminin çok geç geldiğini söyledi."},
    "cp1257": {
        "lt": "Kapitonas pasakė, kad laivas jau išplaukė ir kad iš uosto nieko nematyti.",
        "lv": "Kapteinis teica, ka kuģis jau ir ceļā un ka tas no ostas nav redzams.",
    },
}


@pytest.mark.parametrize(
    ("codec", "line"), [(codec, it) for codec, its in LINES.items() for it in its.values()], ids=str
)
def test_a_line_gets_its_own_letters_back(codec: str, line: str) -> None:
    """Whatever the letters could be elsewhere, its function words tell the language; and it is let be as it is."""
    found = restored(line.encode(codec).decode("cp1252"))
    assert found == (codec, line)
    assert restored(line) is None


@pytest.mark.parametrize(
    "line",
    [
        "A brûlée az egy desszert, és nem torta, mondta a szakács.",
        "Michèle je rekla da je u gradu Genève i da ne ide u luku.",
        "Sigurður ve Þór bir gemi ile çok uzak bir limana gitti.",
        "Se dwa chak moun pou li gen fason panse pa li, ak libète pou li fè sa nan peyi a.",
        "Kinga yena uso, kiê, uê mu sai na ku se a muene, o mutu ua iê.",
        "Le goût de la crème n'est pas sûr, et les gâteaux sont à la cave.",
        "Não há pão nem limões no cais, e os navios não são bons.",
        "Statek ma 30 m³ wody i 5 m² pokładu¹, a kapitan ma £5.",
        "¿Qué dice el capitán? No lo sé.",
        "",
    ],
    ids=str,
)
def test_letters_of_other_languages_stay(line: str) -> None:
    """Names, loan words and languages that share small words with one of these."""
    assert restored(line) is None


def test_most_texts_are_not_asked() -> None:
    """Letters beyond a language's own and those that stand for them rule it out."""
    assert [it.language for it in those_for("õûáé")] == ["hu"]
    assert not any(map(those_for, ("plain", "ñáé", "őõ")))


def test_letters_that_do_not_stand_together_are_no_utf_8() -> None:
    """As bytes of Mac Roman, Î, î and ã would be one character."""
    assert is_utf_8("Îîã", "mac-roman")
    assert not is_utf_8("Între timp, în vraja unui ã", "mac-roman")
