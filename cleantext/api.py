"""The functions that most callers need; each makes or finds a `Cleaner` and lets it work."""

from __future__ import annotations

from typing import Unpack

from cleantext.cleaner import cleaner_for, default_cleaner
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
    return (cleaner_for({**options}) if options else default_cleaner()).clean(text)


def explain(text: str, **options: Unpack[Options]) -> Result:
    """Repair a text like `clean`, and tell every edit with its rule, the evidence, and what was left alone.

    >>> result = explain("The boat  left.")
    >>> [(edit.rule, edit.start, edit.before) for edit in result.edits]
    [('spacing/run-of-spaces', 8, '  ')]
    """
    return cleaner_for({**options}).explain(text)
