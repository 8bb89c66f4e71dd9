"""The functions that most callers need; each makes a `Cleaner` and lets it work."""

from __future__ import annotations

from dataclasses import replace
from typing import Unpack

from cleantext.cleaner import Cleaner, default_cleaner
from cleantext.decoding import Decoded, decode
from cleantext.decoding.decoded import CERTAIN
from cleantext.edits import Finding
from cleantext.options import Options
from cleantext.result import Result


def clean(text: str, **options: Unpack[Options]) -> str:
    r"""Repair what scraping and machine translation did to a text; undamaged text comes back as it is.

    >>> clean("According to the mayor, thatâ€™s not the\N{NO-BREAK SPACE} plan.")
    'According to the mayor, that’s not the plan.'

    Options: `profile` ("default", "minimal" for encoding and spacing only, or "article" to keep a page's main text
    only), `rules` (folders of
    further rules), `select` and `ignore` (rules, folders or stages by name), `safety` ("safe", or
    "review" to make doubtful edits too), `strict` (raise DidNotConverge instead of leaving rules
    out); hints about the text: `lang`, `source_lang` (BCP 47), `url`, `site`.

    Raises TypeError for anything but `str` and for unknown options, OptionError for unknown values,
    RuleError for faulty rule files.
    """
    return (Cleaner(**options) if options else default_cleaner()).clean(text)


def explain(text: str, **options: Unpack[Options]) -> Result:
    """Repair a text like `clean`, and tell every edit with its rule, the evidence, and what was left alone.

    >>> result = explain("The boat  left.")
    >>> [(edit.rule, edit.start, edit.before) for edit in result.edits]
    [('spacing/run-of-spaces', 8, '  ')]
    """
    return Cleaner(**options).explain(text)


def clean_bytes(data: bytes, *, declared: str = "", **options: Unpack[Options]) -> Result:
    r"""Decode bytes in whatever encoding, and repair the text like `explain`.

    >>> clean_bytes("Příliš mnoho  lidí čekalo na přívoz.".encode("cp1250")).text
    'Příliš mnoho lidí čekalo na přívoz.'

    How the bytes are decoded, and what `declared` is, tells `decode`. Where that is not certain, or bytes were
    lost, the first of the findings says so; its rule is "decode". With `strict` NotDecodable is raised instead.
    """
    cleaner = Cleaner(**options)
    decoded = decode(data, declared=declared, strict=options.get("strict", False))
    result = cleaner.explain(decoded.text)
    if not decoded.faults and decoded.certainty >= CERTAIN:
        return result
    findings = (_doubt(decoded), *result.findings)
    return replace(result, repair=result.repair._replace(findings=findings))


def _doubt(decoded: Decoded) -> Finding:
    """What is to be told of bytes that are not certainly what they were taken for."""
    lost = f"; U+FFFD stands for bytes in {len(decoded.faults)} places" if decoded.faults else ""
    start, end = (decoded.faults[0], decoded.faults[0] + 1) if decoded.faults else (0, 0)
    before = decoded.text[start:end]
    said = f"taken for {decoded.codec} ({decoded.how}, certainty {decoded.certainty:.2f}){lost}"
    return Finding("decode", start, end, before, before, said)
