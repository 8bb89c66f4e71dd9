"""Detect and repair what scraping and machine translation did to a text.

Distribution `cleantext-repair`. Start with `clean` and `explain`.
"""

from cleantext.api import clean, explain
from cleantext.batch import Failure, clean_many, explain_many
from cleantext.cleaner import Cleaner
from cleantext.edits import Edit, Fact, Finding
from cleantext.errors import CleanTextError, DidNotConverge, Fault, OptionError, RuleError, WorkerDied
from cleantext.evidence import Evidence, Sign
from cleantext.files.errors import FileError
from cleantext.pipeline import Pass
from cleantext.result import Hunk, Result
from cleantext.rule import Rule
from cleantext.ruleset.folder import load_rules
from cleantext.runs.clean_files import clean_files
from cleantext.runs.report import Report

__version__ = "0.1.0"

__all__ = [
    "CleanTextError",
    "Cleaner",
    "DidNotConverge",
    "Edit",
    "Evidence",
    "Fact",
    "Failure",
    "Fault",
    "FileError",
    "Finding",
    "Hunk",
    "OptionError",
    "Pass",
    "Report",
    "Result",
    "Rule",
    "RuleError",
    "Sign",
    "WorkerDied",
    "clean",
    "clean_files",
    "clean_many",
    "explain",
    "explain_many",
    "load_rules",
]
