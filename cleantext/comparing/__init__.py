"""Comparing rule sets over a corpus, in two steps: analyse it under each, then compare the two analyses.

`rule_sets` finds the rules, `corpus` the documents; `analysing` runs one over the other and writes what
`analysis` describes: one file that needs neither of them any more. `comparison` holds two such files
against each other, `responsible` finds the rule that a difference comes from, `told` says it all in
Markdown. Nothing here prints.
"""

from cleantext.comparing.analysing import Asked, analyse
from cleantext.comparing.analysis import Analysis, AnalysisError, Document, Item, is_analysis
from cleantext.comparing.comparison import Comparison, compare
from cleantext.comparing.pages import page_of_analysis, page_of_comparison
from cleantext.comparing.responsible import Explained, explain_changes
from cleantext.comparing.rule_sets import RuleSetError, find_rules
from cleantext.comparing.told import COMMENT, markdown
from cleantext.corpus import Corpus

__all__ = [
    "COMMENT",
    "Analysis",
    "AnalysisError",
    "Asked",
    "Comparison",
    "Corpus",
    "Document",
    "Explained",
    "Item",
    "RuleSetError",
    "analyse",
    "compare",
    "explain_changes",
    "find_rules",
    "is_analysis",
    "markdown",
    "page_of_analysis",
    "page_of_comparison",
]
