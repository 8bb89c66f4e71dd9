"""One HTML file that shows edits: it works from disk, without a network, and holds all that it needs.

`content` says what is shown, `page` puts it together with the style and the program of the page, which lie
beside it as files of their own kind. Nothing here knows how the edits were come by.
"""

from cleantext.report.content import Content, ShownDocument, ShownEdit, ShownRule
from cleantext.report.page import page

__all__ = ["Content", "ShownDocument", "ShownEdit", "ShownRule", "page"]
