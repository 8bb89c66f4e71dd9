"""Detect and repair what scraping and machine translation did to a text.

Distribution `cleantext-repair`. Start with `clean` and `explain`.
"""

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
    "Finding",
    "Hunk",
    "NotDecodable",
    "OptionError",
    "Pass",
    "Result",
    "Rule",
    "RuleError",
    "Sign",
    "WorkerDied",
    "clean",
    "clean_bytes",
    "clean_many",
    "decode",
    "explain",
    "explain_many",
    "load_rules",
]
