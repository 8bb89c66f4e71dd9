"""The fast way is taken with an ftfy that someone has looked at; with any other, ftfy does the work itself."""

from __future__ import annotations

import inspect
import subprocess
import sys
from hashlib import sha256

import ftfy
import ftfy.bad_codecs.sloppy
import ftfy.bad_codecs.utf8_variants
import pytest
from ftfy import chardata, fixes

import cleantext.mojibake
from cleantext.mojibake import reference

SOURCES = {
    "6.3.0": "bff51e6e4ad8c4e1d4cc7c08495108b751f4b45edf99cbb7be44883b8e4eece0",
    "6.3.1": "30dddeade0aff2a786b4ecc53b903b6e6112d87a2decd281448536638ebcbdb7",
}
"""By ftfy's version, what `sources` gives."""

RELIED_ON = [
    ftfy.fix_encoding,
    ftfy.fix_encoding_and_explain,
    ftfy._fix_encoding_one_step_and_explain,
    ftfy._config_from_kwargs,
    ftfy.TextFixerConfig,
    chardata.possible_encoding,
    chardata._build_regexes,
    ftfy.badness.is_bad,
    fixes.A_GRAVE_WORD_RE.pattern,
    fixes.restore_byte_a0,
    fixes.replace_lossy_sequences,
    fixes.decode_inconsistent_utf8,
    fixes.fix_c1_controls,
    fixes._c1_fixer,
    ftfy.bad_codecs.sloppy,
    ftfy.bad_codecs.utf8_variants,
]

WHAT_TO_DO = """
ftfy {version} is not the ftfy that cleantext/mojibake/loop.py follows; until someone has looked, plain ftfy is used,
ten times as slow. Compare its source with the one of {known}: fix_encoding and what it calls, the patterns in
badness.py and chardata.py, the two modules of codecs. Make loop.py and translation.py follow what changed; then
put the version into KNOWN_VERSIONS, the new fingerprints into KNOWN_PATTERNS (cleantext/mojibake/reference.py:
{patterns}) and SOURCES (here: {sources}), and run
`pytest tests/mojibake --strings 100000`.
"""


def sources() -> str:
    """A fingerprint of the source of all of ftfy that the fast way follows."""
    texts = [ascii(it) if isinstance(it, bytes) else inspect.getsource(it) for it in RELIED_ON]
    return sha256("\n".join(texts).encode()).hexdigest()


def test_ftfy_is_the_one_that_the_fast_way_follows() -> None:
    what_to_do = WHAT_TO_DO.format(
        version=ftfy.__version__, known=", ".join(SOURCES), patterns=reference.patterns(), sources=sources()
    )
    assert ftfy.__version__ in reference.KNOWN_VERSIONS, what_to_do
    assert reference.patterns() == reference.KNOWN_PATTERNS, what_to_do
    assert sources() == SOURCES[ftfy.__version__], what_to_do


def test_every_known_version_has_known_sources() -> None:
    assert sorted(SOURCES) == sorted(reference.KNOWN_VERSIONS)


STRANGER = """
import ftfy.badness, ftfy.chardata, re
{change}
import cleantext, cleantext.mojibake, sys
print(ascii(cleantext.clean("The café\\nThe lionâ€™s cafÃ© is closed, its door is shut.")))
print(ascii(cleantext.clean("The lion—s café is closed, @x its door is shut.")))
print("cleantext.mojibake.loop" in sys.modules)
"""


@pytest.mark.parametrize(
    "change",
    [
        "ftfy.__version__ = '6.3.2'",
        "ftfy.badness.BADNESS_RE = re.compile('(?=@)@x |' + ftfy.badness.BADNESS_RE.pattern, re.VERBOSE)",
        "ftfy.chardata.CHARMAP_ENCODINGS.append('cp866')",
    ],
    ids=["version", "pattern", "encodings"],
)
def test_an_ftfy_nobody_knows_does_the_work_itself(change: str) -> None:
    ran = subprocess.run([sys.executable, "-c", STRANGER.format(change=change)], capture_output=True, text=True)
    assert ran.stdout.split("\n") == [
        ascii("The café\nThe lion’s café is closed, its door is shut."),
        ascii("The lion—s café is closed, @x its door is shut."),
        "False",
        "",
    ], ran.stderr


def test_the_known_ftfy_is_not_asked_to_repair(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError

    monkeypatch.setattr(ftfy, "fix_encoding_and_explain", refuse)
    assert cleantext.mojibake.mender().repaired("The lionâ€™s cafÃ© and â€œcÅ“urâ€\x9d") == "The lion’s café and “cœur”"


def test_other_steps_of_ftfy_do_not_load_it() -> None:
    code = "import sys, cleantext; cleantext.clean('Short.  Clean &amp; plain.'); print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert "cleantext.mojibake" not in loaded
