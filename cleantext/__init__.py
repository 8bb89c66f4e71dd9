"""Detect and repair what scraping and machine translation did to a text.

Distribution `cleantext-repair`. Start with `clean` and `explain`.
"""

from typing import TYPE_CHECKING, Any

from cleantext.api import clean, clean_bytes, explain
from cleantext.batch import Failure, clean_many, explain_many
from cleantext.cleaner import Cleaner
from cleantext.decoding import Decoded, decode
from cleantext.edits import Edit, Fact, Finding
from cleantext.errors import CleanTextError, DidNotConverge, Fault, NotDecodable, OptionError, RuleError, WorkerDied
from cleantext.evidence import Evidence, Sign
from cleantext.pipeline import Pass
from cleantext.result import Hunk, Result
from cleantext.rule import Rule
from cleantext.ruleset.folder import load_rules

if TYPE_CHECKING:
    from cleantext.files.errors import FileError
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

_OF_FILES = {
    "FileError": "cleantext.files.errors",
    "Report": "cleantext.runs.report",
    "clean_files": "cleantext.runs.clean_files",
}
"""What only runs over files need; with it the import would take half as long again."""


def __getattr__(name: str) -> Any:
    if name not in _OF_FILES:
        raise AttributeError(f"module 'cleantext' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_OF_FILES[name]), name)
