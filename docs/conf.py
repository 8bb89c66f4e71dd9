"""How Sphinx builds this documentation: no network, nothing generated into the tree, every warning an error in CI."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "_ext"))

import cleantext

project = "cleantext"
author = "the maintainers of cleantext"
copyright = author  # noqa: A001 - Sphinx calls it so
release = version = cleantext.__version__

extensions = ["myst_parser", "sphinx.ext.autodoc", "rule_reference"]
exclude_patterns = ["_build"]

myst_heading_anchors = 3

default_role = "code"  # docstrings write names in single backticks
autodoc_member_order = "bysource"
autodoc_typehints = "signature"
autodoc_mock_imports = ["duckdb", "haystack", "langchain_core", "llama_index"]  # extras; the page needs none of them
python_maximum_signature_line_length = 88

highlight_options = {"python": {"stripnl": True}}  # examples end in a blank line, for doctest

html_theme = "furo"
html_title = "cleantext"
html_static_path = ["_static"]
html_css_files = ["cleantext.css"]
html_show_copyright = False
html_copy_source = False
html_theme_options = {"navigation_with_keys": True}
