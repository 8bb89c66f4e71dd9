"""The short way through langdetect's trials gives what langdetect gives."""

import pytest

from cleantext.facts.detection import KNOWN_VERSIONS, _by_trials, by_langdetect, detected

TEXTS = [
    "The ferry was late, and the harbour of the town was full of people.",
    "Le port était calme le matin où le dernier bac est parti.",
    "Der Hafen war still, als am Morgen die letzte Fähre ablegte.",
    "Порт был тихим в то утро, когда ушёл последний паром.",
    "港は静かだった。最後の船が出た朝のことである。",
    "항구는 조용했다. 마지막 배가 떠난 아침이었다.",
    "Cảng yên tĩnh vào buổi sáng khi chuyến phà cuối cùng rời bến.",
    "NEWS Sport WEATHER Shop TRAVEL Home CONTACT us",
    "Home About Services Contact Blog Login Register Cart Checkout",
    "see https://example.com/a/b and write to someone@example.com, the one or the other",
    "Ferry Hafen port bac паром 港 canal Kanal canale kanał",
    "x y z",
    "12 34 !!",
    " \u00a0\n",
    "",
]


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("size", [12, 40, 800])
def test_the_answer_is_langdetects_own(text: str, size: int) -> None:
    """With its profiles and random numbers, stopping early changes no answer."""
    assert _by_trials(text[:size]) == by_langdetect(text[:size])


def test_mixed_languages_are_told_as_langdetect_tells_them() -> None:
    """Texts that leave doubt, where the trials part company."""
    for one in TEXTS:
        for other in TEXTS:
            mixed = f"{one[:25]} {other}\n{other[:9]}"
            assert _by_trials(mixed) == by_langdetect(mixed), mixed


def test_an_unknown_version_is_asked_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody has looked yet whether its trials are the same."""
    from cleantext.facts import detection

    detection._is_known.cache_clear()
    detected.cache_clear()
    monkeypatch.setattr(detection, "KNOWN_VERSIONS", ())
    monkeypatch.setattr(detection, "_by_trials", None)
    assert detected(TEXTS[0]) == "en"
    detection._is_known.cache_clear()
    assert KNOWN_VERSIONS
