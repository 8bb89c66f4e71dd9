"""Names that only programs have, and texts that show mojibake on purpose: what speaks for each, and near misses."""

from __future__ import annotations

import pytest

from cleantext.facts.encodings import is_about_encodings
from cleantext.facts.technical import is_technical

OF_PROGRAMS = {
    "keys of a record": 'It answers {"nextQuay": 2, "TideTable": []} in the morning.',
    "options": "Call it with --tide-table, or with --quay=2 in the winter.",
    "parts of a namespace": "Tide::Table is made by Quay::Clerk of the harbour.",
    "exceptions": "A LowTideException is thrown, and then a NoQuayError.",
    "code within a line": "Set `tide` first, and then ``quay; rope`` of it.",
    "functions without a name": "She wrote (tide) => quay and left, and he wrote () => tide instead.",
    "what is declared": "const tide = 4, and let [quay, setQuay] = useQuay",
    "calls with what they are given": "It begins with useTide(0), and sendBoat('two') is for later.",
    "parts of a page": """First $('#tide') is read, and then $("quay") of it.""",
    "a template": "<quay onTide={open} onFog={close}>",
    "members of a class": "public class TideTable of the clerk\nprivate String quayName, which is empty",
    "included headers and a call": '#include "tide.h"\nset_quay("two");\nand all is well.',
}
OF_OTHERS = {
    "an apostrophe of two strokes": "He said ``yes'' and she said `no' and `never' to the men.",
    "dashes": "He came -- too late -- and left --so they said-- by the ferry.",
    "a name of two words in quotation marks": 'The boat "Sea Horse": a short history of it.',
    "what is public": "The public class of the ferry, and a private string quartet; let x = 4 be the tide.",
    "a bracket after a name": "They met Ferry(see below) and Quay(2), or A => B.",
    "one such name": "The LowTideException is a pun that nobody at the quay laughs at.",
}


@pytest.mark.parametrize("text", OF_PROGRAMS.values(), ids=OF_PROGRAMS)
def test_two_names_of_programs_tell(text: str) -> None:
    assert is_technical(text)


@pytest.mark.parametrize("text", OF_OTHERS.values(), ids=OF_OTHERS)
def test_what_people_write_tells_nothing(text: str) -> None:
    assert not is_technical(text)


SHOWS_MOJIBAKE = {
    "by its name": ("Mojibake is what they call it at the harbour.", True),
    "by two encodings": ("The clerk wrote UTF-8, and the printer read Windows-1252.", True),
    "by two encodings with endings": ("పడవ పేరు UTF-8లో ఉంది, ముద్రకుడు దాన్ని Windows-1252గా చదివాడు.", True),
    "by two encodings amid Chinese": ("船名用UTF-8写成，打印机按ISO-8859-1读。", True),
    "one encoding": ("The list of the boats is kept in UTF-8 now.", False),
    "a header of mail": ('Content-Type: text/plain; charset="utf-8"\nX-Charset="iso-8859-1"', False),
}


@pytest.mark.parametrize(("text", "about"), SHOWS_MOJIBAKE.values(), ids=SHOWS_MOJIBAKE)
def test_a_text_about_encodings_names_two(text: str, about: bool) -> None:
    assert is_about_encodings(text) is about
