"""The test for mojibake gives ftfy's verdict on every line, whichever engine asks it."""

from __future__ import annotations

import re

import ftfy.badness
import pytest

from cleantext.mojibake import badness, reference
from cleantext.mojibake.translation import translated
from cleantext.scanner.patterns import PlainScanner

TEXTS = {
    "ASCII": ("a cafe", False),
    "undamaged": ("“Naïve” – café", False),
    "damaged": ("cafÃ©", True),
    "space before, in the line": ("\u3000É€", True),
    "space before, a line above": ("a\nÉ€", False),
    "figure after a mark": ("é”2", True),
    "letter after a mark": ("é”я", True),
    "letter after a mark, unknown to RE2": ("é”中", True),
    "punctuation after a mark": ("é”—", False),
    "ideographic mark after a mark": ("é”。", False),
    "astral mark after a mark": ("é”😀", False),
    "line starts with Ã": ("Ã beira", True),
    "second line starts with Ã": ("margem\nÃ beira", True),
    "second line starts with Ã, after CR": ("margem\rÃ beira", True),
    "Ã after a letter": ("margemÃ beira", True),
    "Ã after a capital": ("X Ã beira", False),
    "œ at the end of a line": ("œ", False),
    "œ at the end of a line that is not the last": ("œ\nœ\rœ", False),
    "œ before a mark": ("œ,", True),
    "two lines, each half bad": ("Ã\n©", False),
    "lone surrogate": ("é\ud800", False),
    "lone surrogate where U+FFFD would be bad": ("\ud800é", False),
    "lone surrogate in mojibake": ("\ud800Ã©", True),
    "lone surrogate after œ": ("œ\ud800", True),
    "replacement character": ("é\ufffd", True),
}


def lines(text: str) -> list[str]:
    return re.split("[\r\n]", text)


@pytest.mark.parametrize(("text", "bad"), TEXTS.values(), ids=TEXTS)
@pytest.mark.parametrize("engine", ["fastest", "plain"])
def test_a_text_is_bad_where_ftfy_finds_a_line_bad(
    text: str, bad: bool, engine: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if engine == "plain":
        monkeypatch.setattr(badness, "_scanner", lambda: PlainScanner(translated(ftfy.badness.BADNESS_RE)))
    assert any(ftfy.badness.is_bad(line) for line in lines(text)) == bad
    assert badness.is_bad(text) == bad
    assert reference.is_bad(text) == bad


def test_every_pair_of_neighbours_is_judged_as_ftfy_does() -> None:
    """Each character that the pattern names after each, and between a letter and a space."""
    named = [chr(it) for it in range(0x80, 0x2600) if re.search(f"[{NAMED}]", chr(it))]
    for first in named:
        for text in (first, f"a{first} ", f" {first}a"):
            assert badness.is_bad(text) == ftfy.badness.is_bad(text), ascii(text)
        row = [first + second for second in named]
        bad = [it for it in row if ftfy.badness.is_bad(it)]
        assert badness.is_bad("\n".join(it for it in row if it not in bad)) is False
        assert all(badness.is_bad(it) for it in bad)


NAMED = "".join(ftfy.badness.MOJIBAKE_CATEGORIES.values())


@pytest.mark.parametrize("pattern", ["a+", "(?=a)b", r"a\b", r"[^\w]", r"\d", "(a)\\1", "a{2}"])
def test_syntax_that_is_not_known_is_refused(pattern: str) -> None:
    with pytest.raises(ValueError, match="nothing in RE2"):
        translated(re.compile(pattern))
