"""The fixers `place` and `transliterated-name`: names of the source's spelling, and what holds them back."""

from __future__ import annotations

import pytest

from cleantext import clean

FRAME = "The people of the town and the men of the port were there. {}"


def repaired(text: str, source: str) -> str:
    return clean(FRAME.format(text), select=["translation"], source_lang=source).removeprefix(FRAME.format(""))


@pytest.mark.parametrize(
    ("before", "source", "after"),
    [
        ("It was in Aktaou, not in Janaozen.", "fr", "It was in Aktau, not in Zhanaozen."),
        ("It is near Le Caire.", "fr", "It is near Cairo."),
        ("In Moskau it rained; Charkiw’s sky was blue.", "de", "In Moscow it rained; Kharkiv’s sky was blue."),
        ("It was bought in Nueva York.", "es", "It was bought in New York."),
        ("It was in Мурманск that she was born.", "ru", "It was in Murmansk that she was born."),
        ("It was Nazarbaïev who said it.", "fr", "It was Nazarbayev who said it."),
        (
            "Oleg Tchourkine spoke. For Churkin it was the end.",
            "fr",
            "Oleg Churkin spoke. For Churkin it was the end.",
        ),
        ("It was in the Bande de Gaza and in Basse-Saxe.", "fr", "It was in the Gaza Strip and in Lower Saxony."),
        ("The men of Niederösterreich and the Tschetschenen.", "de", "The men of Lower Austria and the Chechens."),
        ("A house in L’Avana, and one in España.", "it", "A house in Havana, and one in España."),
        ("A house in España, not in La Meca.", "es", "A house in Spain, not in Mecca."),
        ("It was in Birmania and Kazajistán.", "es", "It was in Myanmar and Kazakhstan."),
        ("The ships of Morze Czarne were in Kijów.", "pl", "The ships of Black Sea were in Kyiv."),
        ("From 中国 to 日本 it is a day.", "ja", "From China to Japan it is a day."),
        ("He was in Казахстан for a day.", "ru", "He was in Kazakhstan for a day."),
        ("It was Zełenski’s word, and that of Łukaszenka.", "pl", "It was Zelensky’s word, and that of Lukashenko."),
        ("Poetin met Chroesjtsjov.", "nl", "Putin met Khrushchev."),
        ("The party of Janukowytsch lost.", "uk", "The party of Yanukovych lost."),
        ("Gorbatschows time was over.", "de", "Gorbachev's time was over."),
    ],
)
def test_names_become_english(before: str, source: str, after: str) -> None:
    assert repaired(before, source) == after


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("It was in Aktaou, not in the port.", ""),
        ("It was in Janaozen (sometimes spelled Zhanaozen).", "fr"),
        ("They saw “Moskau” at the hall.", "de"),
        ("The club FC Moskau won.", "de"),
        ("Antonio Mosca won. For Mosca it was the first time.", "it"),
        ("The train Moskau-Berlin was late.", "de"),
        ("The man was Oleg Tchourkine.", "fr"),
        ("They saw the ship “Rheinland-Pfalz,” at the port.", "de"),
        ("Vladimir Putin met Lenin and the men of Samarkand.", "ru"),
        ("The man was Putin (Poutine) and no other.", "fr"),
        ("The firm Crédit Suisse was at the house of Rosa Luxemburg.", "fr"),
        ("The writer James Tarkowski was there.", "pl"),
        ("The town of Murmansk (Мурманск) is old.", "ru"),
    ],
)
def test_what_stays(text: str, source: str) -> None:
    assert repaired(text, source) == text
