"""Runs over many files: each read, repaired and put in place whole, on one process or several, and reported.

Nothing here prints; who wants to see what happens is an `Audience`.
"""

from cleantext.runs.audience import Audience
from cleantext.runs.orders import Mode, Orders, Work
from cleantext.runs.report import Report
from cleantext.runs.run import Run
from cleantext.runs.settings import JOURNAL, Settings

__all__ = ["JOURNAL", "Audience", "Mode", "Orders", "Report", "Run", "Settings", "Work"]
