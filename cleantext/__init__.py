"""Detect and repair what scraping and machine translation did to a text.

Distribution `cleantext-repair`. Start with `clean` and `explain`.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cleantext.api import clean, clean_bytes, explain
    from cleantext.batch import Failure, clean_many, explain_many
    from cleantext.cleaner import Cleaner
    from cleantext.decoding import Decoded, decode
    from cleantext.edits import Edit, Fact, Finding
    from cleantext.errors import CleanTextError, DidNotConverge, Fault, NotDecodable, OptionError, RuleError, WorkerDied
    from cleantext.evidence import Evidence, Sign
    from cleantext.files.errors import FileError
    from cleantext.ledger import Pass
    from cleantext.result import Hunk, Result
    from cleantext.rule import Rule
    from cleantext.ruleset.folder import load_rules
    from cleantext.runs.clean_files import clean_files
    from cleantext.runs.report import Report

__version__ = "0.1.0"

__all__ = [
    "CleanTextError",
    "Cleaner",
    "Decoded",
    "DidNotConverge",
    "Edit",
    "Evidence",
    "Fact",
    "Failure",
    "Fault",
    "FileError",
    "Finding",
    "Hunk",
    "NotDecodable",
    "OptionError",
    "Pass",
    "Report",
    "Result",
    "Rule",
    "RuleError",
    "Sign",
    "WorkerDied",
    "clean",
    "clean_bytes",
    "clean_files",
    "clean_many",
    "decode",
    "explain",
    "explain_many",
    "load_rules",
]

_MODULES = {
    "CleanTextError": "cleantext.errors",
    "Cleaner": "cleantext.cleaner",
    "Decoded": "cleantext.decoding",
    "DidNotConverge": "cleantext.errors",
    "Edit": "cleantext.edits",
    "Evidence": "cleantext.evidence",
    "Fact": "cleantext.edits",
    "Failure": "cleantext.batch",
    "Fault": "cleantext.errors",
    "FileError": "cleantext.files.errors",
    "Finding": "cleantext.edits",
    "Hunk": "cleantext.result",
    "NotDecodable": "cleantext.errors",
    "OptionError": "cleantext.errors",
    "Pass": "cleantext.ledger",
    "Report": "cleantext.runs.report",
    "Result": "cleantext.result",
    "Rule": "cleantext.rule",
    "RuleError": "cleantext.errors",
    "Sign": "cleantext.evidence",
    "WorkerDied": "cleantext.errors",
    "clean": "cleantext.api",
    "clean_bytes": "cleantext.api",
    "clean_files": "cleantext.runs.clean_files",
    "clean_many": "cleantext.batch",
    "decode": "cleantext.decoding",
    "explain": "cleantext.api",
    "explain_many": "cleantext.batch",
    "load_rules": "cleantext.ruleset.folder",
}
"""Where each name stands: what is not asked for is not loaded, as by the pytest plugin in runs without goldens."""


def __getattr__(name: str) -> Any:
    if name not in _MODULES:
        raise AttributeError(f"module 'cleantext' has no attribute {name!r}")
    from importlib import import_module

    found = globals()[name] = getattr(import_module(_MODULES[name]), name)
    return found


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
